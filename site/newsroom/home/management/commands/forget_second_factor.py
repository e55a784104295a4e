from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from newsroom.base.models import User
from newsroom.home.log_in.second_factor import take_off_second_factor


class Command(BaseCommand):
    """Let somebody in again who lost the telephone and the recovery codes."""

    help = "Takes the second factor off an account; its next log-in sets up a new one."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--account", required=True, help="the name with which it logs in")

    def handle(self, *args: Any, account: str, **options: Any) -> None:
        user = User.objects.filter(username=account).first()
        if user is None:
            raise CommandError(f"There is no account {account}.")
        take_off_second_factor(user)
