from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Page

from newsroom.base.languages import html_code
from newsroom.base.localize.translations import translations_among
from newsroom.translation.exchange.files import FORMATS, exchange_file


class Command(BaseCommand):
    """For operators: the texts of a page as files for an agency."""

    help = "Writes the translations of a page into files for an agency, one for each language."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("page", type=int, help="number of the page, as in the address of its editor")
        parser.add_argument("--format", choices=FORMATS, default="xliff2")
        parser.add_argument("--languages", nargs="+", metavar="CODE", help="such as fr zh-Hans; all by default")
        parser.add_argument("--to", type=Path, default=Path(), metavar="FOLDER", help="this folder by default")

    def handle(self, *args: Any, **options: Any) -> None:
        page = Page.objects.filter(pk=options["page"]).first()
        if not page:
            raise CommandError("There is no such page.")
        wanted = {code.casefold() for code in options["languages"] or ()}
        translations = [
            translation
            for translation in translations_among(page)
            if not wanted or html_code(translation.target_locale.language_code).casefold() in wanted
        ]
        if not translations:
            raise CommandError("It has not been sent for translation into any of these languages.")
        for translation in translations:
            file = exchange_file(translation, FORMATS[options["format"]])
            path = options["to"] / file.name
            path.write_bytes(file.content)
            self.stdout.write(str(path))
