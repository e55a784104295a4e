from typing import Any

from django.core.management.base import BaseCommand

from newsroom.base.files.reading import is_unread, read_document_text
from newsroom.base.models import NewsroomDocument


class Command(BaseCommand):
    """Reads the text of documents that were uploaded by an earlier version; the others are read when uploaded."""

    help = "Read the text of documents that were not read yet, so that the search finds them."

    def handle(self, *args: Any, **options: Any) -> None:
        unread = [document for document in NewsroomDocument.objects.order_by("pk") if is_unread(document)]
        for document in unread:
            read_document_text(document)
        self.stdout.write(f"Documents read: {len(unread)}.")
