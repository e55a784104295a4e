from collections.abc import Iterable
from typing import Any

from django.db import models, transaction

from newsroom.base.pages.drafts import OF_DRAFTS
from search.indexing import refresh_index


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
                refresh_index([self], are_written=written is None)
