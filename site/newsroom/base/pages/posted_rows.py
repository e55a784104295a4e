"""What the rows of a page's form name, read together: one query for each key of a list, however many rows it has.

Django asks twice for each key of each row: where the field reads it, and where the row is checked.
"""

from collections import defaultdict
from collections.abc import Callable
from functools import partial
from typing import Any

from django.forms import ModelChoiceField
from django.forms.models import ModelMultipleChoiceField
from wagtail.models import Page

from newsroom.base.pages.choosing import names_a_row


def read_named_rows(form: Any) -> None:
    """Read what was sent for the rows of a form's lists, before they are checked."""
    for formset in form.formsets.values():
        if formset.is_bound and formset._errors is None:  # not checked yet
            read_named_in(formset)


def read_named_in(formset: Any) -> None:
    """Read the records that the rows of one list name, and the rows themselves; give each field its own."""
    sent: dict[str, dict[Any, str]] = defaultdict(dict)
    for row in formset.forms:
        for name, field in row.fields.items():
            if is_plain_key(field):
                value = field.widget.value_from_datadict(row.data, row.files, row.add_prefix(name))
                if value not in field.empty_values and names_a_row(field.queryset.model, value):
                    sent[name][row] = str(value)
    read: dict[Any, set[str]] = defaultdict(set)
    for name, values in sent.items():
        queryset = next(iter(values)).fields[name].queryset
        found = {str(key): record for key, record in queryset.order_by().in_bulk(set(values.values())).items()}
        for row, value in values.items():
            if value in found:
                field = row.fields[name]
                field.to_python = partial(named_or_asked, value, found[value], field.to_python)
                read[row].add(name)
    for row, names in read.items():
        row._post_clean = partial(check_but_keys, row.instance, names, row._post_clean)


def check_but_keys(instance: Any, names: set[str], check: Callable[[], None]) -> None:
    """Check a row, whose fields are checked but for the keys that were just found; its rules as a whole see them."""

    def clean_fields(exclude: Any = None) -> None:
        type(instance).clean_fields(instance, exclude={*(exclude or ()), *names})

    instance.clean_fields = clean_fields
    try:
        check()
    finally:
        del instance.clean_fields


def is_plain_key(field: Any) -> bool:
    """Tell whether a field names one row by its number, and reads what is sent.

    Not a page: which of those a row may name depends on who asks and on what stood there (`rights.chosen_pages`).
    """
    if not isinstance(field, ModelChoiceField) or isinstance(field, ModelMultipleChoiceField) or field.disabled:
        return False
    named: Any = field.queryset
    model = named.model
    return field.to_field_name in (None, model._meta.pk.name) and not issubclass(model, Page)


def named_or_asked(value: str, record: Any, ask: Callable[[Any], Any], given: Any) -> Any:
    """Return the record that was read for a value, else what Django finds. Raises ValidationError where it is none."""
    return record if str(given) == value else ask(given)
