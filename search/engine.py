"""What an engine is: something that answers a request with the keys of what it found."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from search.request import KEPT_FACETS, SearchRequest

PAGE_SIZE = 20
#: What is counted of a search, unless something else is asked for.
COUNTED = ("language", *KEPT_FACETS)


@dataclass(frozen=True)
class Found:
    """An engine's answer: what stands on the page asked for, best first, by source and key of its row."""

    keys: Sequence[tuple[str, int]] = ()
    total: int = 0
    #: Of a list, how many there would be without what was chosen.
    whole: int = 0
    page: int = 1
    #: How many results each value of a facet would leave, counted without what was chosen of that facet.
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    #: Where all languages are asked for: in which of them the values stand of facets that are written as words.
    written: Mapping[str, Mapping[str, Collection[str]]] = field(default_factory=dict)
    #: Of a list, the instant of the first of each value of its facets, in seconds.
    first: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    #: Whether nothing held all the words, so that any of them had to do.
    is_widened: bool = False
    #: How many results the words have in each language, without those that had to be widened to.
    elsewhere: Mapping[str, int] = field(default_factory=dict)


class Engine(Protocol):
    """Where an index is kept and searched."""

    name: str

    def find(self, request: SearchRequest, page_size: int = PAGE_SIZE, counted: Collection[str] = COUNTED) -> Found:
        """What answers a request, with the counts of those facets; a page of 0 is for these alone."""

    def complete(self, typed: str, code: str, limit: int) -> Sequence[tuple[str, int]]:
        """Keys of what has a title with a word that begins as typed, the best first."""

    def held(self, terms: Collection[str]) -> Mapping[str, int]:
        """How many entries hold each term, as `search.index.tokens.in_language` writes it; 0 may be missing."""

    def spelling(self, request: SearchRequest) -> str:
        """The words of a request spelled as the vocabulary has them, or "" where nothing better is known."""
