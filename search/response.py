"""What is answered: one object for the page, the feeds, the alerts and the interface for machines."""

from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.safestring import SafeString

from newsroom.base.lists.facets import Facet, FacetChoice
from search.engine import PAGE_SIZE
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
class Response:
    """What answers of a search and of a list have in common."""

    request: SearchRequest
    total: int = 0
    page: int = 1
    pages: int = 1
    page_size: int = PAGE_SIZE
    facets: tuple[Facet, ...] = ()
    chosen: tuple[FacetChoice, ...] = ()

    @property
    def part(self) -> Page:
        """The page of it that is shown, for the steps through all of them."""
        least = (self.pages - 1) * self.page_size + 1
        return Paginator(range(max(self.total, least)), self.page_size).get_page(self.page)


@dataclass(frozen=True)
class ListResponse(Response):
    """The answer to a request for a list: its rows as they were read, in their order."""

    rows: tuple[Any, ...] = ()
    #: What of the request is known: it narrows the addresses of the list's page.
    known: SearchRequest = field(default_factory=SearchRequest)
    #: How many there would be if nothing were chosen.
    whole: int = 0


@dataclass(frozen=True)
class SearchResponse(Response):
    """The answer to a search. Its `milliseconds` are those from the request to the hits."""

    hits: tuple[Hit, ...] = ()
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
