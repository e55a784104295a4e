import datetime
from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Exists, Max, Min, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page

from news.choices import ReleaseKind
from news.models import Hashtag, ReleaseHashtag, ReleaseOrganisation
from newsroom.base.languages import active_code, language_in_words, localised
from newsroom.home.desk.choices import DeskState
from newsroom.language.script.collation import reading_key
from newsroom.publication.models import Life
from organisations.models import Organisation

LONGEST_WORDS = 200
ANY = ("", pgettext_lazy("a choice that narrows nothing", "Any"))

Choices = list[tuple[str, Any]]


class ReleaseListForm(forms.Form):
    """What the list of releases is narrowed by; every part of it may be left out."""

    words = forms.CharField(
        label=_("Words, year or reference"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[ANY, *ReleaseKind.choices])
    state = forms.ChoiceField(label=_("State"), required=False, choices=[ANY, *DeskState.choices])
    year = forms.ChoiceField(label=_("Year"), required=False)
    organisation = forms.ChoiceField(label=_("Organisation"), required=False)
    hashtag = forms.ChoiceField(label=_("Hashtag"), required=False)
    author = forms.ChoiceField(label=pgettext_lazy("of a release", "Officer"), required=False)
    lacking = forms.ChoiceField(label=_("Lacks a language"), required=False)
    unsigned = forms.ChoiceField(label=_("Not signed off in"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        languages = [(code, language_in_words(code)) for code, _name in settings.LANGUAGES]
        found: dict[str, Choices] = {
            "year": years_of_releases(),
            "organisation": organisations_of_releases(),
            "hashtag": hashtags_of_releases(),
            "author": authors_of_pages(),
            "lacking": languages,
            "unsigned": languages,
        }
        for name, choices in found.items():
            field: Any = self.fields[name]
            field.choices = [ANY, *choices]

    @property
    def chosen(self) -> dict[str, str]:
        """What was chosen, by field; what is no choice there is narrows nothing."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


def years_of_releases() -> Choices:
    """The years from the first release to the last embargo, in UTC, the latest first."""
    found = Life.objects.aggregate(first=Min("released_at"), last=Max("released_at"), ahead=Max("embargoed_until"))
    instants = [instant for instant in found.values() if instant] or [timezone.now()]
    first, last = (edge(instants).astimezone(datetime.UTC).year for edge in (min, max))
    return [(str(year), str(year)) for year in range(last, first - 1, -1)]


def organisations_of_releases() -> Choices:
    """Organisations that releases name, each once by its translation key, in the language of the CMS."""
    linked = ReleaseOrganisation.objects.filter(organisation=OuterRef("pk"))
    named = localised(Organisation.objects.filter(Exists(linked)))
    return in_reading_order((str(key), record.name) for key, record in named.items())


def hashtags_of_releases() -> Choices:
    """Hashtags that releases carry, by their addresses in lists."""
    carried = Hashtag.objects.filter(Exists(ReleaseHashtag.objects.filter(tag=OuterRef("pk"))))
    return in_reading_order((tag.slug, f"#{tag.name}") for tag in carried)


def authors_of_pages() -> Choices:
    """Accounts that own pages, by their keys."""
    accounts = get_user_model().objects.filter(Exists(Page.objects.filter(owner=OuterRef("pk"))))
    return in_reading_order((str(user.pk), user.get_full_name() or user.get_username()) for user in accounts)


def in_reading_order(choices: Iterable[tuple[str, str]]) -> Choices:
    """Choices in the order in which somebody looks for their names."""
    return sorted(choices, key=lambda choice: reading_key(choice[1], active_code()))
