"""Whether a word or phrase stands in a text, however its language bends it.

Simple on purpose: a stem is the word without its last letters. It finds a term too often rather than too seldom,
since a person looks at what it finds.
"""

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
#: Written without spaces, or with articles and pronouns grown onto the word: found as a part of it.
UNDIVIDED = frozenset({"zh", "ar"})
ARABIC_MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")
ARABIC_LETTERS = {0x0623: 0x0627, 0x0625: 0x0627, 0x0622: 0x0627, 0x0671: 0x0627, 0x0649: 0x064A, 0x0629: 0x0647}
#: A word of fewer letters is too short to lose one.
SHORTEST_STEM = 4
#: How many letters an ending may have: Russian has the longest.
ENDINGS = {"ru": (2, 4)}
OTHER_ENDINGS = (1, 3)
SHORT_ENDINGS = frozenset({"", "s", "es", "x", "e"})


def plain(text: str) -> str:
    """A text as it is compared: one case, one way to write an Arabic letter."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return ARABIC_MARKS.sub("", text).translate(ARABIC_LETTERS)


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[tuple[str, int, int], ...]:
    """The words of a compared text, each with where it begins and ends."""
    return tuple((found[0].replace("’", "'"), found.start(), found.end()) for found in WORD.finditer(text))


def found_in(phrase: str, text: str, language: str) -> str:
    """The words of a text that are a phrase, as they stand there; nothing where it does not."""
    if not phrase.strip():
        return ""
    compared, wanted = plain(text), plain(phrase.strip())
    if language.split("-")[0] in UNDIVIDED:
        return phrase.strip() if wanted in compared else ""
    parts = [word for word, _start, _end in words_of(wanted)]
    words = words_of(compared)
    for begin in range(len(words) - len(parts) + 1 if parts else 0):
        run = words[begin : begin + len(parts)]
        if all(is_form_of(part, word, language) for part, (word, _start, _end) in zip(parts, run, strict=True)):
            return compared[run[0][1] : run[-1][2]]
    return ""


def is_form_of(base: str, word: str, language: str) -> bool:
    """Whether a word can be a form of another."""
    if base == word:
        return True
    if any(character.isdigit() for character in base):
        return False
    if base.endswith("y") and word == f"{base[:-1]}ies":
        return True
    if len(base) <= SHORTEST_STEM:
        return word.startswith(base) and word[len(base) :] in SHORT_ENDINGS
    cut, longest = ENDINGS.get(language, OTHER_ENDINGS)
    stem = base[: max(SHORTEST_STEM, len(base) - cut)]
    return word.startswith(stem) and len(word) - len(stem) <= longest
