"""Did you mean: words that nothing holds, spelled as the nearest word of the vocabulary."""

import re
from collections import defaultdict
from functools import partial

from django.db.models import QuerySet
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from newsroom.language.calendar.dates import dates_in
from newsroom.language.calendar.periods import periods_in
from newsroom.language.catalogue import language_row
from newsroom.language.script.sounds import consonants
from search.analysis import analyse, is_stop_word, main_language
from search.index.columns import POSTING
from search.index.hearing import heard
from search.index.tokens import SHORTEST_WORD, in_language
from search.models.generation import Generation
from search.models.rows import Posting, Word
from search.query import field_names
from search.request import ALL_LANGUAGES, SearchRequest

#: Of a word of fewer letters none is another, at most one is too many, missing or in another place; from so many
#: letters on two of them may be wrong.
SHORTEST_WRONG = 5
LONG_WORD = 8
LONGEST_ENDING = 3
CANDIDATES = 12


class SpellingVocabulary:
    """The words of an index in one language, kept in the process; only those that are new are read again."""

    def __init__(self) -> None:
        self.last = 0
        self.words: dict[str, str] = {}
        self._sounds: dict[str, str] = {}

    def read(self, generation: Generation, language: str) -> None:
        """Read the words that were added since; all of them again where some were taken back with a transaction."""
        words = Word.objects.filter(generation=generation, language=language)
        self._read(words.filter(pk__gt=self.last))
        if words.count() != len(self.words):
            self.words.clear()
            self._sounds.clear()
            self._read(words)

    def sounds(self) -> dict[str, str]:
        """The consonants of each word, made when somebody asks for them and kept with the words."""
        if len(self._sounds) != len(self.words):
            self._sounds |= {word: consonants(word) for word in self.words.keys() - self._sounds.keys()}
        return self._sounds

    def _read(self, rows: QuerySet[Word]) -> None:
        for key, word, term in rows.order_by("pk").values_list("pk", "word", "term"):
            self.last = key
            self.words[word] = term


_vocabularies: dict[tuple[int, str], SpellingVocabulary] = {}


def spelling_vocabulary(generation: Generation, language: str) -> SpellingVocabulary:
    """The words of an index in a language, as they are now."""
    if generation.pk not in {key for key, _language in _vocabularies}:
        _vocabularies.clear()
    known = _vocabularies.setdefault((generation.pk, language), SpellingVocabulary())
    known.read(generation, language)
    return known


def spelled(generation: Generation, request: SearchRequest, default: str = "en") -> str:
    """The words of a request with those that nothing holds replaced by near ones; "" where none is near.

    A word is held too where something holds what it is together with its neighbours. The words of a date stay.
    """
    code = default if request.language == ALL_LANGUAGES else request.language
    text = request.words
    vocabulary = spelling_vocabulary(generation, code)
    words = vocabulary.words
    pieces: list[str] = []
    end, is_better = 0, False
    kept = [*field_names(text), *date_places(text, code)]
    tokens = [token for token in analyse(text, code) if not any(first <= token.start < last for first, last in kept)]
    held = held_terms(generation, {in_language(code, token.term) for token in tokens})
    known = [token for token in tokens if held.get(in_language(code, token.term)) or token.is_number]
    for token in tokens:
        is_known = any(each.start <= token.start and token.end <= each.end for each in known)
        is_known = is_known or is_stop_word(main_language(code), token.word)
        if token.is_extra or token.start < end or is_known or len(token.word) < SHORTEST_WORD:
            continue
        if not (better := nearest(generation, token.word, words, code)):
            continue
        pieces += [text[end : token.start], better]
        end, is_better = token.end, True
    if is_better:
        return "".join([*pieces, text[end:]])
    return heard(text, code, words, vocabulary.sounds, partial(held_terms, generation), kept)


def date_places(text: str, code: str) -> list[tuple[int, int]]:
    """From where to where dates stand in a text, with a year in the words of any language, else in those of its own."""
    dates = [(date.start, date.end) for date in dates_in(text, code)]
    return [*dates, *((period.start, period.end) for period in periods_in(text))]


def nearest(generation: Generation, word: str, words: dict[str, str], code: str) -> str:
    """The word of the vocabulary with the fewest other letters; of those the one that begins alike, then the one that
    most entries hold. Never a stop word, nor a word with another ending alone."""
    most = most_errors(word, code)
    if not most:
        return ""
    near = process.extract(word, words.keys(), scorer=DamerauLevenshtein.distance, score_cutoff=most, limit=CANDIDATES)
    language = main_language(code)
    held = held_terms(generation, {words[candidate] for candidate, _errors, _place in near})
    ranked = [
        (errors, candidate[0] != word[0], -held[words[candidate]], candidate)
        for candidate, errors, _place in near
        if held.get(words[candidate])
        and not is_stop_word(language, candidate)
        and not (errors > 1 and has_other_ending(word, candidate))
        and (candidate[0] == word[0] or len(word) >= LONG_WORD)
        and (len(word) >= SHORTEST_WRONG or len(candidate) != len(word) or sorted(candidate) == sorted(word))
    ]
    return min(ranked)[3] if ranked else ""


def most_errors(word: str, code: str) -> int:
    """How many letters of a word, its article aside, may be wrong: two of a long one, none of a short Arabic one, where
    each other letter makes another word."""
    row = language_row(code)
    length = len(re.sub(row.grown_article, "", word) if row.grown_article else word)
    if length < SHORTEST_WRONG and row.script == "Arab":
        return 0
    return 1 if length < LONG_WORD else 2


def has_other_ending(word: str, other: str) -> bool:
    """Whether two words differ in nothing but their endings, so that they are forms of one word or of its family."""
    shared = next((place for place, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), None)
    longest = max(len(word), len(other))
    return longest - (min(len(word), len(other)) if shared is None else shared) <= LONGEST_ENDING


def held_terms(generation: Generation, terms: set[str]) -> dict[str, int]:
    """How many entries hold each term now; one that nothing holds is missing."""
    counts: dict[str, int] = defaultdict(int)
    rows = Posting.objects.filter(generation=generation, term__in=terms).values_list("term", "entries")
    for term, entries in rows:
        counts[term] += len(entries) // POSTING.itemsize
    return counts
