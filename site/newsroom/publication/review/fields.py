"""The facts in an editor's form that no reader sees: "Confidential", "Restricted", the day to look at it again."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.widgets import AdminDateInput

from newsroom.base.pages.on_demand import OnDemandGroup
from newsroom.publication.review.facts import confidential_words, public_already_words

#: The buttons of an editor that make something public, or may.
PUBLISHING = frozenset({"action-publish", "action-workflow-action", "action-publish-unapproved"})


FACTS = ("is_confidential", "is_restricted", "review_on")


class LifeFactsForm(forms.Form):
    """For editors' forms of pages with a life. Whoever may publish takes "Confidential" off; set it may who writes."""

    is_confidential = forms.BooleanField(
        label=_("Confidential"),
        help_text=_("Nothing of it can be published, in any language and in any way, while this is ticked."),
        required=False,
    )
    is_restricted = forms.BooleanField(
        label=_("Restricted"),
        help_text=_(
            "Until it is public nobody knows of it but you, whoever began it, administrators, and those you name under "
            "“Who may see it”."
        ),
        required=False,
    )
    review_on = forms.DateField(
        label=_("Look at it again on"),
        help_text=_("On this day whoever began it is reminded to check whether it still holds. Readers do not see it."),
        required=False,
        widget=AdminDateInput,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        page: Any = self.instance  # type: ignore[attr-defined]  # of the form that it is mixed into
        user = self.for_user  # type: ignore[attr-defined]
        for name in FACTS:
            if name in self.fields:
                self.initial.setdefault(name, getattr(page, name))
        tester = page.permissions_for_user(user) if user and page.pk else None
        if tester and "review_on" in self.fields:
            self.fields["review_on"].disabled = not tester.keeps_facts
        if tester and "is_restricted" in self.fields:
            self.fields["is_restricted"].disabled = page.life.was_public or not tester.keeps_facts
        if tester and "is_confidential" in self.fields:
            may_set = tester.keeps_facts if not page.is_confidential else tester.publishes
            self.fields["is_confidential"].disabled = not may_set

    def clean_is_confidential(self) -> bool:
        """Keep it for when the page is written. Refuses it for what is public already.

        Taken off it is in a step of its own: a form that was opened before somebody else set it publishes nothing.
        """
        page: Any = self.instance  # type: ignore[attr-defined]
        is_confidential: bool = self.cleaned_data["is_confidential"]
        if is_confidential and page.pk and page.live and not page.is_confidential:
            raise forms.ValidationError(public_already_words())
        if page.is_confidential and not is_confidential and PUBLISHING.intersection(self.data):
            raise forms.ValidationError(confidential_words())
        page.wish_for_facts(self.for_user, is_confidential=is_confidential)  # type: ignore[attr-defined]
        return is_confidential

    def clean_is_restricted(self) -> bool:
        """Keep it for when the page is written."""
        page: Any = self.instance  # type: ignore[attr-defined]
        is_restricted: bool = self.cleaned_data["is_restricted"]
        if is_restricted != page.is_restricted:
            page.wish_for_facts(self.for_user, is_restricted=is_restricted)  # type: ignore[attr-defined]
        return is_restricted

    def clean_review_on(self) -> Any:
        """Keep it for when the page is written."""
        page: Any = self.instance  # type: ignore[attr-defined]
        page.wish_for_facts(self.for_user, review_on=self.cleaned_data["review_on"])  # type: ignore[attr-defined]
        return self.cleaned_data["review_on"]


def life_facts_panel() -> OnDemandGroup:
    """They stand beside each other in the editor."""
    facts = FieldRowPanel([FieldPanel("is_confidential"), FieldPanel("is_restricted"), FieldPanel("review_on")])
    return OnDemandGroup([facts], heading=_("Confidential, who may see it, and when to look at it again"))
