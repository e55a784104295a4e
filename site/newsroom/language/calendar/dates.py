"""Dates as languages write them, with the weekday that stands beside them."""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from newsroom.language.catalogue import ROWS, language_row
from newsroom.language.facts import Language
from newsroom.language.numerals.digits import western
from newsroom.language.script.letters import ARABIC_SAME

#: How far before a date the day stands that shares its month.
LONGEST_BEFORE = 40
#: How much of a text is searched for its first date.
LONGEST_SEARCHED = 400
YEAR = r"(?P<year>(?:19|20)\d\d)"
YEAR_FIRST = re.compile(rf"(?<![\d-]){YEAR}-(?P<month>\d\d?)-(?P<day>\d\d?)(?![\d-])")
#: The same with other signs between, which elsewhere part other numbers: only where a date is looked for.
YEAR_FIRST_ANYHOW = re.compile(
    rf"(?<!\d){YEAR}\s?[年./-]\s?(?P<month>\d{{1,2}})\s?[月./-]\s?(?P<day>\d{{1,2}})日?(?!\d)"
)
DAY_FIRST = re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})[./](?P<month>\d{{1,2}})[./]{YEAR}(?!\d)")


@dataclass(frozen=True)
class DateInText:
    """A date and where it stands; the year and the weekday as far as they are stated (Monday is 0)."""

    day: int
    month: int
    year: int | None
    weekday: int | None
    start: int
    end: int
    #: Whether nothing but digits says it.
    is_in_digits: bool = False
    #: Whether month and day may change places: "5/6/2026".
    is_ambiguous: bool = False

    @property
    def readings(self) -> tuple[tuple[int, int], ...]:
        """The month and day it may mean."""
        meant = (self.month, self.day)
        return (meant, (self.day, self.month)) if self.is_ambiguous else (meant,)

    def on_calendar(self, near: datetime.date) -> datetime.date | None:
        """The day meant; without a year the one that lies nearest to another day. None if there is no such day."""
        years = [self.year] if self.year else [near.year - 1, near.year, near.year + 1]
        found = [day for year in years if (day := day_or_none(year, self.month, self.day))]
        return min(found, key=lambda day: abs(day - near)) if found else None

    def is_wrong(self, near: datetime.date) -> bool:
        """Whether the weekday is not that of the date, or there is no such date."""
        day = self.on_calendar(near)
        return day is None or (self.weekday is not None and day.weekday() != self.weekday)


def dates_in(text: str, code: str) -> list[DateInText]:
    """The dates in a text of a language, in order."""
    language = language_row(code)
    text = western(text)
    found: list[DateInText] = []
    for pattern in patterns(language):
        for match in pattern.finditer(text):
            date = date_of(match, (language,))
            if date and not any(each.start < date.end and date.start < each.end for each in found):
                found.append(date)
                found.extend(other_day_of(date, text, language))
    return sorted(found, key=lambda date: date.start)


def wrong_dates_in(text: str, code: str, near: datetime.date) -> Iterator[tuple[str, datetime.date | None]]:
    """The dates that are none or stand beside another weekday than theirs, with the day meant if there is one."""
    for date in dates_in(text, code):
        if date.is_wrong(near):
            yield text[date.start : date.end].strip(" .,"), date.on_calendar(near)


@dataclass(frozen=True)
class FoundDate:
    """A day with its year and where it stands in a text."""

    date: datetime.date
    start: int
    end: int


def first_date_in(text: str) -> FoundDate | None:
    """The first date near the beginning of a text in whatever language that has a year, with where it stands.

    Where only digits say it, the day comes before the month unless that is impossible.
    """
    text = western(text[:LONGEST_SEARCHED])
    languages = tuple(ROWS.values())
    matches = [match for pattern in patterns_of_any_language() for match in pattern.finditer(text)]
    for match in sorted(matches, key=lambda match: match.start()):
        date = date_of(match, languages)
        day = day_or_none(date.year, date.month, date.day) if date and date.year else None
        if day:
            return FoundDate(day, match.start(), match.end())
    return None


def day_or_none(year: int, month: int, day: int) -> datetime.date | None:
    """A day of the calendar, if it is one."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


@cache
def numbered_names(words: tuple[str, ...]) -> dict[str, int]:
    """Names of months or weekdays with their number, from 0; Arabic ones without their hamza too."""
    found: dict[str, int] = {}
    for number, group in enumerate(words):
        for name in group.split("|"):
            found.setdefault(name, number)
            found.setdefault(name.translate(ARABIC_SAME), number)
    return found


def any_name(languages: Iterable[Language], fact: str) -> str:
    """A pattern for any name of a month or weekday, the longest first; with cases where a language has them."""
    forms: dict[str, str] = {}
    for language in languages:
        for name in numbered_names(getattr(language, fact)):
            bent = language.case_ending and is_bent(name, getattr(language, fact))
            forms[name] = rf"{re.escape(name[:-1])}\w{{0,{language.case_ending}}}" if bent else re.escape(name)
    return "|".join(forms[name] for name in sorted(forms, key=len, reverse=True)) or r"(?!)"


@cache
def is_bent(name: str, names: tuple[str, ...]) -> bool:
    """Whether a name of a month or weekday has cases: one that is the beginning of another is an abbreviation."""
    group = next((group for group in names if name in group.split("|")), "")
    return len(name) > 3 and not any(other != name and other.startswith(name) for other in group.split("|"))


def any_date_word(languages: Iterable[Language], fact: str) -> str:
    """A pattern for a fact of any of some languages."""
    return "|".join(dict.fromkeys(filter(None, (getattr(each, fact) for each in languages)))) or r"(?!)"


@cache
def patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    """How dates are written in a language."""
    own = (language,)
    weekday, month = any_name(own, "weekdays"), any_name(own, "months")
    if language.is_spaceless:
        beside = rf"\s?[（(]?\s?(?P<weekday>{weekday})?"
        written = rf"(?:{YEAR}\s?年\s?)?(?P<month>\d{{1,2}})\s?月\s?(?P<day>\d{{1,2}})\s?[日号]{beside}"
        return (re.compile(written), YEAR_FIRST, DAY_FIRST)
    article = any_date_word(own, "day_articles")
    before = rf"(?:\b(?:{language.grown_on})?(?P<weekday>{weekday})\b[,،.]?\s+(?:(?:{article})\s+)?)?"
    link = rf"(?:(?:{any_date_word(own, 'date_links')})\s+)?"
    ordinal = rf"(?:{any_date_word(own, 'ordinals')}|\.)?"
    after = rf"(?:\s?/\s?(?:{month}))?(?:[,،]?\s+{link}{YEAR})?(?!\w)"
    forms = [rf"{before}(?<![A-Za-z\d.,:])(?P<day>\d{{1,2}}){ordinal}\s+{link}(?P<month>{month})\b\.?{after}"]
    if language.puts_month_first:
        day = rf"(?P<day>\d{{1,2}}){ordinal}(?![\d:])"
        forms.append(rf"{before}\b(?P<month>{month})\b\.?\s+{day}(?:,?\s+{YEAR})?")
    return (*(re.compile(form, re.IGNORECASE) for form in forms), YEAR_FIRST, DAY_FIRST)


@cache
def patterns_of_any_language() -> tuple[re.Pattern[str], ...]:
    """How dates with a year are written in any of the languages."""
    languages = tuple(ROWS.values())
    month, link = any_name(languages, "months"), any_date_word(languages, "date_links")
    ordinal = rf"(?:{any_date_word(languages, 'ordinals')}|\.)?"
    return (
        re.compile(
            rf"(?P<day>\d{{1,2}}){ordinal},?(?:\s+(?:{link}))?\s+(?P<month>{month})(?:\s?/\s?(?:{month}))?\b\.?,?"
            rf"(?:\s+(?:{link}))?\s+{YEAR}",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?P<month>{month})\b\.?\s+(?P<day>\d{{1,2}}){ordinal},?\s+{YEAR}", re.IGNORECASE),
        YEAR_FIRST_ANYHOW,
        DAY_FIRST,
    )


@cache
def joined_day_pattern(language: Language) -> re.Pattern[str]:
    """What stands beside a date where it is one of two days of the same month: "3 and" before "4 December"."""
    between = any_date_word((language,), "between_days")
    if language.is_spaceless:
        return re.compile(rf"\s?(?:{between}|[-–—])\s?(?P<day>\d{{1,2}})\s?[日号]")
    article = rf"(?:(?:{any_date_word((language,), 'day_articles')})\s+)?"
    words = rf"\s?[-–—]\s?|\s+(?:{between})\s+{article}"
    words += rf"|\s+(?:{language.grown_on}\s?)?" if language.grown_on else ""
    weekday, ordinal = any_name((language,), "weekdays"), rf"(?:{any_date_word((language,), 'ordinals')})?"
    before = rf"(?:\b(?P<weekday>{weekday})\b,?\s+{article})?(?<![A-Za-z\d.,:])(?P<day>\d{{1,2}}){ordinal}(?:{words})$"
    return re.compile(before, re.IGNORECASE)


def other_day_of(date: DateInText, text: str, language: Language) -> Iterator[DateInText]:
    """The day that shares month and year with a date, if there is one."""
    if language.is_spaceless:
        match, offset = joined_day_pattern(language).match(text, date.end), 0
    else:
        offset = max(0, date.start - LONGEST_BEFORE)
        match = joined_day_pattern(language).search(text[offset : date.start])
    if match and not date.is_in_digits and 1 <= int(match["day"]) <= 31:
        weekday = number_of_name(match.groupdict().get("weekday"), (language,), "weekdays")
        start, end = offset + match.start(), offset + match.end()
        yield DateInText(int(match["day"]), date.month, date.year, weekday, start, end)


def date_of(match: re.Match[str], languages: tuple[Language, ...]) -> DateInText | None:
    """What a match says; None for a month that there is not."""
    parts = match.groupdict()
    day, written = int(parts["day"]), parts["month"]
    named = None if written.isdecimal() else number_of_name(written, languages, "months")
    month = int(written) if written.isdecimal() else (named + 1 if named is not None else 0)
    if match.re in (DAY_FIRST, YEAR_FIRST_ANYHOW) and month > 12 >= day:
        day, month = month, day
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    weekday = number_of_name(parts.get("weekday"), languages, "weekdays")
    year = int(parts["year"]) if parts.get("year") else None
    return DateInText(
        day,
        month,
        year,
        weekday,
        match.start(),
        match.end(),
        is_in_digits=match.re in (YEAR_FIRST, YEAR_FIRST_ANYHOW, DAY_FIRST),
        is_ambiguous=match.re is DAY_FIRST and day <= 12 and day != month,
    )


def number_of_name(word: str | None, languages: Iterable[Language], fact: str) -> int | None:
    """The number of a month or weekday, from 0, in whatever case of it; None for none."""
    if not word:
        return None
    word = word.casefold()
    for language in languages:
        known = numbered_names(getattr(language, fact))
        if word in known:
            return known[word]
        if language.case_ending:
            names = getattr(language, fact)
            stems = (number for name, number in known.items() if is_bent(name, names) and word.startswith(name[:-1]))
            if (number := next(stems, None)) is not None:
                return number
    return None
