"""What one word is reduced to: stems of a language, stop words."""

import re
import threading
from functools import cache, lru_cache
from typing import Any

import Stemmer

from search.analysis.folding import DATA, folded, folded_after_stemming

STEMMERS = {"en": "english", "fr": "french", "es": "spanish", "ar": "arabic", "ru": "russian"}
#: Endings that the Spanish stemmer knows with their accent only, which people leave out.
SPANISH_ACCENTS = {"cion": "ción", "sion": "sión"}
#: The Arabic article with what is written before it; the stemmer takes it off longer words only.
ARTICLE = re.compile(r"^[وف]?(?:[بك]?ال|لل)(?=\w{3})")
CACHED = 200_000

_own = threading.local()


def stemmer(language: str) -> Any:
    """The stemmer of a language for this thread: one may not be used by two at once."""
    found: dict[str, Any] = _own.__dict__.setdefault("stemmers", {})
    if language not in found:
        found[language] = Stemmer.Stemmer(STEMMERS[language])
    return found[language]


@lru_cache(CACHED)
def stem(language: str, word: str) -> str:
    """The stem of a word that is folded already, for the language of the text it stands in."""
    if language not in STEMMERS or word.isdigit() or (word.isascii() and language in ("ar", "ru")):
        return folded_after_stemming(word)
    if language == "ar":
        word = ARTICLE.sub("", word)
    if language == "es" and word[-4:] in SPANISH_ACCENTS:
        word = word[:-4] + SPANISH_ACCENTS[word[-4:]]
    stemmed = stemmer(language).stemWord(word)
    if language == "es":
        stemmed = stemmer(language).stemWord(stemmed)
    return folded_after_stemming(folded(stemmed))


@cache
def stop_words(language: str) -> frozenset[str]:
    """The words of a language that a search need not find, as stems."""
    path = DATA / f"stop-{language}.txt"
    words = path.read_text("utf-8").split() if path.exists() else []
    return frozenset(folded(word) for word in words)


def is_stop_word(language: str, word: str) -> bool:
    """Whether a folded word says nothing about what a text is about."""
    return word in stop_words(language)
