from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from newsroom.base.languages import direction, html_code, language_in_words
from newsroom.base.models import NewsroomPage
from newsroom.publication.choices import Manner

LONGEST_REASON = 1000


class TakingOffForm(forms.Form):
    """Where readers go instead, and why, in each language in which the page is public."""

    manner = forms.ChoiceField(label=gettext_lazy("What readers find"), widget=forms.RadioSelect)
    replacement = forms.ModelChoiceField(
        label=gettext_lazy("The page they are sent to"),
        queryset=Page.objects.live(),
        widget=AdminPageChooser,
        required=False,
    )

    def __init__(self, *args: Any, pages: list[Any], own_code: str, manners: list[Manner], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own_code = own_code
        self.keys = {page.translation_key for page in pages}
        self.codes = [page.locale.language_code for page in pages]
        manner: Any = self.fields["manner"]
        manner.choices = [(each.value, each.label) for each in manners]
        for code in self.codes:
            attributes = {"rows": 3, "lang": html_code(code), "dir": direction(code)}
            self.fields[f"reason_{code}"] = forms.CharField(
                label=_("The reason, in %(language)s") % {"language": language_in_words(code)},
                help_text="" if code == own_code else _("Left empty: the reason as given first, marked as such."),
                max_length=LONGEST_REASON,
                widget=forms.Textarea(attributes),
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("manner") == Manner.MOVED:
            self._replacement_is_another_page(cleaned)
        else:
            self._reason_is_given(cleaned)
        return cleaned

    def _replacement_is_another_page(self, cleaned: dict[str, Any]) -> None:
        chosen = cleaned.get("replacement")
        page = chosen.specific if chosen else None
        if page is None:
            if "replacement" not in self.errors:
                self.add_error("replacement", _("Choose the page that readers are sent to."))
        elif page.translation_key in self.keys:
            self.add_error("replacement", _("This is the page itself. Choose another one."))
        elif not isinstance(page, NewsroomPage) or not type(page).objects.released().filter(pk=page.pk).exists():
            self.add_error("replacement", _("This page is not public. Choose one that readers can see."))

    def _reason_is_given(self, cleaned: dict[str, Any]) -> None:
        name = f"reason_{self.own_code}"
        if not cleaned.get(name) and name not in self.errors:
            self.add_error(name, _("Say why. Readers see this."))

    @property
    def reasons(self) -> dict[str, str]:
        """The reasons that were given, by language."""
        return {code: reason for code in self.codes if (reason := self.cleaned_data.get(f"reason_{code}"))}
