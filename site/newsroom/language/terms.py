"""Whether a word or phrase stands in a text, however its language bends it.

Simple on purpose: a stem is the word without its last letters. It finds a term too often rather than too seldom,
since a person looks at what it finds.
"""

import re
from functools import lru_cache

from newsroom.language.catalogue import language_row
from newsroom.language.script.letters import without_case

WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
#: A word of fewer letters is too short to lose one.
SHORTEST_STEM = 4
SHORT_ENDINGS = frozenset({"", "s", "es", "x", "e"})


@lru_cache(maxsize=4096)
def term_words(text: str) -> tuple[tuple[str, int, int], ...]:
    """The words of a compared text, each with where it begins and ends."""
    return tuple((found[0].replace("’", "'"), found.start(), found.end()) for found in WORD.finditer(text))


def found_in(phrase: str, text: str, language: str) -> str:
    """The words of a text that are a phrase, as they stand there; nothing where it does not."""
    if not phrase.strip():
        return ""
    compared, wanted = without_case(text), without_case(phrase.strip())
    if language_row(language).grows_words_together:
        return phrase.strip() if wanted in compared else ""
    parts = [word for word, _start, _end in term_words(wanted)]
    words = term_words(compared)
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
    cut, longest = language_row(language).endings
    stem = base[: max(SHORTEST_STEM, len(base) - cut)]
    return word.startswith(stem) and len(word) - len(stem) <= longest
