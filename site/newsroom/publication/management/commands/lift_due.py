from typing import Any

from django.core.management.base import BaseCommand

from newsroom.publication.lifting.lift import lift_due


class Command(BaseCommand):
    """For operators: after a restore, or where the worker was away, makes public what has come due."""

    help = "Make public every release whose embargo has ended."

    def handle(self, *args: Any, **options: Any) -> None:
        lifted = lift_due()
        self.stdout.write(f"{lifted} made public." if lifted else "Nothing was due.")
