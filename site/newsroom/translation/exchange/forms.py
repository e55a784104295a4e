"""What is asked of those who send a text out or bring it back."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail_localize.models import Translation

from newsroom.base.languages import language_in_words
from newsroom.translation.exchange.files import FORMATS, LARGEST


class SendForm(forms.Form):
    """Which languages, and in which format."""

    format = forms.ChoiceField(
        label=gettext_lazy("Format"),
        choices=[(name, form.label) for name, form in FORMATS.items()],
        initial="xliff2",
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Ask the agency if you do not know. Every tool reads one of them."),
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages"),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("One language comes as a file, several as a ZIP."),
        error_messages={"required": gettext_lazy("Choose at least one language.")},
    )

    def __init__(self, *args: Any, translations: Iterable[Translation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.translations = {str(each.pk): each for each in translations}
        field: Any = self.fields["languages"]
        field.choices = [(key, language_pair(each)) for key, each in self.translations.items()]

    @property
    def chosen(self) -> list[Translation]:
        """The translations to send."""
        return [self.translations[key] for key in self.cleaned_data["languages"]]


class BringBackForm(forms.Form):
    """The file that came back."""

    file = forms.FileField(
        label=gettext_lazy("File from the agency"),
        help_text=gettext_lazy("XLIFF 2.0, XLIFF 1.2 or PO, or a ZIP of them."),
        widget=forms.FileInput(attrs={"accept": ".xlf,.xliff,.po,.zip"}),
        error_messages={"empty": gettext_lazy("The file is empty.")},
    )

    def clean_file(self) -> UploadedFile:
        """No larger than a text can be."""
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(_("The file is larger than %(size)d MB.") % {"size": LARGEST // 1024**2})
        return file


def language_pair(translation: Translation) -> str:
    """A translation by its two languages: "English → Français"."""
    codes = (translation.source.locale.language_code, translation.target_locale.language_code)
    return " → ".join(map(language_in_words, codes))
