from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST_REASON_OF_HASTE = 1000


class UnapprovedForm(forms.Form):
    """Why something cannot wait for the yes of somebody else."""

    reason = forms.CharField(
        label=_("Why can it not wait for somebody else?"),
        help_text=_("Officers read this until somebody else has approved it. Readers do not."),
        max_length=LONGEST_REASON_OF_HASTE,
        widget=forms.Textarea({"rows": 3}),
    )
