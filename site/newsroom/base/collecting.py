"""What is told before files are put into another collection by one query, which sends no signal of Django's."""

from typing import Any

from django.dispatch import Signal
from wagtail.documents.models import DocumentQuerySet
from wagtail.images.models import ImageQuerySet

#: Sent by the model of some files, with `files`, a queryset of them, and `collection`, a collection or its number.
about_to_be_collected = Signal()


class CollectedQuerySet:
    """Images or documents: mixed into Wagtail's querysets of them."""

    model: type[Any]

    def update(self, **values: Any) -> int:
        """Update rows as Django does, after asking those who may refuse. Raises what they raise."""
        collection = values.get("collection", values.get("collection_id"))
        if collection is not None:
            about_to_be_collected.send(sender=self.model, files=self, collection=collection)
        count: int = super().update(**values)  # type: ignore[misc]  # of the queryset that it is mixed into
        return count

    update.alters_data = True  # type: ignore[attr-defined]


class NewsroomImageQuerySet(CollectedQuerySet, ImageQuerySet):
    """Images of the newsroom."""


class NewsroomDocumentQuerySet(CollectedQuerySet, DocumentQuerySet):
    """Documents of the newsroom."""
