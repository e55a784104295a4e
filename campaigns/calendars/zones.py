"""A zone for calendars: when its clocks change, written out for the years that are asked for."""

import datetime
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

DAY = datetime.timedelta(days=1)
MINUTE = datetime.timedelta(minutes=1)


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


def zone_component(zone: ZoneInfo, first: datetime.date, last: datetime.date) -> Timezone:
    """The VTIMEZONE of a zone that holds from a year before the first day until a year after the last.

    Each onset stands in the time that the clocks showed until then, as the standard asks.
    """
    start = datetime.datetime(first.year - 1, 1, 1, tzinfo=datetime.UTC)
    end = datetime.datetime(last.year + 2, 1, 1, tzinfo=datetime.UTC)
    component = Timezone()
    component.add("TZID", zone.key)
    found: dict[tuple[bool, datetime.timedelta, datetime.timedelta, str], list[datetime.datetime]] = {}
    for onset in (start, *changes_of_clocks(zone, start, end)):
        local = onset.astimezone(zone)
        before = start.astimezone(zone) if onset == start else (onset - MINUTE).astimezone(zone)
        offset, earlier = local.utcoffset() or datetime.timedelta(), before.utcoffset() or datetime.timedelta()
        key = (bool(local.dst()), earlier, offset, local.tzname() or "")
        found.setdefault(key, []).append((onset + earlier).replace(tzinfo=None))
    for (is_summer, earlier, offset, name), onsets in found.items():
        part = TimezoneDaylight() if is_summer else TimezoneStandard()
        part.add("DTSTART", onsets[0])
        if onsets[1:]:
            part.add("RDATE", onsets[1:])
        part.add("TZOFFSETFROM", earlier)
        part.add("TZOFFSETTO", offset)
        part.add("TZNAME", name)
        component.add_component(part)
    return component
