"""The numbers in a text, read as its language writes them.

A thousand is "1,000" in English, "1.000" in Spanish, "1 000" in French and "١٬٠٠٠" in Arabic: all are the same number.
Where a text may be read in two ways, each reading counts.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

SPACES = "\u00a0\u202f\u2009 "
#: How a language groups thousands and where its decimals begin.
THOUSANDS = {"en": ",", "zh": ",", "fr": SPACES, "ru": SPACES, "es": "." + SPACES, "ar": ",.٬" + SPACES}
DECIMALS = {"en": ".", "zh": ".", "fr": ",", "ru": ",", "es": ",", "ar": ".,٫"}
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
DIGIT_DATE = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)")
ISO_DATE = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
CHINESE_MONTH = re.compile(r"(?<!\d)\d{1,2}\s*月")
HALF_DAY = re.compile(r"(\d{1,2})(?=(?::\d\d)?\s*p\.?\s?m\b)", re.IGNORECASE)
NUMBER = re.compile(rf"\d+(?:[.,٬٫{SPACES}]\d+)*")


@dataclass(frozen=True)
class Number:
    """A number as it stands in a text and everything it may mean."""

    text: str
    readings: frozenset[Decimal]


def numbers_in(text: str, code: str) -> list[Number]:
    """The numbers of a text in a language. Of a date, the day and the year: a month may be written out elsewhere."""
    text = western_digits(INVISIBLE.sub("", text))
    found: list[Number] = []
    text = ISO_DATE.sub(lambda date: keep(found, date.group(), date.group(1), [date.group(3)]), text)
    text = DIGIT_DATE.sub(lambda date: keep(found, date.group(), date.group(3), day_of(date)), text)
    text = CHINESE_MONTH.sub(" ", text)
    afternoon = {match.start(1) for match in HALF_DAY.finditer(text)}
    for match in NUMBER.finditer(text):
        for part in parts_of(match.group(), code):
            readings = readings_of(part, code)
            if match.start() in afternoon:
                readings |= {reading + 12 for reading in readings if reading < 12}
            found.append(Number(part, frozenset(readings)))
    return found


def western_digits(text: str) -> str:
    """Digits of whatever script as 0 to 9."""
    return "".join(str(unicodedata.digit(each)) if each.isdecimal() else each for each in text)


def keep(found: list[Number], text: str, year: str, days: list[str]) -> str:
    """Note the year and the day of a date, and leave nothing of it in the text."""
    found.append(Number(text, frozenset({Decimal(year)})))
    found.append(Number(text, frozenset(map(Decimal, days))))
    return " "


def day_of(date: re.Match[str]) -> list[str]:
    """Which of the first two numbers of a date is the day: both may be, where both are months as well."""
    days = [each for each in (date.group(1), date.group(2)) if int(each) > 12]
    return days or [date.group(1), date.group(2)]


def parts_of(text: str, code: str) -> Iterator[str]:
    """A row of digits and separators as one number, or as several where the separators make none of it.

    "12 500" is one number in French and two in English, "3, 4" are two in all of them.
    """
    if readings_of(text, code):
        yield text
        return
    pieces = re.split(rf"([.,٬٫{SPACES}])", text)
    while pieces:
        length = next(n for n in range(len(pieces), 0, -2) if n == 1 or readings_of("".join(pieces[:n]), code))
        yield "".join(pieces[:length])
        pieces = pieces[length + 1 :]


def readings_of(text: str, code: str) -> set[Decimal]:
    """What a number may mean in a language; nothing where it is none."""
    main = code.split("-")[0]
    thousands, decimals = THOUSANDS.get(main, ","), DECIMALS.get(main, ".")
    readings: set[Decimal] = set()
    for whole, _mark, fraction in ways_to_split(text, decimals):
        digits = ungrouped(whole, thousands)
        if digits and (not fraction or fraction.isdecimal()):
            readings.add(Decimal(f"{digits}.{fraction or '0'}").normalize())
    return readings


def ways_to_split(text: str, decimals: str) -> Iterator[tuple[str, str, str]]:
    """A number as whole and fraction: without a fraction, and divided at its last separator."""
    yield text, "", ""
    for mark in decimals:
        if text.count(mark) == 1:
            yield text.partition(mark)


def ungrouped(whole: str, thousands: str) -> str:
    """The digits of a whole number, grouped by one of the separators or not; nothing where the groups are wrong."""
    if whole.isdecimal():
        return whole
    for separator in thousands:
        if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(separator)}\d{{3}})+", whole):
            return whole.replace(separator, "")
    return ""
