"""The fields for the address and the number of a contact: as they were typed until they can be read."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from newsroom.language.addresses import written_email, written_phone

#: The values of a contact that have a type.
REACHED_AT = ("email", "phone")
MOST_OF_EMAIL, MOST_OF_PHONE = 254, 40


class ReachedForm(forms.Form):
    """Where one contact is reached; what nobody changed is left as the document has it."""

    email = forms.CharField(label=_("E-mail"), required=False, max_length=MOST_OF_EMAIL)
    phone = forms.CharField(label=_("Telephone"), required=False, max_length=MOST_OF_PHONE)
    use_required_attribute = False

    def __init__(
        self, number: int, told: Mapping[str, str], country: str, data: Any = None, is_open: bool = True
    ) -> None:
        """`number` is the paragraph, `country` (ISO 3166) where numbers without their country are dialled."""
        self.country = country
        super().__init__(data, prefix=str(number), initial={name: told.get(name, "") for name in REACHED_AT})
        for name, field in self.fields.items():
            is_sent = data is None or self.add_prefix(name) in data
            field.disabled = not is_open or not is_sent
            keyboard = "tel" if name == "phone" else "email"
            field.widget.attrs |= {"dir": "ltr", "autocomplete": "off", "inputmode": keyboard}

    def clean_email(self) -> str:
        """Read an address; raises ValidationError where it is none."""
        typed: str = self.cleaned_data["email"]
        read = written_email(typed)
        if "email" in self.changed_data and typed and not read:
            raise ValidationError(_("“%(text)s” is no e-mail address."), params={"text": typed})
        return read or typed

    def clean_phone(self) -> str:
        """Read a number; raises ValidationError where it is none, or tells no country and the document neither."""
        typed: str = self.cleaned_data["phone"]
        read = written_phone(typed, self.country)
        if "phone" in self.changed_data and typed and not read:
            words = _("“%(text)s” is no telephone number. Write it with the country code, such as +44 20 7946 0000.")
            raise ValidationError(words, params={"text": typed})
        return read or typed

    def read(self) -> dict[str, str]:
        """Return what can be read of what was sent, else what stood there."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, self.initial[name]) for name in self.fields}
