"""What a campaign hub gathers by itself: what carries its hashtag, by date, and what officers put first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from campaigns.hubs.kinds import GatheredKind, GatheredRow, as_of_now, dated_kinds, gathered_kind, rows_to_show
from campaigns.models.pin import PinnedItem
from news.releases.lists import Lists
from newsroom.base.caching.holding import holds_until
from newsroom.base.caching.values import cached_until_change

TIMELINE, AHEAD = 20, 6
LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Dates:
    """What there is by date: what is `to_come` or runs, the first to begin first, and what was, the newest first.

    `releases` and `dated` say how many releases there are, and how many things with dates of their own.
    """

    to_come: tuple[GatheredRow, ...]
    past: tuple[GatheredRow, ...]
    releases: int
    #: Whether there is more than this.
    has_more: bool

    def __iter__(self) -> Iterator[Any]:
        """Whatever stands in the list by date, in its order."""
        return (row.thing for row in (*reversed(self.beyond), *self.so_far))

    def now(self) -> "Dates":
        """The same with what depends on the hour."""
        return replace(self, to_come=as_of_now(self.to_come), past=as_of_now(self.past))

    @property
    def next(self) -> tuple[GatheredRow, ...]:
        """What comes next and what is open now, those first that begin or close first; of a whole, not its parts."""
        now = timezone.now()
        awaited: list[GatheredRow] = []
        for row in self.to_come:
            over_at = row.kind.over_at(row.thing)
            if over_at and over_at <= now:
                continue
            if row.kind.is_awaited(row.thing) and not any(is_part_of(row.thing, each.thing) for each in awaited):
                holds_until(over_at)
                awaited.append(row)
        return tuple(awaited[:AHEAD])

    @property
    def beyond(self) -> tuple[GatheredRow, ...]:
        """What lies beyond today, the nearest first."""
        midnight = datetime.combine(timezone.now().date() + timedelta(days=1), time(), UTC)
        return tuple(row for row in self.to_come if (row.instant or LAST) >= midnight)

    @property
    def before(self) -> tuple[GatheredRow, ...]:
        """The same in the order of a list by date: the furthest first."""
        return tuple(reversed(self.beyond))

    @property
    def so_far(self) -> tuple[GatheredRow, ...]:
        """What is of today or of a day before, the newest first."""
        beyond = self.beyond
        begun = [row for row in self.to_come if row not in beyond]
        return tuple(sorted((*begun, *self.past), key=lambda row: row.instant or LAST, reverse=True))


def is_part_of(page: Any, whole: Any) -> bool:
    """Whether a page stands below another in the tree, as a session's event does below its meeting."""
    return page.path != whole.path and page.path.startswith(whole.path)


@cached_until_change
def dates_of(campaign: str, today: date) -> Dates:
    """What carries a hashtag, given by its address in lists, seen from a day in UTC; of what was, a page."""
    released = Lists().releases(TIMELINE, campaign=(campaign,))
    coming, held, is_cut = dated_things(today, TIMELINE, hashtag_links__tag__slug=campaign)
    rows = {row.thing: row for row in rows_to_show((*released.rows, *coming, *held))}
    past = [rows[thing] for thing in (*released.rows, *held) if thing in rows]
    past.sort(key=lambda row: row.instant or LAST, reverse=True)
    to_come = tuple(rows[thing] for thing in coming if thing in rows)
    is_cut = is_cut or len(past) > TIMELINE or released.total > len(released.rows)
    return Dates(to_come, tuple(past[:TIMELINE]), released.total, is_cut)


@cached_until_change
def dates_ahead(today: date) -> Dates:
    """What is to come and what runs in the whole newsroom, and what was held last, seen from a day in UTC."""
    coming, held, is_cut = dated_things(today, TIMELINE)
    rows = {row.thing: row for row in rows_to_show((*coming, *held[:1]))}
    return Dates(tuple(rows[thing] for thing in coming), tuple(rows[thing] for thing in held[:1]), 0, is_cut)


def dated_things(today: date, most: int, **chosen: Any) -> tuple[list[Any], list[Any], bool]:
    """What has dates and fits what is chosen: what is not over before a day, the first first; what is, the last first;
    and whether there is more of either. Two queries for each kind."""
    coming: list[tuple[datetime, Any]] = []
    held: list[tuple[datetime, Any]] = []
    midnight = datetime.combine(today, time(), UTC)
    for kind in dated_kinds():
        pages = kind.pages.filter(**chosen)
        is_over = Q(**{f"{kind.ends}__lt": midnight})
        ahead, over = pages.exclude(is_over), pages.filter(is_over)
        coming += of_kind(kind, ahead.order_by(F(kind.begins).asc(nulls_last=True), "pk"), most + 1)
        held += of_kind(kind, over.order_by(F(kind.begins).desc(nulls_last=True), "-pk"), most + 1)
    coming.sort(key=lambda each: each[0])
    held.sort(key=lambda each: each[0], reverse=True)
    is_cut = len(coming) > most or len(held) > most
    return [thing for _instant, thing in coming[:most]], [thing for _instant, thing in held[:most]], is_cut


def of_kind(kind: GatheredKind, pages: QuerySet[Any], most: int) -> list[tuple[datetime, Any]]:
    """The first of some pages, each with the instant under which it stands."""
    return [(kind.instant(page) or LAST, page) for page in pages[:most]]


@cached_until_change
def pinned_on(hub: UUID) -> tuple[GatheredRow, ...]:
    """What officers put first on a hub, given by its translation key, as far as a stranger may see it.

    Two queries for each type of page, and what its rows show.
    """
    pins = PinnedItem.objects.on_hub(hub).select_related("page__content_type")
    pages = [pin.page for pin in pins]
    keys: dict[str, list[UUID]] = {}
    for page in pages:
        keys.setdefault(page.content_type.model_class()._meta.label_lower, []).append(page.translation_key)
    found: dict[UUID, Any] = {}
    for model, own in keys.items():
        if kind := gathered_kind(model):
            found |= {thing.translation_key: thing for thing in kind.pages.filter(translation_key__in=own)}
    return rows_to_show(found[page.translation_key] for page in pages if page.translation_key in found)
