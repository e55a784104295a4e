from typing import Self
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from newsroom.base.querysets import manager_behind


class HubRowQuerySet(QuerySet):
    """Rows that tie a campaign hub to something."""

    def released(self) -> Self:
        """Rows of public hubs."""
        return self.filter(Exists(manager_behind(self.model, "page").released().filter(pk=OuterRef("page_id"))))


class PinnedItemQuerySet(QuerySet):
    """What is pinned on campaign hubs."""

    def on_hub(self, hub: UUID) -> Self:
        """What is pinned on a hub, given by its translation key, in its order."""
        return self.filter(hub=hub).order_by("place", "pk")

    def of_thing(self, translation_key: UUID) -> Self:
        """Where a thing is pinned, in whatever language that was done."""
        return self.filter(page__translation_key=translation_key)
