"""A page lists a record once, also where two records that it listed became one.

A model says so by `listed_once`: the fields in which two of its rows may not be the same. What the row that goes
said beyond the one that stays is kept by `joined_values`, where the model has it.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import ForeignKey, Model
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations


@dataclass(frozen=True)
class Numbers:
    """The primary keys that a merge of two records replaces, each with the one that takes its place."""

    model: type[Model]
    #: By the number of each row of the duplicate that goes, that of the kept record in the same language.
    instead_of: dict[Any, Any]
    #: Every row of both records.
    of_record: set[Any]

    def exchange(self, model: type[Model], number: Any, _path: str) -> Any:
        """Return the primary key that takes the place of another."""
        return self.instead_of.get(number, number) if model is self.model else number

    def alike(self, number: Any) -> Any:
        """Return one answer for the rows of both records, in every language."""
        return "record" if number in self.of_record else number


def what_is_listed(model: type[Model], values: dict[str, Any], numbers: Numbers) -> tuple[Any, ...]:
    """Return the values that may stand once in a list (a row's `listed_once`), both records counting as one."""
    listed = []
    for name in model.listed_once:  # type: ignore[attr-defined]  # asked for by those who checked
        field, value = model._meta.get_field(name), values[name]
        if isinstance(field, ForeignKey) and field.remote_field.model is numbers.model:
            is_parent = isinstance(field, ParentalKey)
            value = numbers.instead_of.get(value, value) if is_parent else numbers.alike(value)
        listed.append(value)
    return tuple(listed)


def drop_doubles(model: type[Model], name: str, numbers: Numbers) -> None:
    """Delete rows that would list the merged record twice; the first is kept and completed from the others."""
    if name not in getattr(model, "listed_once", ()):
        return
    rows: Any = model._base_manager
    lists: dict[tuple[Any, ...], list[dict[str, Any]]] = defaultdict(list)
    order = [*(("sort_order",) if hasattr(model, "sort_order") else ()), "pk"]
    for values in rows.filter(**{f"{name}__in": numbers.of_record}).order_by(*order).values():
        named = {field.name: values[field.attname] for field in model._meta.fields}
        lists[what_is_listed(model, named, numbers)].append(named)
    for first, *others in lists.values():
        for other in others:
            rows.filter(pk=other[model._meta.pk.name]).delete()
            if changed := joined_values(model, first, other):
                rows.filter(pk=first[model._meta.pk.name]).update(**changed)
                first |= changed


def joined_values(model: type[Model], first: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Return the values that the row which stays takes from the row which is deleted."""
    join = getattr(model, "joined", None)
    changed: dict[str, Any] = join(first, other) if join else {}
    return changed


def without_doubles(model: type[Model], content: dict[str, Any], numbers: Numbers) -> dict[str, Any]:
    """Do the same for the lists in stored content, after its primary keys were replaced."""
    changed = dict(content)
    for relation in get_all_child_relations(model):
        name, child = relation.get_accessor_name(), relation.related_model
        listed_once = getattr(child, "listed_once", ())
        if name not in content or not any(points_at(child, each, numbers.model) for each in listed_once):
            continue
        kept: dict[tuple[Any, ...], dict[str, Any]] = {}
        for row in content[name]:
            first = kept.setdefault(what_is_listed(child, row, numbers), row)
            if first is not row:
                first.update(joined_values(child, first, row))
        changed[name] = list(kept.values())
    return changed


def points_at(model: type[Model], name: str, target: type[Model]) -> bool:
    """Whether a field of a model is a foreign key to another."""
    field = model._meta.get_field(name)
    return isinstance(field, ForeignKey) and field.remote_field.model is target
