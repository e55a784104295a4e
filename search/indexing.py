"""What the index holds is what is public: read again whenever something changes, and as a whole."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from django.db import transaction
from django.db.models import Model

from search.index.writing import Key, entries_of, held, write_entries
from search.models.generation import Generation
from search.registry import Item, Source, source_of, sources
from search.server.outbox import note_changes

BATCH = 512


def refresh_index(things: Iterable[Model], are_written: bool = False) -> None:
    """Write some rows, and what shows their names, into the index as they are now.

    Called inside the transaction that changes them. Records that a row names are read only where the row is not
    public (they may have left with it) or where they are not in the index yet. `are_written`: the rows were written
    whole just now, so that they are in the database as they are at hand.
    """
    generations = list(Generation.objects.written())
    known = [(source, thing) for thing in things if (source := source_of(thing))]
    if not generations or not known:
        return
    items = now([thing for _source, thing in known], are_written)
    known = [
        (source, thing)
        for source, thing in known
        if items[source.name, thing.pk] is not None or is_in_one(generations, source, thing)
    ]
    beside = [other for source, thing in known for other in source.touched(thing)]
    named = {
        (source.name, thing.pk): [(own.name, other) for other in source.named(thing) if (own := source_of(other))]
        for source, thing in known
    }
    keys = {(name, other.pk) for others in named.values() for name, other in others}
    known_by_all = set.intersection(*(held(each, keys) for each in generations))
    changed = [
        other
        for key, others in named.items()
        for name, other in others
        if not has_public_words(items[key]) or (name, other.pk) not in known_by_all
    ]
    items = now(other for other in (*beside, *changed) if entry_key(other) not in items) | items
    write_to_indexes(generations, items)


def has_public_words(item: Item | None) -> bool:
    """Whether an item is of something whose words a stranger may read."""
    return item is not None and not item.is_withdrawn


def write_to_indexes(generations: Iterable[Generation], items: Mapping[Key, Item | None]) -> None:
    """Write items into every index, and note for the search server what of them changed."""
    note_changes({key for generation in generations for key in write_entries(generation, items)})


def is_in_one(generations: list[Generation], source: Source, thing: Model) -> bool:
    """Whether any index holds a row."""
    return any(held(each, [(source.name, thing.pk)]) for each in generations)


def now(things: Iterable[Model], are_written: bool = False) -> dict[Key, Item | None]:
    """Return what the index should hold of rows, and of what is indexed with them."""
    by_key = {key: thing for thing in things if (key := entry_key(thing))}
    return items_for(by_key, has_parts=True, written=by_key if are_written else {})


def entry_key(thing: Model) -> Key | None:
    """What names the entry of a row; None for one that cannot be found."""
    source = source_of(thing)
    return (source.name, thing.pk) if source else None


def items_for(
    keys: Iterable[Key], has_parts: bool = False, written: Mapping[Key, Model] | None = None
) -> dict[Key, Item | None]:
    """What the index should say of the rows with these keys now; a fixed number of queries a source. Those `written`
    just now are not read again where their source can do without."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for name, key in keys:
        wanted[name].add(key)
    items: dict[Key, Item | None] = {}
    for name, of_source in wanted.items():
        items |= items_now(sources()[name], sorted(of_source), has_parts, written or {})
    return items


def items_now(
    source: Source, keys: list[int], has_parts: bool = False, written: Mapping[Key, Model] | None = None
) -> dict[Key, Item | None]:
    """Return each row's item where it is public or withdrawn in view, None for any other."""
    if source.written and written:
        things = source.written([written[source.name, key] for key in keys])
    else:
        things = (source.on_record or source.public)(keys)
    found = source.items(things)
    return {**(source.parts(things) if has_parts else {}), **{(source.name, key): found.get(key) for key in keys}}


def is_renamed(thing: Model, title: str) -> bool:
    """Tell whether an index knows a row by another title than it has now, or does not know it yet."""
    source = source_of(thing)
    return source is not None and any(
        [entry.title for entry in entries_of(generation, [(source.name, thing.pk)]).values()] != [title]
        for generation in Generation.objects.written()
    )


def remove(thing: Model) -> None:
    """Take a row out of every index; for one that is deleted."""
    if source := source_of(thing):
        write_to_indexes(Generation.objects.written(), {(source.name, thing.pk): None})


def ensure() -> None:
    """Make an index where there is none at all, as in a newsroom that was just set up."""
    if not Generation.objects.filter(is_scratch=False).exists():
        rebuild_index()


def rebuild_index(progress: Callable[[int, int], None] = lambda done, total: None) -> Generation:
    """Build the index anew beside the one that answers, then let it answer. Changes meanwhile go to both.

    `progress` is told how many of how many rows are done. What is left of an earlier attempt is removed first.
    """
    Generation.objects.filter(is_serving=False, is_scratch=False).delete()
    generation: Generation = Generation.objects.create()
    planned = [(source, list(source.keys())) for source in sources().values()]
    total = sum(len(keys) for _source, keys in planned)
    done = 0
    for source, keys in batches(planned):
        with transaction.atomic():
            # Locked before reading, so that a change which comes in between is not overwritten with what was before.
            Generation.objects.select_for_update().get(pk=generation.pk)
            write_entries(generation, items_now(source, keys))
        done += len(keys)
        progress(done, total)
    with transaction.atomic():
        Generation.objects.filter(is_serving=True).update(is_serving=False)
        Generation.objects.filter(pk=generation.pk).update(is_serving=True)
    Generation.objects.filter(is_serving=False, is_scratch=False).exclude(pk=generation.pk).delete()
    generation.refresh_from_db()
    return generation


def batches(planned: Iterable[tuple[Source, list[int]]]) -> Iterator[tuple[Source, list[int]]]:
    """Keys a batch at a time; what appears meanwhile writes itself."""
    for source, keys in planned:
        for first in range(0, len(keys), BATCH):
            yield source, keys[first : first + BATCH]
