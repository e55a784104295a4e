from collections.abc import Iterable
from typing import Any

from django.db import models, transaction
from wagtail.models import COMMENTS_RELATION_NAME

from search.indexing import refresh_index

#: What Wagtail writes of drafts: it changes nothing that a stranger sees.
OF_DRAFTS = frozenset(
    {
        *("latest_revision", "latest_revision_created_at", "draft_title", "has_unpublished_changes", "live_revision"),
        COMMENTS_RELATION_NAME,
    }
)


class Findable(models.Model):
    """What the search may find: the index changes in the transaction that writes the row (docs/decisions/0017).

    Put first among the bases of a model that its room registers. So nothing is found before it is public and nothing
    public is missing.
    """

    class Meta:
        abstract = True

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Write the row and what the search knows of it, both or neither."""
        written = None if update_fields is None else set(update_fields)
        with transaction.atomic():
            super().save(*args, update_fields=update_fields, **kwargs)
            if written is None or not written <= OF_DRAFTS:
                refresh_index([self])
