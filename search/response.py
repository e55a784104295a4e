"""What is answered: one object for the page, the feeds, the alerts and the interface for machines."""

from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from search.registry import Shown
from search.request import SearchRequest


@dataclass(frozen=True)
class Hit:
    """One result: its title and a piece of its text with what was found marked, and what it is.

    Where only one of its files holds what was found, `file` is the title of that and `excerpt` a piece of it.
    """

    title: SafeString
    excerpt: SafeString
    shown: Shown
    file: str = ""


@dataclass(frozen=True)
class Option:
    """One value that a search can be narrowed by, with how many results it would leave."""

    value: str
    label: str
    count: int
    is_chosen: bool
    #: The language of the label, where it is not the reader's.
    language: str = ""


@dataclass(frozen=True)
class FacetShown:
    """One way to narrow a search. Of a single one only one value can be chosen at a time."""

    name: str
    label: str
    options: tuple[Option, ...]
    is_single: bool = False


@dataclass(frozen=True)
class Chosen:
    """A choice in words, and the query string of the search without it."""

    label: str
    query_without: str
    language: str = ""


@dataclass(frozen=True)
class Elsewhere:
    """Another language in which the same words find something."""

    language: str
    count: int
    query: str


@dataclass(frozen=True)
class SearchResponse:
    """The answer to a request. Its `milliseconds` are those from the request to the hits."""

    request: SearchRequest
    hits: tuple[Hit, ...] = ()
    total: int = 0
    page: int = 1
    pages: int = 1
    facets: tuple[FacetShown, ...] = ()
    chosen: tuple[Chosen, ...] = ()
    is_widened: bool = False
    #: The words spelled better, and the query string of that search; "" where there is nothing to suggest.
    suggestion: str = ""
    suggestion_query: str = ""
    elsewhere: tuple[Elsewhere, ...] = field(default=())
    understood: str = ""
    milliseconds: float = 0.0
