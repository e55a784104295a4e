"""The instant that an embargo line means: time and zone side by side, and nothing guessed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from importing.remarks import ImportRemark
from importing.understanding.lexicon.language import COMMON_WORDS
from importing.understanding.lexicon.vocabulary import pattern_for
from newsroom.language.calendar.clock import times_in_any_language
from newsroom.language.calendar.dates import DAY_FIRST, day_or_none, first_date_in
from newsroom.language.numerals.digits import western

MIDNIGHT = re.compile(rf"\b{pattern_for('midnight')}(?!\w)", re.IGNORECASE)
NOON = re.compile(rf"\b{pattern_for('noon')}(?!\w)", re.IGNORECASE)
OFFSET = re.compile(r"\b(?:UTC|GMT)\s?(?P<sign>[+−–-])\s?(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?")
ABBREVIATION = re.compile(r"(?P<name>[A-Z]{2,5}|МСК|мск)(?=\s*(?:[),.;:/(¦]|$|on\b|[–—-]))")
CITY = re.compile(
    rf"(?:in )?(?P<city>[A-Z][\w.'-]+(?: [A-Z][\w.'-]+)?) {pattern_for('time_behind_city')}\b"
    rf"|{pattern_for('time_before_city')}\s+(?P<city2>[A-ZА-Я][\w'-]+(?: [A-ZА-Я][\w'-]+)?)"
)
LEADING = re.compile(r"[\s(,\[]{0,3}")

#: Only abbreviations that mean one zone; one that names a season stands only for its own difference from UTC.
ZONES: dict[str, tuple[str, float | None]] = {
    "UTC": ("UTC", 0),
    "GMT": ("UTC", 0),
    "BST": ("Europe/London", 1),
    "WET": ("Europe/Lisbon", 0),
    "WEST": ("Europe/Lisbon", 1),
    "CET": ("Europe/Paris", 1),
    "CEST": ("Europe/Paris", 2),
    "MEZ": ("Europe/Berlin", 1),
    "MESZ": ("Europe/Berlin", 2),
    "EET": ("Europe/Athens", 2),
    "EEST": ("Europe/Athens", 3),
    "MSK": ("Europe/Moscow", 3),
    "МСК": ("Europe/Moscow", 3),
    "EAT": ("Africa/Nairobi", 3),
    "WAT": ("Africa/Lagos", 1),
    "CAT": ("Africa/Maputo", 2),
    "SAST": ("Africa/Johannesburg", 2),
    "ET": ("America/New_York", None),
    "EST": ("America/New_York", -5),
    "EDT": ("America/New_York", -4),
    "CT": ("America/Chicago", None),
    "CDT": ("America/Chicago", -5),
    "MT": ("America/Denver", None),
    "MDT": ("America/Denver", -6),
    "PT": ("America/Los_Angeles", None),
    "PST": ("America/Los_Angeles", -8),
    "PDT": ("America/Los_Angeles", -7),
    "BRT": ("America/Sao_Paulo", -3),
    "JST": ("Asia/Tokyo", 9),
    "HKT": ("Asia/Hong_Kong", 8),
    "SGT": ("Asia/Singapore", 8),
    "AEST": ("Australia/Brisbane", 10),
}


@dataclass(frozen=True, slots=True)
class Instant:
    """The instant a line means, and the name of its zone where one is told; or why it cannot be told."""

    until: datetime | None = None
    zone: str = ""
    doubt: ImportRemark = ImportRemark.EMBARGO_UNTOLD
    values: tuple[tuple[str, str], ...] = ()


def read_instant(text: str, language: str | None = None, dateline: date | None = None) -> Instant:
    """Return the instant that a line means when it tells a date, and beside a time its zone.

    `language` is that of the document: a word of it is no zone. `dateline` is the day of issue, which a doubt names.
    """
    found = first_date_in(text)
    if found is None:
        return Instant()
    if (other := _other_reading(text)) is not None and other != found.date:
        days = (("one", found.date.isoformat()), ("other", other.isoformat()))
        if dateline is None or dateline not in (other, found.date):
            return Instant(doubt=ImportRemark.EMBARGO_TWO_DAYS, values=days)
        values = (*days, ("dateline", dateline.isoformat()))
        return Instant(doubt=ImportRemark.EMBARGO_TWO_DAYS_DATELINE, values=values)
    around = f"{text[: found.start]}{'¦' * (found.end - found.start)}{text[found.end :]}"
    zoned = list(_times_with_zones(around, language))
    instants: set[datetime] = set()
    for hour, minute, zone, stated in zoned:
        if isinstance(zone, Instant):
            return zone
        until = _at(found.date, hour, minute, zone)
        if (doubt := _doubt(until, stated)) is not None:
            return Instant(doubt=doubt)
        instants.add(until)
    if not instants:
        return Instant()
    if len({instant.astimezone(UTC) for instant in instants}) > 1:
        return Instant(doubt=ImportRemark.EMBARGO_TWO_INSTANTS)
    until = min(instants, key=lambda instant: instant.isoformat())
    return Instant(until, until.tzinfo.key if isinstance(until.tzinfo, ZoneInfo) else "")


def instant_in(text: str) -> datetime | None:
    """Return the instant that a line alone means, or None when it cannot be told."""
    return read_instant(text).until


def _other_reading(text: str) -> date | None:
    """Return the day that digits mean where the month stands first, if there is one."""
    match = DAY_FIRST.search(western(text[:400]))
    if match is None:
        return None
    return day_or_none(int(match["year"]), int(match["day"]), int(match["month"]))


def _at(day: date, hour: int, minute: int, zone: tzinfo) -> datetime:
    midnight = datetime(day.year, day.month, day.day, tzinfo=zone)
    return midnight + timedelta(days=1) if hour == 24 else midnight.replace(hour=hour, minute=minute)


def _doubt(until: datetime, stated: float | None) -> ImportRemark | None:
    """Say what is wrong with an instant: another season's name, a time that the clock skips or shows twice."""
    if until.utcoffset() != until.replace(fold=1).utcoffset():
        return ImportRemark.EMBARGO_CLOCK
    offset = until.utcoffset()
    if stated is not None and offset is not None and offset != timedelta(hours=stated):
        return ImportRemark.EMBARGO_SEASON
    return None


def _times_with_zones(text: str, language: str | None) -> Iterator[tuple[int, int, tzinfo | Instant, float | None]]:
    """Yield each time of day that has its zone right behind; in place of a zone in doubt, the doubt."""
    masked = OFFSET.sub(lambda match: "¦" * len(match[0]), text)
    times = [(time.hour, time.minute, time.end) for time in times_in_any_language(masked)]
    for pattern, hour in ((MIDNIGHT, 0), (NOON, 12)):
        times += [(hour, 0, match.end()) for match in pattern.finditer(masked)]
    for hour, minute, end in times:
        zone = _zone_behind(text, end, language)
        if zone is not None:
            yield hour, minute, *zone


def _zone_behind(text: str, end: int, language: str | None) -> tuple[tzinfo | Instant, float | None] | None:
    leading = LEADING.match(text, end)
    start = leading.end() if leading else end
    if match := OFFSET.match(text, start):
        sign = 1 if match["sign"] == "+" else -1
        hours, minutes = int(match["hours"]), int(match["minutes"] or 0)
        return (timezone(sign * timedelta(hours=hours, minutes=minutes)), None) if hours < 15 else None
    if match := CITY.match(text, start):
        return _of_city(match["city"] or match["city2"])
    if match := ABBREVIATION.match(text, start):
        name = match["name"].upper()
        is_word = language is not None and name.casefold() in COMMON_WORDS.get(language, frozenset())
        if name in ZONES and not is_word:
            key, stated = ZONES[name]
            zone = _zone(key)
            return (zone, stated) if zone is not None else None
    return None


def zone_called_behind(text: str, end: int, language: str | None) -> tuple[str | None, str | None]:
    """Return how the zone right behind a time is called and its IANA name; None for what is not told or in doubt."""
    found = _zone_behind(text, end, language)
    leading = LEADING.match(text, end)
    start = leading.end() if leading else end
    named = OFFSET.match(text, start) or CITY.match(text, start) or ABBREVIATION.match(text, start)
    if found is None or named is None:
        return None, None
    zone, _stated = found
    if isinstance(zone, Instant):
        return None, None
    if isinstance(zone, ZoneInfo):
        return named[0].strip(), zone.key
    return named[0].strip(), "UTC" if zone is UTC else _zone_of_offset(zone)


def _zone_of_offset(zone: tzinfo) -> str | None:
    """Return the zone that clocks know of a difference from UTC in whole hours; its name counts the other way round."""
    seconds = int((zone.utcoffset(None) or timedelta()).total_seconds())
    return f"Etc/GMT{-seconds // 3600:+}" if seconds % 3600 == 0 and seconds else None


def _of_city(city: str) -> tuple[tzinfo | Instant, float | None] | None:
    keys = _zones_by_city().get(city.replace(" ", "_").casefold(), ())
    if not keys:
        return None
    if len(keys) > 1 or keys[0].count("/") > 1:
        return Instant(doubt=ImportRemark.EMBARGO_CITY, values=(("text", city),)), None
    zone = _zone(keys[0])
    return (zone, None) if zone is not None else None


def _zone(name: str) -> tzinfo | None:
    if name == "UTC":
        return UTC
    try:
        return ZoneInfo(name)
    except ZoneInfoNotFoundError:
        return None


@cache
def _zones_by_city() -> dict[str, tuple[str, ...]]:
    """Return the zones that are named after a city; those of a region within a country come last."""
    found: dict[str, list[str]] = {}
    for name in sorted(available_timezones(), key=lambda name: (name.count("/"), name)):
        if "/" in name and not name.startswith(("Etc/", "posix/", "right/", "SystemV/")):
            found.setdefault(name.rsplit("/", 1)[-1].casefold(), []).append(name)
    return {
        city: tuple(name for name in names if name.count("/") == names[0].count("/")) for city, names in found.items()
    }
