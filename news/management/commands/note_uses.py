from typing import Any

from django.core.management.base import BaseCommand
from wagtail.models import Revision

from news.models import ReleasePage
from news.releases.record_uses import note_draft, note_first_draft, note_published


class Command(BaseCommand):
    """For operators: once after an upgrade from a newsroom that did not note uses; harmless when called again."""

    help = "Note for every release which records of the directory it names."

    def handle(self, *args: Any, **options: Any) -> None:
        number = 0
        for page in ReleasePage.objects.select_related("latest_revision").order_by("pk").iterator():
            if page.released_at:
                note_published(page)
            if page.latest_revision:
                note_draft(sender=Revision, instance=page.latest_revision)
            else:
                note_first_draft(sender=ReleasePage, instance=page)
            number += 1
        self.stdout.write(f"{number} releases looked through.")
