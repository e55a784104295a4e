"""Fields of forms that take what people type as it would be stored, before they judge it.

The CMS uses them in every form that it makes of a model; forms written by hand name them.
"""

from typing import Any

from django import forms
from django.db import models
from wagtail.admin import widgets
from wagtail.admin.forms.models import register_form_field_override

from newsroom.base.fields import VisibleField
from newsroom.language.normalisation import normalise_name, normalise_text


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


register_form_field_override(models.CharField, override={"form_class": NormalText})
register_form_field_override(
    models.TextField, override={"form_class": NormalText, "widget": widgets.AdminAutoHeightTextInput}, exact_class=True
)
register_form_field_override(VisibleField, override={"form_class": SeenText})
register_form_field_override(models.SlugField, override={"form_class": SeenSlug, "widget": widgets.SlugInput})
register_form_field_override(models.EmailField, override={"form_class": SeenEmail})
register_form_field_override(models.URLField, override={"form_class": SeenAddress, "assume_scheme": "https"})
