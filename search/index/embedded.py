"""The engine in the project's own database, SQLite and PostgreSQL alike."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from django.conf import settings
from django.utils import timezone

from newsroom.base.caching.values import cached_until_change
from search.engine import COUNTED, PAGE_SIZE, Found
from search.index.candidates import Candidates, all_eligible
from search.index.matching import Match, Matcher
from search.index.narrowing import Columns, Numbers, columns
from search.index.ranking import Mask, freshness
from search.index.spelling import held_terms, spelled
from search.index.tallies import SINGLE, Tally
from search.index.tokens import typed_start
from search.models.generation import Generation
from search.models.rows import Completion, Entry
from search.registry import AS_ORIGINAL, AS_WITHDRAWN, STANDING, apart, facets_as_written
from search.request import ALL_LANGUAGES, FACETS, KEPT_FACETS, YEAR, SearchRequest, is_year

#: So many lists are remembered of one state of an index.
MOST_LISTS = 32
#: So many sources and keys of entries are.
MOST_KEYS = 4096


class EmbeddedEngine:
    """Answers from an index in the database: the one that serves, unless it is given another.

    One is made for each page that is asked for: whatever it is asked, it answers from one state of the index.
    """

    name = "embedded"

    def __init__(self, generation: Generation | None = None) -> None:
        self._given = generation

    @cached_property
    def _kept(self) -> Generation | None:
        """The index that answers for lists: that of an earlier analyzer too, until there is one by this."""
        return self._given or state_of_index()[0]

    @property
    def generation(self) -> Generation | None:
        """The index that answers; None where there is none by this analyzer."""
        return self._kept if self._kept and self._kept.is_of_this_analyzer else None

    @cached_property
    def _columns(self) -> Columns | None:
        """What is known of the entries of the index that answers; None for one that is given and may grow."""
        return None if self._given else state_of_index()[1]

    def find(self, request: SearchRequest, page_size: int = PAGE_SIZE, counted: Collection[str] = COUNTED) -> Found:
        """What answers a request; a number of queries that does not depend on how much there is."""
        generation = self._kept if request.listed else self.generation
        if generation is None:
            return Found()
        state = self._columns or columns(generation)
        found = Search(generation, state, request, counted).found(page_size)
        if not found.total and request.match == "all" and request.query.is_of_several:
            widened = Search(generation, state, replace(request, match="telling"), counted).found(page_size)
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


@cached_until_change
def state_of_index() -> tuple[Generation | None, Columns | None]:
    """The index that answers and what is known of its entries, read once for each state of the database."""
    kept = Generation.objects.kept()
    return kept, columns(kept) if kept else None


Counts = dict[str, dict[str, int]]
Languages = dict[str, dict[str, set[str]]]


@dataclass(frozen=True)
class Ranked:
    """All entries that answer a request, in their order, how many there are without its choices, and the counts."""

    numbers: Numbers
    whole: int
    facets: Mapping[str, Mapping[str, int]]
    written: Mapping[str, Mapping[str, Collection[str]]]
    first: Mapping[str, Mapping[str, int]]


class Search:
    """One request put to one index."""

    def __init__(
        self, generation: Generation, state: Columns, request: SearchRequest, counted: Collection[str]
    ) -> None:
        self.generation, self.columns, self.request, self.counted = generation, state, request, counted

    def found(self, page_size: int) -> Found:
        """The page asked for, the total and the counts of the facets."""
        ranked = self._list() if self.request.listed else self._ranked()
        total = len(ranked.numbers)
        pages = max(1, -(-total // page_size)) if page_size else 1
        page = min(max(self.request.page, 1), pages)
        numbers = ranked.numbers[(page - 1) * page_size : page * page_size].tolist()
        elsewhere = ranked.facets.get("language", {})
        keys = self._keys(numbers)
        return Found(keys, total, ranked.whole, page, ranked.facets, ranked.written, ranked.first, elsewhere=elsewhere)

    def _list(self) -> Ranked:
        """A list as it was found before, where nothing has changed since."""
        remembered, asked = self.columns.remembered, (replace(self.request, page=1), tuple(self.counted))
        if asked not in remembered:
            found = self._ranked()
            for oldest in list(remembered)[: max(0, len(remembered) - MOST_LISTS + 1)]:
                remembered.pop(oldest, None)
            remembered[asked] = replace(found, numbers=found.numbers.astype(np.int32))
        ranked: Ranked = remembered[asked]
        return ranked

    def _ranked(self) -> Ranked:
        """What answers the request, all of it."""
        match = self._match()
        matched = all_eligible(self.columns, match.numbers, match.scores)
        is_eligible = (
            (self.columns.single["language"][match.numbers] > 0)
            & self.columns.dated_within(match.numbers, self.request.since, self.request.until)
            & self._among(matched)
        )
        fits = {name: mask for name in ("language", *FACETS) if (mask := self._filter(name, matched)) is not None}
        near = matched.narrowed(is_eligible, fits)
        whole = int(np.count_nonzero(is_eligible & fits.get("language", True)))
        return Ranked(self._in_order(near), whole, *self._facets(near))

    def _match(self) -> Match:
        """What the words match; everything where none were given and something was chosen."""
        query, everything = self.request.query, self.columns.all_numbers
        if not query and not query.excluded:
            numbers = everything if self.request.is_of_everything else everything[:0]
            return Match(numbers, np.zeros(len(numbers), np.float32))
        return Matcher(self.generation, self.columns, self._languages, query, self.request.match).match()

    @property
    def _languages(self) -> dict[str, int]:
        """The keys of the languages that entries are in, by their codes."""
        keys = {code: self.columns.key_of.get(("language", code)) for code, _name in settings.LANGUAGES}
        return {code: key for code, key in keys.items() if key is not None}

    def _among(self, matched: Candidates) -> Mask:
        """The entries of which those are taken that fit: of a list its kinds, else what was not withdrawn."""
        if self.request.listed:
            return np.isin(self._kinds(matched), self._keys_of("kind", self.request.listed))
        return ~matched.of_value(self._keys_of(STANDING, (AS_WITHDRAWN,)))

    def _kinds(self, matched: Candidates) -> Numbers:
        return self.columns.single["kind"][matched.numbers]

    def _keys_of(self, facet: str, values: Iterable[str]) -> list[int]:
        """The keys of those of the values that an entry has."""
        return [key for value in values if (key := self.columns.key_of.get((facet, value))) is not None]

    def _filter(self, name: str, matched: Candidates) -> Mask | None:
        """Which entries fit what was chosen of a facet; None where nothing was."""
        if name == "language":
            return self._in_language(matched.numbers)
        chosen = getattr(self.request, name)
        if name == "kind" and not chosen and not self.request.listed:
            return ~np.isin(self._kinds(matched), self._keys_of("kind", apart()))
        if not chosen:
            return None
        if name == YEAR:
            return np.isin(self.columns.years[matched.numbers], [int(year) for year in chosen if is_year(year)])
        keys = self._keys_of(name, chosen)
        return np.isin(self._kinds(matched), keys) if name == "kind" else matched.of_value(keys)

    def _in_language(self, numbers: Numbers) -> Mask | None:
        """The entries in the language asked for; in a list with the originals of what it lacks."""
        if self.request.language == ALL_LANGUAGES:
            return None
        key = self.columns.key_of.get(("language", self.request.language), -1)
        if self.request.is_by_thing:
            return self.columns.shown_in(key, self.columns.key_of.get((STANDING, AS_ORIGINAL), -1))[numbers]
        return self.columns.single["language"][numbers] == key

    def _in_order(self, near: Candidates) -> Numbers:
        """Entries in the order of the results; of several languages of one thing the best alone."""
        is_found = near.missed == 0
        numbers = near.numbers[is_found]
        if self.request.sort == "relevance" and self.request.query:
            released = self.columns.single["released"][numbers]
            scores = np.round(near.scores[is_found] * freshness(released, timezone.now()), 4)
            ranked: Numbers = numbers[np.lexsort((numbers, -np.maximum(released, -(2**62)), -scores))]
        else:
            is_result = np.zeros(len(self.columns.entries), bool)
            is_result[numbers] = True
            ranked = self._order[is_result[self._order]]
        if self.request.language == ALL_LANGUAGES:
            _groups, first = np.unique(self.columns.single["group"][ranked], return_index=True)
            ranked = ranked[np.sort(first)]
        return ranked

    @property
    def _order(self) -> Numbers:
        """All entries in the order of their dates that was asked for."""
        if self.request.sort == "next":
            return self.columns.next_first
        return self.columns.newest[::-1] if self.request.sort == "oldest" else self.columns.newest

    def _facets(self, near: Candidates) -> tuple[Counts, Languages, Counts]:
        """The counts of the facets, each without what was chosen of it, the languages of those that are words, and of a
        list the first instants."""
        tally = Tally(near, self.request)
        kept = [name for name in self.counted if name in KEPT_FACETS and name not in SINGLE]
        as_written = facets_as_written() if self.request.language == ALL_LANGUAGES else ()
        return (
            {name: tally.counts(name) for name in self.counted},
            {name: tally.languages(name, self._languages) for name in self.counted if name in as_written},
            {name: tally.first(name) for name in kept if self.request.listed},
        )

    def _keys(self, numbers: Sequence[int]) -> list[tuple[str, int]]:
        """The sources and keys of entries, in their order."""
        known = self.columns.keys
        keys = {number: key for number in numbers if (key := known.get(number))}
        if unknown := [number for number in numbers if number not in keys]:
            rows = Entry.objects.filter(generation=self.generation, number__in=unknown)
            keys |= {number: (source, key) for number, source, key in rows.values_list("number", "source", "object_id")}
            if len(known) > MOST_KEYS:
                known.clear()
            known.update(keys)
        return [keys[number] for number in numbers if number in keys]
