import datetime
from typing import Any, Self
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from wagtail.models.pages import PageManager

from news.releases.lists import QUOTE_KINDS, RELEASE_KINDS, Lists
from newsroom.base.languages import active_code
from newsroom.base.querysets import manager_behind
from newsroom.language.script.collation import reading_key
from newsroom.publication.querysets import WithdrawablePageQuerySet


class CampaignHubQuerySet(WithdrawablePageQuerySet):
    """Campaign hubs, one page a language."""

    def listed(self, lists: Lists) -> list[Any]:
        """The public hubs for the reader, the youngest campaign first.

        Each has `release_count`, `quote_count` and `since`, the instant of its first release or None.
        """
        releases, first = lists.counts(RELEASE_KINDS, "campaign")
        quotes, _first = lists.counts(QUOTE_KINDS, "campaign")
        hubs: list[Any] = list(self.of_few().for_reader().select_related("hashtag", "locale"))
        for hub in hubs:
            slug = hub.hashtag.slug
            hub.release_count, hub.quote_count = releases.get(slug, 0), quotes.get(slug, 0)
            hub.since = datetime.datetime.fromtimestamp(first[slug], datetime.UTC) if slug in first else None
        hubs.sort(key=lambda hub: reading_key(hub.title, active_code()))
        hubs.sort(key=lambda hub: hub.since.timestamp() if hub.since else float("-inf"), reverse=True)
        return hubs


CampaignHubManager = PageManager.from_queryset(CampaignHubQuerySet)


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
