"""What two languages of a text must have in common: numbers, dates, addresses."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from newsroom.language.addresses import cut_out, dialled, find_addresses, international_phones_in, web_key
from newsroom.language.calendar.dates import dates_in
from newsroom.language.numerals.numbers import numbers_in

#: A figure is everything it may mean; two are the same that share a reading.
Figure = frozenset[str]
#: A language may write these in words.
IN_WORDS = 12


@dataclass(frozen=True)
class Figures:
    """The figures of a text in one language."""

    numbers: set[Figure] = field(default_factory=set)
    dates: set[Figure] = field(default_factory=set)
    addresses: set[Figure] = field(default_factory=set)
    #: Numbers in Chinese signs, which another language may have in digits or in words.
    in_signs: set[Figure] = field(default_factory=set)

    def __or__(self, other: "Figures") -> "Figures":
        return Figures(
            self.numbers | other.numbers,
            self.dates | other.dates,
            self.addresses | other.addresses,
            self.in_signs | other.in_signs,
        )


def figures_in(texts: Iterable[str], code: str) -> Figures:
    """The figures of a text in pieces."""
    found = Figures()
    for text in texts:
        rest = text_without_addresses(text)
        found.addresses.update(frozenset({address}) for address in address_keys_in(text))
        for date in reversed(dates_in(rest, code)):
            rest = f"{rest[: date.start]} {rest[date.end :]}"
            found.dates.add(frozenset(f"{month:02}-{day:02}" for month, day in date.readings))
            if date.year:
                found.numbers.add(frozenset({str(date.year)}))
        for number in numbers_in(rest, code):
            (found.in_signs if number.is_in_signs else found.numbers).add(number.readings)
    return found


def address_keys_in(text: str) -> dict[str, str]:
    """The web, mail and telephone addresses of a text as they are compared, each with how it stands there."""
    rest = cut_out(find_addresses(text), text)
    found = {web_key(address.text): address.text for address in find_addresses(text)}
    return found | {dialled(phone.text): phone.text for phone in international_phones_in(rest)}


def text_without_addresses(text: str) -> str:
    """A text without its web, mail and telephone addresses."""
    rest = cut_out(find_addresses(text), text)
    return cut_out(list(international_phones_in(rest)), rest)


@dataclass(frozen=True)
class Difference:
    """What stands in one of two languages only: "numbers", "dates" or "addresses"."""

    kind: str
    missing: tuple[str, ...]
    surplus: tuple[str, ...]


def differences(source: Figures, target: Figures) -> list[Difference]:
    """What a translation lacks of its source, and what it has beyond it; how often each stands there is free."""
    found = []
    for kind in ("numbers", "dates", "addresses"):
        wanted, there = getattr(source, kind), getattr(target, kind)
        if kind == "numbers":
            missing, surplus = (
                missing_figures(wanted, there | target.in_signs),
                missing_figures(there, wanted | source.in_signs),
            )
            missing, surplus = without_words(missing, surplus)
        else:
            missing, surplus = missing_figures(wanted, there), missing_figures(there, wanted)
        if missing or surplus:
            found.append(Difference(kind, tuple(missing), tuple(surplus)))
    return found


def missing_figures(wanted: set[Figure], there: set[Figure]) -> list[str]:
    """The figures of which no reading is there, as they are shown."""
    readings = frozenset().union(*there)
    return sorted(" / ".join(sorted(figure)) for figure in wanted if not figure & readings)


def without_words(missing: list[str], surplus: list[str]) -> tuple[list[str], list[str]]:
    """Both sides without their small numbers, if only one has some: the other then wrote them in words."""
    small, other_small = ([each for each in side if is_in_words(each)] for side in (missing, surplus))
    if small and other_small:
        return missing, surplus
    return [each for each in missing if each not in small], [each for each in surplus if each not in other_small]


def is_in_words(number: str) -> bool:
    """Whether another language may have written a number in words."""
    return number.isdecimal() and int(number) <= IN_WORDS
