"""Lists of releases and quotes: what they ask of the index, and their rows as a reader sees them."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from news.choices import ReleaseKind
from newsroom.base.caching.values import cached_until_change
from newsroom.base.languages import active_code
from search.engine import PAGE_SIZE
from search.engines import engine_of_lists
from search.forms import list_request
from search.presentation.listing import answer_list, counted_by, feed_address
from search.request import SearchRequest
from search.response import ListResponse

RELEASE_KINDS = tuple(ReleaseKind.values)
QUOTE_KINDS = ("quote",)
#: What the list of releases can be narrowed by. All of these are the same in every language of a release.
LIST_FACETS = ("kind", "year", "organisation", "campaign")


def listing_context(request: HttpRequest) -> dict[str, Any]:
    """What the list's page shows for an address: rows, facets, choices, and where to follow it.

    What nothing fits leaves it empty.
    """
    asked = list_request(request.GET, RELEASE_KINDS, LIST_FACETS, active_code())
    response = answer_list(asked, facets=LIST_FACETS)
    return {
        "asked": asked,
        "response": response,
        "releases": response.rows,
        "part": response.part,
        "query": response.known.query_string(asked.language),
        "feed": feed_address(asked) if asked.narrowing == response.known.narrowing else reverse("feed"),
    }


class Lists:
    """The lists of one page for the reader, the newest first, each thing once: asked of one state of the index."""

    def __init__(self) -> None:
        self.engine = engine_of_lists()

    def releases(self, most: int = PAGE_SIZE, **chosen: Any) -> ListResponse:
        """The releases on record that fit what is chosen."""
        return self._list(RELEASE_KINDS, most, chosen)

    def quotes(self, most: int = PAGE_SIZE, **chosen: Any) -> ListResponse:
        """The public quotes that fit what is chosen."""
        return self._list(QUOTE_KINDS, most, chosen)

    def counts(self, kinds: tuple[str, ...], facet: str) -> tuple[Mapping[str, int], Mapping[str, int]]:
        """By value of a facet, how many things of these kinds have it, and the instant of the first, in seconds."""
        found = counted_by(SearchRequest(language=active_code(), listed=kinds), (facet,), self.engine)
        return found.facets.get(facet, {}), found.first.get(facet, {})

    def _list(self, kinds: tuple[str, ...], most: int, chosen: Mapping[str, Any]) -> ListResponse:
        request = SearchRequest(language=active_code(), listed=kinds, **chosen)
        return answer_list(request, most, engine=self.engine)


@cached_until_change
def newest_releases(most: int, **chosen: Any) -> tuple[Sequence[Any], int]:
    """The rows of the newest releases that fit what is chosen, as a page shows them, and how many there are in all.

    Kept for pages of records, of which there are a few; not for what readers put together by themselves.
    """
    response = Lists().releases(most, **chosen)
    return response.rows, response.total
