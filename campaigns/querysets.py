import datetime
from typing import Any, Self

from django.db.models import Q
from django.utils import timezone
from wagtail.models.pages import PageManager

from news.releases.lists import QUOTE_KINDS, RELEASE_KINDS, Lists
from newsroom.base.languages import active_code
from newsroom.language.script.collation import reading_key
from newsroom.publication.querysets import EmbargoedPageQuerySet, WithdrawablePageQuerySet


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


class EventQuerySet(EmbargoedPageQuerySet):
    """Events, one page a language."""

    def upcoming(self, now: datetime.datetime | None = None) -> Self:
        """Those that are not over, the next first; one without any day is not among them. `now` is aware."""
        return self.filter(happens_until__gte=now or timezone.now()).order_by("happens_from", "pk")

    def past(self, now: datetime.datetime | None = None) -> Self:
        """Those that are over, the last first. `now` is aware."""
        return self.filter(happens_until__lt=now or timezone.now()).order_by("-happens_from", "-pk")

    def part_of(self, event: Any, *, at_any_depth: bool = False) -> Self:
        """The public events that stand below an event in any of its languages, each in the reader's language or else
        in its own; two queries. Without `at_any_depth` those right below it."""
        versions = self.model._default_manager.filter(translation_key=event.translation_key)
        below = Q(pk__in=[])
        for path, depth in versions.values_list("path", "depth"):
            levels = {"depth__gt": depth} if at_any_depth else {"depth": depth + 1}
            below |= Q(path__startswith=path, **levels)
        return self.for_reader().filter(below)

    def for_listing(self) -> Self:
        """With what a row of a list needs and without the long texts."""
        return self.select_related("locale", "life").defer_streamfields()


EventManager = PageManager.from_queryset(EventQuerySet)
