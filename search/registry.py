"""What can be found: the rooms above register it here when they start, each with how it is read and shown."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.utils.functional import Promise

#: The fields in which words are counted, each with a weight of its own (search/index/ranking.py).
FIELDS = ("title", "lead", "text", "names", "files")
#: The name under which an index keeps how a thing stands on the record, and what it says there.
STANDING, AS_ORIGINAL, AS_WITHDRAWN = "standing", "original", "withdrawn"


@dataclass(frozen=True)
class Item:
    """What a room says of one thing: its words by field, and what it can be narrowed by.

    `group` is the same for its languages. `facets` maps names of facets to values ("organisation": ["joint-office"]).
    """

    language: str
    kind: str
    group: UUID
    title: str
    lead: str = ""
    text: str = ""
    names: str = ""
    files: str = ""
    released_at: datetime | None = None
    #: When it takes place or ends, aware and in the zone of its place: dates that are asked for mean the day there, and
    #: not that of its release.
    happens_at: datetime | None = None
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    #: Names that can be asked for alone (`speaker:…`), by what they name: as the facets are called.
    named: Mapping[str, Sequence[str]] = field(default_factory=dict)
    #: Whether its title is offered while somebody types.
    is_completed: bool = True
    #: Whether it stands in lists for the languages that lack it.
    is_original: bool = False
    #: Whether it was withdrawn in view: lists keep its place, no search finds it.
    is_withdrawn: bool = False

    @property
    def happens_second(self) -> int | None:
        """When it happens, in seconds, as the clocks of its place show it and not as an instant: for days there."""
        return int(self.happens_at.replace(tzinfo=UTC).timestamp()) if self.happens_at else None

    @property
    def standing(self) -> list[str]:
        """How it stands on the record, as an index keeps it."""
        found = {AS_ORIGINAL: self.is_original, AS_WITHDRAWN: self.is_withdrawn}
        return [name for name, is_so in found.items() if is_so]


@dataclass(frozen=True)
class Shown:
    """One thing as a result shows it, in words that are not escaped yet."""

    title: str
    url: str
    text: str
    language: str
    kind: str
    released_at: datetime | None = None
    #: The page or record itself, for what its row shows beside this.
    thing: Any = None
    #: How its row looks.
    template: str = "search/hit.html"
    #: Whether its text is shown whole and not a piece of it: what somebody said is not cut.
    is_whole: bool = False


@dataclass(frozen=True)
class FeedEntry:
    """One thing as a feed tells of it, in words that are not escaped yet.

    `group` is the same for its languages. `changed_at` is the aware instant at which what followers should know changed
    last.
    """

    group: UUID
    language: str
    title: str
    url: str
    text: str
    released_at: datetime | None
    changed_at: datetime | None


@dataclass(frozen=True)
class Source:
    """One model of a room among what can be found. No function asks a number of queries that grows with the rows.

    `keys` names all rows that the index holds: what a stranger may see and what was withdrawn in view. Of given keys
    `public` reads those that the one public predicate lets a stranger see, and `on_record` those that lists name too;
    `written` gives the same of rows that were written whole just now, as they are at hand. `listed` reads these for the
    rows of a list. `items` says what of rows goes into the index, `shown` what a page of results shows. When a row
    changes, what is `touched` is read again with it, and what is `named` by it, if that became public or unknown by
    the change.
    `parts` says of what stands in public rows, by source and key, what that source would say of it, without reading it
    again. `files` gives titles and texts of the files of results that were found through nothing else. `followed` says
    what a feed tells of rows of a list.
    """

    name: str
    model: type[Model]
    keys: Callable[[], Iterable[int]]
    public: Callable[[Sequence[int]], Sequence[Any]]
    items: Callable[[Sequence[Any]], Mapping[int, Item]]
    shown: Callable[[Sequence[Any]], Mapping[int, Shown]]
    on_record: Callable[[Sequence[int]], Sequence[Any]] | None = None
    written: Callable[[Sequence[Any]], Sequence[Any]] | None = None
    listed: Callable[[Sequence[int]], Sequence[Any]] = lambda keys: ()
    touched: Callable[[Any], Iterable[Model]] = lambda thing: ()
    named: Callable[[Any], Iterable[Model]] = lambda thing: ()
    parts: Callable[[Sequence[Any]], Mapping[tuple[str, int], Item]] = lambda things: {}
    files: Callable[[Sequence[Any]], Mapping[int, Sequence[tuple[str, str]]]] = lambda things: {}
    followed: Callable[[Sequence[Any]], Mapping[int, FeedEntry]] = lambda things: {}


@dataclass(frozen=True)
class Offer:
    """A value of a facet that completes what is typed: its words, and the address of its own page if it has one."""

    value: str
    label: str
    url: str = ""


@dataclass(frozen=True)
class SearchFacet:
    """One way to narrow a search. `labels` gives the words for values in the reader's language, with theirs.

    `offered` gives public values that begin as typed, at most so many, where the things they name are not found
    by their titles anyway.
    """

    name: str
    label: str | Promise
    labels: Callable[[Sequence[str]], Mapping[str, tuple[str, str]]]
    offered: Callable[[str, int], Sequence[Offer]] = lambda typed, most: ()
    #: Gives its values as they are kept for those in an address, which somebody may have written otherwise.
    meant: Callable[[Sequence[str]], Sequence[str]] = lambda asked: asked
    #: Whether its values are words as they stand in the results, so that their language is that of the search.
    is_as_written: bool = False


@dataclass(frozen=True)
class FollowedList:
    """A list that can be followed as a feed: the name of the feed's address, the kinds that stand there, and the
    facets it can be narrowed by."""

    view_name: str
    kinds: tuple[str, ...]
    facets: tuple[str, ...]


_followed: dict[str, FollowedList] = {}
_dated: list[tuple[str, tuple[str, ...]]] = []
_sources: dict[str, Source] = {}
_facets: dict[str, SearchFacet] = {}
_kinds: dict[str, tuple[str | Promise, bool]] = {}


def register_source(source: Source) -> None:
    """Let the search find rows of a model."""
    _sources[source.name] = source


def register_facet(facet: SearchFacet) -> None:
    """Let a search be narrowed by something."""
    _facets[facet.name] = facet


def register_feed(followed: FollowedList) -> None:
    """Let a list be followed as a feed."""
    _followed[followed.view_name] = followed


def followed_lists() -> list[FollowedList]:
    """The lists that can be followed as feeds, that of the fewest kinds first."""
    return sorted(_followed.values(), key=lambda followed: len(followed.kinds))


def register_dates(view_name: str, kinds: Sequence[str]) -> None:
    """Let the days of what is found be followed as a calendar: the name of its address, the kinds that stand there."""
    _dated[:] = [(view_name, tuple(kinds))]


def dates_followed() -> tuple[str, tuple[str, ...]] | None:
    """The calendar that days can be followed in, where a room has one."""
    return next(iter(_dated), None)


def sources() -> Mapping[str, Source]:
    """What can be found, by name, in the order it was registered."""
    return _sources


def facets() -> Mapping[str, SearchFacet]:
    """What a search can be narrowed by, by name."""
    return _facets


def facets_as_written() -> frozenset[str]:
    """The facets whose values are words as they stand in the results."""
    return frozenset(name for name, facet in _facets.items() if facet.is_as_written)


def source_of(thing: Model) -> Source | None:
    """The source that a row belongs to."""
    return next((source for source in _sources.values() if isinstance(thing, source.model)), None)


def register_kind(name: str, label: str | Promise, is_apart: bool = False) -> None:
    """Name a kind of result for readers. One that `is_apart` is among the results only where it is asked for."""
    _kinds[name] = (label, is_apart)


def result_kinds() -> Mapping[str, str | Promise]:
    """The kinds of results with their words, in the order they were registered."""
    return {name: label for name, (label, _is_apart) in _kinds.items()}


def apart() -> frozenset[str]:
    """The kinds that are found only where they are asked for: a quote is found with the release it stands in."""
    return frozenset(name for name, (_label, is_apart) in _kinds.items() if is_apart)
