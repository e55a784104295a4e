"""The search of the CMS in the newsroom's own database: modelsearch's, without what grows with the archive.

modelsearch's backend for SQLite runs the full-text search anew for each page it may show, and on either database every
save reads all titles there are to set what the length of one title counts. Here the hits are joined once, SQLite ranks
by its own bm25, and a save writes one row. To be removed once modelsearch does so itself.
"""

from copy import copy
from typing import Any

from django.db import connection
from django.db.models import FloatField, QuerySet
from django.db.models.expressions import RawSQL
from modelsearch.backends import database
from modelsearch.backends.base import BaseSearchBackend
from modelsearch.query import And, MatchAll, Not, Or, Phrase, PlainText, SearchQuery

#: How much more a word in a title counts on SQLite than one in the text.
TITLE_WEIGHT = 4.0


def backend(params: dict[str, Any]) -> BaseSearchBackend:
    """The backend for the newsroom's database; that of modelsearch where this is neither SQLite nor PostgreSQL."""
    if connection.vendor == "postgresql":
        return postgres_backend(params)
    usual: BaseSearchBackend = database.SearchBackend(params)
    return sqlite_backend(params) if database.USE_SQLITE_FTS else usual


def postgres_backend(params: dict[str, Any]) -> BaseSearchBackend:
    """modelsearch's for PostgreSQL; a title's length counts from the next rebuild of the index on."""
    from modelsearch.backends.database.postgres import postgres

    class Index(postgres.PostgresIndex):
        def _refresh_title_norms(self, full: bool = False) -> None:
            if full:
                super()._refresh_title_norms(full=True)

    class Backend(postgres.PostgresSearchBackend):
        index_class = Index

    return Backend(params)


def sqlite_backend(params: dict[str, Any]) -> BaseSearchBackend:
    """modelsearch's for SQLite with one join; its module can be read where the database is SQLite alone."""
    from modelsearch.backends.database.sqlite import sqlite

    class Index(sqlite.SQLiteIndex):
        def _refresh_title_norms(self, full: bool = False) -> None:
            """bm25 knows the lengths of titles itself."""

    class JoinsOnce:
        """A query that reads the hits from the full-text table and joins the rows asked for by their keys."""

        query: Any
        queryset: Any
        fields: Any
        order_by_relevance: bool
        FTS_TABLE_FIELDS: list[str]

        def search(self, config: Any, start: int | None, stop: int | None, score_field: str | None = None) -> QuerySet:
            asked = sqlite.normalize(without_marks(self.query))
            if isinstance(asked, MatchAll | Not):
                return super().search(config, start, stop, score_field)  # type: ignore[misc]
            wanted = self.build_search_query(asked, config=config)  # type: ignore[attr-defined]
            if wanted is None:
                return self.queryset.none()
            columns = self.fields or self.FTS_TABLE_FIELDS
            rows = joined(self.queryset).filter(sqlite.MatchExpression(columns, wanted))
            if score_field or self.order_by_relevance:
                rows = rows.annotate(**{score_field or "_score": bm25()})
            if self.order_by_relevance:
                rows = rows.order_by(score_field or "_score", "-pk")
            elif not rows.query.order_by:
                rows = rows.order_by("-pk")
            return rows[start:stop]

    class Words(JoinsOnce, sqlite.SQLiteSearchQueryCompiler):
        pass

    class Beginnings(JoinsOnce, sqlite.SQLiteAutocompleteQueryCompiler):
        pass

    class Backend(sqlite.SQLiteSearchBackend):
        index_class = Index
        query_compiler_class = Words
        autocomplete_query_compiler_class = Beginnings

    return Backend(params)


def without_marks(query: SearchQuery) -> SearchQuery:
    """A query without what would end a word in SQLite's own language of queries; modelsearch lets it through, and
    one quotation mark typed into the search of the CMS is an error."""
    if isinstance(query, And | Or):
        return type(query)([without_marks(each) for each in query.subqueries])
    if isinstance(query, Not):
        return Not(without_marks(query.subquery))
    if isinstance(query, PlainText | Phrase):
        query = copy(query)
        query.query_string = query.query_string.replace('"', " ").replace("\x00", " ")
    return query


def joined(rows: QuerySet) -> QuerySet:
    """Rows beside their entries in the index, each found by its key."""
    from modelsearch.backends.database.sqlite.sqlite import IndexEntry, SQLiteFTSIndexEntry
    from modelsearch.utils import get_descendants_content_types_pks

    texts, entries = SQLiteFTSIndexEntry._meta.db_table, IndexEntry._meta.db_table
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
    """SQLite's own measure; the lower, the better. The weights are in the order of the table's columns."""
    from modelsearch.backends.database.sqlite.sqlite import SQLiteFTSIndexEntry

    measure = f'bm25("{SQLiteFTSIndexEntry._meta.db_table}", 1.0, 1.0, {TITLE_WEIGHT})'
    return RawSQL(measure, (), output_field=FloatField())  # noqa: S611  (nothing that anybody typed)
