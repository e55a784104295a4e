from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from newsroom.home.state import ALIVE, FOLLOWER, SCHEDULER
from newsroom.publication.models import Heartbeat


class Command(BaseCommand):
    """For containers and other watchers: ends with status 1 where a process gave no sign of life for a minute."""

    help = "Tell whether a process that runs beside the web process is at work."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("process", choices=(SCHEDULER, FOLLOWER))

    def handle(self, *args: Any, process: str, **options: Any) -> None:
        age = Heartbeat.age(process)
        if age is None or age > ALIVE:
            since = f" for {age.total_seconds():.0f} s" if age else ""
            raise CommandError(f"No sign of life from the {process}{since}.")
        self.stdout.write(f"The {process} is at work.")
