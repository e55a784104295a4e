"""Which entries answer a query, and how well: BM25 over fields, with the newer a little before the older."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from search.index.columns import NEVER, POSTING, SIZE
from search.index.narrowing import Columns
from search.models.generation import Generation
from search.models.rows import Posting
from search.registry import FIELDS

Scores = NDArray[np.float32]
Mask = NDArray[np.bool_]
Averages = NDArray[np.float32]

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
        self._scores: dict[tuple[str, bool], Scores] = {}

    def __contains__(self, term: str) -> bool:
        return term in self._pieces

    def count(self, term: str) -> int:
        """Count the entries that hold a term."""
        return sum(len(entries) for _segment, entries in self._pieces.get(term, ())) // POSTING.itemsize

    def scores(self, term: str, average: Averages, total: int, is_title: bool = False) -> Scores:
        """What a term weighs in each entry of a language, 0 where it does not occur, or not in the title."""
        if (term, is_title) not in self._scores:
            self._scores[term, is_title] = self._weighed(term, average, total, is_title)
        return self._scores[term, is_title]

    def _weighed(self, term: str, average: Averages, total: int, is_title: bool) -> Scores:
        found = np.zeros(self.size, np.float32)
        pieces = self._pieces.get(term)
        if not pieces:
            return found
        postings = np.frombuffer(b"".join(entries for _segment, entries in pieces), POSTING)
        sizes = [len(entries) // POSTING.itemsize for _segment, entries in pieces]
        numbers = np.repeat([segment * SIZE for segment, _entries in pieces], sizes) + postings["entry"]
        is_here = numbers < self.size
        if is_title:
            is_here &= postings["counts"][:, FIELDS.index("title")] > 0
        numbers, counts = numbers[is_here], postings["counts"][is_here].astype(np.float32)
        lengths = self.columns.entries["lengths"][numbers].astype(np.float32)
        counts *= WEIGHTS / (1 - THINNING + THINNING * lengths / average)
        weight = counts.sum(axis=1)
        rarity = np.log(1 + (total - len(numbers) + 0.5) / (len(numbers) + 0.5))
        found[numbers] = np.maximum(rarity, 0.01) * weight * (SATURATION + 1) / (SATURATION + weight)
        return found


def freshness(released: NDArray[np.int64], now: datetime) -> Scores:
    """By how much each entry is raised for its age; those without an instant count as very old."""
    seconds = now.timestamp() - released.astype(np.float64)
    days = np.where(released == NEVER, np.inf, np.maximum(seconds, 0) // DAY)
    raised: Scores = (1 + FRESHNESS * np.exp2(-days / HALF_LIFE)).astype(np.float32)
    return raised
