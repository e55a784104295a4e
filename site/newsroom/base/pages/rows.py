"""The rows of a page's lists when the page is written: modelcluster writes each of them every time, changed or not."""

from collections.abc import Iterator
from contextlib import contextmanager
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
        if page.pk and all(row.pk for row in own) and values_of(own) == values_of(stored_rows(page, names[name])):
            del in_hand[name]
    return rows


def stored_rows(page: Any, relation: Any) -> list[Model]:
    """Return the rows of a list as they are stored."""
    return list(relation.related_model._default_manager.filter(**{relation.field.attname: page.pk}))


def values_of(rows: list[Any]) -> dict[Any, dict[str, Any]]:
    """Return what rows say, by their numbers."""
    return {row.pk: {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields} for row in rows}


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


def as_asked(model: type[Model], rows: list[Any]) -> Any:
    """Return rows as the answer of a query that was asked."""
    answer = model._default_manager.none()
    answer._result_cache = rows
    return answer
