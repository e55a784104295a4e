"""What an officer says when asking for clearance, and what a speaker's office answers."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.models.clearance import LONGEST_COMMENT, LONGEST_PROPOSAL
from news.quotes.status import exact_words

DAYS, MOST_DAYS = 7, 30
LONGEST_MESSAGE = 2000
one_line = RegexValidator(r"\A[^\x00-\x1f\x7f\u2028\u2029]*\Z", gettext_lazy("Write it in one line."))


class ClearanceRequestForm(forms.Form):
    """Who is asked, and for how long the link is valid."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=150, validators=[one_line])
    email = forms.EmailField(label=gettext_lazy("E-mail"), max_length=254)
    days = forms.IntegerField(
        label=gettext_lazy("Valid for so many days"), min_value=1, max_value=MOST_DAYS, initial=DAYS
    )
    message = forms.CharField(
        label=gettext_lazy("Message"),
        max_length=LONGEST_MESSAGE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Goes into the letter. A letter is not a safe place: do not put the news in it."),
    )
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, data: QueryDict | None = None, *, words: str) -> None:
        self.words = words
        super().__init__(data, initial={"seen": words, "days": DAYS})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self._words_are_those_the_officer_saw()
        return cleaned

    def _words_are_those_the_officer_saw(self) -> None:
        if exact_words(self.cleaned_data.get("seen", "")) != self.words:
            self.data = {**{name: self.data.get(name) for name in self.data}, "seen": self.words}
            self.add_error(None, _("The words were changed meanwhile. Read them again, then send."))


class ProposalForm(forms.Form):
    """Other words, and why."""

    proposed_words = forms.CharField(
        label=gettext_lazy("Your words"),
        max_length=LONGEST_PROPOSAL,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    comment = forms.CharField(
        label=gettext_lazy("Comment"),
        max_length=LONGEST_COMMENT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data: QueryDict | None = None, *, words: str) -> None:
        self.words = words
        super().__init__(data, initial={"proposed_words": words})
        for field in self.fields.values():
            field.widget.attrs.pop("maxlength", None)  # a browser would cut off what is pasted and not say so

    def clean_proposed_words(self) -> str:
        """Words that differ from those asked about."""
        proposed = exact_words(self.cleaned_data["proposed_words"])
        if proposed == self.words:
            raise forms.ValidationError(_("These are the words as they stand. Change them, or approve them above."))
        return proposed
