"""Lists of releases and quotes: what they ask of the index, and their rows as a reader sees them."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from news.choices import ReleaseKind
from news.releases.presentation import with_languages, with_states
from newsroom.base.languages import active_code
from search.engine import PAGE_SIZE
from search.forms import list_request
from search.listing import answer_list, feed_address
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
        "releases": with_states(with_languages(response.rows)),
        "part": response.part,
        "query": response.known.query_string(asked.language),
        "feed": feed_address(asked) if asked.narrowing == response.known.narrowing else reverse("feed"),
    }


def releases_listed(most: int = PAGE_SIZE, **chosen: Any) -> ListResponse:
    """The newest releases on record for the reader, each once, and how many there are."""
    return answer_list(SearchRequest(language=active_code(), listed=RELEASE_KINDS, **chosen), most)


def newest_releases(most: int, **chosen: Any) -> tuple[list[Any], int]:
    """The rows of the newest releases on record for the reader, and how many there are in all."""
    response = releases_listed(most, **chosen)
    return with_states(with_languages(response.rows)), response.total


def quotes_listed(most: int = PAGE_SIZE, **chosen: Any) -> ListResponse:
    """The newest public quotes for the reader, each once, and how many there are."""
    return answer_list(SearchRequest(language=active_code(), listed=QUOTE_KINDS, **chosen), most)
