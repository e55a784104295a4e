from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import Panel

from newsroom.base.languages import direction, html_code
from newsroom.publication.embargoes.fields import InstantField

LONGEST = 400
INSTANTS = ("starts_at", "ends_at")


def field_of_words(code: str) -> str:
    """How the field with the text in a language is called in the form."""
    return f"words_{code.replace('-', '_')}"


class BannerForm(WagtailAdminModelForm):
    """Has a field for the text in each language, and says of both instants in which zone they are meant."""

    starts_at = InstantField(
        label=gettext_lazy("Shown from"), required=False, help_text=gettext_lazy("Left empty: at once.")
    )
    ends_at = InstantField(
        label=gettext_lazy("Shown until"), required=False, help_text=gettext_lazy("Left empty: until further notice.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, language in settings.LANGUAGES:
            attributes = {"rows": 2, "lang": html_code(code), "dir": direction(code)}
            self.fields[field_of_words(code)] = forms.CharField(
                label=language,
                max_length=LONGEST,
                required=code == settings.LANGUAGE_CODE,
                initial=self.instance.words.get(code, ""),
                widget=forms.Textarea(attrs=attributes),
            )
        for name in INSTANTS:
            widget: Any = self.fields[name].widget
            widget.label = self.fields[name].label
            widget.zone = self.instance.time_zone if self.instance.pk else timezone.get_current_timezone_name()

    def clean_starts_at(self) -> Any:
        """Keep the zone beside the instant; none written is now."""
        widget = self.fields["starts_at"].widget
        _day, _time, zone = widget.value_from_datadict(self.data, self.files, self.add_prefix("starts_at"))
        self.instance.time_zone = zone
        return self.cleaned_data["starts_at"] or timezone.now().replace(microsecond=0)

    def clean_ends_at(self) -> Any:
        """Refuse an end before the beginning. Raises ValidationError."""
        starts_at, ends_at = self.cleaned_data.get("starts_at"), self.cleaned_data["ends_at"]
        if starts_at and ends_at and ends_at <= starts_at:
            raise ValidationError(_("It ends before it begins."))
        return ends_at

    def save(self, commit: bool = True) -> Any:
        """Keep the texts that were written."""
        written = {code: self.cleaned_data[field_of_words(code)].strip() for code, _name in settings.LANGUAGES}
        self.instance.words = {code: words for code, words in written.items() if words}
        return super().save(commit)


class WordsPanel(Panel):
    """Shows the field of each language."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "home/banner/words_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """The fields of the languages."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {"rows": [self.form[field_of_words(code)] for code, _name in settings.LANGUAGES]}
