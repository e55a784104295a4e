"""What is answered: one object for the page, the feeds, the alerts and the interface for machines."""

from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from newsroom.base.facets import Facet, FacetChoice
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
class Elsewhere:
    """Another language in which the same words find something."""

    language: str
    count: int
    query: str


@dataclass(frozen=True)
class ShownInstead:
    """Other words than those typed, whose results are shown: why ("spelling", "keyboard"), and the query string of the
    search for the words as they were typed."""

    words: str
    why: str
    literal_query: str


@dataclass(frozen=True)
class SearchResponse:
    """The answer to a request. Its `milliseconds` are those from the request to the hits."""

    request: SearchRequest
    hits: tuple[Hit, ...] = ()
    total: int = 0
    page: int = 1
    pages: int = 1
    facets: tuple[Facet, ...] = ()
    chosen: tuple[FacetChoice, ...] = ()
    is_widened: bool = False
    #: The words spelled better, and the query string of that search; "" where there is nothing to suggest.
    suggestion: str = ""
    suggestion_query: str = ""
    #: The words whose results these are, where those that were typed find nothing.
    instead: ShownInstead | None = None
    #: Where words were read as a date: the query string of the search for them as words.
    words_query: str = ""
    elsewhere: tuple[Elsewhere, ...] = field(default=())
    understood: str = ""
    milliseconds: float = 0.0
