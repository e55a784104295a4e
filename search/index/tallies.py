"""How many of the candidates of a request have each value of its facets: one pass over their values for all facets."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

import numpy as np

from search.index.candidates import Candidates
from search.index.columns import NEVER
from search.index.counting import count_things
from search.index.narrowing import Numbers
from search.request import ALL_LANGUAGES, YEAR, SearchRequest

#: The facets that columns keep as one value of an entry.
SINGLE = ("language", "kind")
Counts = dict[str, int]


class Tally:
    """Counts, each facet without what was chosen of it. Facets of which nothing was chosen are counted together."""

    def __init__(self, found: Candidates, request: SearchRequest) -> None:
        self.found, self.columns = found, found.columns
        self.is_by_thing = request.language == ALL_LANGUAGES
        self._pairs, self._by_facet = cache(self._pairs_but_for), cache(self._counted_but_for)

    def counts(self, facet: str) -> Counts:
        """How many entries, or things where all languages are asked for, have each value of a facet."""
        if facet not in (*SINGLE, YEAR):
            return dict(self._by_facet(self._group(facet)).get(facet, {}))
        numbers = self.found.numbers[self.found.but_for(facet)]
        if facet == YEAR:
            counts = self._counted(self.columns.years[numbers], numbers)
            return {str(year): count for year, count in counts.items() if year}
        values = self.columns.single[facet][numbers].astype(np.int64)
        counts = self._counted(values, numbers, is_by_thing=self.is_by_thing and facet != "language")
        return {self.columns.names[key][1]: count for key, count in counts.items() if key in self.columns.names}

    def languages(self, facet: str, codes: Mapping[str, int]) -> dict[str, set[str]]:
        """The languages of the entries that have each value of a facet. `codes` are the keys of languages."""
        numbers, values = self._pairs(self._group(facet))
        spoken = self.columns.single["language"][numbers]
        found: dict[str, set[str]] = defaultdict(set)
        for code, language in codes.items():
            for key in np.flatnonzero(np.bincount(values[spoken == language])).tolist():
                name, value = self.columns.names[key]
                if name == facet:
                    found[value].add(code)
        return dict(found)

    def first(self, facet: str) -> Counts:
        """The instant of the oldest entry that has each value of a facet, in seconds."""
        numbers, values = self._pairs(self._group(facet))
        released = self.columns.single["released"][numbers]
        found = np.full(int(values.max(initial=0)) + 1, np.iinfo(np.int64).max)
        np.minimum.at(found, values, np.where(released == NEVER, np.iinfo(np.int64).max, released))
        keys = {value: self.columns.key_of[facet, value] for value in self.counts(facet)}
        return {value: int(found[key]) for value, key in keys.items()}

    def _group(self, facet: str) -> str:
        """The facet itself where something was chosen of it, else "" for all of which nothing was."""
        return facet if facet in self.found.misses else ""

    def _pairs_but_for(self, group: str) -> tuple[Numbers, Numbers]:
        """The numbers of entries that fit all choices but those of a facet, each beside a value that it has."""
        is_held = self.found.but_for(group)[self.found.holders]
        return self.found.numbers[self.found.holders[is_held]], self.found.values[is_held]

    def _counted_but_for(self, group: str) -> Mapping[str, Counts]:
        """The counts of the values of all facets among these entries."""
        numbers, values = self._pairs(group)
        found: dict[str, Counts] = defaultdict(dict)
        for key, count in self._counted(values, numbers).items():
            facet, value = self.columns.names[key]
            found[facet][value] = count
        return found

    def _counted(self, values: Numbers, numbers: Numbers, is_by_thing: bool | None = None) -> dict[int, int]:
        """How many entries, or things, stand beside each value."""
        if len(values) and (self.is_by_thing if is_by_thing is None else is_by_thing):
            groups = self.columns.groups
            counts = count_things(values, groups[numbers], int(groups.max()) + 1)
        else:
            counts = np.bincount(values)
        return {key: int(counts[key]) for key in np.flatnonzero(counts).tolist()}
