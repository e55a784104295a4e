"""The keys that long lists are sorted by, made anew: another version of the collation makes others."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.models import Model

from newsroom.base.fields import SortKeyField


def sort_key_fields() -> Iterable[tuple[type[Model], SortKeyField]]:
    """Yield the models whose rows have a key to be sorted by, with the field that keeps it."""
    for model in apps.get_models():
        yield from ((model, field) for field in model._meta.local_fields if isinstance(field, SortKeyField))


def renew_sort_keys() -> int:
    """Make the keys of all rows again, and write those that differ. Returns how many did."""
    changed = 0
    for model, field in sort_key_fields():
        rows: Any = model._base_manager
        wanted = rows.select_related("locale") if field.language == "locale" else rows
        keys = ((row, field.key_for(row)) for row in wanted.iterator())
        differing = [(row.pk, key) for row, key in keys if bytes(field.value_from_object(row)) != key]
        for pk, key in differing:
            rows.filter(pk=pk).update(**{field.attname: key})
        changed += len(differing)
    return changed
