"""Wagtail's forms of accounts, with the organisations that somebody works for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm

from newsroom.base.languages import localised
from newsroom.base.models import User
from organisations.models import Organisation


class WorksForField(forms.ModelMultipleChoiceField):
    """Organisations, each once, in the language of whoever asks; in whichever language they were chosen before."""

    def __init__(self, **kwargs: Any) -> None:
        facts: Any = User._meta.get_field("organisations")
        super().__init__(
            Organisation.objects.none(), label=_("Organisations"), help_text=facts.help_text, required=False, **kwargs
        )

    def offer(self, user: Any) -> list[Any]:
        """Fill the choices. Returns those that somebody works for."""
        rows = localised(Organisation.objects.all())
        self.queryset = Organisation.objects.filter(pk__in=[row.pk for row in rows.values()])
        keys = user.organisations.values_list("translation_key", flat=True) if user.pk else ()
        return [rows[key].pk for key in keys]


class AccountCreationForm(UserCreationForm):
    """A new account."""

    organisations = WorksForField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["organisations"]
        field.offer(self.instance)

    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | {"organisations"}


class AccountForm(UserEditForm):
    """An account that is there."""

    organisations = WorksForField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["organisations"]
        self.initial["organisations"] = field.offer(self.instance)

    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | {"organisations"}
