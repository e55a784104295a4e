"""The editor shows each record that is chosen in a row: of those read with the draft, asking no more."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.forms import BaseForm
from wagtail.admin.widgets import BaseChooser


def show_what_was_read(form: Any) -> None:
    """Give the choosers of a page's form, and of the rows in its lists, the records that are there already."""
    for each in (form, *(row for formset in form.formsets.values() for row in formset.forms)):
        give_choosers(each, each.instance)


def give_choosers(form: BaseForm, instance: Any) -> None:
    """Give the choosers of a form what the foreign keys of its page or row have at hand."""
    known = instance._state.fields_cache
    for name, field in form.fields.items():
        widget: Any = field.widget
        if isinstance(widget, BaseChooser) and known.get(name):
            widget.get_instance = partial(record_for, known[name], widget.get_instance)


def record_for(known: Any, ask: Callable[[Any], Any], value: Any) -> Any:
    """Return the record at hand where it is the one meant, else what Wagtail finds."""
    return known if str(value) == str(known.pk) else ask(value)
