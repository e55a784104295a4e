"""When an event and its sessions take place: hours are kept as the clocks of the event's zone show them.

So a series keeps its hour across a change of clocks; instants are worked out, and nobody's own zone is asked.
"""

import calendar
import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from newsroom.language.calendar.places import known_zones
from newsroom.publication.embargoes.instants import YEARS

MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
DAY_LENGTH = datetime.timedelta(days=1)


@dataclass(frozen=True)
class EventSpan:
    """When something takes place. Instants are in UTC and None where no hour is known; days are those of its zone.

    `happens_from` and `happens_until` are what lists sort by: without an hour the whole day counts, without a day the
    month, without an end the rest of the day. Both are None where nothing is known.
    """

    first_day: datetime.date | None = None
    last_day: datetime.date | None = None
    begins_at: datetime.datetime | None = None
    ends_at: datetime.datetime | None = None
    month: str = ""
    happens_from: datetime.datetime | None = None
    happens_until: datetime.datetime | None = None

    @property
    def is_to_come(self) -> bool:
        """Whether nothing is known of the date yet."""
        return self.happens_from is None


@dataclass(frozen=True)
class SessionTime:
    """When a session takes place; `is_derived` where its start follows from the end of the one before."""

    day: datetime.date | None = None
    begins_at: datetime.datetime | None = None
    ends_at: datetime.datetime | None = None
    is_derived: bool = False


def zone_called(name: str) -> ZoneInfo:
    """The zone of an IANA name; UTC where there is none of that name."""
    return ZoneInfo(name if name in known_zones() else "UTC")


def local_instant(day: datetime.date, time: datetime.time, zone_name: str) -> datetime.datetime:
    """The instant in UTC at which the clocks of a zone show a time of a day; where they show it twice, the first.

    Where they go forward over it, the instant that lies as far after the change as the time lies after it.
    """
    return datetime.datetime.combine(day, time, zone_called(zone_name)).astimezone(datetime.UTC)


def end_of_day(day: datetime.date, zone_name: str) -> datetime.datetime:
    """The instant in UTC at which a day of a zone is over."""
    return local_instant(day + DAY_LENGTH, datetime.time(), zone_name)


def month_days(month: str) -> tuple[datetime.date, datetime.date]:
    """The first and the last day of a month such as "2027-03". Raises ValueError for anything else, and for a month in
    a year that clocks do not reach."""
    if not (MONTH.fullmatch(month) and int(month[:4]) in YEARS):
        raise ValueError(month)
    first = datetime.date.fromisoformat(f"{month}-01")
    return first, first.replace(day=calendar.monthrange(first.year, first.month)[1])


def is_month(month: str) -> bool:
    """Whether a text names a month, such as "2027-03", in a year that clocks reach."""
    try:
        return bool(month_days(month))
    except ValueError:
        return False


def session_times(
    sessions: Iterable[Any], day: datetime.date | None, zone_name: str, opens: datetime.time | None = None
) -> Iterator[SessionTime]:
    """Work out the hours of sessions in order: each has `day`, `starts` and `minutes`, of which any may be None.

    `day` and `opens` are when the first one takes place that states neither.
    """
    before = local_instant(day, opens, zone_name) if day and opens else None
    for session in sessions:
        is_next_day = bool(session["day"] and session["day"] != day)
        day = session["day"] or day
        starts, minutes = session["starts"], session["minutes"]
        begins: datetime.datetime | None = None
        if day and starts:
            begins = local_instant(day, starts, zone_name)
        elif before and not is_next_day:
            begins = before
        ends = begins + datetime.timedelta(minutes=minutes) if begins and minutes else None
        yield SessionTime(day, begins, ends, is_derived=begins is not None and not starts)
        before = ends


def span_of(event: Any) -> EventSpan:
    """When an event takes place: as stated, and what is not stated from its sessions."""
    zone, times = event.time_zone, list(event.session_times())
    days = [time.day for time in times if time.day]
    first_day = event.starts_on or min(days, default=None)
    if first_day is None:
        return span_of_month(event.month, zone)
    last_day = event.ends_on or max([*days, first_day])
    begins = begin_of(event, first_day, times)
    ends = end_of(event, last_day, begins, times)
    if ends and begins and not event.ends_on:
        last_day = max(last_day, ends.astimezone(zone_called(zone)).date() if ends > begins else last_day)
    return EventSpan(
        first_day=first_day,
        last_day=last_day,
        begins_at=begins,
        ends_at=ends,
        happens_from=begins or local_instant(first_day, datetime.time(), zone),
        happens_until=ends or end_of_day(last_day, zone),
    )


def span_of_month(month: str, zone_name: str) -> EventSpan:
    """Of something whose month alone is known; nothing is known where there is no month."""
    try:
        first, last = month_days(month)
    except ValueError:
        return EventSpan()
    return EventSpan(
        month=month,
        happens_from=local_instant(first, datetime.time(), zone_name),
        happens_until=end_of_day(last, zone_name),
    )


def begin_of(event: Any, first_day: datetime.date, times: list[SessionTime]) -> datetime.datetime | None:
    """The instant at which an event begins, or None where no hour of it is known."""
    if event.starts_time:
        return local_instant(first_day, event.starts_time, event.time_zone)
    return min((time.begins_at for time in times if time.begins_at and time.day == first_day), default=None)


def end_of(
    event: Any, last_day: datetime.date, begins: datetime.datetime | None, times: list[SessionTime]
) -> datetime.datetime | None:
    """The instant at which an event ends, or None where it is not known."""
    if begins is None:
        return None
    if event.ends_time:
        return max(begins, local_instant(last_day, event.ends_time, event.time_zone))
    if event.duration:
        return begins + datetime.timedelta(minutes=event.duration)
    if event.ends_on and not any(time.day == last_day for time in times):
        return None
    return max((time.ends_at for time in times if time.ends_at), default=None)
