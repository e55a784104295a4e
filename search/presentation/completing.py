"""What is offered while somebody types."""

from django.urls import reverse

from search import registry
from search.answering import shown_of
from search.engines import engine
from search.request import SearchRequest

MOST = 8
#: How many of them may be values of a facet, such as hashtags.
MOST_VALUES = 3


def complete(typed: str, code: str) -> list[dict[str, str]]:
    """Public things with a title of which a word begins as typed, and values of facets that do: their words, kinds and
    addresses. A value without a page of its own leads to the search for what has it."""
    keys = engine().complete(typed, code, MOST)
    shown = shown_of(keys)
    things = [
        {"title": shown[key].title, "kind": shown[key].kind, "url": shown[key].url} for key in keys if key in shown
    ]
    addresses = {thing["url"] for thing in things}
    values = [value for value in values_for(typed, code) if value["url"] not in addresses]
    return [*things[: MOST - len(values)], *values]


def values_for(typed: str, code: str) -> list[dict[str, str]]:
    """Values of facets that begin as typed."""
    return [
        {
            "title": offer.label,
            "kind": str(facet.label),
            "url": offer.url or f"{reverse('search')}?{search_query_string(facet.name, offer.value, code)}",
        }
        for facet in registry.facets().values()
        for offer in facet.offered(typed, MOST_VALUES)
    ]


def search_query_string(facet: str, value: str, code: str) -> str:
    """The query string of the search for everything with a value, in the language of the address."""
    request = SearchRequest(language=code).with_changes(**{facet: (value,)})
    return request.query_string(code)
