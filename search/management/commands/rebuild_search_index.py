from typing import Any

from django.core.management.base import BaseCommand

from search.indexing import rebuild

WIDTH = 40


class Command(BaseCommand):
    """Builds the index of the search anew beside the one that answers, while the newsroom goes on running."""

    help = "Build the search index anew beside the one that answers, then let it answer."

    def handle(self, *args: Any, **options: Any) -> None:
        def progress(done: int, total: int) -> None:
            share = done / total if total else 1
            bar = "█" * int(share * WIDTH)
            self.stdout.write(f"\r{bar:<{WIDTH}} {done} of {total}", ending="")
            self.stdout.flush()

        generation = rebuild(progress)
        self.stdout.write(f"\nIndex {generation} answers now: {generation.next_number} entries.")
