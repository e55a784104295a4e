from django import forms
from django.utils.translation import gettext_lazy as _

from search.service import LONGEST_QUERY


class SearchForm(forms.Form):
    """What a reader typed into the search field."""

    q = forms.CharField(
        max_length=LONGEST_QUERY,
        required=False,
        error_messages={
            "max_length": _("Search for at most %(limit_value)d characters."),
            "null_characters_not_allowed": _("This search holds a character that cannot be read."),
        },
    )
