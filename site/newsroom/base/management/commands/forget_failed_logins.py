from typing import Any

from axes.models import AccessAttempt
from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone


class Command(BaseCommand):
    """Delete what is kept about failed log-ins: names tried, addresses, browsers."""

    help = "Forgets failed log-ins that no longer count; with --account, lets an account that is locked in at once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--account", help="forget all failures of this name, also those that still count")

    def handle(self, *args: Any, account: str | None = None, **options: Any) -> None:
        attempts = AccessAttempt.objects.all()
        if account:
            attempts = attempts.filter(username=account)
        else:
            attempts = attempts.filter(attempt_time__lte=timezone.now() - settings.AXES_COOLOFF_TIME)
        attempts.delete()
