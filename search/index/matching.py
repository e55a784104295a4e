"""Which entries match a query, with what score, a language at a time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from search.index.narrowing import Columns, Numbers
from search.index.ranking import RAISED, Among, Mask, Scores, Terms
from search.index.runs import split_runs
from search.index.slots import Slot, Wanted, wanted
from search.models.generation import Generation
from search.models.rows import Entry
from search.query import Query, QueryPart

#: How many entries one query asks the database about, when it looks for a phrase.
ASKED = 5_000
NEXT_LINE = "\n"


@dataclass(frozen=True)
class PartMatch:
    """Of each of some entries whether it has a part of a query, and how well."""

    mask: Mask
    scores: Scores


@dataclass(frozen=True)
class Match:
    """The entries that match, by number and in order, and how well each does."""

    numbers: Numbers
    scores: Scores


class Matcher:
    """A query put to an index. `languages` maps language codes to the keys that columns know them by."""

    def __init__(
        self, generation: Generation, columns: Columns, languages: dict[str, int], query: Query, match: str
    ) -> None:
        self.generation, self.columns, self.query = generation, columns, query
        self.is_any, self.is_widened = match != "all", match == "telling"
        self.languages = {code: key for code, key in languages.items() if len(columns.of_language(key)[0])}
        parts = [*query.wanted, *query.excluded, *query.raised]
        self._wanted = {(part, code): wanted(part, code, self.is_any) for part in parts for code in self.languages}
        terms = {term for each in self._wanted.values() for slot in each.slots for way in slot.ways for term in way}
        self.terms = Terms(generation, columns, terms)
        if not self.is_any:
            self._wanted = {
                (part, code): split_runs(each, part, code, self.terms.count)
                for (part, code), each in self._wanted.items()
            }

    def match(self) -> Match:
        """The entries that match: each in its own language."""
        found = [self._in_language(code, key) for code, key in self.languages.items()]
        numbers = np.concatenate([np.zeros(0, np.int64), *(each.numbers for each in found)])
        scores = np.concatenate([np.zeros(0, np.float32), *(each.scores for each in found)])
        order = np.argsort(numbers)
        return Match(numbers[order], scores[order])

    def _in_language(self, code: str, key: int) -> Match:
        """Match a query with the entries in one language."""
        has_words = any(not slot.is_optional for part in self.query.wanted for slot in self._wanted[part, code].slots)
        among = Among(code, key, self._that_may_match(code, key, has_words))
        mask, scores = np.full(len(among), not self.is_any), np.zeros(len(among), np.float32)
        for group in self.query.groups:
            found = [self._part(part, among, has_words, self.is_widened) for part in group]
            matched = np.logical_or.reduce([each.mask for each in found])
            if self.is_widened and any(part.is_date for part in group):
                matched = np.zeros(len(among), bool)
            mask = mask | matched if self.is_any else mask & matched
            scores += np.maximum.reduce([each.scores for each in found])
        for part in self.query.excluded:
            if self._wanted[part, code].slots:
                mask &= ~self._part(part, among, False).mask
        for part in () if self.is_any else self.query.raised:
            scores += self._part(part, among, True).mask * np.float32(RAISED)
        return Match(among.numbers[mask], scores[mask])

    def _that_may_match(self, code: str, key: int, has_words: bool) -> Numbers:
        """The entries in a language that hold what must be found: of what is rarest among that, where all of it must.
        All in the language where nothing need be found."""
        terms = [self._terms_needed(group, code, has_words) for group in self.query.groups]
        if self.is_any:
            needed = None if None in terms else {term for each in terms if each for term in each}
        else:
            told = [each for each in terms if each is not None]
            needed = min(told, key=lambda each: sum(map(self.terms.count, each)), default=None)
        in_language = self.columns.of_language(key)[0]
        if needed is None:
            return in_language
        holders = [self.terms.holders(term)[0] for term in needed if term in self.terms]
        if not holders:
            return in_language[:0]
        numbers = holders[0] if len(holders) == 1 else np.unique(np.concatenate(holders))
        return numbers[self.columns.single["language"][numbers] == key]

    def _terms_needed(self, group: Iterable[QueryPart], code: str, has_words: bool) -> set[str] | None:
        """Terms of which an entry must hold one to have any part of a group; None where it need hold none."""
        needed: set[str] = set()
        for part in group:
            slots = [slot for slot in self._slots(part, code, has_words) if not slot.is_loose]
            if part.is_date or (not slots and not self.is_any):
                return None
            each = [{term for way in slot.ways for term in way} for slot in slots]
            needed.update(*each if self.is_any else [min(each, key=lambda terms: sum(map(self.terms.count, terms)))])
        return needed

    def _slots(self, part: QueryPart, code: str, skips_stop_words: bool) -> list[Slot]:
        """What is looked for of a part of the query; of words that need not be found nothing, where others are."""
        asked = self._wanted[part, code]
        return [slot for slot in asked.slots if not (slot.is_optional and skips_stop_words and not asked.phrase)]

    def _part(self, part: QueryPart, among: Among, skips_stop_words: bool, is_widened: bool = False) -> PartMatch:
        """Match one part of the query. Where it `is_widened`, a number only weighs."""
        within = self.columns.dated_within(among.numbers, *part.days or (None, None))
        if part.is_date:
            return PartMatch(within, within * np.float32(RAISED))
        asked: Wanted = self._wanted[part, among.code]
        mask, scores = np.full(len(among), not self.is_any), np.zeros(len(among), np.float32)
        for slot in self._slots(part, among.code, skips_stop_words):
            found = self._slot(slot, among)
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
            mask = self._with_phrase(mask, among, asked)
        return PartMatch(mask, scores)

    def _slot(self, slot: Slot, among: Among) -> Scores:
        """Weigh a slot in each entry by its heaviest way; 0 where no way is found as a whole."""
        best = np.zeros(len(among), np.float32)
        for way in slot.ways:
            if not all(term in self.terms for term in way):
                continue
            each = [self.terms.scores(term, among, slot.is_title) for term in way]
            whole = each[0] if len(each) == 1 else np.where(np.minimum.reduce(each) > 0, np.add.reduce(each), 0)
            best = np.maximum(best, whole)
        return best

    def _with_phrase(self, mask: Mask, among: Among, asked: Wanted) -> Mask:
        """Return which of the entries have the phrase in their stream as it was typed."""
        numbers: Numbers = among.numbers[mask]
        found = [
            number
            for first in range(0, len(numbers), ASKED)
            for number in self._holding(numbers[first : first + ASKED].tolist(), asked)
        ]
        return np.isin(among.numbers, np.array(found, np.int64))

    def _holding(self, numbers: Sequence[int], asked: Wanted) -> list[int]:
        """The numbers among those given whose entries hold a phrase, at the ends of whole tokens."""
        rows = Entry.objects.filter(generation=self.generation, number__in=numbers, stream__contains=asked.phrase)
        around = f" {asked.phrase} "
        return [
            number
            for number, stream in rows.values_list("number", "stream")
            if around in f" {stream.partition(NEXT_LINE)[0] if asked.is_title else stream} ".replace("\n", " \n ")
        ]
