import datetime
from typing import Any

from wagtail.models.pages import PageManager

from news.releases.lists import QUOTE_KINDS, RELEASE_KINDS, Lists
from newsroom.base.languages import active_code
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
