"""The form with which strangers sign a letter, and the one with which readers look through those who did."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.choices import SignatoryKind, SignatoryOrder
from news.letters.recording import CONSENT_OF, consent_in
from news.models.signatory import LONGEST_NAME
from newsroom.base.dates import full_date
from newsroom.base.languages import active_code
from newsroom.base.public_forms.forms import PublicForm


def one_line_field(label: Any, autocomplete: str, *, is_required: bool = True) -> forms.CharField:
    """A field for a name, a role or a place."""
    widget = forms.TextInput({"autocomplete": autocomplete, "dir": "auto"})
    return forms.CharField(label=label, max_length=LONGEST_NAME, required=is_required, widget=widget)


class SigningForm(PublicForm):
    """Who signs. Nothing of it is shown before it was confirmed and looked at."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Who signs"),
        choices=SignatoryKind.choices,
        initial=SignatoryKind.PERSON,
        widget=forms.RadioSelect,
    )
    name = one_line_field(gettext_lazy("Name, as it should stand"), "name")
    role = one_line_field(gettext_lazy("Role"), "organization-title", is_required=False)
    place = one_line_field(gettext_lazy("City or place"), "address-level2")
    country = one_line_field(gettext_lazy("Country"), "country-name")
    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        help_text=gettext_lazy("It is not shown. A mail to it asks you to confirm."),
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "email", "dir": "ltr"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="sign_%s", **kwargs)
        self.consent_words = consent_in(active_code())
        self.ask_consent(self.consent_words, _("Text of %(day)s") % {"day": full_date(CONSENT_OF)})

    @property
    def answers(self) -> dict[str, Any]:
        """What was typed, each in one line."""
        return {name: " ".join(value.split()) for name, value in super().answers.items()}


class SignatorySieve(forms.Form):
    """What readers look for among those who signed. Whatever cannot be read counts as not asked."""

    name = forms.CharField(
        label=gettext_lazy("Name or place"),
        required=False,
        max_length=LONGEST_NAME,
        widget=forms.TextInput({"type": "search"}),
    )
    country = forms.CharField(required=False, max_length=LONGEST_NAME)
    order = forms.ChoiceField(choices=SignatoryOrder.choices, required=False)

    @property
    def asked(self) -> dict[str, str]:
        """What was asked for and can be read."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
