"""When something takes place: days, hours and the zone of their clocks, and nothing guessed without saying so."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from importing.proposed_occasions import WrittenMoment
from importing.understanding.instants import zone_called_behind
from importing.understanding.lexicon.vocabulary import pattern_for
from newsroom.language.calendar.clock import Clock, times_in_any_language
from newsroom.language.calendar.dates import first_date_in
from newsroom.language.calendar.periods import Period, periods_in
from newsroom.language.calendar.places import zone_of_place
from newsroom.language.catalogue import ROWS
from newsroom.language.numerals.digits import western

NOON = 12 * 60
#: "March 10-13, 2015" is written as languages write it that put the day first.
MONTH_BEFORE_DAYS = re.compile(r"([^\W\d_]{3,12})\s(\d{1,2})\s?[-–—]\s?(\d{1,2}),?\s((?:19|20)\d\d)")
MINUTES = re.compile(
    rf"(?<!\d)(\d{{1,3}})[\s-]?(?:{pattern_for('occasions.minutes')})(?![^\W\d_])|(?<!\d)(\d{{1,3}})\s?[’′']", re.I
)
BETWEEN_TIMES = re.compile(r"[^\d¦;]{1,12}")
MOST_BETWEEN = 12
MOST_PERIODS = 40
#: "and" grown onto a month with its year.
GROWN_MONTH = re.compile(rf"(?<!\w){pattern_for('occasions.grown_and')}(?=[\u0620-\u064a]{{4,12}}\s(?:19|20)\d\d)")
ZONE_BY_CITY = re.compile(
    rf"{pattern_for('time_before_city')}\s+(?P<city>[^\s,،.;()]+(?:\s[^\s,،.;()]+)?)", re.IGNORECASE
)
ZONE_OF_SHORT_CITY = {"NY": "New York", "NYC": "New York"}


@dataclass(frozen=True, slots=True)
class WrittenHours:
    """Two times of a day or one, in minutes since midnight, and where they stand in the text."""

    since: int
    until: int | None
    start: int
    end: int


def moment_of(texts: Iterable[str], language: str | None, place: str | None = None) -> WrittenMoment:
    """Return when something takes place, from the lines that say so; the zone may be proposed from the place."""
    text = prepared(" ¦ ".join(texts))
    periods = periods_of(text)
    days = [period for period in periods if period.is_day]
    months = [period for period in periods if not period.is_day]
    first, last = (days[0].since, days_end(days, text)) if days else (None, None)
    hours = next(hours_in(masked(text, periods)), None)
    label, zone = zone_in(text, hours, language)
    proposed = zone or (zone_of(place, language) if place else None)
    return WrittenMoment(
        starts_on=first.isoformat() if first else None,
        starts_time=clock_of(hours.since) if hours else None,
        ends_on=last.isoformat() if last and last != first else None,
        ends_time=clock_of(hours.until) if hours and hours.until is not None else None,
        month=f"{months[0].since:%Y-%m}" if months and not days else None,
        zone=proposed or None,
        zone_label=label,
        is_zone_proposed=bool(proposed and not zone),
    )


def prepared(text: str) -> str:
    """Return a text whose digits are western, whose bars part what stands beside them, with "and" apart from months."""
    parted = GROWN_MONTH.sub(r"\g<0> ", MONTH_BEFORE_DAYS.sub(r"\2 - \3 \1 \4", western(text)))
    return parted.replace("|", "¦")


def periods_of(text: str) -> list[Period]:
    """Return the days and months of a text, also those that only languages write which the newsroom has no pages in."""
    found = periods_in(text)
    hidden = masked(text, found)
    while len(found) < MOST_PERIODS and (day := first_date_in(hidden)) is not None:
        found.append(Period(day.date, day.date, day.start, day.end))
        hidden = masked(hidden, found[-1:])
    return sorted(found, key=lambda period: period.start)


def days_end(days: list[Period], text: str) -> date:
    """Return the last day, where the second day is joined with the first by a dash or a word."""
    if len(days) > 1 and "¦" not in text[days[0].end : days[1].start] and days[1].start - days[0].end <= MOST_BETWEEN:
        return days[1].since
    return days[0].since


def masked(text: str, periods: Iterable[Period]) -> str:
    """Return a text without its dates, each character where it stood."""
    for period in periods:
        text = f"{text[: period.start]}{'¦' * (period.end - period.start)}{text[period.end :]}"
    return text


def hours_in(text: str) -> Iterator[WrittenHours]:
    """Yield the times of a text in order, two that a dash or a short word joins as one."""
    times = list(times_in_any_language(text))
    index = 0
    while index < len(times):
        first = times[index]
        second = times[index + 1] if index + 1 < len(times) else None
        if second is not None and BETWEEN_TIMES.fullmatch(text[first.end : second.start]):
            since, until = in_one_half(minutes_of(first), minutes_of(second))
            yield WrittenHours(since, until, first.start, second.end)
            index += 2
        else:
            yield WrittenHours(minutes_of(first), None, first.start, first.end)
            index += 1


def in_one_half(since: int, until: int) -> tuple[int, int]:
    """Return two times of which one alone says in which half of the day it is: "9:30 – 1:30 PM", "下午2:00-3:30"."""
    if until - since >= NOON and until - NOON >= since and since < NOON and since + NOON < until:
        return since + NOON, until
    if until < since and until + NOON > since and until < NOON:
        return since, until + NOON
    return since, until


def minutes_of(clock: Clock) -> int:
    """Return a time in minutes since midnight; midnight at the end of a day is the beginning of the next."""
    return (clock.hour % 24) * 60 + clock.minute


def clock_of(minutes: int | None) -> str | None:
    """Return minutes since midnight as "HH:MM"."""
    return None if minutes is None else f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def lasting(since: int | None, until: int | None) -> int | None:
    """Return how many minutes lie between two times; past midnight too."""
    return (until - since) % (24 * 60) or None if since is not None and until is not None else None


def zone_in(text: str, hours: WrittenHours | None, language: str | None) -> tuple[str | None, str | None]:
    """Return how the zone behind some hours is called, and its IANA name; None for what is not told."""
    if hours is None:
        return None, None
    label, zone = zone_called_behind(text, hours.end, language)
    city = ZONE_BY_CITY.match(text[hours.end :].lstrip(" (,،"))
    if zone is None and city is not None:
        named = zone_of_place(city["city"], row_code(language)) or zone_of_place(
            city["city"].split()[0], row_code(language)
        )
        return (city["city"], named) if named else (None, None)
    return label, zone


def zone_of(place: str, language: str | None) -> str:
    """Return the zone of the city that a place ends in or begins with; "" where none is known."""
    parts = [part.strip(" .") for part in place.split(",")]
    cities = [ZONE_OF_SHORT_CITY.get(part, part) for part in (parts[-1], *parts)]
    return next(filter(None, (zone_of_place(city, row_code(language)) for city in cities if city)), "")


def row_code(language: str | None) -> str:
    """Return the code under which the newsroom knows a language, English where it does not."""
    main = (language or "en").split("-")[0]
    return next((code for code in ROWS if code.split("-")[0] == main), "en")
