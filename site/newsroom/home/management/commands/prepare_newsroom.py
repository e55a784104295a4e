from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from newsroom.base.lists.sorting import renew_sort_keys
from newsroom.home.roles import prepare_roles
from newsroom.home.tree import plain_texts, prepare_tree
from newsroom.home.workflows import take_off_defaults


class Command(BaseCommand):
    """For operators: the first thing after `migrate`; harmless when called again."""

    help = "Make the languages, front pages, lists and roles that every newsroom starts with."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("institution", help="whose newsroom this is")

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("compile_translations")
        address = urlsplit(settings.BASE_URL)
        texts = {code: plain_texts(options["institution"], code) for code, _name in settings.LANGUAGES}
        prepare_tree(texts, address.hostname or "localhost", address.port or (443 if address.scheme == "https" else 80))
        prepare_roles()
        renew_sort_keys()
        for line in take_off_defaults():
            self.stdout.write(line)
        self.stdout.write("The newsroom is prepared. Make yourself an account with: manage.py createsuperuser")
