from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand
from wagtail.models import Revision

from organisations.naming.kinds import all_naming_pages
from organisations.naming.noting import note_draft, note_first_draft, note_published


class Command(BaseCommand):
    """For operators: once after an upgrade from a newsroom that noted no uses of some pages; harmless when repeated."""

    help = "Note for every release, event and call which records of the directory it names."

    def handle(self, *args: Any, **options: Any) -> None:
        number = 0
        for kind in all_naming_pages():
            model: Any = apps.get_model(kind.model)
            for page in model.objects.select_related("latest_revision").order_by("pk").iterator():
                if page.released_at:
                    note_published(page)
                if page.latest_revision:
                    note_draft(sender=Revision, instance=page.latest_revision)
                else:
                    note_first_draft(sender=model, instance=page)
                number += 1
        self.stdout.write(f"{number} pages looked through.")
