"""The columns of an index: what its entries can be narrowed and sorted by, kept a segment at a time."""

import datetime
import secrets
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search.index.columns import COLUMNS, FACETS, NEVER, SIZE, Array, empty_columns, group_number, segment_place
from search.models.generation import Generation
from search.models.rows import FacetValue, Segment
from search.registry import FIELDS, STANDING, Item

Numbers = NDArray[np.int64]
#: How many indexes a process keeps the columns of: the one that answers and, for a moment, its successor.
KEPT = 2
#: The year from which instants are counted.
EPOCH = 1970


def store_columns(generation: Generation, entries: Mapping[int, tuple[Item | None, Sequence[int]]]) -> None:
    """Write what is known of entries, by number, with the lengths of their fields; None empties one."""
    keys = value_keys(generation, [item for item, _lengths in entries.values() if item])
    segments: dict[int, list[int]] = defaultdict(list)
    for number in entries:
        segments[segment_place(number).segment].append(number)
    stored = {row.number: row for row in Segment.objects.filter(generation=generation, number__in=segments)}
    for segment, numbers in segments.items():
        row = stored.get(segment) or Segment(generation=generation, number=segment, columns=b"", facets=b"")
        columns = np.frombuffer(row.columns, COLUMNS).copy() if row.columns else empty_columns()
        facets = np.frombuffer(row.facets, FACETS)
        places = [segment_place(number).entry for number in numbers]
        facets = facets[~np.isin(facets["entry"], places)]
        added: list[tuple[int, int]] = []
        for number, place in zip(numbers, places, strict=True):
            item, lengths = entries[number]
            columns[place] = columns_of(item, keys, lengths)
            added += [(place, keys[pair]) for pair in pairs_of(item)]
        row.version = secrets.token_hex(16)
        row.columns = columns.tobytes()
        row.facets = np.concatenate([facets, np.array(added, FACETS)]).tobytes()
        row.save()


def columns_of(item: Item | None, keys: Mapping[tuple[str, str], int], lengths: Sequence[int]) -> Any:
    """The columns of one entry."""
    if item is None:
        return np.zeros(1, COLUMNS)[0]
    released = int(item.released_at.timestamp()) if item.released_at else NEVER
    language, kind = keys["language", item.language], keys["kind", item.kind]
    happens = NEVER if item.happens_second is None else item.happens_second
    return (language, kind, released, happens, group_number(item.group), tuple(lengths))


def pairs_of(item: Item | None) -> list[tuple[str, str]]:
    """The values of an item's facets, each once, and how it stands on the record."""
    if item is None:
        return []
    values = {(facet, value[:200]) for facet, values in item.facets.items() for value in values if value}
    return sorted(values | {(STANDING, value) for value in item.standing})


def value_keys(generation: Generation, items: Sequence[Item]) -> dict[tuple[str, str], int]:
    """The keys of all values that items have, those that are new among them."""
    wanted = {pair for item in items for pair in pairs_of(item)}
    wanted |= {("language", item.language) for item in items} | {("kind", item.kind) for item in items}
    known = keys_of(generation, wanted)
    if missing := sorted(wanted - set(known)):
        rows = [FacetValue(generation=generation, facet=facet, value=value) for facet, value in missing]
        FacetValue.objects.bulk_create(rows, ignore_conflicts=True)
        known |= keys_of(generation, missing)
    return known


def keys_of(generation: Generation, pairs: Any) -> dict[tuple[str, str], int]:
    """The keys of those values that are known, by facet and value."""
    wanted = set(pairs)
    if not wanted:
        return {}
    facets, values = {facet for facet, _value in wanted}, {value for _facet, value in wanted}
    rows = FacetValue.objects.filter(generation=generation, facet__in=facets, value__in=values)
    found = {(facet, value): key for facet, value, key in rows.values_list("facet", "value", "pk")}
    return {pair: key for pair, key in found.items() if pair in wanted}


@dataclass(frozen=True)
class Columns:
    """What is known of all entries of an index: an entry's number is its place."""

    versions: tuple[str, ...]
    entries: Array
    #: Pairs of an entry's number and a value of a facet, as two columns, in the order of the numbers.
    facet_entries: Numbers
    facet_values: Numbers
    #: The facet and the value of each key that stands in the columns.
    names: Mapping[int, tuple[str, str]] = field(default_factory=dict, compare=False)
    #: What lists were found to hold, by what was asked for; it holds as long as the columns do.
    remembered: dict[Any, Any] = field(default_factory=dict, compare=False)
    #: The sources and keys of entries that were on a page, by number. A number never names another thing.
    keys: dict[int, tuple[str, int]] = field(default_factory=dict, compare=False)

    @cached_property
    def single(self) -> Mapping[str, NDArray[Any]]:
        """Each column by itself: between the others it takes several times as long to read."""
        return {name: np.ascontiguousarray(self.entries[name]) for name in COLUMNS.names or ()}

    @cached_property
    def key_of(self) -> Mapping[tuple[str, str], int]:
        """The keys of all values that entries have, by facet and value."""
        return {pair: key for key, pair in self.names.items()}

    @cached_property
    def all_numbers(self) -> Numbers:
        """The numbers of all entries, in order."""
        return np.arange(len(self.entries))

    @cached_property
    def newest(self) -> Numbers:
        """The numbers of all entries, the newest first; of one instant, what was entered last."""
        return np.lexsort((-self.all_numbers, -np.maximum(self.single["released"], -(2**62))))

    @cached_property
    def next_first(self) -> Numbers:
        """The numbers of all entries by when they happen; what does not happen stands last, the newest first."""
        happens = self.single["happens"][self.newest]
        return self.newest[np.argsort(np.where(happens == NEVER, np.iinfo(np.int64).max, happens), kind="stable")]

    @cached_property
    def dated(self) -> Numbers:
        """What dates mean of each entry, in seconds: when it happens, else when it was released."""
        return np.where(self.single["happens"] == NEVER, self.single["released"], self.single["happens"])

    @cached_property
    def years(self) -> Numbers:
        """The year in which each entry happens, or in UTC was released; 0 for one without a date."""
        years = self.dated.astype("datetime64[s]").astype("datetime64[Y]").astype(np.int64) + EPOCH
        return np.where(self.dated == NEVER, 0, np.maximum(years, 0))

    def shown_in(self, language: int, original: int) -> NDArray[np.bool_]:
        """Which entries a list names to readers of a language: those in it, and originals of what it lacks. Both are
        keys of values."""
        is_own = self.single["language"] == language
        has_own = np.zeros(int(self.groups.max(initial=-1)) + 1, bool)
        has_own[self.groups[is_own]] = True
        is_original = np.zeros(len(self.entries), bool)
        is_original[self.facet_entries[self.facet_values == original]] = True
        return is_own | (is_original & ~has_own[self.groups])

    @cached_property
    def _languages(self) -> dict[int, tuple[Numbers, NDArray[np.float32]]]:
        found = {}
        for key in np.unique(self.single["language"]).tolist():
            numbers = np.flatnonzero(self.single["language"] == key)
            found[key] = numbers, np.maximum(self.single["lengths"][numbers].mean(axis=0), 1).astype(np.float32)
        return found

    @cached_property
    def groups(self) -> Numbers:
        """The group of each entry as a small number, which takes less to sort than what groups are known by."""
        _names, numbers = np.unique(self.single["group"], return_inverse=True)
        return numbers.astype(np.int64)

    def of_language(self, key: int) -> tuple[Numbers, NDArray[np.float32]]:
        """The entries that a language has, and how long each of their fields is on the average."""
        return self._languages.get(key, (self.all_numbers[:0], np.ones(len(FIELDS), np.float32)))

    @cached_property
    def _first_pairs(self) -> Numbers:
        """Where the pairs of each entry begin; behind the last number, where all end."""
        return np.r_[0, np.cumsum(np.bincount(self.facet_entries, minlength=len(self.entries)))]

    def pairs_held(self, numbers: Numbers) -> tuple[Numbers, Numbers]:
        """The values of some entries, in pairs: the place of an entry among those given, and a key."""
        if len(numbers) == len(self.entries):
            return self.facet_entries, self.facet_values
        first, sizes = self._first_pairs[numbers], self._first_pairs[numbers + 1] - self._first_pairs[numbers]
        places = np.repeat(np.arange(len(numbers)), sizes)
        within = np.arange(len(places)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        return places, self.facet_values[first[places] + within]

    def dated_within(
        self, numbers: Numbers, since: datetime.date | None, until: datetime.date | None
    ) -> NDArray[np.bool_]:
        """Which of some entries happen, or in UTC were released, within days, both included."""
        mask = np.ones(len(numbers), bool)
        if since or until:
            dated = self.dated[numbers]
            if since:
                mask &= dated >= midnight_second(since)
            if until:
                mask &= (dated < midnight_second(until) + 86_400) & (dated != NEVER)
        return mask


def midnight_second(day: datetime.date) -> int:
    """The second at which a day begins in UTC."""
    return int(datetime.datetime.combine(day, datetime.time(), datetime.UTC).timestamp())


_kept: dict[int, Columns] = {}


def columns(generation: Generation) -> Columns:
    """The columns of an index as they are in the database now; what has not changed is not read again."""
    found = list(Segment.objects.filter(generation=generation).order_by("number").values_list("number", "version"))
    versions = tuple(version for _number, version in found)
    kept = _kept.get(generation.pk)
    if kept and kept.versions == versions:
        return kept
    same = (
        {place for place, version in enumerate(kept.versions) if versions[place : place + 1] == (version,)}
        if kept
        else set()
    )
    changed = [number for number, _version in found if number not in same]
    rows = {row.number: row for row in Segment.objects.filter(generation=generation, number__in=changed)}
    entries, holders, values = [], [], []
    for place, (number, _version) in enumerate(found):
        if kept and number in same:
            entries.append(kept.entries[place * SIZE : (place + 1) * SIZE])
            first, last = np.searchsorted(kept.facet_entries, (place * SIZE, (place + 1) * SIZE))
            holders.append(kept.facet_entries[first:last])
            values.append(kept.facet_values[first:last])
            continue
        entries.append(np.frombuffer(rows[number].columns, COLUMNS))
        facets = np.frombuffer(rows[number].facets, FACETS)
        facets = facets[np.argsort(facets["entry"], kind="stable")]
        holders.append(facets["entry"].astype(np.int64) + number * SIZE)
        values.append(facets["value"].astype(np.int64))
    none = np.zeros(0, np.int64)
    made = Columns(
        tuple(rows[number].version if number in rows else version for number, version in found),
        np.concatenate([np.zeros(0, COLUMNS), *entries]),
        np.concatenate([none, *holders]),
        np.concatenate([none, *values]),
        names_of(generation),
    )
    for key in [key for key in list(_kept) if key != generation.pk][: max(0, len(_kept) - KEPT + 1)]:
        _kept.pop(key, None)
    _kept[generation.pk] = made
    return made


def names_of(generation: Generation) -> dict[int, tuple[str, str]]:
    """The facet and the value of each key of an index. They are read anew with each state of the columns: where a
    transaction was undone, its keys may name something else since."""
    rows = FacetValue.objects.filter(generation=generation).values_list("pk", "facet", "value")
    return {key: (facet, value) for key, facet, value in rows}
