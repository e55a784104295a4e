from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand

from news.models.reference import skip_references

MARGIN = 100


def positive(words: str) -> int:
    """A whole number of 1 or more. Raises ArgumentTypeError."""
    if not words.isdecimal() or not int(words):
        raise ArgumentTypeError(f"{words} is no whole number above 0")
    return int(words)


class Command(BaseCommand):
    """For operators, after a restore: references that were issued since the backup must not be given to others."""

    help = "Leave out the next references of every kind of release, which may have been issued since the backup."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--by",
            type=positive,
            default=MARGIN,
            help=f"how many of each kind are left out (default: {MARGIN}); more than were issued since the backup",
        )

    def handle(self, *args: Any, by: int, **options: Any) -> None:
        for counter in skip_references(by):
            self.stdout.write(f"The next reference comes after {counter}.")
