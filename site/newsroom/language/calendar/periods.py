"""Days and months with a year, as people write them when they ask for one: in the words of any language
of the newsroom, in digits."""

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from newsroom.language.calendar.dates import (
    YEAR,
    YEAR_FIRST_ANYHOW,
    DateInText,
    any_date_word,
    any_name,
    date_of,
    dates_in,
    day_or_none,
    number_of_name,
)
from newsroom.language.catalogue import full_rows, language_row
from newsroom.language.facts import Language
from newsroom.language.numerals.digits import western
from newsroom.language.numerals.numbers import SIGNS, number_in_signs

#: A name of a month with fewer letters is an abbreviation.
SHORTEST_NAME = 4
A_YEAR = re.compile(YEAR)
MONTH_FIRST_IN_DIGITS = re.compile(rf"(?<![\d./-])(?P<month>\d{{1,2}})[./]{YEAR}(?![\d./-])")
YEAR_FIRST_IN_SIGNS = re.compile(
    r"(?P<year>(?:19|20)\d\d|[一二][〇零一二三四五六七八九]{3})\s?年\s?(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s?月份?"
    r"(?:\s?(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s?[日号])?"
)
YEAR_FIRST_IN_DIGITS = re.compile(rf"(?<![\d./-]){YEAR}\s?[年./-]\s?(?P<month>\d{{1,2}})(?![\d./-])\s?(?:月份?)?")


@dataclass(frozen=True)
class Period:
    """A day or a month and where it stands in a text; both ends included. `others` are what it may mean beside that."""

    since: datetime.date
    until: datetime.date
    start: int
    end: int
    others: tuple[tuple[datetime.date, datetime.date], ...] = ()

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.since == self.until


def periods_in(text: str) -> list[Period]:
    """The days and months with a year in a text, in order, whatever the language; the longer where two overlap."""
    text = western(text)
    found: list[Period] = []
    if not A_YEAR.search(text) and not YEAR_FIRST_IN_SIGNS.search(text):
        return found
    read = [*days_in(text), *months_in(text), *in_signs_in(text)]
    for period in sorted(read, key=lambda each: (each.start - each.end, each.start)):
        if not any(each.start < period.end and period.start < each.end for each in found):
            found.append(period)
    return [with_year_word(period, text) for period in sorted(found, key=lambda period: period.start)]


def with_year_word(period: Period, text: str) -> Period:
    """A day or a month with the word for "year" that stands behind it, if one does."""
    match = year_word().match(text, period.end)
    return replace(period, end=match.end()) if match else period


@cache
def year_word() -> re.Pattern[str]:
    """The word for "year" behind one, in any language."""
    return re.compile(rf"\s?(?:{any_date_word(full_rows(), 'year_word')})", re.IGNORECASE)


def days_in(text: str) -> Iterator[Period]:
    """The days in a text, as each language reads it."""
    dates = [date for row in full_rows() for date in dates_in(text, row.code)]
    matches = (date_of(match, ()) for match in YEAR_FIRST_ANYHOW.finditer(text))
    for date in dict.fromkeys([*dates, *filter(None, matches)]):
        days = list(days_of(date))
        if days:
            first, *others = days
            end = len(text[: date.end].rstrip())
            yield Period(first, first, date.start, end, tuple((day, day) for day in others))


def days_of(date: DateInText) -> Iterator[datetime.date]:
    """The days of the calendar that a date with a year may mean."""
    for month, day in date.readings:
        if date.year and (found := day_or_none(date.year, month, day)):
            yield found


def months_in(text: str) -> Iterator[Period]:
    """The months in a text."""
    rows = tuple(full_rows())
    for pattern in (named_month(), MONTH_FIRST_IN_DIGITS, YEAR_FIRST_IN_DIGITS):
        for match in pattern.finditer(text):
            written, year = match["month"], int(match["year"])
            named = None if written.isdecimal() else number_of_name(written, rows, "months")
            month = int(written) if written.isdecimal() else (-1 if named is None else named) + 1
            if 1 <= month <= 12:
                yield month_at(year, month, match)


def month_at(year: int, month: int, match: re.Match[str]) -> Period:
    """A month that stands where a pattern matches."""
    last = calendar.monthrange(year, month)[1]
    return Period(datetime.date(year, month, 1), datetime.date(year, month, last), match.start(), match.end())


def in_signs_in(text: str) -> Iterator[Period]:
    """The days and months of a text of which a part is written in Chinese signs: 2026年十一月, 二〇二六年."""
    for match in YEAR_FIRST_IN_SIGNS.finditer(text):
        year = int("".join(str(SIGNS.get(sign, sign)) for sign in match["year"]))
        month, day = (of_signs(match[name]) for name in ("month", "day"))
        if day and (found := day_or_none(year, month, day)):
            yield Period(found, found, match.start(), match.end())
        elif not day and 1 <= month <= 12:
            yield month_at(year, month, match)


def of_signs(written: str | None) -> int:
    """A number in digits or in Chinese signs; 0 for none."""
    if not written:
        return 0
    return int(written) if written.isdecimal() else number_in_signs(written)


@cache
def named_month() -> re.Pattern[str]:
    """A month by its name in any language, before its year."""
    rows = tuple(full_rows())
    month, link = any_name(rows, "months"), any_date_word(rows, "date_links")
    return re.compile(
        rf"(?<!\d\s)\b(?P<month>{month})\b\.?,?(?:\s?/\s?(?:{month}))?(?:\s+(?:{link}))?\s+{YEAR}(?!\w)", re.IGNORECASE
    )


def written_forms(period: Period, code: str) -> list[str]:
    """How a text of a language may write a day or a month with its year: with each name of the month, and in digits."""
    language, year = language_row(code), period.since.year
    digits = period.since.isoformat() if period.is_day else f"{period.since:%Y-%m}"
    if language.is_spaceless:
        return [f"{year}年{form}" for form in forms_without_year(period, code)] + [digits]
    link = link_of(language)
    return [*(joined(form, link, str(year)) for form in forms_without_year(period, code)), digits]


def forms_without_year(period: Period, code: str) -> list[str]:
    """The same without the year."""
    language = language_row(code)
    month, day = period.since.month, period.since.day if period.is_day else ""
    if language.is_spaceless:
        return [f"{month}月{day}日" if day else f"{month}月"]
    names = language.months[month - 1].split("|")
    names = [name for name in names if len(name) >= SHORTEST_NAME] or names[:1]
    if not day:
        return names
    forms = [joined(str(day), link_of(language), name) for name in names]
    return [*forms, *(f"{name} {day}" for name in names if language.puts_month_first)]


def link_of(language: Language) -> str:
    """The word that a language writes between day, month and year, if it has one."""
    return "de" if r"\d\e" in language.date_forms.full else ""


def joined(*parts: str) -> str:
    """Those parts that there are, parted by spaces."""
    return " ".join(filter(None, parts))
