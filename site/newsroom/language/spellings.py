"""One name written in two ways inside a text."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations, pairwise
from unicodedata import normalize

from rapidfuzz.distance import OSA

from newsroom.language.catalogue import language_row

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
SHORTEST = 5
#: From so many letters two may differ.
LONG = 8
ENDINGS = ("’s", "'s", "s")


def other_spellings(names: Iterable[str], text: str, code: str) -> list[tuple[str, str]]:
    """Words of a text that look like a word of a name but are spelt otherwise, each with the word of the name.

    Where no spaces part words there are none to tell apart, so nothing is said.
    """
    if language_row(code).is_spaceless:
        return []
    known = {word for name in names for word in WORD.findall(name) if len(word) >= SHORTEST}
    found: dict[str, str] = {}
    for word in dict.fromkeys(WORD.findall(text)):
        bare = without_ending(word)
        if word in known or bare in known or len(bare) < SHORTEST or bare[0] != bare[0].upper():
            continue
        near = next((name for name in known if looks_like(bare, name, code)), None)
        if near:
            found[word] = near
    return list(found.items())


def without_ending(word: str) -> str:
    """A word without the ending of a possessive or plural."""
    return next((word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending)), word)


@lru_cache(maxsize=4096)
def looks_like(word: str, name: str, code: str) -> bool:
    """Whether a word is nearly a name: a letter or two apart, and no case of it."""
    if word.casefold() == name.casefold():
        return not word.isupper()
    if first_letter(word) != first_letter(name):
        return False
    if is_case_of(word, name, language_row(code).case_ending):
        return False
    allowed = 2 if len(name) >= LONG else 1
    return OSA.distance(word, name, score_cutoff=allowed) <= allowed


def first_letter(word: str) -> str:
    """What a word begins with, without an accent."""
    return normalize("NFD", word)[0]


def is_case_of(word: str, name: str, ending: int) -> bool:
    """Whether a word can be another case of a name: they differ in so many last letters only, if in any."""
    shared = next(
        (at for at, pair in enumerate(zip(word, name, strict=False)) if pair[0] != pair[1]),
        len(min(word, name, key=len)),
    )
    return max(len(word), len(name)) - shared <= ending


#: Two names or more that stand together: "Kwabena Asiedu-Park".
FULL_NAME = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*(?:[ \u00a0][^\W\d_]+(?:[-’'][^\W\d_]+)*)+")


def names_in_two_spellings(text: str, code: str) -> list[tuple[str, str]]:
    """Names of two words in a text that share one word and nearly the other: "Kwabena Asiedu", "Kwabena Asiedo".

    Only where capitals tell names from words and spaces part them.
    """
    row = language_row(code)
    if row.is_spaceless or row.is_right_to_left:
        return []
    by_first: dict[str, list[str]] = {}
    for match in FULL_NAME.finditer(text):
        for first, second in name_pairs(match[0]):
            known = by_first.setdefault(first, [])
            if second not in known:
                known.append(second)
    return [
        (f"{first} {one}", f"{first} {other}")
        for first, seconds in by_first.items()
        for one, other in combinations(seconds, 2)
        if looks_like(one, other, code)
    ]


def name_pairs(words: str) -> Iterable[tuple[str, str]]:
    """The neighbours among some words that both begin with a capital, without the endings of possessives."""
    parts = [without_ending(word) for word in words.replace("\u00a0", " ").split(" ")]
    for first, second in pairwise(parts):
        if len(second) >= SHORTEST and all(part[0].isupper() and not part.isupper() for part in (first, second)):
            yield first, second
