"""What a form sends for a row that somebody chose: a number, or text that some program made up."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from wagtail.admin.widgets import BaseChooser

#: The greatest number a row can have.
GREATEST = 2**63 - 1
#: What no row is called: the field of a form says that this is no choice.
NO_ROW = "-1"


def names_a_row(model: type[Model], value: Any) -> bool:
    """Whether a database can be asked for a row of a model by what was sent."""
    try:
        key = model._meta.pk.to_python(value)
    except ValidationError:
        return False
    return not isinstance(key, int) or abs(key) <= GREATEST


def read_choices() -> None:
    """Let each chooser of the CMS read what can name no row as a row that is not there.

    Its field says so then; Wagtail would ask the database for it and fail, once where the field reads it and once where
    the form comes back. Raises AttributeError where its choosers read what was sent in another way now.
    """
    read = BaseChooser.value_from_datadict

    def value_chosen(self: Any, data: Any, files: Any, name: str) -> Any:
        value = read(self, data, files, name)
        return value if value is None or names_a_row(self.model_class, value) else NO_ROW

    BaseChooser.value_from_datadict = value_chosen
