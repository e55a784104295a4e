"""Show what the importer understands of a document."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from importing import UnreadableDocument
from importing.apart import parse_apart


class Command(BaseCommand):
    """Prints the proposal as JSON on standard output and stores nothing."""

    help = "Print the release that a document proposes as JSON; nothing is stored."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="the document to read")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the proposal, or one sentence and exit status 2 when the document cannot be read."""
        try:
            proposal = parse_apart(options["file"])
        except UnreadableDocument as error:
            self.stderr.write(str(error))
            raise SystemExit(2) from error
        self.stdout.write(json.dumps(proposal.to_json(), ensure_ascii=False, indent=2))
