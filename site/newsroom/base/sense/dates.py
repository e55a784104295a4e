"""Dates as the six languages write them, with the weekday that stands beside them.

The names of months and weekdays are those of Django's catalogues and our own.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.utils import dates, translation

from newsroom.base.sense.digits import western

A_WEEK = 7
#: How far before a date the day stands that shares its month.
LONGEST_BEFORE = 40
UNDIVIDED = frozenset({"zh-hans"})


@dataclass(frozen=True)
class DateInText:
    """A date and where it stands; the year and the weekday as far as they are stated (Monday is 0)."""

    day: int
    month: int
    year: int | None
    weekday: int | None
    start: int
    end: int

    def on_calendar(self, near: datetime.date) -> datetime.date | None:
        """The day meant; without a year the one that lies nearest to another day. None if there is no such day."""
        years = [self.year] if self.year else [near.year - 1, near.year, near.year + 1]
        found = [day for year in years if (day := day_or_none(year, self.month, self.day))]
        return min(found, key=lambda day: abs(day - near)) if found else None

    def is_wrong(self, near: datetime.date) -> bool:
        """Whether the weekday is not that of the date, or there is no such date."""
        day = self.on_calendar(near)
        return day is None or (self.weekday is not None and day.weekday() != self.weekday)


def day_or_none(year: int, month: int, day: int) -> datetime.date | None:
    """A day of the calendar, if it is one."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def names(code: str, *tables: dict[int, object]) -> dict[str, int]:
    """The names in a language of what such tables count, in small letters, without full stops."""
    found: dict[str, int] = {}
    with translation.override(code):
        for table in tables:
            for number, name in table.items():
                for part in str(name).casefold().split("/"):
                    found.setdefault(part.strip(" ."), number)
    return found


@lru_cache
def months(code: str) -> dict[str, int]:
    """The months of a language by name."""
    return names(code, dates.MONTHS, dates.MONTHS_ALT, dates.MONTHS_AP, dates.MONTHS_3)  # type: ignore[arg-type]


@lru_cache
def weekdays(code: str) -> dict[str, int]:
    """The weekdays of a language by name; Monday is 0."""
    found = names(code, dates.WEEKDAYS)  # type: ignore[arg-type]
    if code == "zh-hans":
        for number, sign in enumerate("一二三四五六日"):
            found |= {f"{word}{sign}": number for word in ("星期", "周", "礼拜")}
        found |= {"星期天": 6, "周天": 6}
    return found


def any_of(words: dict[str, int], code: str) -> str:
    """A pattern for any of these names; Russian ones in whatever case."""
    longest_first = sorted(words, key=len, reverse=True)
    if code == "ru":
        return "|".join(
            rf"{re.escape(word[:-1])}\w{{0,3}}" if len(word) > 3 else re.escape(word) for word in longest_first
        )
    return "|".join(re.escape(word) for word in longest_first)


@lru_cache
def patterns(code: str) -> list[re.Pattern[str]]:
    """How dates are written in a language."""
    weekday, month = any_of(weekdays(code), code), any_of(months(code), code)
    year = r"(?P<year>(?:19|20)\d\d)"
    iso = re.compile(rf"(?<![\d-]){year}-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])")
    if code in UNDIVIDED:
        beside = rf"\s?[（(]?\s?(?P<weekday>{weekday})?"
        return [re.compile(rf"(?:{year}\s?年\s?)?(?P<month>\d{{1,2}})\s?月\s?(?P<day>\d{{1,2}})\s?[日号]{beside}"), iso]
    and_in_arabic = "و?" if code == "ar" else ""
    before = rf"(?:\b{and_in_arabic}(?P<weekday>{weekday})\b[,،.]?\s+(?:(?:the|le|el|den)\s+)?)?"
    of = r"(?:st|nd|rd|th|er|º|ª|\.|-го)?\s+(?:(?:of|de|del)\s+)?"
    after = rf"(?:\s?/\s?(?:{month}))?(?:[,،]?\s+(?:(?:of|de|del)\s+)?{year})?(?!\w)"
    day_first = rf"{before}(?<![A-Za-z\d.,:])(?P<day>\d{{1,2}}){of}(?P<month>{month})\b\.?{after}"
    forms = [re.compile(day_first, re.IGNORECASE)]
    if code == "en":
        month_first = (
            rf"{before}\b(?P<month>{month})\b\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:,?\s+{year})?"
        )
        forms.append(re.compile(month_first, re.IGNORECASE))
    return [*forms, iso]


def dates_in(text: str, code: str) -> list[DateInText]:
    """The dates in a text of a language, in order."""
    text = western(text)
    found: list[DateInText] = []
    for pattern in patterns(code):
        for match in pattern.finditer(text):
            date = date_of(match, code)
            if date and not any(each.start < date.end and date.start < each.end for each in found):
                found.append(date)
                found.extend(other_day_of(date, text, code))
    return sorted(found, key=lambda date: date.start)


@lru_cache
def joined(code: str) -> re.Pattern[str]:
    """What stands beside a date where it is one of two days of the same month: "3 and" before "4 December"."""
    if code in UNDIVIDED:
        return re.compile(r"\s?(?:和|至|、|到|[-–—])\s?(?P<day>\d{1,2})\s?[日号]")
    words = r"\s?[-–—]\s?|\s+(?:and|to|or|et|au|ou|y|al|e|и|по|на|إلى)\s+(?:(?:the|le|el)\s+)?|\s+و\s?"
    words += r"|\s+" if code == "ar" else ""
    weekday = any_of(weekdays(code), code)
    ordinal = r"(?:st|nd|rd|th|er|º|-го)?"
    article = r"(?:(?:the|le|el)\s+)?"
    before = rf"(?:\b(?P<weekday>{weekday})\b,?\s+{article})?(?<![A-Za-z\d.,:])(?P<day>\d{{1,2}}){ordinal}(?:{words})$"
    return re.compile(before, re.IGNORECASE)


def other_day_of(date: DateInText, text: str, code: str) -> Iterator[DateInText]:
    """The day that shares month and year with a date, if there is one."""
    if code in UNDIVIDED:
        match, offset = joined(code).match(text, date.end), 0
    else:
        offset = max(0, date.start - LONGEST_BEFORE)
        match = joined(code).search(text[offset : date.start])
    if match and 1 <= int(match["day"]) <= 31:
        weekday = number_of(match["weekday"], weekdays(code)) if match.groupdict().get("weekday") else None
        start, end = offset + match.start(), offset + match.end()
        yield DateInText(int(match["day"]), date.month, date.year, weekday, start, end)


def date_of(match: re.Match[str], code: str) -> DateInText | None:
    """What a match says; None for a month that there is not."""
    parts = match.groupdict()
    month = int(parts["month"]) if parts["month"].isdecimal() else number_of(parts["month"], months(code))
    if month is None or not 1 <= month <= 12 or not 1 <= int(parts["day"]) <= 31:
        return None
    weekday = number_of(parts["weekday"], weekdays(code)) if parts.get("weekday") else None
    year = int(parts["year"]) if parts.get("year") else None
    return DateInText(int(parts["day"]), month, year, weekday, match.start(), match.end())


def number_of(word: str, words: dict[str, int]) -> int | None:
    """The number of a name, in whatever case of Russian."""
    word = word.casefold()
    if word in words:
        return words[word]
    stems = (number for name, number in words.items() if len(name) > 3 and word.startswith(name[:-1]))
    return next(stems, None)


def wrong_dates_in(text: str, code: str, near: datetime.date) -> Iterator[tuple[str, datetime.date | None]]:
    """The dates that are none or stand beside another weekday than theirs, with the day meant if there is one."""
    for date in dates_in(text, code):
        if date.is_wrong(near):
            yield text[date.start : date.end].strip(" .,"), date.on_calendar(near)
