"""Did you mean: words that nothing holds, spelled as the nearest word of the vocabulary."""

from collections import defaultdict
from functools import partial

from django.db.models import QuerySet
from rapidfuzz import fuzz, process
from rapidfuzz.distance import DamerauLevenshtein

from search.analysis import analyse, is_stop_word, main_language
from search.index.columns import POSTING
from search.index.hearing import heard
from search.index.tokens import SHORTEST_WORD, in_language
from search.models.generation import Generation
from search.models.rows import Posting, Word
from search.query import field_names
from search.request import ALL_LANGUAGES, SearchRequest

#: Words nearer than this, of 100, are taken for the same word misspelled.
NEAR = 74
CANDIDATES = 12


class SpellingVocabulary:
    """The words of an index in one language, kept in the process; only those that are new are read again."""

    def __init__(self) -> None:
        self.last = 0
        self.words: dict[str, str] = {}

    def read(self, generation: Generation, language: str) -> None:
        """Read the words that were added since; all of them again where some were taken back with a transaction."""
        words = Word.objects.filter(generation=generation, language=language)
        self._read(words.filter(pk__gt=self.last))
        if words.count() != len(self.words):
            self.words.clear()
            self._read(words)

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
    """The words of a request with those that nothing holds replaced by near ones; "" where none is near."""
    code = default if request.language == ALL_LANGUAGES else request.language
    text = request.words
    words = spelling_vocabulary(generation, code).words
    pieces: list[str] = []
    end, is_better = 0, False
    fields = field_names(text)
    tokens = [token for token in analyse(text, code) if not any(first <= token.start < last for first, last in fields)]
    held = held_terms(generation, {in_language(code, token.term) for token in tokens})
    for token in tokens:
        term = in_language(code, token.term)
        is_known = held.get(term) or is_stop_word(main_language(code), token.word)
        if token.is_extra or token.start < end or is_known or len(token.word) < SHORTEST_WORD:
            continue
        if not (better := nearest(generation, token.word, words)):
            continue
        pieces += [text[end : token.start], better]
        end, is_better = token.end, True
    return "".join([*pieces, text[end:]]) if is_better else heard(text, code, words, partial(held_terms, generation))


def nearest(generation: Generation, word: str, words: dict[str, str]) -> str:
    """The word of the vocabulary nearest to one; of equally near ones the one that most entries hold."""
    near = process.extract(
        word,
        words.keys(),
        scorer=DamerauLevenshtein.normalized_similarity,
        score_cutoff=NEAR / 100,
        limit=CANDIDATES,
    )
    held = held_terms(generation, {words[candidate] for candidate, _score, _place in near})
    ranked = [
        (round(score, 2), fuzz.ratio(word[:2], candidate[:2]), held[words[candidate]], candidate)
        for candidate, score, _place in near
        if held.get(words[candidate]) and candidate != word
    ]
    return max(ranked)[3] if ranked else ""


def held_terms(generation: Generation, terms: set[str]) -> dict[str, int]:
    """How many entries hold each term now; one that nothing holds is missing."""
    counts: dict[str, int] = defaultdict(int)
    rows = Posting.objects.filter(generation=generation, term__in=terms).values_list("term", "entries")
    for term, entries in rows:
        counts[term] += len(entries) // POSTING.itemsize
    return counts
