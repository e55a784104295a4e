import signal
import threading
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from search.server.client import ServerError
from search.server.draining import drain_all
from search.server.following import Follower


class Command(BaseCommand):
    """Keeps the search server up to date: the process to run beside the web process where there is such a server."""

    help = "Send what changes to the search server for as long as this runs; build its index where it has none."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="send what waits now, then stop")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        if not settings.NEWSROOM_SEARCH_SERVER["URL"]:
            raise CommandError("No search server is set: name one in NEWSROOM_ELASTICSEARCH_URL.")
        if once:
            try:
                self.stdout.write(f"{drain_all()} changes sent.")
            except ServerError as error:
                raise CommandError(f"Changes wait for the search server: {error}.") from error
            return
        over = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_args: over.set())
        Follower().run(over.is_set, over.wait)
