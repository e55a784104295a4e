"""Which entries match a query, with what score, over all languages at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from search.index.narrowing import Columns, Numbers
from search.index.ranking import RAISED, Mask, Scores, Terms
from search.index.runs import split_runs
from search.index.slots import Slot, Wanted, wanted
from search.models.generation import Generation
from search.models.rows import Entry
from search.query import Query, QueryPart

#: How many entries one query asks the database about, when it looks for a phrase.
ASKED = 5_000
NEXT_LINE = "\n"


@dataclass(frozen=True)
class Match:
    """For each entry whether it matches, and how well."""

    mask: Mask
    scores: Scores


class Matcher:
    """A query put to an index. `languages` maps language codes to the keys that columns know them by."""

    def __init__(
        self, generation: Generation, columns: Columns, languages: dict[str, int], query: Query, match: str
    ) -> None:
        self.generation, self.columns, self.query = generation, columns, query
        self.is_any, self.is_widened = match != "all", match == "telling"
        self.languages = languages
        self.size = len(columns.entries)
        parts = [*query.wanted, *query.excluded, *query.raised]
        self._wanted = {(part, code): wanted(part, code, self.is_any) for part in parts for code in languages}
        terms = {term for each in self._wanted.values() for slot in each.slots for way in slot.ways for term in way}
        self.terms = Terms(generation, columns, terms)
        if not self.is_any:
            self._wanted = {
                (part, code): split_runs(each, part, code, self.terms.count)
                for (part, code), each in self._wanted.items()
            }

    def match(self) -> Match:
        """The entries that match: each in its own language."""
        mask, scores = np.zeros(self.size, bool), np.zeros(self.size, np.float32)
        for code, key in self.languages.items():
            here = self.columns.entries["language"] == key
            if not here.any():
                continue
            found = self._in_language(code, key)
            mask |= found.mask & here
            scores = np.where(here, found.scores, scores)
        return Match(mask, scores)

    def _in_language(self, code: str, key: int) -> Match:
        """Match a query as if all entries were in one language."""
        has_words = any(not slot.is_optional for part in self.query.wanted for slot in self._wanted[part, code].slots)
        mask, scores = np.full(self.size, not self.is_any), np.zeros(self.size, np.float32)
        for group in self.query.groups:
            found = [self._part(part, code, key, has_words, self.is_widened) for part in group]
            matched = np.logical_or.reduce([each.mask for each in found])
            if self.is_widened and any(part.is_date for part in group):
                matched = np.zeros(self.size, bool)
            mask = mask | matched if self.is_any else mask & matched
            scores += np.maximum.reduce([each.scores for each in found])
        for part in self.query.excluded:
            if self._wanted[part, code].slots:
                mask &= ~self._part(part, code, key, False).mask
        for part in () if self.is_any else self.query.raised:
            scores += self._part(part, code, key, True).mask * np.float32(RAISED)
        return Match(mask, scores)

    def _part(self, part: QueryPart, code: str, key: int, skips_stop_words: bool, is_widened: bool = False) -> Match:
        """Match one part of the query. Where it `is_widened`, a number only weighs."""
        within = self.columns.dated_within(*part.days or (None, None))
        if part.is_date:
            return Match(within, within * np.float32(RAISED))
        asked: Wanted = self._wanted[part, code]
        mask, scores = np.full(self.size, not self.is_any), np.zeros(self.size, np.float32)
        for slot in asked.slots:
            if slot.is_optional and skips_stop_words and not asked.phrase:
                continue
            found = self._slot(slot, key)
            scores += found
            if slot.is_loose:
                continue
            if not self.is_any:
                mask = mask & (found > 0)
            elif slot.is_telling or not is_widened:
                mask = mask | (found > 0)
        if part.days:
            mask = mask & within
        if asked.phrase and not self.is_any:
            mask = self._with_phrase(mask & (self.columns.entries["language"] == key), asked)
        return Match(mask, scores)

    def _slot(self, slot: Slot, key: int) -> Scores:
        """Weigh a slot in each entry by its heaviest way; 0 where no way is found as a whole."""
        total, average = self.columns.of_language(key)
        best = np.zeros(self.size, np.float32)
        for way in slot.ways:
            if not all(term in self.terms for term in way):
                continue
            each = [self.terms.scores(term, average, total, slot.is_title) for term in way]
            whole = each[0] if len(each) == 1 else np.where(np.minimum.reduce(each) > 0, np.add.reduce(each), 0)
            best = np.maximum(best, whole)
        return best

    def _with_phrase(self, mask: Mask, asked: Wanted) -> Mask:
        """Return the entries whose stream holds the phrase as it was typed."""
        numbers: Numbers = np.flatnonzero(mask)
        found = np.zeros(self.size, bool)
        for first in range(0, len(numbers), ASKED):
            for number in self._holding(numbers[first : first + ASKED].tolist(), asked):
                found[number] = True
        return found

    def _holding(self, numbers: Sequence[int], asked: Wanted) -> list[int]:
        """The numbers among those given whose entries hold a phrase, at the ends of whole tokens."""
        rows = Entry.objects.filter(generation=self.generation, number__in=numbers, stream__contains=asked.phrase)
        around = f" {asked.phrase} "
        return [
            number
            for number, stream in rows.values_list("number", "stream")
            if around in f" {stream.partition(NEXT_LINE)[0] if asked.is_title else stream} ".replace("\n", " \n ")
        ]
