"""Lists of the record: a search without words, whose rows are read through the one public predicate."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django.urls import reverse

from newsroom.base.caching.values import kept_rows
from newsroom.base.languages import active_code
from newsroom.base.lists.facets import Facet
from search import registry
from search.engine import PAGE_SIZE, Engine, Found
from search.engines import engine_of_lists
from search.presentation.facets import choices, facets_of, facets_shown, known_of
from search.request import SearchRequest
from search.response import ListResponse


def answer_list(
    request: SearchRequest, page_size: int = PAGE_SIZE, facets: Sequence[str] = (), engine: Engine | None = None
) -> ListResponse:
    """The rows of a list for a reader of the active language, the newest first, with those facets and what was chosen.

    A list without facets costs what its rows cost. The rows are as their room reads them, in the list's order. Lists
    that stand on one page are asked of one engine.
    """
    counted = facets_shown(request, facets) if facets else ()
    found = (engine or engine_of_lists()).find(request, page_size, counted)
    rows = rows_of(found.keys)
    shown = facets_of(found, request, facets) if facets else ()
    known = known_of(request, shown) if facets else request
    return ListResponse(
        request=request,
        known=known,
        rows=tuple(rows[key] for key in found.keys if key in rows),
        total=found.total - (len(found.keys) - len(rows)),
        whole=found.whole - (len(found.keys) - len(rows)),
        page=found.page,
        pages=max(1, -(-found.total // page_size)),
        page_size=page_size,
        facets=shown,
        chosen=choices(known, shown),
    )


def counted_by(request: SearchRequest, facets: Collection[str], engine: Engine | None = None) -> Found:
    """The counts of facets of a list, and the first instant of each value, without reading any of its rows."""
    return (engine or engine_of_lists()).find(request, 0, facets)


def rows_of(keys: Sequence[tuple[str, int]]) -> Mapping[tuple[str, int], Any]:
    """The rows with these keys that are on record: the index alone is never believed. They are kept until something
    changes, and nobody changes them."""
    wanted: dict[str, list[int]] = defaultdict(list)
    for name, key in keys:
        wanted[name].append(key)
    return {
        (name, key): row
        for name, of_source in wanted.items()
        if (source := registry.sources().get(name))
        for key, row in kept_rows(source.listed, of_source).items()
    }


def feed_address(asked: SearchRequest) -> str:
    """Where what is chosen of a list or a search can be followed as a feed; "" where no feed has just that."""
    kinds = {*(asked.kind or asked.listed)}
    if not kinds or asked.query or asked.query.excluded or asked.language != active_code():
        return ""
    query = asked.with_changes(sort="relevance", match="all", is_literal=False).query_string(active_code())
    for followed in registry.followed_lists():
        if kinds <= {*followed.kinds} and {*asked.narrowing} <= {*followed.facets}:
            return reverse(followed.view_name) + (f"?{query}" if query else "")
    return ""


def feed_entries(rows: Iterable[Any]) -> list[registry.FeedEntry]:
    """What a feed tells of the rows of a list, in their order; asked for once for each source."""
    rows = list(rows)
    own: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        if source := registry.source_of(row):
            own[source.name].append(row)
    told = {name: registry.sources()[name].followed(of_source) for name, of_source in own.items()}
    return [
        told[source.name][row.pk] for row in rows if (source := registry.source_of(row)) and row.pk in told[source.name]
    ]


def address_of_dates(asked: SearchRequest, facets: Iterable[Facet]) -> str:
    """Where the days of what is asked can be followed as a calendar; "" where nothing of what was found has days."""
    dated = registry.dates_followed()
    if dated is None or asked.language != active_code():
        return ""
    view_name, kinds = dated
    found = asked.kind or [option.value for facet in facets if facet.name == "kind" for option in facet.options]
    if not {*found} & {*kinds}:
        return ""
    query = asked.with_changes(sort="relevance").query_string(active_code())
    return reverse(view_name) + (f"?{query}" if query else "")
