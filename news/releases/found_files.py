"""What the search reads of the files that readers of a release are shown."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import prefetch_related_objects

from news.models import ReleasePage
from news.releases.presentation import attachments_of
from newsroom.base.models import DocumentText, NewsroomDocument
from search.indexing import refresh_index

#: So many characters of the files of one release are searched.
LONGEST_FILES = 300_000


def release_files(release: ReleasePage) -> list[tuple[str, str]]:
    """The titles and texts of the files that readers of a release are shown."""
    return [
        (attachment.shown_title, getattr(getattr(attachment.document, "reading", None), "text", ""))
        for attachment in attachments_of(release)
    ]


def files_of_releases(releases: Sequence[ReleasePage]) -> dict[int, list[tuple[str, str]]]:
    """Return the titles and texts of the files of several releases, in a fixed number of queries."""
    prefetch_related_objects(releases, "attachments__document__reading")
    return {release.pk: release_files(release) for release in releases}


def index_with_document(instance: NewsroomDocument, **kwargs: Any) -> None:
    """Index a release anew when the title of one of its files changes."""
    with transaction.atomic():
        refresh_index(ReleasePage.objects.filter(attachments__document=instance).distinct())


def index_with_text(instance: DocumentText, **kwargs: Any) -> None:
    """Index a release anew when the text of one of its files was read."""
    index_with_document(instance.document)
