from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from organisations.roles_due import reindex_roles_beginning


class Command(BaseCommand):
    """For a timer, once a day after midnight UTC; harmless when called again."""

    help = "Let the search find people by roles that begin today."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        number = reindex_roles_beginning(timezone.now().date())
        self.stdout.write(f"{number} people were read anew.")
