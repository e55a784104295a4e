"""What a campaign hub gathers by itself: what carries its hashtag, by date, and what officers put first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Model

from campaigns.hubs.kinds import GatheredRow, gathered_kinds, gathered_models, rows_to_show
from campaigns.models.pin import PinnedItem
from news.releases.lists import RELEASE_KINDS, Lists
from newsroom.base.caching.values import cached_until_change
from search.registry import sources

TIMELINE, AHEAD = 20, 6
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Dates:
    """What carries a hashtag, by date: what comes next, all that lies beyond today from the furthest on, what was.

    `releases` and `number` say how many releases there are, and how many things in all.
    """

    next: tuple[GatheredRow, ...]
    to_come: tuple[GatheredRow, ...]
    past: tuple[GatheredRow, ...]
    releases: int
    number: int

    def __iter__(self) -> Iterator[Any]:
        """Whatever stands in the list by date."""
        return (row.thing for row in (*self.to_come, *self.past))

    @property
    def more(self) -> bool:
        """Whether there is more than the list by date shows."""
        return self.number > len(self.to_come) + len(self.past)


@cached_until_change
def dates_of(campaign: str, today: date) -> Dates:
    """What carries a hashtag, given by its address in lists, seen from a day in UTC."""
    lists, every, dated = Lists(), gathered_kinds(), gathered_kinds(ahead=True)
    chosen = {"campaign": (campaign,)}
    ahead = lists.of(dated, TIMELINE, since=today, sort="oldest", **chosen) if dated else None
    past = lists.of(every, TIMELINE, until=today, **chosen)
    coming = list(ahead.rows) if ahead else []
    rows = {row.thing: row for row in rows_to_show(dict.fromkeys((*coming, *past.rows)))}
    later = [rows[thing] for thing in coming if thing in rows and thing not in past.rows]
    return Dates(
        next=tuple(rows[thing] for thing in coming[:AHEAD] if thing in rows),
        to_come=tuple(reversed(later)),
        past=tuple(rows[thing] for thing in past.rows if thing in rows),
        releases=lists.of(RELEASE_KINDS, 0, **chosen).total,
        number=lists.of(every, 0, **chosen).total,
    )


@cached_until_change
def pinned_on(hub: UUID) -> tuple[GatheredRow, ...]:
    """What officers put first on a hub, given by its translation key, as far as a stranger may see it."""
    pins = PinnedItem.objects.on_hub(hub).select_related("page__content_type")
    return rows_to_show(public_things([pin.page for pin in pins]))


def public_things(pages: list[Any]) -> list[Any]:
    """What a reader sees of pages in the language of the reader, in their order; two queries for each type of page."""
    found: dict[UUID, Any] = {}
    for source in sources().values():
        if source.model._meta.label_lower not in gathered_models():
            continue
        own = [page.translation_key for page in pages if page.content_type.model_class() is source.model]
        if own:
            found |= {thing.translation_key: thing for thing in source.listed(public_numbers(source.model, own))}
    return [found[page.translation_key] for page in pages if page.translation_key in found]


def public_numbers(model: type[Model], keys: list[UUID]) -> list[int]:
    """The numbers of the pages with these translation keys that a reader gets, each in one language."""
    pages: Any = model._default_manager
    return list(pages.for_reader().filter(translation_key__in=keys).values_list("pk", flat=True))
