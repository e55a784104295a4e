"""What one word is reduced to: stems of a language, stop words."""

import re
import threading
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import Stemmer

from newsroom.language.catalogue import full_rows, language_row
from newsroom.language.facts import Language
from newsroom.language.script.letters import folded, letters_in, with_one_ending
from search.analysis.vocabulary import AnalysisWords, analysis_words

CACHED = 200_000
#: Of fewer letters nothing that may be grown on a word is taken off.
SHORTEST_FORM = 3
#: Of fewer letters a pattern may fit by chance.
SURE_FORM = 5

_own = threading.local()


def stemmer(name: str) -> Any:
    """A stemmer for this thread: one may not be used by two at once."""
    found: dict[str, Any] = _own.__dict__.setdefault("stemmers", {})
    if name not in found:
        found[name] = Stemmer.Stemmer(name)
    return found[name]


@lru_cache(CACHED)
def stem(language: str, word: str) -> str:
    """Return the stem of a word that is folded already, for the language of the text it stands in.

    Where it is in the script of one other language alone it is for that: a Russian name in an English text.
    """
    row = row_of_word(language, word)
    if not row or not row.stemmer:
        return with_one_ending(word)
    word = basic_form(row.main, word)
    for ending, accented in row.accented_endings.items():
        if word.endswith(ending):
            word = word.removesuffix(ending) + accented
            break
    stemmed = stemmer(row.stemmer).stemWord(word)
    if row.stems_twice:
        stemmed = stemmer(row.stemmer).stemWord(stemmed)
    return with_one_ending(folded(stemmed))


def row_of_word(language: str, word: str) -> Language | None:
    """Return the language that a word is of, by its script; None for a number and where that may be several."""
    row = language_row(language)
    if word.isdigit() or letters_in(word, row.script):
        return None if word.isdigit() else row
    rows = [other for other in full_rows() if other.stemmer and letters_in(word, other.script)]
    return rows[0] if len(rows) == 1 else None


def basic_form(language: str, word: str) -> str:
    """Return a folded word without its article, and for a form that no stemmer finds the word that it is a form of."""
    article, known = language_row(language).grown_article, analysis_words(language)
    if form := known.forms.get(with_one_ending(word)):
        return form
    if with_one_ending(word) in known.whole:
        return word
    bare = re.sub(article, "", word) if article else word
    bases = list(bases_of(known, bare, is_open=bare == word))
    if form := next((known.forms[base] for base, _is_sure in bases if base in known.forms), ""):
        return form
    return next((made for base, is_sure in bases if is_sure and (made := of_pattern(known, base))), bare)


def bases_of(known: AnalysisWords, word: str, is_open: bool) -> Iterator[tuple[str, bool]]:
    """Yield a word, and what is left without what may be grown on it behind and, where it `is_open`, in front; each
    with whether it is long enough for a pattern to mean something."""
    for start in ("", *(known.before if is_open else ())):
        for end in ("", *known.behind):
            base = word[len(start) : len(word) - len(end)]
            if word == start + base + end and (base == word or len(base) >= SHORTEST_FORM):
                is_sure = start in ("", *known.before[:1]) or len(base) >= SURE_FORM
                yield with_one_ending(base), is_sure


def of_pattern(known: AnalysisWords, word: str) -> str:
    """Return what a form counts as by the patterns and endings of its language; "" where none fits."""
    if word in known.whole:
        return ""
    for pattern, made in known.patterns:
        if found := pattern.fullmatch(word):
            return found.expand(made)
    ends = (end for end in known.endings if word.endswith(end) and len(word) - len(end) >= SHORTEST_FORM)
    return next((word.removesuffix(end) + known.endings[end] for end in ends), "")


def is_stop_word(language: str, word: str) -> bool:
    """Whether a folded word says nothing about what a text is about."""
    known = analysis_words(language)
    return word in known.stop_words or not known.stop_characters.isdisjoint(word)
