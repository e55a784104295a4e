"""The form of a record that is one thing in all its languages: its words in this one, and facts that all share."""

from typing import Any

from django.db import models
from django.forms import ModelForm
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.permissions import policy_registry
from wagtail_localize.fields import TranslatableField, get_translatable_fields


class WordsAndFactsForm(WagtailAdminModelForm):
    """Whoever may add records of a kind keeps their facts too; everybody else who may change one, its words alone.

    An address, a picture, a day or an organisation is shown to them and cannot be changed, whatever a browser sends.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.for_user is not None and not keeps_facts(self.for_user, type(self.instance)):
            keep_to_words(self)
            for formset in self.formsets.values():
                for form in formset.forms:
                    keep_to_words(form)


def keeps_facts(user: Any, model: type[models.Model]) -> bool:
    """Whether somebody answers for a kind of record as a whole."""
    return bool(policy_registry.get_by_type(model).user_has_permission(user, "add"))


def translated_fields(model: type[models.Model]) -> set[str]:
    """The fields of a record that each language writes for itself."""
    names = {each.field_name for each in get_translatable_fields(model) if isinstance(each, TranslatableField)}
    return {name for name in names if isinstance(model._meta.get_field(name), models.CharField | models.TextField)}


def keep_to_words(form: ModelForm) -> None:
    """Every other field stays as it is; of what a record has below it, nothing is added or taken away."""
    words = translated_fields(type(form.instance)) if form.instance.pk else set()
    for name, field in form.fields.items():
        if name not in words and name != "id":
            field.disabled = True
