"""Entries go into an index and leave it, in the transaction of whatever made or unmade them public."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet

from search.index.columns import posting, segment_place, with_counts
from search.index.narrowing import store_columns
from search.index.tokens import Tokens, starts_of, term_counts, tokens_of
from search.models.generation import Generation
from search.models.rows import Completion, Entry, IndexRow, Posting, Word
from search.registry import FIELDS, Item

#: What names an entry: its source and the key of its row there.
Key = tuple[str, int]
Counts = list[int] | None
ROWS = 500


@dataclass(frozen=True)
class EntryChange:
    """An entry before and after: None where there was none, or is none any more."""

    key: Key
    before: Entry | None
    item: Item | None
    tokens: Tokens | None


@transaction.atomic(savepoint=False)
def write_entries(generation: Generation, items: Mapping[Key, Item | None]) -> list[Key]:
    """Make entries what the items say; None takes one out. Returns the keys of those that changed.

    Writers of one index follow one after the other: each locks its row first, so none waits for another crosswise.
    """
    if not items:
        return []
    generation = Generation.objects.select_for_update().get(pk=generation.pk)
    before = entries_of(generation, items)
    changes = [change for key, item in items.items() if (change := entry_change(key, before.get(key), item))]
    if changes:
        numbers = store_entries(generation, changes)
        store_postings(generation, changes, numbers)
        store_columns(generation, {numbers[change.key]: (change.item, lengths(change)) for change in changes})
        store_words(generation, changes)
    return [change.key for change in changes]


def entries_of(generation: Generation, keys: Iterable[Key]) -> dict[Key, Entry]:
    """The entries there are for keys, in one query."""
    wanted = set(keys)
    found = {(entry.source, entry.object_id): entry for entry in entries_for(generation, wanted)}
    return {key: entry for key, entry in found.items() if key in wanted}


def held(generation: Generation, keys: Iterable[Key]) -> set[Key]:
    """Which of the keys have an entry."""
    wanted = set(keys)
    return wanted & set(entries_for(generation, wanted).values_list("source", "object_id"))


def entries_for(generation: Generation, keys: Iterable[Key]) -> QuerySet[Entry]:
    """The rows of entries for keys, and of those with the source of one and the number of another.

    Asked so, since a database that is asked for each pair may read the whole index instead.
    """
    sources, numbers = {source for source, _number in keys}, {number for _source, number in keys}
    return Entry.objects.filter(generation=generation, source__in=sources, object_id__in=numbers)


def entry_change(key: Key, before: Entry | None, item: Item | None) -> EntryChange | None:
    """What is to do for an entry; None where nothing is."""
    if item is None:
        return EntryChange(key, before, None, None) if before else None
    if before and before.fingerprint == fingerprint_of(item):
        return None
    return EntryChange(key, before, item, tokens_of(item))


def fingerprint_of(item: Item) -> str:
    """A short name for all that an item says."""
    return hashlib.blake2b(repr(item).encode("utf-8", "replace"), digest_size=32).hexdigest()


def lengths(change: EntryChange) -> list[int]:
    """How many tokens each field of the changed entry has."""
    return list(change.tokens.lengths) if change.tokens else [0] * len(FIELDS)


def store_entries(generation: Generation, changes: list[EntryChange]) -> dict[Key, int]:
    """Write the rows of entries; returns their numbers. A new one gets the next, one that stays keeps its own."""
    numbers: dict[Key, int] = {}
    entries: list[Entry] = []
    for change in changes:
        number = change.before.number if change.before else generation.next_number
        generation.next_number = max(generation.next_number, number + 1)
        numbers[change.key] = number
        if change.item and change.tokens:
            entries.append(
                Entry(
                    generation=generation,
                    number=number,
                    source=change.key[0],
                    object_id=change.key[1],
                    language=change.item.language,
                    title=change.item.title,
                    fingerprint=fingerprint_of(change.item),
                    stream=change.tokens.stream,
                )
            )
    generation.save(update_fields=["next_number"])
    gone = [change.before.pk for change in changes if change.before]
    if gone:
        Completion.objects.filter(entry__in=gone).delete()
        Entry.objects.filter(pk__in=gone).delete()
    made = Entry.objects.bulk_create(entries, batch_size=ROWS)
    items = {change.key: change.item for change in changes if change.item}
    completions = [
        Completion(generation=generation, entry=entry, language=entry.language, start=start, rank=min(place, 1))
        for entry in made
        if items[entry.source, entry.object_id].is_completed
        for place, start in enumerate(starts_of(entry.title))
    ]
    Completion.objects.bulk_create(completions, batch_size=ROWS)
    return numbers


def counts_changed(change: EntryChange) -> dict[str, Counts]:
    """The terms whose counts in an entry are no longer what they were; None for one that it has no more."""
    old = term_counts(change.before.stream, change.before.language) if change.before else {}
    new = term_counts(change.tokens.stream, change.item.language) if change.item and change.tokens else {}
    changed: dict[str, Counts] = {term: counts for term, counts in new.items() if old.get(term) != counts}
    return changed | {term: None for term in old if term not in new}


def store_postings(generation: Generation, changes: list[EntryChange], numbers: Mapping[Key, int]) -> None:
    """Write what changed into the postings.

    A new entry has a higher number than all others, so its counts are put behind the rest, which nobody has to read;
    for those that were there before one query a segment reads what stands.
    """
    stayed: dict[int, dict[str, dict[int, Counts]]] = defaultdict(lambda: defaultdict(dict))
    new: dict[tuple[str, int], bytes] = defaultdict(bytes)
    for change in sorted(changes, key=lambda change: numbers[change.key]):
        place = segment_place(numbers[change.key])
        for term, counts in counts_changed(change).items():
            if change.before:
                stayed[place.segment][term][place.entry] = counts
            elif counts:
                new[term, place.segment] += posting(place.entry, counts)
    for segment, changed in stayed.items():
        rewrite_postings(generation, segment, changed)
    rows = [(generation.pk, term, segment, entries) for (term, segment), entries in sorted(new.items())]
    kind = Posting._meta.get_field("entries").db_type(connection)
    upsert(Posting, ("term", "segment"), rows, {"entries": f"CAST({{stored}} || {{new}} AS {kind})"})


def rewrite_postings(generation: Generation, segment: int, changed: Mapping[str, Mapping[int, Counts]]) -> None:
    """Set the counts of some entries of a segment anew."""
    rows = Posting.objects.filter(generation=generation, segment=segment, term__in=list(changed))
    stored = {term: bytes(entries) for term, entries in rows.values_list("term", "entries")}
    new = {term: with_counts(stored.get(term, b""), changed[term]) for term in sorted(changed)}
    filled = [(generation.pk, term, segment, entries) for term, entries in new.items() if entries]
    upsert(Posting, ("term", "segment"), filled, {"entries": "{new}"})
    if emptied := [term for term, entries in new.items() if not entries and term in stored]:
        Posting.objects.filter(generation=generation, segment=segment, term__in=emptied).delete()


def store_words(generation: Generation, changes: list[EntryChange]) -> None:
    """Add the words of entries to the vocabulary. None leaves it: a word is offered only while something holds it."""
    words = {
        (change.item.language, word): term
        for change in changes
        if change.item and change.tokens
        for word, term in change.tokens.words.items()
    }
    rows = [(generation.pk, language, word, term) for (language, word), term in sorted(words.items())]
    upsert(Word, ("language", "word"), rows, {}, ("term",))


def upsert(
    model: type[IndexRow],
    keys: tuple[str, ...],
    rows: list[tuple[Any, ...]],
    changed: Mapping[str, str],
    kept: tuple[str, ...] = (),
) -> None:
    """Write rows of an index, their columns in the order of `keys`, `changed`, `kept`; where there is one with its keys
    only what is `changed` is set, by an expression of what is {stored} and what is {new}.

    Django's `bulk_create` takes several times as long for the hundreds of small rows of a release, and knows no
    expressions.
    """
    if not rows:
        return
    table, unique = model._meta.db_table, ("generation_id", *keys)
    columns = (*unique, *changed, *kept)
    sets = ", ".join(
        f"{name} = {expression.format(stored=f'{table}.{name}', new=f'excluded.{name}')}"
        for name, expression in changed.items()
    )
    action = f"UPDATE SET {sets}" if sets else "NOTHING"
    fields = [model._meta.get_field(name) for name in columns]
    into, conflict = f"INSERT INTO {table} ({', '.join(columns)})", f"ON CONFLICT ({', '.join(unique)}) DO {action}"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # A list for each column: one statement, whose driver need not look for thousands of placeholders.
            lists = ", ".join(f"%s::{field.db_type(connection)}[]" for field in fields)
            values = [list(column) for column in zip(*rows, strict=True)]
            cursor.execute(f"{into} SELECT * FROM unnest({lists}) {conflict}", values)  # noqa: S608
        else:
            # One statement that SQLite prepares once for all rows, which takes less than one with all their values.
            cursor.executemany(f"{into} VALUES ({', '.join(['%s'] * len(fields))}) {conflict}", rows)
