"""The engine that answers from the server, and what answers where it cannot."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from search.engine import COUNTED, PAGE_SIZE, Found
from search.index.embedded import EmbeddedEngine
from search.index.tokens import typed_start
from search.registry import facets_as_written
from search.request import YEAR, SearchRequest
from search.server.asking import Asked
from search.server.client import asking, client, serving


class ServerEngine:
    """Answers from an index of the server: the one that serves, unless it is given the name of another.

    Every method raises ServerError where the server does not answer.
    """

    name = "elasticsearch"

    def __init__(self, index: str | None = None) -> None:
        self.index = index

    def find(self, request: SearchRequest, page_size: int = PAGE_SIZE, counted: Collection[str] = COUNTED) -> Found:
        """What answers a request: one question to the server, two where any of the words has to do."""
        found = self._found(request, page_size, counted)
        if not found.total and request.match == "all" and request.query.is_of_several:
            widened = self._found(replace(request, match="telling"), page_size, counted)
            return replace(widened, is_widened=bool(widened.total), elsewhere=found.elsewhere)
        return found

    def _found(self, request: SearchRequest, page_size: int, counted: Collection[str]) -> Found:
        """What answers a request as it stands; the last page where the one asked for does not exist."""
        page = max(request.page, 1)
        answer = self._asked(Asked(request, counted), page, page_size)
        total = total_of(answer, request)
        pages = max(1, -(-total // page_size)) if page_size else 1
        if page > pages:
            page = pages
            answer = self._asked(Asked(request, counted), page, page_size)
        facets = {name: facet_counts(answer["aggregations"][name], request, name) for name in counted}
        written = {
            name: facet_languages(answer["aggregations"][name]) for name in facets_as_written() if name in counted
        }
        first = {name: first_instants(answer["aggregations"][name]) for name in counted if request.listed}
        keys = [hit_key(hit) for hit in answer["hits"]["hits"]]
        return Found(
            keys, total, whole_of(answer, request), page, facets, written, first, elsewhere=facets.get("language", {})
        )

    def _asked(self, asked: Asked, page: int, page_size: int) -> Any:
        with asking():
            body = asked.body(page, page_size)
            return client().search(index=self.index or serving(), **{SAFE.get(key, key): body[key] for key in body})

    def complete(self, typed: str, code: str, limit: int) -> Sequence[tuple[str, int]]:
        """Keys of what has a title with a word that begins as typed; titles that begin so first."""
        start = typed_start(typed)
        if not start:
            return ()
        ask = {
            "prefix": start,
            "completion": {"field": "start", "size": limit, "contexts": {"language": [code]}},
        }
        with asking():
            answer = client().search(index=self.index or serving(), suggest={"starts": ask}, size=0)
        return [
            (each["_source"]["source"], each["_source"]["object_id"])
            for each in answer["suggest"]["starts"][0]["options"]
        ]

    def held(self, terms: Collection[str]) -> Mapping[str, int]:
        """How many entries hold each term, by the index in the database."""
        return EmbeddedEngine().held(terms)

    def spelling(self, request: SearchRequest) -> str:
        """The words spelled better, by the vocabulary in the database: the suggestion is the same on every engine."""
        return EmbeddedEngine().spelling(request)


#: How the client names what Python has other uses for.
SAFE = {"from": "from_"}


def hit_key(hit: Any) -> tuple[str, int]:
    """The source and key of what the server found."""
    return hit["_source"]["source"], hit["_source"]["object_id"]


def total_of(answer: Any, request: SearchRequest) -> int:
    """How many things were found; one in several languages counts once where all languages are asked for."""
    if request.is_by_thing:
        return int(answer["aggregations"]["things"]["things"]["value"])
    return int(answer["hits"]["total"]["value"])


def whole_of(answer: Any, request: SearchRequest) -> int:
    """How many things of a list there are without what was chosen of it; 0 for a search."""
    if not request.listed:
        return 0
    whole = answer["aggregations"]["whole"]
    return int(whole["things"]["value"] if request.is_by_thing else whole["doc_count"])


def facet_languages(counted: Any) -> dict[str, set[str]]:
    """The languages of the things that have each value of a facet, where they were asked for."""
    return {
        bucket["key"]: {each["key"] for each in bucket["languages"]["buckets"]}
        for bucket in counted["values"]["buckets"]
        if "languages" in bucket
    }


def first_instants(counted: Any) -> dict[str, int]:
    """The instant of the oldest thing that has each value of a facet, in seconds, where it was asked for."""
    firsts = {bucket["key"]: bucket["first"]["value"] for bucket in counted["values"]["buckets"] if "first" in bucket}
    return {value: int(thousandths // 1000) for value, thousandths in firsts.items() if thousandths is not None}


def facet_counts(counted: Any, request: SearchRequest, name: str) -> dict[str, int]:
    """The values of a facet with how many things have them."""
    each = counted["values"]["buckets"]
    if name == YEAR:
        each = [{**bucket, "key": bucket["key_as_string"]} for bucket in each]
    if request.is_by_thing and name != "language":
        return {bucket["key"]: int(bucket["things"]["value"]) for bucket in each}
    return {bucket["key"]: bucket["doc_count"] for bucket in each}
