"""What is asked about a restricted draft: whether, to which people and to which organisations."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from newsroom.base.languages import localised
from newsroom.base.models import User
from newsroom.base.users import name_of
from newsroom.publication.models.restriction import Restriction


class PeopleField(forms.ModelMultipleChoiceField):
    """Colleagues, by their names."""

    def label_from_instance(self, obj: Any) -> str:
        """What somebody is called."""
        return name_of(obj)


class RestrictionForm(forms.Form):
    """Who may know of a draft, beside whoever began it, whoever restricted it, and administrators."""

    is_restricted = forms.BooleanField(label=_("Restricted"), required=False)
    people = PeopleField(queryset=None, label=_("These people"), required=False, widget=forms.CheckboxSelectMultiple)
    organisations: Any = forms.ModelMultipleChoiceField(
        queryset=None,
        label=_("Whoever works for these organisations"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Administrators say who works for which organisation, under Settings, Users."),
    )

    def __init__(self, *args: Any, restriction: Restriction | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people: Any = self.fields["people"]
        people.queryset = colleagues()
        organisations: Any = self.fields["organisations"]
        organisations.queryset = employers()
        self.initial["is_restricted"] = restriction is not None
        if restriction:
            self.initial["people"] = restriction.people.all()
            keys = restriction.organisations.values("translation_key")
            self.initial["organisations"] = organisations.queryset.filter(translation_key__in=keys)
        if not organisations.queryset.exists():
            del self.fields["organisations"]


def colleagues() -> QuerySet[User]:
    """Those who work here, by name."""
    in_groups = User.groups.through.objects.values("user")
    found: QuerySet[User] = User.objects.filter(is_active=True, is_superuser=False, pk__in=in_groups)
    return found.order_by("last_name", "first_name", "pk")


def employers() -> QuerySet[Any]:
    """The organisations that somebody works for, each once, in the language of whoever asks."""
    rows: Any = Restriction.organisation_model()._default_manager
    worked_for = User.organisations.through.objects.values("organisation__translation_key")
    shown = localised(rows.filter(translation_key__in=worked_for)).values()
    found: QuerySet[Any] = rows.filter(pk__in=[row.pk for row in shown])
    return found
