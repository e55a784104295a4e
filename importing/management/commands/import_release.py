from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from importing import UnreadableDocument
from importing.apart import parse_apart
from importing.reachable import country_of_document, with_written_contacts
from importing.storing import store_proposal
from news.models import NewsIndexPage


class Command(BaseCommand):
    """Stores documents as draft releases and prints where each can be edited."""

    help = "Store documents as draft releases, with the people, organisations and contacts they name."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="a document to import")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import one document after the other; one that cannot be read does not stop the others (exit status 2)."""
        if not NewsIndexPage.objects.exists():
            raise CommandError("The newsroom has no list of releases yet: run prepare_newsroom first.")
        unreadable = 0
        for file in options["files"]:
            try:
                self.report(file)
            except UnreadableDocument as error:
                self.stderr.write(str(error))
                unreadable += 1
        if unreadable:
            raise SystemExit(2)

    def report(self, file: str) -> None:
        """Import one document and say what to look at."""
        proposal = parse_apart(file)
        stored = store_proposal(with_written_contacts(proposal, country_of_document(proposal)))
        address = settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_pages:edit", args=[stored.page.pk])
        self.stdout.write(f"{stored.page.title}\n  {address}")
        for remark in stored.remarks:
            self.stdout.write(f"  · {remark}")
