import signal
from typing import Any

from django.core.management.base import BaseCommand

from newsroom.publication.lifting.scheduler import Scheduler


class Command(BaseCommand):
    """For operators: the process that lifts embargoes at their second. Ends on TERM after what it is doing."""

    help = "Run the scheduler, which makes public what is scheduled at the end of its embargo."

    def handle(self, *args: Any, **options: Any) -> None:
        scheduler = Scheduler()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_args: scheduler.stop())
        scheduler.run()
