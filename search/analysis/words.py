"""What one word is reduced to: stems of a language, stop words."""

import re
import threading
from functools import lru_cache
from typing import Any

import Stemmer

from newsroom.language.catalogue import language_row
from newsroom.language.letters import folded, with_one_ending
from search.analysis.vocabulary import analysis_words

CACHED = 200_000

_own = threading.local()


def stemmer(name: str) -> Any:
    """A stemmer for this thread: one may not be used by two at once."""
    found: dict[str, Any] = _own.__dict__.setdefault("stemmers", {})
    if name not in found:
        found[name] = Stemmer.Stemmer(name)
    return found[name]


@lru_cache(CACHED)
def stem(language: str, word: str) -> str:
    """The stem of a word that is folded already, for the language of the text it stands in."""
    row = language_row(language)
    if not row.stemmer or word.isdigit() or (word.isascii() and row.script != "Latn"):
        return with_one_ending(word)
    if row.grown_article:
        word = re.sub(row.grown_article, "", word)
    for ending, accented in row.accented_endings.items():
        if word.endswith(ending):
            word = word.removesuffix(ending) + accented
            break
    stemmed = stemmer(row.stemmer).stemWord(word)
    if row.stems_twice:
        stemmed = stemmer(row.stemmer).stemWord(stemmed)
    return with_one_ending(folded(stemmed))


def is_stop_word(language: str, word: str) -> bool:
    """Whether a folded word says nothing about what a text is about."""
    return word in analysis_words(language).stop_words
