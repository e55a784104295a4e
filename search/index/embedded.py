"""The engine in the project's own database, SQLite and PostgreSQL alike."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np
from django.conf import settings
from django.utils import timezone

from search.engine import PAGE_SIZE, Found
from search.index.matching import Match, Matcher
from search.index.narrowing import Columns, Numbers, columns, keys_of
from search.index.ranking import Mask, Scores, freshness
from search.index.spelling import held_terms, spelled
from search.index.tokens import typed_start
from search.models.generation import Generation
from search.models.rows import Completion, Entry, FacetValue
from search.registry import apart, facets_as_written
from search.request import ALL_LANGUAGES, FACETS, SearchRequest

#: The facets that columns keep as one value of an entry.
SINGLE = ("language", "kind")
COUNTED = ("language", *FACETS)


class EmbeddedEngine:
    """Answers from an index in the database: the one that serves, unless it is given another."""

    name = "embedded"

    def __init__(self, generation: Generation | None = None) -> None:
        self._given = generation

    @property
    def generation(self) -> Generation | None:
        """The index that answers; None where there is none by this analyzer."""
        return self._given or Generation.objects.serving()

    def find(self, request: SearchRequest, page_size: int = PAGE_SIZE) -> Found:
        """What answers a request; a number of queries that does not depend on how much there is."""
        generation = self.generation
        if generation is None:
            return Found()
        found = Search(generation, request).found(page_size)
        if not found.total and request.match == "all" and request.query.is_of_several:
            widened = Search(generation, replace(request, match="telling")).found(page_size)
            return replace(widened, is_widened=bool(widened.total), elsewhere=found.elsewhere)
        return found

    def complete(self, typed: str, code: str, limit: int) -> Sequence[tuple[str, int]]:
        """Keys of what has a title with a word that begins as typed; titles that begin so first."""
        start = typed_start(typed).encode()[:60]
        generation = self.generation
        if not start or generation is None:
            return ()
        rows = Completion.objects.filter(
            generation=generation, language=code, start__gte=start, start__lt=start + b"\xff"
        ).order_by("start")[: limit * 20]
        ranked = sorted(rows.values_list("rank", "start", "entry__source", "entry__object_id"))
        return list(dict.fromkeys((source, key) for _rank, _start, source, key in ranked))[:limit]

    def spelling(self, request: SearchRequest) -> str:
        """The words spelled as the vocabulary has them, "" where nothing better is known."""
        generation = self.generation
        return spelled(generation, request) if generation else ""

    def held(self, terms: Collection[str]) -> Mapping[str, int]:
        """How many entries hold each term; one that nothing holds is missing."""
        generation = self.generation
        return held_terms(generation, set(terms)) if generation and terms else {}


class Search:
    """One request put to one index."""

    def __init__(self, generation: Generation, request: SearchRequest) -> None:
        self.generation, self.request = generation, request
        self.columns: Columns = columns(generation)
        self.values = self._values()

    def _values(self) -> dict[tuple[str, str], int]:
        """The keys of the languages and of what was chosen."""
        asked = [("language", code) for code, _name in settings.LANGUAGES]
        asked += [(name, value) for name in FACETS for value in getattr(self.request, name)]
        asked += [("kind", kind) for kind in apart()]
        return keys_of(self.generation, asked)

    def found(self, page_size: int) -> Found:
        """The page asked for, the total and the counts of the facets."""
        match = self._match()
        filters = {name: mask for name in COUNTED if (mask := self._filter(name)) is not None}
        base = (
            match.mask
            & (self.columns.entries["language"] > 0)
            & self.columns.released_within(self.request.since, self.request.until)
        )
        mask = base.copy()
        for chosen in filters.values():
            mask &= chosen
        ranked = self._ranked(np.flatnonzero(mask), match.scores)
        pages = max(1, -(-len(ranked) // page_size))
        page = min(max(self.request.page, 1), pages)
        numbers = ranked[(page - 1) * page_size : page * page_size].tolist()
        facets, written = self._facets(base, filters)
        return Found(self._keys(numbers), len(ranked), page, facets, written, elsewhere=facets["language"])

    def _match(self) -> Match:
        """What the words match; everything where none were given and something was chosen."""
        query = self.request.query
        size = len(self.columns.entries)
        if not query and not query.excluded:
            return Match(np.full(size, bool(self.request.narrowing)), np.zeros(size, np.float32))
        languages = {code: key for (facet, code), key in self.values.items() if facet == "language"}
        return Matcher(self.generation, self.columns, languages, query, self.request.match).match()

    def _filter(self, name: str) -> Mask | None:
        """Which entries fit what was chosen of a facet; None where nothing was."""
        if name == "language":
            if self.request.language == ALL_LANGUAGES:
                return None
            return self.columns.entries["language"] == self.values.get(("language", self.request.language), -1)
        chosen = getattr(self.request, name)
        if name == "kind" and not chosen:
            keys = [key for (facet, value), key in self.values.items() if facet == "kind" and value in apart()]
            return ~np.isin(self.columns.entries["kind"], keys)
        if not chosen:
            return None
        keys = [key for value in chosen if (key := self.values.get((name, value))) is not None]
        return np.isin(self.columns.entries["kind"], keys) if name == "kind" else self.columns.of_value(keys)

    def _ranked(self, numbers: Numbers, scores: Scores) -> Numbers:
        """Entries in the order of the results; of several languages of one thing the best alone."""
        released = self.columns.entries["released"][numbers]
        if self.request.sort == "relevance" and self.request.query:
            scores = scores * freshness(self.columns.entries["released"], timezone.now())
            order = np.lexsort((numbers, -np.maximum(released, -(2**62)), -np.round(scores[numbers], 4)))
        else:
            order = np.lexsort(
                (numbers, released if self.request.sort == "oldest" else -np.maximum(released, -(2**62)))
            )
        ranked: Numbers = numbers[order]
        if self.request.language == ALL_LANGUAGES:
            _groups, first = np.unique(self.columns.entries["group"][ranked], return_index=True)
            ranked = ranked[np.sort(first)]
        return ranked

    def _facets(
        self, base: Mask, filters: Mapping[str, Mask]
    ) -> tuple[dict[str, dict[str, int]], dict[str, dict[str, set[str]]]]:
        """The counts of every facet, each without what was chosen of it, and the languages of those that are words;
        one query names the values."""
        counted: dict[str, dict[int, int]] = {}
        languages: dict[str, dict[int, set[str]]] = {}
        for name in COUNTED:
            mask = base.copy()
            for other, chosen in filters.items():
                if other != name:
                    mask &= chosen
            counted[name] = self._counts(name, mask)
            if name in facets_as_written() and self.request.language == ALL_LANGUAGES:
                languages[name] = self._languages(mask)
        keys = {key for counts in counted.values() for key in counts}
        named = FacetValue.objects.filter(pk__in=keys).values_list("pk", "facet", "value") if keys else ()
        found: dict[str, dict[str, int]] = {name: {} for name in COUNTED}
        written: dict[str, dict[str, set[str]]] = {name: {} for name in languages}
        for key, facet, value in named:
            if facet in found and key in counted[facet]:
                found[facet][value] = counted[facet][key]
                if facet in written:
                    written[facet][value] = languages[facet][key]
        return found, written

    def _languages(self, mask: Mask) -> dict[int, set[str]]:
        """The languages of the entries that have each value of a facet."""
        is_held = mask[self.columns.facet_entries]
        values, spoken = (
            self.columns.facet_values[is_held],
            self.columns.entries["language"][self.columns.facet_entries[is_held]],
        )
        codes = {key: code for (facet, code), key in self.values.items() if facet == "language"}
        found: dict[int, set[str]] = defaultdict(set)
        for language, code in codes.items():
            for value in np.flatnonzero(np.bincount(values[spoken == language])).tolist():
                found[value].add(code)
        return found

    def _counts(self, name: str, mask: Mask) -> dict[int, int]:
        """How many entries, or things where all languages are asked for, have each value of a facet."""
        if name in SINGLE:
            holders: Numbers = np.flatnonzero(mask)
            values = self.columns.entries[name][holders].astype(np.int64)
        else:
            is_held = mask[self.columns.facet_entries]
            holders, values = self.columns.facet_entries[is_held], self.columns.facet_values[is_held]
        if self.request.language == ALL_LANGUAGES and name != "language" and len(holders):
            groups = self.columns.groups
            size = int(groups.max()) + 1
            pairs = np.sort(values * size + groups[holders])
            values = pairs[np.r_[True, pairs[1:] != pairs[:-1]]] // size
        counts = np.bincount(values) if len(values) else np.zeros(0, np.int64)
        return {int(key): int(counts[key]) for key in np.flatnonzero(counts)}

    def _keys(self, numbers: Sequence[int]) -> list[tuple[str, int]]:
        """The sources and keys of entries, in their order."""
        rows = Entry.objects.filter(generation=self.generation, number__in=numbers)
        keys = {number: (source, key) for number, source, key in rows.values_list("number", "source", "object_id")}
        return [keys[number] for number in numbers if number in keys]
