"""What an officer says of a preview link, and what a reader outside says of the draft."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from newsroom.base.public_forms.forms import PublicForm
from newsroom.publication.models.preview_link import LONGEST_COMMENT, LONGEST_NAME

DAYS, MOST_DAYS = 7, 30


class PreviewLinkForm(forms.Form):
    """For whom a link is, for how long it opens, and whether its reader may comment."""

    recipient_name = forms.CharField(
        label=_("For whom"),
        max_length=LONGEST_NAME,
        required=False,
        help_text=_("A name under which their comments will stand. Left empty: they write their own."),
    )
    days = forms.IntegerField(label=_("Valid for so many days"), min_value=1, max_value=MOST_DAYS, initial=DAYS)
    may_comment = forms.BooleanField(label=_("May comment"), required=False)


class OutsideCommentForm(PublicForm):
    """A remark of somebody outside on a draft, and what it is about."""

    name = forms.CharField(
        label=_("Your name"), max_length=LONGEST_NAME, widget=forms.TextInput({"autocomplete": "name"})
    )
    about = forms.ChoiceField(label=_("About"), required=False)
    text = forms.CharField(label=_("Comment"), max_length=LONGEST_COMMENT, widget=forms.Textarea({"rows": 6}))

    def __init__(self, *args: Any, places: Sequence[tuple[str, str]], is_named: bool, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="comment-%s", **kwargs)
        about: Any = self.fields["about"]
        about.choices = [("", _("The text as a whole")), *places]
        if is_named:
            del self.fields["name"]
        for field in self.fields.values():
            field.widget.attrs.pop("maxlength", None)  # a browser would cut off what is pasted and not say so
