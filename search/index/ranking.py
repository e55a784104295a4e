"""Which entries answer a query, and how well: BM25 over fields, with the newer a little before the older."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from search.index.columns import NEVER, POSTING, SIZE
from search.index.narrowing import Columns, Numbers
from search.models.generation import Generation
from search.models.rows import Posting
from search.registry import FIELDS

Scores = NDArray[np.float32]
Mask = NDArray[np.bool_]

#: What a word counts in each field (title, lead, text, names, files), and how far a long field thins it.
WEIGHTS = np.array([3.0, 1.6, 1.0, 1.2, 0.4], np.float32)
THINNING = np.array([0.5, 0.6, 0.6, 0.4, 0.6], np.float32)
SATURATION = 1.0
#: What has a part of a query that is raised comes before what has not, whatever that weighs.
RAISED = 60.0
#: How much more today's entry counts than a very old one, and after how many days half of that is left.
FRESHNESS = 0.15
HALF_LIFE = 365.0
DAY = 86_400


@dataclass(frozen=True)
class Among:
    """Entries of one language among which a query is matched, by number and in order. `key` is the language's."""

    code: str
    key: int
    numbers: Numbers

    def __len__(self) -> int:
        return len(self.numbers)


class Terms:
    """What the words of a query weigh in the entries of an index; one query reads all of them."""

    def __init__(self, generation: Generation, columns: Columns, terms: Iterable[str]) -> None:
        self.columns = columns
        self.size = len(columns.entries)
        pieces: dict[str, list[tuple[int, bytes]]] = defaultdict(list)
        rows = Posting.objects.filter(generation=generation, term__in=sorted(set(terms)))
        for term, segment, entries in rows.values_list("term", "segment", "entries"):
            pieces[term].append((segment, bytes(entries)))
        self._pieces = pieces
        self._scores: dict[tuple[str, bool, int], Scores] = {}
        self._holders: dict[str, tuple[Numbers, NDArray[np.uint8]]] = {}

    def __contains__(self, term: str) -> bool:
        return term in self._pieces

    def count(self, term: str) -> int:
        """Count the entries that hold a term."""
        return sum(len(entries) for _segment, entries in self._pieces.get(term, ())) // POSTING.itemsize

    def holders(self, term: str) -> tuple[Numbers, NDArray[np.uint8]]:
        """The entries that hold a term, and how often each does in each field."""
        if term not in self._holders:
            pieces = sorted(self._pieces.get(term, ()))
            postings = np.frombuffer(b"".join(entries for _segment, entries in pieces), POSTING)
            sizes = [len(entries) // POSTING.itemsize for _segment, entries in pieces]
            first = np.array([segment * SIZE for segment, _entries in pieces], np.int64)
            numbers = np.repeat(first, sizes) + postings["entry"]
            is_here = numbers < self.size
            self._holders[term] = numbers[is_here], postings["counts"][is_here]
        return self._holders[term]

    def scores(self, term: str, among: Among, is_title: bool = False) -> Scores:
        """What a term weighs in each of some entries, 0 where it does not occur, or not in the title."""
        asked = (term, is_title, among.key)
        if asked not in self._scores:
            self._scores[asked] = self._weighed(term, among, is_title)
        return self._scores[asked]

    def _weighed(self, term: str, among: Among, is_title: bool) -> Scores:
        found = np.zeros(len(among), np.float32)
        numbers, counts = self.holders(term)
        if is_title:
            is_here = counts[:, FIELDS.index("title")] > 0
            numbers, counts = numbers[is_here], counts[is_here]
        if not len(numbers) or not len(among):
            return found
        of_language, average = self.columns.of_language(among.key)
        rarity = np.log(1 + (len(of_language) - len(numbers) + 0.5) / (len(numbers) + 0.5))
        places = np.minimum(np.searchsorted(among.numbers, numbers), len(among) - 1)
        is_among = among.numbers[places] == numbers
        weights = counts[is_among].astype(np.float32)
        lengths = self.columns.single["lengths"][numbers[is_among]].astype(np.float32)
        weights *= WEIGHTS / (1 - THINNING + THINNING * lengths / average)
        weight = weights.sum(axis=1)
        found[places[is_among]] = np.maximum(rarity, 0.01) * weight * (SATURATION + 1) / (SATURATION + weight)
        return found


def freshness(released: NDArray[np.int64], now: datetime) -> Scores:
    """By how much each entry is raised for its age; those without an instant count as very old."""
    seconds = now.timestamp() - released.astype(np.float64)
    days = np.where(released == NEVER, np.inf, np.maximum(seconds, 0) // DAY)
    raised: Scores = (1 + FRESHNESS * np.exp2(-days / HALF_LIFE)).astype(np.float32)
    return raised
