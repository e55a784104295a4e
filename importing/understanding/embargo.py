"""The embargo line, and the instant it means."""

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from importing.understanding.ledger import Ledger, ProposalPart
from importing.understanding.lexicon.vocabulary import pattern_for
from newsroom.language.calendar.clock import times_in_any_language
from newsroom.language.calendar.dates import first_date_in

# The line begins with these; "sin embargo" and a trade embargo do not.
EMBARGO = re.compile(rf"[\s*_\[(#–—-]*{pattern_for('labels.embargo')}", re.IGNORECASE)
MIDNIGHT = re.compile(rf"\b{pattern_for('midnight')}\b", re.IGNORECASE)
NOON = re.compile(rf"\b{pattern_for('noon')}\b", re.IGNORECASE)
OFFSET = re.compile(r"\b(?:UTC|GMT)\s?(?P<sign>[+−–-])\s?(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?")
ABBREVIATION = re.compile(r"\b[A-Z]{2,5}\b")
CITY = re.compile(
    rf"(?P<city>[A-Z][\w.'-]+(?: [A-Z][\w.'-]+)?) {pattern_for('time_behind_city')}\b"
    rf"|{pattern_for('time_before_city')}\s+(?P<city2>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)"
)
# Only abbreviations that mean one zone; those that several countries use are left to a person.
ZONES = {
    "UTC": "UTC",
    "GMT": "UTC",
    "BST": "Europe/London",
    "WET": "Europe/Lisbon",
    "CET": "Europe/Paris",
    "CEST": "Europe/Paris",
    "MEZ": "Europe/Berlin",
    "MESZ": "Europe/Berlin",
    "EET": "Europe/Athens",
    "EEST": "Europe/Athens",
    "MSK": "Europe/Moscow",
    "МСК": "Europe/Moscow",
    "EAT": "Africa/Nairobi",
    "WAT": "Africa/Lagos",
    "CAT": "Africa/Maputo",
    "SAST": "Africa/Johannesburg",
    "ET": "America/New_York",
    "EST": "America/New_York",
    "EDT": "America/New_York",
    "CT": "America/Chicago",
    "CDT": "America/Chicago",
    "MT": "America/Denver",
    "MDT": "America/Denver",
    "PT": "America/Los_Angeles",
    "PST": "America/Los_Angeles",
    "PDT": "America/Los_Angeles",
    "BRT": "America/Sao_Paulo",
    "JST": "Asia/Tokyo",
    "HKT": "Asia/Hong_Kong",
    "SGT": "Asia/Singapore",
    "AEST": "Australia/Brisbane",
}

LONGEST_LINE = 320
MOST_WORDS = 45


def embargo_of(ledger: Ledger) -> tuple[str | None, str | None]:
    """Return the embargo line as written and the instant it means, and place it.

    The instant is None when the line has no date, no time or no zone.
    """
    for paragraph in ledger.free():
        text = paragraph.text
        if len(text) > LONGEST_LINE or len(text.split()) > MOST_WORDS or not EMBARGO.match(text):
            continue
        ledger.place(ProposalPart.EMBARGO, (paragraph.number,))
        until = instant_in(text)
        if until is None:
            ledger.doubt((paragraph.number,), "The embargo does not tell a date, a time and a time zone.")
        return text.strip(), until.isoformat() if until else None
    return None, None


def instant_in(text: str) -> datetime | None:
    """Return the instant that a line means when it tells date, time and zone."""
    found = first_date_in(text)
    if found is None:
        return None
    around = f"{text[: found.start]} ¦ {text[found.end :]}"
    time = _time_in(around)
    zone = _zone_in(around)
    if time is None or zone is None:
        return None
    hour, minute = time
    day = datetime.combine(found.date, datetime.min.time(), zone)
    return day + timedelta(days=1) if hour == 24 else day.replace(hour=hour, minute=minute)


def _time_in(text: str) -> tuple[int, int] | None:
    time = next(times_in_any_language(OFFSET.sub(" ", text)), None)
    if time is not None:
        return time.hour, time.minute
    if MIDNIGHT.search(text):
        return 0, 0
    return (12, 0) if NOON.search(text) else None


def _zone_in(text: str) -> timezone | ZoneInfo | None:
    if match := OFFSET.search(text):
        sign = 1 if match["sign"] == "+" else -1
        hours, minutes = int(match["hours"]), int(match["minutes"] or 0)
        return timezone(sign * timedelta(hours=hours, minutes=minutes)) if hours < 15 else None
    if match := CITY.search(text):
        key = (match["city"] or match["city2"]).replace(" ", "_").casefold()
        if key in _zones_by_city():
            return _zone(_zones_by_city()[key])
    for abbreviation in ABBREVIATION.findall(text):
        if abbreviation in ZONES:
            return _zone(ZONES[abbreviation])
    return _zone(ZONES["МСК"]) if "мск" in text.casefold() else None


def _zone(name: str) -> timezone | ZoneInfo | None:
    if name == "UTC":
        return UTC
    try:
        return ZoneInfo(name)
    except ZoneInfoNotFoundError:
        return None


@cache
def _zones_by_city() -> dict[str, str]:
    """Return the zones that are named after a city."""
    return {name.rsplit("/", 1)[-1].casefold(): name for name in sorted(available_timezones()) if "/" in name}
