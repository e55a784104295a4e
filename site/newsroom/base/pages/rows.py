"""The rows of a page's lists when the page is written: modelcluster writes each of them every time, changed or not."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from typing import Any

from django.conf import settings
from django.db.models import Model
from modelcluster.models import get_all_child_relations

#: By the name of the list.
Rows = dict[str, list[Any]]
COMMENTS = getattr(settings, "WAGTAIL_COMMENTS_RELATION_NAME", "wagtail_admin_comments")


def leave_unchanged(page: Any) -> Rows:
    """Let go of the lists of a page that say what is stored already, so that nobody writes them.

    Returns all rows that the page has in hand, those that are written among them. Comments are left to Wagtail.
    """
    in_hand: dict[str, Any] = getattr(page, "_cluster_related_objects", {})
    names = {relation.get_accessor_name(): relation for relation in get_all_child_relations(type(page))}
    rows = {name: list(in_hand[name]) for name in names if name in in_hand and name != COMMENTS}
    for name, own in rows.items():
        stored = stored_rows(page, names[name]) if page.pk else []
        if page.pk and are_as_stored(own, stored):
            hand_over_records(own, stored)
            rows[name] = stored
            del in_hand[name]
    return rows


def hand_over_records(own: list[Any], stored: list[Any]) -> None:
    """Let stored rows know the records that the same rows in hand know, so that nobody reads these again."""
    if all(row.pk for row in own):
        known = {row.pk: row for row in own}
        pairs = [(known[row.pk], row) for row in stored]
    else:
        pairs = list(zip(own, in_order_made(stored), strict=True))
    for row, kept in pairs:
        kept._state.fields_cache.update(row._state.fields_cache)


def are_as_stored(own: list[Any], stored: list[Any]) -> bool:
    """Tell whether rows say what is stored: each by its number or, where they were made anew, in the same order."""
    if all(row.pk for row in own):
        return values_of(own) == values_of(stored)
    made = in_order_made(stored)
    return not any(row.pk for row in own) and [said_by(row) for row in own] == [said_by(row) for row in made]


def in_order_made(stored: list[Any]) -> list[Any]:
    """Return stored rows in the order in which they were stored first."""
    return sorted(stored, key=lambda row: row.pk)


def stored_rows(page: Any, relation: Any) -> list[Model]:
    """Return the rows of a list as they are stored."""
    return list(relation.related_model._default_manager.filter(**{relation.field.attname: page.pk}))


def values_of(rows: list[Any]) -> dict[Any, dict[str, Any]]:
    """Return what rows say, by their numbers."""
    return {row.pk: said_by(row) for row in rows}


def said_by(row: Any) -> dict[str, Any]:
    """Return what a row says, without its number."""
    fields = (field for field in row._meta.concrete_fields if not field.primary_key)
    return {field.attname: getattr(row, field.attname) for field in fields}


@contextmanager
def seen_as_written(page: Any) -> Iterator[None]:
    """While something looks at a page that was just written, its lists (`rows_written`) are at hand."""
    rows: Rows = getattr(page, "rows_written", {})
    kept: dict[str, Any] = page.__dict__.setdefault("_prefetched_objects_cache", {})
    known = {}
    for relation in get_all_child_relations(type(page)):
        if (name := relation.get_accessor_name()) in rows and (cached := relation.cache_name) not in kept:
            known[cached] = as_asked(relation.related_model, rows[name])
    kept.update(known)
    try:
        yield
    finally:
        for cached in known:
            kept.pop(cached, None)


def as_written(page: Any) -> Any:
    """Return a copy of a page that was just written, with its lists at hand; what is read for it stays with it."""
    with seen_as_written(page):
        kept = copy(page)
        kept._prefetched_objects_cache = dict(kept._prefetched_objects_cache)
    return kept


def as_asked(model: type[Model], rows: list[Any]) -> Any:
    """Return rows as the answer of a query that was asked."""
    answer = model._default_manager.none()
    answer._result_cache = rows
    return answer
