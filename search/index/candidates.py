"""The entries that the words of a request match, and which of its choices each of them misses."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from search.index.narrowing import Columns, Numbers
from search.index.ranking import Mask, Scores

#: What misses more choices than one is no result of the search without one of them.
FAR = 2


@dataclass(frozen=True)
class Candidates:
    """Entries, by number and in order, with what they score.

    `misses` says of each choice which of them miss it, `missed` how many each misses in all. Their values of facets
    stand in pairs: the place of an entry among these in `holders`, the key of a value in `values`.
    """

    columns: Columns
    numbers: Numbers
    scores: Scores
    holders: Numbers
    values: Numbers
    missed: NDArray[np.int8]
    misses: Mapping[str, Mask]

    def of_value(self, keys: Collection[int]) -> Mask:
        """Which of them have one of some values."""
        found = np.zeros(len(self.numbers), bool)
        for key in keys:
            found[self.holders[self.values == key]] = True
        return found

    def narrowed(self, is_eligible: Mask, fits: Mapping[str, Mask]) -> "Candidates":
        """Those that are eligible and miss one choice at most, told for each choice which of these fit it."""
        misses = {name: ~fit for name, fit in fits.items()}
        missed = np.where(is_eligible, 0, FAR).astype(np.int8)
        for each in misses.values():
            missed += each
        is_near = missed < FAR
        is_held = is_near[self.holders]
        return replace(
            self,
            numbers=self.numbers[is_near],
            scores=self.scores[is_near],
            holders=(np.cumsum(is_near) - 1)[self.holders[is_held]],
            values=self.values[is_held],
            missed=missed[is_near],
            misses={name: each[is_near] for name, each in misses.items()},
        )

    def but_for(self, facet: str) -> Mask:
        """Which of them fit all choices but those of one facet, of which they may have whatever they have."""
        return self.missed == self.misses.get(facet, 0)


def all_eligible(columns: Columns, numbers: Numbers, scores: Scores) -> Candidates:
    """The entries with some numbers, all eligible and with no choice made."""
    return Candidates(columns, numbers, scores, *columns.pairs_held(numbers), np.zeros(len(numbers), np.int8), {})
