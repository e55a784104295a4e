"""The instants between which a call is open, from the days and hours that an officer entered in a named zone."""

import datetime
from zoneinfo import ZoneInfo

from newsroom.publication.embargoes.instants import instant_of

DAY = datetime.timedelta(days=1)


def opening_instant(day: datetime.date | None, time: datetime.time | None, zone: str) -> datetime.datetime | None:
    """Return the instant in UTC from which a call is open; None where no day was given.

    A day alone means its beginning in the zone. Raises ValidationError for a time that clocks skip or show twice.
    """
    if day is None:
        return None
    return begins(day, zone) if time is None else instant_of(f"{day:%Y-%m-%d}", f"{time:%H:%M:%S}", zone)


def closing_instant(day: datetime.date | None, time: datetime.time | None, zone: str) -> datetime.datetime | None:
    """Return the instant in UTC from which a call is closed; None where no day was given.

    A day alone means that the whole of it belongs to the call, wherever in the zone its end falls. Raises
    ValidationError for a time that clocks skip or show twice.
    """
    if day is None:
        return None
    return begins(day + DAY, zone) if time is None else instant_of(f"{day:%Y-%m-%d}", f"{time:%H:%M:%S}", zone)


def begins(day: datetime.date, zone: str) -> datetime.datetime:
    """Return the instant in UTC at which a day begins in a zone, also where its clocks skip midnight."""
    midnight = datetime.datetime.combine(day, datetime.time(), ZoneInfo(zone))
    return midnight.astimezone(datetime.UTC)
