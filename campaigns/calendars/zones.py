"""A zone for calendars: when its clocks change, written out for the years that are asked for."""

import datetime
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

DAY = datetime.timedelta(days=1)
MINUTE = datetime.timedelta(minutes=1)
#: So many years are looked at to see a rule.
YEARS = 12
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
#: Whether it is summer time, what the clocks differ by from UTC before and after, and what that is called.
Manner = tuple[bool, datetime.timedelta, datetime.timedelta, str]


def changes_of_clocks(zone: ZoneInfo, first: datetime.datetime, last: datetime.datetime) -> Iterator[datetime.datetime]:
    """Yield the instants in UTC, to the minute, at which the clocks of a zone change between two instants."""
    before = first
    while before < last:
        after = before + DAY
        if manner(zone, before) != manner(zone, after):
            low, high = before, after
            while high - low > MINUTE:
                middle = low + (high - low) // MINUTE // 2 * MINUTE
                low, high = (low, middle) if manner(zone, low) != manner(zone, middle) else (middle, high)
            yield high
        before = after


def manner(zone: ZoneInfo, instant: datetime.datetime) -> tuple[datetime.timedelta | None, datetime.timedelta | None]:
    """How a zone keeps its clocks at an instant."""
    local = instant.astimezone(zone)
    return local.utcoffset(), local.dst()


def zone_component(zone: ZoneInfo, first: datetime.date) -> Timezone:
    """The VTIMEZONE of a zone that holds from a year before a day on.

    Each onset stands in the time that the clocks showed until then, as the standard asks. Where the clocks change on
    the same weekday of a month every year, that is a rule without an end, else each change is named for some years.
    """
    start = datetime.datetime(first.year - 1, 1, 1, tzinfo=datetime.UTC)
    end = datetime.datetime(first.year + YEARS, 1, 1, tzinfo=datetime.UTC)
    component = Timezone()
    component.add("TZID", zone.key)
    onsets = onsets_of(zone, [start, *changes_of_clocks(zone, start, end)])
    rules = {key: rule_of(found, start.year, end.year) for key, found in onsets.items()}
    is_regular = sum(rule is not None for rule in rules.values()) > 1
    for (is_summer, earlier, offset, name), found in onsets.items():
        rule = rules[is_summer, earlier, offset, name] if is_regular else None
        if is_regular and rule is None:
            continue
        part = TimezoneDaylight() if is_summer else TimezoneStandard()
        part.add("DTSTART", found[0])
        if rule:
            part.add("RRULE", rule)
        elif found[1:]:
            part.add("RDATE", found[1:])
        part.add("TZOFFSETFROM", earlier)
        part.add("TZOFFSETTO", offset)
        part.add("TZNAME", name)
        component.add_component(part)
    return component


def onsets_of(zone: ZoneInfo, instants: list[datetime.datetime]) -> dict[Manner, list[datetime.datetime]]:
    """When each manner of keeping clocks begins, in the time that they showed until then; it begins with what holds."""
    found: dict[Manner, list[datetime.datetime]] = {}
    for onset in instants:
        local = onset.astimezone(zone)
        before = local if onset == instants[0] else (onset - MINUTE).astimezone(zone)
        offset, earlier = local.utcoffset() or datetime.timedelta(), before.utcoffset() or datetime.timedelta()
        key = (bool(local.dst()), earlier, offset, local.tzname() or "")
        found.setdefault(key, []).append((onset + earlier).replace(tzinfo=None))
    return found


def rule_of(onsets: list[datetime.datetime], first: int, last: int) -> dict[str, Any] | None:
    """The rule by which something happens on the same weekday of a month each year; None where there is none."""
    if [onset.year for onset in onsets] != list(range(first, last)):
        return None
    same = {(onset.month, onset.weekday(), onset.time()) for onset in onsets}
    weeks = {(onset.day - 1) // 7 + 1 for onset in onsets}
    is_last = all((onset + datetime.timedelta(days=7)).month != onset.month for onset in onsets)
    if len(same) != 1 or not (is_last or len(weeks) == 1):
        return None
    week = -1 if is_last else weeks.pop()
    return {"FREQ": "YEARLY", "BYMONTH": onsets[0].month, "BYDAY": f"{week}{WEEKDAYS[onsets[0].weekday()]}"}
