from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from search.engines import ENGINES
from search.indexing import rebuild_index

WIDTH = 40


class Command(BaseCommand):
    """Builds the index of the search anew beside the one that answers, while the newsroom goes on running."""

    help = "Build the search index anew beside the one that answers, then let it answer; on the search server too."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--engine", choices=sorted(ENGINES), help="build only the index of this engine")

    def handle(self, *args: Any, engine: str | None, **options: Any) -> None:
        if engine != "elasticsearch":
            generation = rebuild_index(self.progress)
            self.stdout.write(f"\nIndex {generation} answers now: {generation.next_number} entries.")
        if engine == "elasticsearch" or (not engine and settings.NEWSROOM_SEARCH_SERVER["URL"]):
            self.rebuild_on_server()

    def rebuild_on_server(self) -> None:
        """The same on the server."""
        from search.server.client import ServerError
        from search.server.rebuilding import rebuild_on_server as rebuild_there

        if not settings.NEWSROOM_SEARCH_SERVER["URL"]:
            raise CommandError("No search server is set: name one in NEWSROOM_ELASTICSEARCH_URL.")
        try:
            name = rebuild_there(self.progress)
        except ServerError as error:
            raise CommandError(f"The search server's index was not built: {error}.") from error
        self.stdout.write(f"\nIndex {name} answers now on the search server.")

    def progress(self, done: int, total: int) -> None:
        """Draw how far it is."""
        bar = "█" * int((done / total if total else 1) * WIDTH)
        self.stdout.write(f"\r{bar:<{WIDTH}} {done} of {total}", ending="")
        self.stdout.flush()
