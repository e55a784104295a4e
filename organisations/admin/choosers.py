"""Choosing somebody for a release, and making their record there and then."""

from typing import Any

from django import forms
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.log_actions import log
from wagtail.models import Locale
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet, SnippetCreateView

from newsroom.base.form_fields import SeenSlug
from organisations.addresses import address_from
from organisations.models import Organisation, Person, Role


class PersonCreationForm(forms.ModelForm):
    """A person with what a release needs of them: the name, and the role they hold; the rest can wait."""

    role = forms.CharField(
        label=pgettext_lazy("held by a person", "Role"),
        max_length=250,
        required=False,
        help_text=_("What they are today, such as: Mayor of Lindmouth"),
    )
    organisation = forms.ModelChoiceField(Organisation.objects.none(), label=_("Organisation"), required=False)
    slug = SeenSlug(label=_("Address"), max_length=200, required=False, help_text=_("Left empty: made from the name."))
    locale = forms.ModelChoiceField(
        Locale.objects.all(), label=_("Language"), empty_label=None, help_text=_("In which the name is written here.")
    )

    class Meta:
        model = Person
        fields = ["name", "slug"]

    field_order = ["name", "role", "organisation", "locale", "slug"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organisations: Any = self.fields["organisation"]
        organisations.queryset = organisations_in(self["locale"].value())

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        self._address_comes_from_the_name(cleaned)
        self._organisation_has_a_role(cleaned)
        if "locale" in cleaned:
            self.instance.locale = cleaned["locale"]
        return cleaned

    def _address_comes_from_the_name(self, cleaned: dict[str, Any]) -> None:
        if cleaned.get("name") and not cleaned.get("slug") and "slug" not in self.errors:
            cleaned["slug"] = address_from(cleaned["name"])

    def _organisation_has_a_role(self, cleaned: dict[str, Any]) -> None:
        if cleaned.get("organisation") and not cleaned.get("role"):
            self.add_error("role", _("Say what they are in this organisation."))

    @transaction.atomic
    def save(self, commit: bool = True) -> Person:
        """The person and, where one was given, the role."""
        person: Person = super().save(commit=commit)
        if self.cleaned_data["role"]:
            title, body = self.cleaned_data["role"], self.cleaned_data["organisation"]
            Role.objects.create(person=person, title=title, organisation=body, locale=person.locale, sort_order=0)
        return person


def organisations_in(locale: Any) -> QuerySet[Organisation]:
    """Each organisation once: in a language, or in its own where it is missing in that."""
    number = getattr(locale, "pk", locale)
    here = Organisation.objects.filter(locale=int(number) if str(number).isdecimal() else None)
    return Organisation.objects.filter(Q(pk__in=here) | ~Q(translation_key__in=here.values("translation_key")))


class CreationOfAPerson:
    """The form beside the list: in the language of the page from which somebody chooses."""

    request: Any

    def get_creation_form_kwargs(self) -> dict[str, Any]:
        """Give the form's fields ids of their own: the page under the dialog has a name and an address too."""
        code = self.request.GET.get("locale", "")
        locale = Locale.objects.filter(language_code=code).first() or Locale.get_default()
        found: dict[str, Any] = super().get_creation_form_kwargs()  # type: ignore[misc]  # a Wagtail view comes after
        return found | {"prefix": "person", "initial": {"locale": locale.pk}}


class PeopleWithRoles:
    """The list of people, each with the role of today: two of one name are told apart by it."""

    def get_object_list(self) -> QuerySet[Person]:
        """With the roles, so that the number of queries does not grow with the rows."""
        return Person.objects.select_related("locale").prefetch_related("roles__organisation")

    @property
    def columns(self) -> list[Column]:
        """The role after the name."""
        name, *others = super().columns  # type: ignore[misc]  # a Wagtail view comes after
        return [name, Column("present_role", label=_("Role today")), *others]


class PersonChooseView(CreationOfAPerson, PeopleWithRoles, ChooseView):
    """The window."""


class PersonChooseResultsView(CreationOfAPerson, PeopleWithRoles, ChooseResultsView):
    """The list in it, after a search."""


class PersonCreateView(CreationOfAPerson, SnippetCreateView):
    """What the form in it does."""

    def save_form(self, form: Any) -> Person:
        """Logged like every record that is made."""
        person: Person = form.save()
        log(instance=person, action="wagtail.create", user=self.request.user, content_changed=True)
        return person


class PersonChooserViewSet(SnippetChooserViewSet):
    """Choose a person from the directory, or add one to it."""

    choose_view_class = PersonChooseView
    choose_results_view_class = PersonChooseResultsView
    create_view_class = PersonCreateView
    creation_form_class = PersonCreationForm
    creation_tab_label = _("New person")
    create_action_label = _("Add to the directory and choose")
