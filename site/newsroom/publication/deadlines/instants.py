"""The instants between which something is open, from the days and hours that an officer entered in a named zone."""

import datetime
from zoneinfo import ZoneInfo

from newsroom.publication.embargoes.instants import instant_of, read_day

DAY = datetime.timedelta(days=1)


def opening_instant(day: datetime.date | None, time: datetime.time | None, zone: str) -> datetime.datetime | None:
    """Return the instant in UTC from which something is open; None where no day was given.

    A day alone means its beginning in the zone. Raises ValidationError for a time that clocks skip or show twice, and
    for a day that lies centuries away.
    """
    if day is None:
        return None
    if time is None:
        return begins(readable(day), zone)
    return instant_of(day.isoformat(), f"{time:%H:%M:%S}", zone)


def closing_instant(day: datetime.date | None, time: datetime.time | None, zone: str) -> datetime.datetime | None:
    """Return the instant in UTC from which something is closed; None where no day was given.

    A day alone means that the whole of it belongs to it, wherever in the zone its end falls. Raises ValidationError
    for a time that clocks skip or show twice, and for a day that lies centuries away.
    """
    if day is None:
        return None
    if time is None:
        return begins(readable(day) + DAY, zone)
    return instant_of(day.isoformat(), f"{time:%H:%M:%S}", zone)


def readable(day: datetime.date) -> datetime.date:
    """Return a day that the clocks of every zone can show. Raises ValidationError for others."""
    return read_day(day.isoformat())


def begins(day: datetime.date, zone: str) -> datetime.datetime:
    """Return the instant in UTC at which a day begins in a zone, also where its clocks skip midnight."""
    midnight = datetime.datetime.combine(day, datetime.time(), ZoneInfo(zone))
    return midnight.astimezone(datetime.UTC)
