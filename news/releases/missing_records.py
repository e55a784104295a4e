"""A draft that names a record which was deleted since: it opens, says so, loses nothing else and is not published.

A revision is JSON, so no database can keep it from naming what is gone. Where the foreign key is protected,
modelcluster refuses to read such a revision at all, and with it the editor and the lift.
"""

from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import PROTECT, ForeignKey, Model
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.models import ModelLogEntry

from newsroom.base.pages.named_records import NamedRecords


@dataclass(frozen=True)
class Gone:
    """A row of a draft whose record was deleted."""

    relation: str
    field: str
    model: type[Model]
    number: Any

    def __str__(self) -> str:
        """The record's name as the log of its deletion tells it, else its number."""
        kind = ContentType.objects.get_for_model(self.model)
        entries = ModelLogEntry.objects.filter(content_type=kind, object_id=str(self.number))
        name = entries.order_by("-timestamp").values_list("label", flat=True).first()
        return name or f"{self.model._meta.verbose_name} {self.number}"

    @property
    def message(self) -> str:
        """What the officer should know and can do."""
        return _(
            "“%(name)s” was chosen here and has been deleted since. Choose another, or save the draft to go on without."
        ) % {"name": self}


def without_gone(model: type[Model], data: dict[str, Any], records: NamedRecords) -> tuple[dict[str, Any], list[Gone]]:
    """Return stored content without the rows whose record was deleted, and those rows. `records`: what is there."""
    kept, gone = dict(data), []
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        for field in relation.related_model._meta.fields:
            if not isinstance(field, ForeignKey) or field.remote_field.on_delete is not PROTECT or not kept.get(name):
                continue
            target = field.remote_field.model
            numbers = {row[field.name] for row in kept[name] if row.get(field.name) is not None}
            lost = {number for number in numbers if not records.has(target, number)}
            kept[name] = [row for row in kept[name] if row.get(field.name) not in lost]
            gone += [Gone(name, field.name, target, number) for number in sorted(lost)]
    return kept, gone


def gone_in(form: Any) -> list[Gone]:
    """Return the rows that saving would silently drop; none for a list in which somebody chose a new record."""
    return [
        gone
        for gone in getattr(form.instance, "gone", ())
        if (formset := form.formsets.get(gone.relation)) is not None
        and chosen_in(formset, gone.field) == standing_in(form.instance, gone)
    ]


def chosen_in(formset: Any, field: str) -> set[Any]:
    """Return the records chosen in the rows of a submitted form."""
    rows = [row.cleaned_data for row in formset.forms if row.is_valid()]
    return {row[field].pk for row in rows if row.get(field) and not row.get(DELETION_FIELD_NAME)}


def standing_in(page: Any, gone: Gone) -> set[Any]:
    """Return the records in the rows of the draft that still exist."""
    return {getattr(row, f"{gone.field}_id") for row in getattr(page, gone.relation).all()}
