"""Fields of forms that take what people type as it would be stored, before they judge it.

The CMS uses them in every form that it makes of a model; forms written by hand name them.
"""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from wagtail.admin import widgets
from wagtail.admin.forms.models import register_form_field_override

from newsroom.base.fields import VisibleField
from newsroom.language.normalisation import normalise_name, normalise_text

#: Clocks of every zone can show the beginnings and ends of these, on either side of the day.
FIRST_YEAR, LAST_YEAR = 1900, 2999


class NormalText(forms.CharField):
    """Running text."""

    def to_python(self, value: Any) -> Any:
        """The text in one form of Unicode, without what cannot be written out again."""
        return super().to_python(normalise_text(value) if isinstance(value, str) else value)


class SeenText(forms.CharField):
    """A name or a term: without signs that nobody sees. Mixed into the fields of addresses too."""

    def to_python(self, value: Any) -> Any:
        """The text as it is seen."""
        return super().to_python(normalise_name(value) if isinstance(value, str) else value)


class SeenSlug(SeenText, forms.SlugField):
    """An address inside the newsroom."""


class SeenEmail(SeenText, forms.EmailField):
    """An e-mail address."""


class SeenAddress(SeenText, forms.URLField):
    """A web address."""


class WrappedLine(widgets.AdminAutoHeightTextInput):
    """A line that is longer than its field: it wraps while somebody writes, and is one line when it is stored."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """What was typed, with a space for each break."""
        value = super().value_from_datadict(data, files, name)
        return " ".join(value.splitlines()) if isinstance(value, str) else value


class ReachableDay(forms.DateField):
    """A day of which clocks can say when it begins and ends, wherever that is."""

    def to_python(self, value: Any) -> datetime.date | None:
        """The day that was typed. Raises ValidationError for one that no clock reaches."""
        day: datetime.date | None = super().to_python(value)
        if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
            words = _("“%(text)s” is no day. Write it as year-month-day, 2026-12-05.")
            raise ValidationError(words % {"text": value})
        return day


class StorableNumber(forms.IntegerField):
    """A number that each database can store; some take larger ones, and what works them out fails then."""

    largest = 2_147_483_647

    def __init__(self, *, max_value: int | None = None, **kwargs: Any) -> None:
        super().__init__(max_value=min(max_value or self.largest, self.largest), **kwargs)


class SmallStorableNumber(StorableNumber):
    """A number of few digits, such as minutes."""

    largest = 32_767


register_form_field_override(models.PositiveIntegerField, override={"form_class": StorableNumber}, exact_class=True)
register_form_field_override(
    models.PositiveSmallIntegerField, override={"form_class": SmallStorableNumber}, exact_class=True
)
register_form_field_override(models.CharField, override={"form_class": NormalText})
register_form_field_override(
    models.TextField, override={"form_class": NormalText, "widget": widgets.AdminAutoHeightTextInput}, exact_class=True
)
register_form_field_override(VisibleField, override={"form_class": SeenText})
register_form_field_override(models.SlugField, override={"form_class": SeenSlug, "widget": widgets.SlugInput})
register_form_field_override(models.EmailField, override={"form_class": SeenEmail})
register_form_field_override(models.URLField, override={"form_class": SeenAddress, "assume_scheme": "https"})
register_form_field_override(
    models.DateField, override={"form_class": ReachableDay, "widget": widgets.AdminDateInput}, exact_class=True
)
