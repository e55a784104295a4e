"""What stands in the calendar: releases, events and the ends of calls that somebody may know of, each once."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from campaigns.models import CallPage, EventPage
from news.models import ReleasePage
from newsroom.home.calendar.choices import EntryKind
from newsroom.home.calendar.days import DAY, CalendarPeriod, start_of_local_day
from newsroom.home.desk.choices import DeskState
from newsroom.home.desk.release_list import pages_once, releases_once

#: What of a release can be moved: what is public has its instant for good.
MOVABLE = (DeskState.DRAFT, DeskState.REVIEW, DeskState.SCHEDULED, DeskState.HELD)
#: No more of a kind is shown at once; a month of a press office has a tenth of it.
MOST = 400


@dataclass(frozen=True)
class PlannedEntry:
    """One thing in the calendar, at an aware instant."""

    kind: EntryKind
    page: Any
    at: datetime.datetime
    #: When it is over, for what lasts; None for an instant.
    until: datetime.datetime | None = None
    #: Its state, as the style sheet and as people call it.
    state: str = ""
    label: Any = ""
    can_move: bool = False
    #: The day of what has no hour, on the calendar of its place.
    on: datetime.date | None = None
    last_on: datetime.date | None = None

    @property
    def is_read_in_utc(self) -> bool:
        """Whether the clocks of whoever looks show UTC then."""
        return not timezone.localtime(self.at).utcoffset()

    @property
    def has_hour(self) -> bool:
        """Whether it is known by the hour and not by the day alone."""
        return self.on is None

    @property
    def day(self) -> datetime.date:
        """The day on which it is, or begins, for whoever looks; without an hour, that of its place."""
        return self.on or timezone.localdate(self.at)

    @property
    def last_day(self) -> datetime.date:
        """The day on which it is over; an end at midnight is of the day before."""
        if self.on or not self.until:
            return self.last_on or self.day
        return timezone.localdate(self.until - datetime.timedelta(microseconds=1))


def entries_in(period: CalendarPeriod, user: Any, may_move: bool) -> list[PlannedEntry]:
    """What is in a period for somebody, in order; four queries and those by which it is known what they may see."""
    found = [
        *releases_in(period, user, may_move),
        *reviews_in(period, user),
        *events_in(period, user),
        *calls_in(period, user),
    ]
    return sorted(found, key=lambda entry: (entry.at, entry.page.pk))


def releases_in(period: CalendarPeriod, user: Any, may_move: bool) -> Iterable[PlannedEntry]:
    """Releases that are, were or shall be public then."""
    known: Any = releases_once(user)
    rows = known.filter(instant__gte=period.begins_at, instant__lt=period.ends_at)
    for release in rows[:MOST]:
        state = DeskState(release.desk_state)
        can_move = may_move and state in MOVABLE
        yield PlannedEntry(
            EntryKind.RELEASE, release, release.instant, state=state.value, label=state.label, can_move=can_move
        )


def reviews_in(period: CalendarPeriod, user: Any) -> Iterable[PlannedEntry]:
    """Releases that somebody wished to look at again on a day of it."""
    rows = pages_once(user, ReleasePage).select_related("locale", "life").defer("body", "notes_to_editors")
    for release in rows.filter(life__review_on__range=(period.first, period.last))[:MOST]:
        day, kind = release.life.review_on, EntryKind.AGAIN
        yield PlannedEntry(kind, release, start_of_local_day(day), state=kind.value, label=kind.label, on=day)


def events_in(period: CalendarPeriod, user: Any) -> Iterable[PlannedEntry]:
    """Events that take place then, drafts among them."""
    rows = (
        pages_once(user, EventPage)
        .select_related("locale", "life")
        .filter(happens_from__lt=period.ends_at, happens_until__gt=period.begins_at)
    )
    for event in rows.filter(first_day__isnull=False).defer_streamfields()[:MOST]:
        yield PlannedEntry(
            EntryKind.EVENT,
            event,
            event.begins_at or event.happens_from,
            event.happens_until,
            EntryKind.EVENT.value,
            EntryKind.EVENT.label,
            on=None if event.begins_at else event.first_day,
            last_on=event.last_day,
        )


def calls_in(period: CalendarPeriod, user: Any) -> Iterable[PlannedEntry]:
    """Calls that close then."""
    rows = (
        pages_once(user, CallPage)
        .select_related("locale", "life")
        .filter(closes_at__gte=period.begins_at, closes_at__lt=period.ends_at)
    )
    for call in rows[:MOST]:
        yield PlannedEntry(EntryKind.CALL, call, call.closes_at, state=EntryKind.CALL.value, label=EntryKind.CALL.label)


def by_day(entries: Iterable[PlannedEntry], period: CalendarPeriod) -> dict[datetime.date, list[PlannedEntry]]:
    """The entries of each day of a period; what lasts stands on each of its days."""
    found: dict[datetime.date, list[PlannedEntry]] = {day: [] for week in period.weeks for day in week}
    for entry in entries:
        day = max(entry.day, period.first)
        while day <= min(entry.last_day, period.last):
            found[day].append(entry)
            day += DAY
    return found
