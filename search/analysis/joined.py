"""Words that are one word together: a number in words, initials with points."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from newsroom.language.catalogue import language_row
from newsroom.language.numerals.number_words import NumberInWords, may_be_in_number, numbers_in_signs, numbers_of_words

#: What may stand between the words of a number.
BESIDE = re.compile(r"[ \u00a0\u202f\u2009‐‑-]{1,2}")
LETTER = r"[^\W\d_]"
#: A.C.C., A.C.C, A. C. C.: with spaces between them each letter needs its point, since a sentence may end with one.
INITIALS = re.compile(
    rf"(?<![\w.])(?:(?:{LETTER}\.)+{LETTER}(?:\.|(?![\w.]))|(?:{LETTER}\.[ \u00a0\u202f])+{LETTER}\.)"
)
DIGITS = re.compile(r"[\d.]+")
GROUPS = re.compile(r"(?<![\d.,A-Za-z])\d{1,3}(?: \d{3})+(?!\d|[.,]\d)")


class Placed(Protocol):
    """A folded word and where it stands in a text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...

    @property
    def word(self) -> str: ...


@dataclass(frozen=True)
class JoinedWords:
    """Several words that are one: the place of its first and the one after its last, and that one word."""

    first: int
    last: int
    word: str


def is_number(word: str) -> bool:
    """Whether a folded word is nothing but digits."""
    return word[0].isdigit() and DIGITS.fullmatch(word) is not None


def joined_numbers(words: Sequence[Placed], text: str, language: str) -> Iterator[JoinedWords]:
    """The numbers among words that are not plain digits, as digits."""
    for first, last in runs_of_numbers(words, text, language):
        for number in numbers_of_words([word.word for word in words[first:last]], language):
            yield JoinedWords(first + number.start, first + number.end, number.digits)
    if " " not in language_row(language).thousands:
        yield from numbers_in_groups(words, text)
    for number in numbers_in_signs(text, language):
        yield from over_pairs(words, number)


def numbers_in_groups(words: Sequence[Placed], text: str) -> Iterator[JoinedWords]:
    """Numbers whose thousands are set apart by plain spaces ("12 500"), in a language that has another sign for it."""
    for match in GROUPS.finditer(text):
        places = [place for place, word in enumerate(words) if match.start() <= word.start and word.end <= match.end()]
        if len(places) > 1:
            yield JoinedWords(places[0], places[-1] + 1, "".join(words[place].word for place in places))


def runs_of_numbers(words: Sequence[Placed], text: str, language: str) -> Iterator[tuple[int, int]]:
    """From where to where words that may be in a number stand beside one another."""
    last = 0
    for first, word in enumerate(words):
        if not may_be_in_number(word.word, language) or first < last:
            continue
        last = first + 1
        while (
            last < len(words)
            and may_be_in_number(words[last].word, language)
            and BESIDE.fullmatch(text, words[last - 1].end, words[last].start)
        ):
            last += 1
        yield first, last


def over_pairs(words: Sequence[Placed], number: NumberInWords) -> Iterator[JoinedWords]:
    """A number in signs over the pairs of signs that hold any of it; the last sign of a run is in its pair."""
    first = max(0, bisect_left(words, number.start, key=lambda word: word.start) - 1)
    places = []
    for place in range(first, len(words)):
        word, before = words[place], words[place - 1] if place else None
        if word.start >= number.end:
            break
        is_last_of_run = before is not None and word.end == before.end and word.start == before.start + 1
        if word.end > number.start and not is_last_of_run:
            places.append(place)
    if places:
        yield JoinedWords(places[0], places[-1] + 1, number.digits)


def joined_initials(words: Sequence[Placed], text: str) -> Iterator[JoinedWords]:
    """Initials with points, as the word that they are without."""
    for match in INITIALS.finditer(text) if "." in text else ():
        places = [place for place, word in enumerate(words) if match.start() <= word.start and word.end <= match.end()]
        if len(places) > 1:
            yield JoinedWords(places[0], places[-1] + 1, "".join(words[place].word for place in places))
