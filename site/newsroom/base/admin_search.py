"""The search of the CMS in the newsroom's own database: modelsearch's, without what grows with the archive.

modelsearch's backend for SQLite runs the full-text search anew for each page it may show, and on either database every
save reads all titles there are to set what the length of one title counts. Here the hits are joined once, SQLite ranks
by its own bm25, and a save writes one row. What is private to modelsearch, and when it can go: decision 0030.
"""

from copy import copy
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import FloatField, QuerySet
from django.db.models.expressions import RawSQL
from modelsearch.backends import database
from modelsearch.backends.base import BaseSearchBackend
from modelsearch.query import MATCH_ALL, MATCH_NONE, And, MatchAll, Not, Or, Phrase, PlainText, SearchQuery

from newsroom.language.normalisation import normalise_name

#: How much more a word in a title counts on SQLite than one in the text.
TITLE_WEIGHT = 4.0


def backend(params: dict[str, Any]) -> BaseSearchBackend:
    """Return modelsearch's backend for the newsroom's database with the parts in which ours differs."""
    usual = type(database.SearchBackend(params))
    parts: dict[str, Any] = {"index_class": type("Index", (TitlesAreMeasuredOnRebuild, usual.index_class), {})}
    for name in ("query_compiler_class", "autocomplete_query_compiler_class"):
        if hasattr(getattr(usual, name), "FTS_TABLE_FIELDS"):
            parts[name] = type("Query", (JoinsOnce, getattr(usual, name)), {})
    return type("Backend", (WithoutMarks, usual), parts)(params)


class TitlesAreMeasuredOnRebuild:
    """For an index: what the length of a title counts is set when all of it is written, not at every save."""

    def _refresh_title_norms(self, full: bool = False) -> None:
        if full:
            super()._refresh_title_norms(full=True)  # type: ignore[misc]  # an index of modelsearch comes after it


class WithoutMarks:
    """For a backend: no sign that somebody types ends a word in a database's own language of queries."""

    def search(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        return super().search(without_search_marks(query), *args, **kwargs)  # type: ignore[misc]  # a backend comes after it

    def autocomplete(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        return super().autocomplete(without_search_marks(query), *args, **kwargs)  # type: ignore[misc]  # the same


class JoinsOnce:
    """For a query on SQLite: by relevance it reads the hits from the full-text table and joins the rows by their keys.

    What is found, and in which order otherwise, is modelsearch's.
    """

    query: SearchQuery
    queryset: QuerySet
    fields: list[str] | None
    order_by_relevance: bool
    FTS_TABLE_FIELDS: list[str]

    def search(self, config: Any, start: int | None, stop: int | None, score_field: str | None = None) -> QuerySet:
        from modelsearch.backends.database.sqlite.query import MatchExpression, normalize

        usual: Any = super()
        asked = normalize(self.query)
        if isinstance(asked, MatchAll | Not) or not (score_field or self.order_by_relevance):
            found: QuerySet = usual.search(config, start, stop, score_field)
            return found
        wanted = MatchExpression(self.fields or self.FTS_TABLE_FIELDS, usual.build_search_query(asked, config=config))
        rows = with_index_entries(self.queryset).filter(wanted).annotate(**{score_field or "_score": bm25()})
        if self.order_by_relevance:
            rows = rows.order_by(score_field or "_score", "-pk")
        elif not rows.query.order_by:
            rows = rows.order_by("-pk")
        return rows[start:stop]


def without_search_marks(query: Any) -> Any:
    """Return a query, or what somebody typed, as texts are stored, without quotation marks; empty, it finds nothing."""
    if isinstance(query, And | Or):
        decides, leaves_open = (MATCH_NONE, MATCH_ALL) if isinstance(query, And) else (MATCH_ALL, MATCH_NONE)
        parts = [each for each in map(without_search_marks, query.subqueries) if each is not leaves_open]
        if not parts or any(each is decides for each in parts):
            return decides if parts else leaves_open
        return type(query)(parts)
    if isinstance(query, Not):
        inner = without_search_marks(query.subquery)
        opposite = {id(MATCH_ALL): MATCH_NONE, id(MATCH_NONE): MATCH_ALL}
        return opposite.get(id(inner)) or Not(inner)
    if isinstance(query, PlainText | Phrase):
        clean = copy(query)
        clean.query_string = without_search_marks(query.query_string)
        return clean if clean.query_string else MATCH_NONE
    return normalise_name(query).replace('"', " ").strip() if isinstance(query, str) else query


def tables() -> tuple[str, str]:
    """Return the names of modelsearch's tables: the full text, and what each entry of it belongs to."""
    models = (apps.get_model("modelsearch", name) for name in ("SQLiteFTSIndexEntry", "IndexEntry"))
    texts, entries = (model._meta.db_table for model in models)
    return texts, entries


def with_index_entries(rows: QuerySet) -> QuerySet:
    """Return rows beside their entries in the index, each found by its key."""
    from modelsearch.utils import get_descendants_content_types_pks

    texts, entries = tables()
    key = rows.model._meta.pk
    table, column = rows.query.get_initial_alias(), key.column
    kinds = get_descendants_content_types_pks(rows.model)
    conditions = [
        f'"{entries}"."id" = "{texts}"."rowid"',
        f'"{entries}"."content_type_id" IN ({", ".join(["%s"] * len(kinds))})',
        f'"{table}"."{column}" = CAST("{entries}"."object_id" AS {key.rel_db_type(connection)})',
    ]
    return rows.extra(tables=[texts, entries], where=conditions, params=kinds)  # noqa: S610  (names of our own tables)


def bm25() -> RawSQL:
    """Return SQLite's own measure; the lower, the better. The weights are in the order of the table's columns."""
    measure = f'bm25("{tables()[0]}", 1.0, 1.0, {TITLE_WEIGHT})'
    return RawSQL(measure, (), output_field=FloatField())  # noqa: S611  (nothing that anybody typed)
