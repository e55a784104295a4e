"""How a word sounds in Latin letters, whatever script it is written in: enough to know a name again."""

import re

from anyascii import anyascii
from rapidfuzz.distance import Indel

#: Spellings of one sound, tried in their order; the last lines are what Arabic and Chinese do not tell apart.
SAME_SOUNDS = (
    (re.compile("tsch|tsh|sch|sh|ch|cz|zh|ts|dj|x"), "s"),
    (re.compile("kh"), "h"),
    (re.compile("gh"), "k"),
    (re.compile("ng"), "n"),
    (re.compile("ph|^w|v"), "f"),
    (re.compile("th"), "t"),
    (re.compile("dh"), "d"),
    (re.compile("ck|[cqg]"), "k"),
    (re.compile("[jz]"), "s"),
    (re.compile("b"), "p"),
    (re.compile("r"), "l"),
)
VOWELS = re.compile("[aeiouyw]")
TWICE = re.compile(r"(.)\1+")
NO_LETTER = re.compile("[^a-z]")
#: With fewer consonants too many words sound alike.
FEWEST_CONSONANTS = 3


def in_latin(word: str) -> str:
    """Write a word in small Latin letters."""
    return NO_LETTER.sub("", anyascii(word).lower())


def consonants(word: str) -> str:
    """Return the consonants of a word, those that sound alike as one; "" where they are too few to tell it by."""
    heard = in_latin(word)
    for spelling, sound in SAME_SOUNDS:
        heard = spelling.sub(sound, heard)
    heard = TWICE.sub(r"\1", VOWELS.sub("", heard))
    return heard if len(heard) >= FEWEST_CONSONANTS else ""


def likeness(one: str, other: str) -> float:
    """Tell how alike two words sound, from 0 to 1: by their consonants first, since some scripts leave vowels out."""
    by_consonants = Indel.normalized_similarity(consonants(one), consonants(other))
    return by_consonants + likeness_of_letters(one, other) / 100


def likeness_of_letters(one: str, other: str) -> float:
    """Tell how alike two words are in Latin letters, from 0 to 1."""
    return Indel.normalized_similarity(in_latin(one), in_latin(other))
