"""The records that a revision names, read with it: one query for each kind of record, however many rows name one.

modelcluster asks for each foreign key of each row whether what it names is still there, and whoever looks at the rows
then reads it once more.
"""

from collections import defaultdict
from typing import Any

from django.db.models import CASCADE, SET_NULL, ForeignKey, Model
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, Revision

from newsroom.base.pages.references import named_in

#: Large, or looked at by nobody: of these it is only asked whether they are there.
NOT_LOOKED_AT = (Page, Revision)
#: Facts of the page that no version of it changes: Wagtail sets them anew on what it reads.
OF_WAGTAIL = ("content_type", "latest_revision")


class NamedRecords:
    """What stored content names and is still there."""

    def __init__(self, model: type[Model], content: dict[str, Any]) -> None:
        self.found: dict[type[Model], dict[Any, Any]] = {}
        numbers: dict[type[Model], set[Any]] = defaultdict(set)
        self.found[model] = {content.get("pk"): None}  # the rows of its lists name the page itself
        for named, number, path in named_in(model, content):
            if path not in OF_WAGTAIL and not self.has(named, number):
                numbers[named].add(named._meta.pk.to_python(number))
        for named, wanted in numbers.items():
            rows = named._default_manager.order_by().select_related(*getattr(named, "shown_with", ()))
            if issubclass(named, NOT_LOOKED_AT):
                self.found.setdefault(named, {}).update(
                    dict.fromkeys(rows.filter(pk__in=wanted).values_list("pk", flat=True))
                )
            else:
                self.found[named] = rows.in_bulk(wanted)

    def has(self, model: type[Model], number: Any) -> bool:
        """Tell whether a record that the content names is there."""
        return model._meta.pk.to_python(number) in self.found.get(model, ())

    def without_lost(self, model: type[Model], content: dict[str, Any]) -> dict[str, Any]:
        """Return the content without the numbers of what is gone, and without the rows that would have gone with it."""
        kept = self.without_lost_numbers(model, content)
        for relation in get_all_child_relations(model):
            name, child = relation.get_accessor_name(), relation.related_model
            if name in kept:
                rows = [row for row in kept[name] if not self.would_be_gone(child, row)]
                kept[name] = [self.without_lost_numbers(child, row) for row in rows]
        return kept

    def without_lost_numbers(self, model: type[Model], content: dict[str, Any]) -> dict[str, Any]:
        """Return content in which what is gone is no more named, where the database would do the same."""
        lost = [
            field.name for field in self.lost(model, content) if field.remote_field.on_delete in (CASCADE, SET_NULL)
        ]
        return {**content, **dict.fromkeys(lost)}

    def would_be_gone(self, model: type[Model], row: dict[str, Any]) -> bool:
        """Tell whether a row would have been deleted with something that it names."""
        return any(field.remote_field.on_delete is CASCADE for field in self.lost(model, row))

    def lost(self, model: type[Model], content: dict[str, Any]) -> list[ForeignKey]:
        """Return the foreign keys that name something which is gone."""
        keys = [field for field in model._meta.fields if isinstance(field, ForeignKey)]
        keys = [field for field in keys if field.name not in OF_WAGTAIL]
        named = [field for field in keys if content.get(field.name) is not None]
        return [field for field in named if not self.has(field.remote_field.model, content[field.name])]

    def put_into(self, page: Any) -> None:
        """Give a page that was read from the content, and the rows of its lists, the records that they name."""
        in_hand = page._cluster_related_objects
        lists = (relation.get_accessor_name() for relation in get_all_child_relations(type(page)))
        for thing in (page, *(row for name in lists for row in in_hand.get(name, ()))):
            for field in thing._meta.fields:
                if isinstance(field, ForeignKey):
                    known = self.found.get(field.remote_field.model, {})
                    if record := known.get(getattr(thing, field.attname)):
                        setattr(thing, field.name, record)
