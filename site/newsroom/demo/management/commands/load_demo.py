from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from newsroom.demo.loader import load


class Command(BaseCommand):
    """Loads the demonstration content where the newsroom is empty; keeps its hands off one that is not."""

    help = "Load the demonstration content into an empty newsroom."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="the port the newsroom is served on")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.BASE_URL.startswith("http://"):
            raise CommandError("The demonstration has log-ins that everybody knows: it is not for a public address.")
        is_loaded = load(port=options["port"])
        self.stdout.write(
            "Demonstration content loaded." if is_loaded else "There is content already; nothing changed."
        )
