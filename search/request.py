"""What is asked: one immutable object for the page, the feeds, the alerts and the interface for machines."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any, Self

from django.utils.http import urlencode

from search.query import Query, understood

ALL_LANGUAGES = "all"
#: Names in the address that may stand there several times; several values of one widen the search.
FACETS = ("kind", "organisation", "campaign", "speaker", "place", "year")
#: Those whose values are kept with what is found; a year is read from its instant.
YEAR = "year"
KEPT_FACETS = tuple(name for name in FACETS if name != YEAR)
#: How the dates are called in the address.
FROM, TO = "from", "to"


@dataclass(frozen=True)
class SearchRequest:
    """A search as the address says it, read and found valid, or a list, which is a search without words.

    Make one for an address with `search.forms`.
    """

    words: str = ""
    language: str = ""
    kind: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    campaign: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    #: Years of release in UTC, as people write them: "2026".
    year: tuple[str, ...] = ()
    since: datetime.date | None = None
    until: datetime.date | None = None
    sort: str = "relevance"
    #: "all" of the words, "any" of them, or "telling": any that is neither a stop word nor a number.
    match: str = "all"
    page: int = 1
    #: Whether the words are to be taken as they stand: not corrected, not read as a date.
    is_literal: bool = False
    #: What the words were read as with what an index knows (`search.asking`); None as long as they were not.
    reading: Query | None = None
    #: For a list of the record: the kinds it is of, whatever is chosen of these. Each thing stands there once, in the
    #: language or else in its original, and what was withdrawn stands in its place. Empty for a search.
    listed: tuple[str, ...] = ()
    #: Whether a list names in its original what the language lacks. A feed does not: what it named once, it would name
    #: again with the translation.
    has_originals: bool = True

    @property
    def query(self) -> Query:
        """The words, understood."""
        return understood(self.words) if self.reading is None else self.reading

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked at all."""
        return not self.query and not self.query.excluded and not self.is_of_everything

    @property
    def is_of_everything(self) -> bool:
        """Whether all that fits the choices is asked for, where no words are given."""
        return bool(self.listed or self.narrowing)

    @property
    def is_by_thing(self) -> bool:
        """Whether things are asked for that may be there in several languages, each once."""
        return self.language == ALL_LANGUAGES or bool(self.listed and self.has_originals)

    @property
    def narrowing(self) -> dict[str, tuple[str, ...]]:
        """What was chosen of the facets, and the dates."""
        chosen = {name: getattr(self, name) for name in FACETS if getattr(self, name)}
        days = {FROM: self.since, TO: self.until}
        return chosen | {name: (day.isoformat(),) for name, day in days.items() if day}

    def without(self, name: str, value: str) -> Self:
        """The same search with one choice taken back, from its first page."""
        field = {FROM: "since", TO: "until"}.get(name, name)
        kept: Any = None
        if name in FACETS:
            kept = tuple(each for each in getattr(self, name) if each != value)
        return replace(self, page=1, reading=None, **{field: kept})

    def with_changes(self, **changes: Any) -> Self:
        """The same search with something else, from its first page."""
        return replace(self, **{"page": 1, "reading": None, **changes})

    def query_string(self, own_language: str, with_page: bool = False) -> str:
        """The search as an address carries it; what is as usual is left out. `own_language`: that of the address."""
        usual = {field.name: field.default for field in fields(self)}
        pairs: list[tuple[str, str]] = [("q", self.words)] if self.words else []
        if self.language != own_language:
            pairs.append(("language", self.language))
        for name, values in self.narrowing.items():
            pairs += [(name, value) for value in values]
        pairs += [(name, getattr(self, name)) for name in ("sort", "match") if getattr(self, name) != usual[name]]
        if self.is_literal:
            pairs.append(("literal", "1"))
        if with_page and self.page > 1:
            pairs.append(("page", str(self.page)))
        return urlencode(pairs)


def as_tuple(values: Iterable[str]) -> tuple[str, ...]:
    """Values in their order, each once."""
    return tuple(dict.fromkeys(values))


def is_year(text: str) -> bool:
    """Whether a text is a year as an address holds it, of four digits."""
    return len(text) == 4 and text.isascii() and text.isdigit() and text != "0000"
