"""The base of every form for strangers."""

from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.base.public_forms.shown import LEAST, PLACEHOLDER, shown_since
from newsroom.language.normalisation import normalise_name, normalise_text

#: What people do not see and programs fill in. No field that an officer makes can have such a name.
HONEYPOT = "form-url"
SHOWN = "form-shown"
CONSENT = "form-consent"
ONE_LINE = (forms.TextInput, forms.EmailInput, forms.URLInput)


class PublicForm(forms.Form):
    """A form that anybody may send.

    What is typed is taken as it would be stored. A field that people do not see has to stay empty, and the form must
    have been shown for some seconds. `ask_consent` adds the box beside the text that somebody agrees to.
    """

    shown_name = SHOWN

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.fields[SHOWN] = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
        self.fields[HONEYPOT] = forms.CharField(
            required=False,
            label=gettext_lazy("Leave this empty"),
            widget=forms.TextInput({"tabindex": "-1", "autocomplete": "off"}),
        )
        if self.is_bound:
            self.data = normalised_data(self)

    def ask_consent(self, words: str, source: str = "") -> None:
        """Add the box with which somebody agrees to a text; `source` says of which day it is and how to withdraw."""
        missing = gettext_lazy("Without this we may not keep what you send.")
        self.fields[CONSENT] = forms.BooleanField(label=words, help_text=source, error_messages={"required": missing})

    def clean(self) -> dict[str, Any]:
        """Refuse what no reader of the page would send. Nothing that was typed is lost: the form comes back with it."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get(HONEYPOT):
            self.add_error(HONEYPOT, _("Nothing may stand here. Empty it, then send the form again."))
        since = shown_since(cleaned.get(SHOWN) or "")
        if since is None:
            self.add_error(None, _("This page was open for long, or not complete. Please send the form once more."))
        elif since < LEAST:
            self.add_error(None, _("That was very quick. Please look through what you wrote and send it once more."))
        return cleaned

    @property
    def shown(self) -> str:
        """The instant at which the form was shown first, so that whoever corrects something need not wait again."""
        said = str(self.data.get(self.add_prefix(SHOWN), "")) if self.is_bound else ""
        return said if shown_since(said) is not None else PLACEHOLDER

    @property
    def honeypot(self) -> forms.BoundField:
        """The field that people do not see."""
        return self[HONEYPOT]

    @property
    def consent(self) -> forms.BoundField | None:
        """The box beside the text that somebody agrees to; None where nothing is asked."""
        return self[CONSENT] if CONSENT in self.fields else None

    @property
    def asked(self) -> list[forms.BoundField]:
        """The fields that the form is about, in their order."""
        return [self[name] for name in self.fields if name not in (HONEYPOT, SHOWN, CONSENT)]

    @property
    def answers(self) -> dict[str, Any]:
        """What was answered, checked, by the names of the fields."""
        return {name: value for name, value in self.cleaned_data.items() if name not in (HONEYPOT, SHOWN, CONSENT)}

    def full_clean(self) -> None:
        super().full_clean()
        for name in self.errors:
            if name in self.fields:
                about = f"{self[name].auto_id}-error"
                self.fields[name].widget.attrs |= {"aria-invalid": "true", "aria-describedby": about}


def normalised_data(form: forms.Form) -> MultiValueDict[str, str]:
    """What was typed, as it would be stored; what stands in one line without the signs that nobody sees.

    A line ends with one character, as browsers count it where a field says how long it may be. What shows nothing at
    all is empty; what is chosen twice is chosen once.
    """
    normal: MultiValueDict[str, str] = MultiValueDict()
    data: Any = form.data
    is_of_request = isinstance(data, MultiValueDict)
    typed = data.lists() if is_of_request else ((name, [value]) for name, value in data.items())
    for name, values in typed:
        field = form.fields.get(name)
        is_one_line = field is not None and isinstance(field.widget, ONE_LINE)
        normalise = normalise_name if is_one_line else normalise_text
        lines = (value.replace("\r\n", "\n") for value in values)
        kept = (normalise(value) if normalise_name(value).strip() else "" for value in lines)
        normal.setlist(name, list(dict.fromkeys(kept)))
    return normal
