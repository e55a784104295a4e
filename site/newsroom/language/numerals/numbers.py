"""The numbers in a text, read as its language writes them.

A thousand is "1,000" in English, "1.000" in Spanish, "1 000" in French and "١٬٠٠٠" in Arabic: all are the same number.
"3,500" is three thousand five hundred in English and three and a half in French. Where a language may mean two
numbers, each reading counts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from newsroom.language.calendar.clock import times_in
from newsroom.language.calendar.dates import dates_in
from newsroom.language.catalogue import language_row
from newsroom.language.facts import NARROW_SPACES, Language
from newsroom.language.numerals.digits import western

#: Signs that mean the same in every language.
THOUSANDS_EVERYWHERE = "٬'’" + NARROW_SPACES
DECIMALS_EVERYWHERE = "٫"
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
SEPARATORS = f".,{DECIMALS_EVERYWHERE}{THOUSANDS_EVERYWHERE} "
NUMBER = re.compile(rf"\d+(?:[{SEPARATORS}]\d+)*")
#: The numeral of a month without a day, which another language writes as a word.
MONTH_NUMERAL = re.compile(r"(?<!\d)\d{1,2}\s*月")

SIGNS = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
UNIT_SIGNS = {"十": 10, "百": 100, "千": 1000}
GROUP_SIGNS = {"万": 10**4, "亿": 10**8}
IN_SIGNS = re.compile(r"[零〇一二两三四五六七八九十百千万亿]*[十百千万亿][零〇一二两三四五六七八九十百千万亿]*")


@dataclass(frozen=True)
class Number:
    """A number as it stands in a text and everything it may mean: "3500", "12.5", a time of day as "18" or "18:30".

    A number that `is_in_signs`, which another language may have in digits or in words, need not stand there.
    """

    text: str
    readings: frozenset[str]
    is_in_signs: bool = False


def numbers_and_dates_in(text: str, code: str) -> list[Number]:
    """The numbers of a text and those of its dates: day and year, since another language may spell the month."""
    text = INVISIBLE.sub("", text)
    found: list[Number] = []
    for date in reversed(dates_in(text, code)):
        written = western(text[date.start : date.end])
        if date.year:
            found.append(Number(written if date.is_in_digits else str(date.year), frozenset({str(date.year)})))
        days = frozenset(str(day) for _month, day in date.readings)
        found.append(Number(written if date.is_in_digits else str(date.day), days))
        text = f"{text[: date.start]} {text[date.end :]}"
    return [*reversed(found), *numbers_in(text, code)]


def numbers_in(text: str, code: str) -> list[Number]:
    """The numbers of a text in a language, but for its dates; a time of day is one, and so is "1.2 million"."""
    language = language_row(code)
    text = western(INVISIBLE.sub("", text))
    found: list[tuple[int, Number]] = []
    if language.has_number_signs:
        text = MONTH_NUMERAL.sub(lambda match: " " * len(match[0]), text)
        found += [(match.start(), in_signs(match[0])) for match in IN_SIGNS.finditer(text)]
    for time in times_in(text, code):
        found.append((time.start, Number(text[time.start : time.end].strip(), frozenset({str(time)}))))
        text = text[: time.start] + " " * (time.end - time.start) + text[time.end :]
    for match in NUMBER.finditer(text):
        *parts, last = split_number(match[0], language)
        found += [(match.start(), Number(part, readings_of(part, language))) for part in parts]
        found.append((match.start(), Number(last, scaled(readings_of(last, language), text[match.end() :], language))))
    return [number for _start, number in sorted(found, key=lambda each: each[0])]


def split_number(text: str, language: Language) -> Iterator[str]:
    """A row of digits and separators as one number, or as several where the separators make none of it.

    "12 500" is one number in French and two in English, "3, 4" are two in all of them.
    """
    if readings_of(text, language):
        yield text
        return
    pieces = re.split(rf"([{SEPARATORS}])", text)
    while pieces:
        length = next(n for n in range(len(pieces), 0, -2) if n == 1 or readings_of("".join(pieces[:n]), language))
        yield "".join(pieces[:length])
        pieces = pieces[length + 1 :]


def readings_of(text: str, language: Language) -> frozenset[str]:
    """What digits with separators may mean in a language; nothing where they are no number."""
    thousands = language.thousands + THOUSANDS_EVERYWHERE
    readings: set[str] = set()
    for whole, fraction in ways_to_split(text, language.decimals + DECIMALS_EVERYWHERE):
        digits = ungrouped(whole, thousands)
        if digits and (not fraction or fraction.isdecimal()):
            readings.add(plain_digits(Decimal(f"{digits}.{fraction or '0'}")))
    return frozenset(readings)


def ways_to_split(text: str, decimals: str) -> Iterator[tuple[str, str]]:
    """A number as whole and fraction: without a fraction, and divided at each sign that may begin decimals."""
    yield text, ""
    for sign in decimals:
        if text.count(sign) == 1:
            whole, _sign, fraction = text.partition(sign)
            yield whole, fraction


def ungrouped(whole: str, thousands: str) -> str:
    """The digits of a whole number, grouped by one of the separators or not; nothing where the groups are wrong."""
    if whole.isdecimal():
        return whole
    for separator in thousands:
        if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(separator)}\d{{3}})+", whole):
            return whole.replace(separator, "")
    return ""


def plain_digits(value: Decimal) -> str:
    """A value as digits: "3500", "12.5"."""
    return f"{value.normalize():f}"


def scaled(readings: frozenset[str], behind: str, language: Language) -> frozenset[str]:
    """Readings with the "million" or "万" that follows them."""
    scale = scales(language).match(behind.lstrip(NARROW_SPACES + " -"))
    if not scale or not scale.lastgroup:
        return readings
    return frozenset(plain_digits(Decimal(reading).scaleb(int(scale.lastgroup[1:]))) for reading in readings)


@cache
def scales(language: Language) -> re.Pattern[str]:
    """What makes a number larger in a language, the largest first, since its words may begin with a smaller one's."""
    words = sorted(language.scales.items(), reverse=True)
    return re.compile("|".join(rf"(?P<s{power}>{pattern})" for power, pattern in words) or r"(?!)", re.IGNORECASE)


def in_signs(signs: str) -> Number:
    """A number written in Chinese signs."""
    return Number(signs, frozenset({str(number_in_signs(signs))}), is_in_signs=True)


def number_in_signs(signs: str) -> int:
    """The value of a number in Chinese signs, such as 三万一千."""
    total, group, last = 0, 0, 0
    for sign in signs:
        if sign in SIGNS:
            last = SIGNS[sign]
        elif sign in UNIT_SIGNS:
            group, last = group + (last or 1) * UNIT_SIGNS[sign], 0
        else:
            total, group, last = (total + group + last) * GROUP_SIGNS[sign], 0, 0
    return total + group + last
