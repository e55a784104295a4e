from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from wagtail_localize.models import Translation

from newsroom.base.models import User
from newsroom.translation.exchange.files import LARGEST_UNPACKED, NamedFile
from newsroom.translation.exchange.importing import Report, take_back


class Command(BaseCommand):
    """For operators: what an agency has translated, from files of any of the formats."""

    help = "Takes back files from an agency: XLIFF 2.0, XLIFF 1.2, PO or ZIPs of them. Publishes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path)
        parser.add_argument("--user", help="in whose name the words are stored")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(username=options["user"]).first() if options["user"] else None
        if options["user"] and not user:
            raise CommandError("There is no such user.")
        translations = Translation.objects.filter(enabled=True).select_related(
            "source__object", "source__locale", "target_locale"
        )
        reports = take_back([self.file_at(path) for path in options["files"]], list(translations), user)
        for report in reports:
            self.tell(report)
        if any(report.error or report.refused for report in reports):
            raise CommandError("Not everything could be taken; the rest is stored.")

    def file_at(self, path: Path) -> NamedFile:
        """A file as it lies there."""
        if not path.is_file():
            raise CommandError(f"{path} is no file.")
        if path.stat().st_size > LARGEST_UNPACKED:
            raise CommandError(f"{path} is too large.")
        return NamedFile(path.name, path.read_bytes())

    def tell(self, report: Report) -> None:
        """What became of a file, a line for each unit that somebody has to look at."""
        self.stdout.write(f"{report.name}: {report.error or report.in_one_line}")
        for line in report.refused:
            self.stdout.write(f"  {line.number}: {line.outcome.label} {line.message} {line.source[:80]}".rstrip())
