import datetime
from typing import Any

from wagtail.models.pages import PageManager

from news.releases.lists import QUOTE_KINDS, RELEASE_KINDS
from newsroom.base.languages import active_code
from newsroom.language.script.collation import reading_key
from newsroom.publication.querysets import WithdrawablePageQuerySet
from search.listing import counted_by
from search.request import SearchRequest


class CampaignHubQuerySet(WithdrawablePageQuerySet):
    """Campaign hubs, one page a language."""

    def listed(self) -> list[Any]:
        """The public hubs for the reader, the youngest campaign first.

        Each has `release_count`, `quote_count` and `since`, the instant of its first release or None.
        """
        releases, quotes = (
            counted_by(SearchRequest(language=active_code(), listed=kinds), ("campaign",))
            for kinds in (RELEASE_KINDS, QUOTE_KINDS)
        )
        hubs: list[Any] = list(self.for_reader().select_related("hashtag", "locale"))
        for hub in hubs:
            slug = hub.hashtag.slug
            hub.release_count = releases.facets.get("campaign", {}).get(slug, 0)
            hub.quote_count = quotes.facets.get("campaign", {}).get(slug, 0)
            first = releases.first.get("campaign", {}).get(slug)
            hub.since = None if first is None else datetime.datetime.fromtimestamp(first, datetime.UTC)
        hubs.sort(key=lambda hub: reading_key(hub.title, active_code()))
        hubs.sort(key=lambda hub: hub.since.timestamp() if hub.since else float("-inf"), reverse=True)
        return hubs


CampaignHubManager = PageManager.from_queryset(CampaignHubQuerySet)
