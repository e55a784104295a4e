"""Numbers, dates and addresses in a text, in a form in which two languages can be compared."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from newsroom.base.languages import OWN_NAMES
from newsroom.base.sense.dates import dates_in
from newsroom.base.sense.digits import western

ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"“”«»()\[\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
TIME = re.compile(
    r"(?P<later>下午|晚上|傍晚)?\s?(?<![\d.,:])(?P<hour>2[0-4]|[01]?\d)(?!\d)"
    r"(?:\s?(?:[:h点时]|(?<=\d)\.(?=\d\d\s?[ap]\.?m))\s?(?P<minute>[0-5]\d)?(?!\d))?"
    r"(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
#: Spanish parts hours from minutes as others part decimals; its decimals have a comma.
SPANISH_TIME = re.compile(r"(?<![\d.,:])(2[0-4]|[01]?\d)\.([0-5]\d)(?!\d|[.,]\d)")
GAP = "[\u00a0\u202f\u2009 ]"
NUMBER = re.compile(rf"(?<![A-Za-zÀ-ɏА-я\d.,])\d+(?:{GAP}\d{{3}}(?!\d)|[.,’']\d+)*")
#: What makes a number larger, in each language.
SCALES = {
    Decimal(10) ** 4: r"万|萬",
    Decimal(10) ** 8: r"亿|億",
    Decimal(10) ** 3: r"thousand\b|mille\b|mil\b|тыс\w*|ألف|آلاف|千",
    Decimal(10) ** 6: r"million\w*|millón|millones|млн|миллион\w*|مليون\w*|ملايين|百万",
    Decimal(10) ** 9: r"billion\w*|milliard\w*|млрд|миллиард\w*|مليار\w*|十亿",
}
SCALE = re.compile("|".join(rf"(?P<s{power.adjusted()}>{words})" for power, words in SCALES.items()), re.IGNORECASE)
CHINESE_DIGITS = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
CHINESE_UNITS = {"十": 10, "百": 100, "千": 1000}
CHINESE_GROUPS = {"万": 10**4, "亿": 10**8}
CHINESE_NUMBER = re.compile(r"[零〇一二两三四五六七八九十百千万亿]*[十百千万亿][零〇一二两三四五六七八九十百千万亿]*")
#: The part of an address that says only which language it leads to.
LANGUAGE_PART = re.compile(rf"/(?:{'|'.join(sorted(OWN_NAMES, key=len, reverse=True))}|zh)(?=/|$)", re.IGNORECASE)
#: A language may write these in words.
IN_WORDS = 12


@dataclass(frozen=True)
class Figures:
    """What two languages of a text must have in common."""

    numbers: set[str]
    dates: set[str]
    addresses: set[str]
    #: Numbers in Chinese words, which another language may have in digits or in words.
    spelt: set[str]

    def __or__(self, other: "Figures") -> "Figures":
        return Figures(
            self.numbers | other.numbers,
            self.dates | other.dates,
            self.addresses | other.addresses,
            self.spelt | other.spelt,
        )


def figures_in(texts: Iterable[str], code: str) -> Figures:
    """The figures of a text in pieces."""
    numbers: set[str] = set()
    dates: set[str] = set()
    addresses: set[str] = set()
    spelt: set[str] = set()
    for text in texts:
        addresses.update(address_of(match[0]) for match in ADDRESS.finditer(text))
        rest = ADDRESS.sub(" ", western(text))
        for date in reversed(found := dates_in(rest, code)):
            rest = f"{rest[: date.start]} {rest[date.end :]}"
        dates.update(f"{date.month:02}-{date.day:02}" for date in found)
        numbers.update(str(date.year) for date in found if date.year)
        numbers.update(numbers_in(rest, code))
        if code.startswith("zh"):
            spelt.update(str(number_in_chinese(match[0])) for match in CHINESE_NUMBER.finditer(rest))
    return Figures(numbers, dates, addresses, spelt)


def address_of(written: str) -> str:
    """An address without what differs between languages or ends a sentence."""
    address = re.sub(r"^(?:https?://)?(?:www\.)?", "", written.rstrip(".,;:!?…。，、؛؟"), flags=re.IGNORECASE)
    return LANGUAGE_PART.sub("/*", address).rstrip("/").casefold()


def numbers_in(text: str, code: str = "") -> list[str]:
    """The numbers of a text as digits without separators; a time of day as its hour, with its minutes if not 0."""
    found: list[str] = []

    def take_time(match: re.Match[str]) -> str:
        if not (match["half"] or re.search(r"[:h点时]", match[0], re.IGNORECASE)):
            return match[0]
        hour = int(match["hour"])
        if match["half"] or match["later"]:
            hour = hour % 12 + (12 if match["later"] or match["half"] in "pP" else 0)
        minute = match["minute"] or "00"
        found.append(str(hour) if minute == "00" else f"{hour}:{minute}")
        return " "

    rest = TIME.sub(take_time, SPANISH_TIME.sub(r"\1:\2", text) if code == "es" else text)
    for match in NUMBER.finditer(rest):
        scale = SCALE.match(rest[match.end() :].lstrip("\u00a0\u202f -"))
        found.append(scaled(value_of(match[0]), scale))
    return found


def number_in_chinese(words: str) -> int:
    """A number written in Chinese words, such as 三万一千."""
    total, group, last = 0, 0, 0
    for sign in words:
        if sign in CHINESE_DIGITS:
            last = CHINESE_DIGITS[sign]
        elif sign in CHINESE_UNITS:
            group, last = group + (last or 1) * CHINESE_UNITS[sign], 0
        else:
            total, group, last = (total + group + last) * CHINESE_GROUPS[sign], 0, 0
    return total + group + last


def value_of(written: str) -> Decimal:
    """A number, whatever separates its thousands and its decimals.

    A single separator before exactly three digits parts thousands: no release gives thousandths.
    """
    number = re.sub(rf"{GAP}|[’']", "", written)
    separators = re.findall(r"[.,]", number)
    if not separators:
        return Decimal(number)
    last = separators[-1]
    whole, _separator, decimals = number.rpartition(last)
    is_thousands = separators.count(last) > 1 or (len(decimals) == 3 and whole != "0" and len(set(separators)) == 1)
    if is_thousands:
        return Decimal(re.sub(r"[.,]", "", number))
    return Decimal(f"{re.sub(r'[.,]', '', whole)}.{decimals}")


def scaled(value: Decimal, scale: re.Match[str] | None) -> str:
    """A number with its "million" or "万", as plain digits."""
    if scale and scale.lastgroup:
        value *= Decimal(10) ** int(scale.lastgroup[1:])
    return f"{value.normalize():f}"


@dataclass(frozen=True)
class Difference:
    """What stands in one of two languages only: "number", "date" or "address"."""

    kind: str
    missing: tuple[str, ...]
    surplus: tuple[str, ...]


def differences(source: Figures, target: Figures) -> list[Difference]:
    """What a translation lacks of its source, and what it has beyond it; how often each stands there is free."""
    found = []
    for kind in ("numbers", "dates", "addresses"):
        wanted, there = getattr(source, kind), getattr(target, kind)
        missing, surplus = sorted(wanted - there), sorted(there - wanted)
        if kind == "numbers":
            missing = [each for each in missing if each not in target.spelt]
            surplus = [each for each in surplus if each not in source.spelt]
            missing, surplus = without_words(missing, surplus)
        if missing or surplus:
            found.append(Difference(kind, tuple(missing), tuple(surplus)))
    return found


def without_words(missing: list[str], surplus: list[str]) -> tuple[list[str], list[str]]:
    """Both sides without their small numbers, if only one has some: the other then wrote them in words."""
    small, other_small = ([each for each in side if is_in_words(each)] for side in (missing, surplus))
    if small and other_small:
        return missing, surplus
    return [each for each in missing if each not in small], [each for each in surplus if each not in other_small]


def is_in_words(number: str) -> bool:
    """Whether another language may have written a number in words."""
    return number.isdecimal() and int(number) <= IN_WORDS
