from typing import Any

from django.core.management.base import BaseCommand

from newsroom.translation.tasks.reminders import remind


class Command(BaseCommand):
    """For operators who run no worker, or ran none for a while; calling it twice sends nothing twice."""

    help = "Write to the translators of what is due within a day and of what is overdue."

    def handle(self, *args: Any, **options: Any) -> None:
        number = remind()
        self.stdout.write(f"{number} reminded." if number else "Nothing to remind of.")
