"""A few words in each language, written in one form: what is left empty is shown in the newsroom's own language."""

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import Panel

from newsroom.base.languages import active_code, direction, html_code


def field_of_language(code: str) -> str:
    """How the field with the words in a language is called in the form."""
    return f"words_{code.replace('-', '_')}"


def words_for_language(words: dict[str, str], code: str) -> tuple[str, str]:
    """Return what stands for readers of a language, and the code of the language that it is in."""
    found = code if words.get(code) else settings.LANGUAGE_CODE
    return words.get(found, ""), found


def words_here(words: dict[str, str]) -> dict[str, Any]:
    """Return what a template shows the reader: `words`, and `foreign` with code and direction where marked so."""
    said, code = words_for_language(words, active_code())
    return {"words": said, "foreign": {"code": code, "direction": direction(code)} if code != active_code() else None}


class EachLanguageForm(WagtailAdminModelForm):
    """Has a field for each language in place of the model's `words`, of at most `longest` characters."""

    longest: ClassVar[int] = 400

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, language in settings.LANGUAGES:
            attributes = {"rows": 2, "lang": html_code(code), "dir": direction(code)}
            self.fields[field_of_language(code)] = forms.CharField(
                label=language,
                max_length=self.longest,
                required=code == settings.LANGUAGE_CODE,
                initial=self.instance.words.get(code, ""),
                widget=forms.Textarea(attrs=attributes),
            )

    def save(self, commit: bool = True) -> Any:
        """Keep the texts that were written."""
        written = {code: self.cleaned_data[field_of_language(code)].strip() for code, _name in settings.LANGUAGES}
        self.instance.words = {code: words for code, words in written.items() if words}
        return super().save(commit)


class EachLanguagePanel(Panel):
    """Shows the field of each language."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "base/admin/each_language.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """The fields of the languages."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {"rows": [self.form[field_of_language(code)] for code, _name in settings.LANGUAGES]}
