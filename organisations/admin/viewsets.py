from typing import Any

from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, LocaleColumn, UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from organisations.admin.choosers import PersonChooserViewSet
from organisations.admin.lists import (
    USE_COUNT,
    DirectoryIndexView,
    PeopleIndexView,
    PublicationColumn,
    ValidityColumn,
)
from organisations.admin.views import DirectoryInspectView, MergeView
from organisations.models import Boilerplate, MediaContact, Organisation, Person


class DirectoryViewSet(SnippetViewSet):
    """Records that releases choose from: listed with their use, inspected, kept while used, merged."""

    index_view_class = DirectoryIndexView
    inspect_view_class = DirectoryInspectView
    inspect_view_enabled = True
    copy_view_enabled = False

    @cached_property
    def inspect_template_name(self) -> str:
        return DirectoryInspectView.template_name

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_common_view_kwargs(merge_url_name=self.get_url_name("merge"), **kwargs)

    @property
    def merge_view(self) -> Any:
        """The page on which a record becomes part of another."""
        return self.construct_view(MergeView)

    def get_urlpatterns(self) -> list[Any]:
        return [*super().get_urlpatterns(), path("merge/<int:pk>/", self.merge_view, name="merge")]


class OrganisationViewSet(DirectoryViewSet):
    """Organisations in the CMS."""

    model = Organisation
    icon = "globe"
    list_display = ["name", "acronym", "kind", "parent", LocaleColumn(), USE_COUNT, UpdatedAtColumn()]
    list_filter = ["kind", "parent"]
    inspect_view_fields = ["name", "acronym", "kind", "slug", "description", "website", "parent", "locale"]


class PersonViewSet(DirectoryViewSet):
    """People and their roles in the CMS."""

    model = Person
    icon = "user"
    index_view_class = PeopleIndexView
    chooser_viewset_class = PersonChooserViewSet
    list_display = [
        "name",
        Column("present_role", label=_("Role today")),
        LocaleColumn(),
        USE_COUNT,
        UpdatedAtColumn(),
    ]
    inspect_view_fields = ["name", "present_role", "slug", "biography", "locale"]


class BoilerplateViewSet(DirectoryViewSet):
    """Standing texts in the CMS."""

    model = Boilerplate
    icon = "doc-full"
    list_display = [
        "organisation",
        "variant",
        LocaleColumn(),
        PublicationColumn("live", label=_("State"), sort_key="live"),
        USE_COUNT,
        UpdatedAtColumn(),
    ]
    list_filter = ["organisation", "live"]
    inspect_view_fields = ["organisation", "variant", "text", "locale"]


class MediaContactViewSet(DirectoryViewSet):
    """Contacts for journalists in the CMS."""

    model = MediaContact
    icon = "mail"
    list_display = [
        *("name", "role", "organisation", "phone"),
        ValidityColumn("valid_until", label=_("Valid until"), sort_key="valid_until"),
        *(LocaleColumn(), USE_COUNT),
    ]
    list_filter = ["is_press_desk", "organisation", "valid_until"]
    inspect_view_fields = [
        *("name", "role", "organisation", "phone", "email", "languages", "time_zone", "opens_at", "closes_at"),
        *("weekdays", "valid_until", "deputy", "is_press_desk", "locale"),
    ]


class DirectoryViewSetGroup(SnippetViewSetGroup):
    """Who speaks: the records that releases choose from."""

    items = (OrganisationViewSet, PersonViewSet, BoilerplateViewSet, MediaContactViewSet)
    menu_label = _("Directory")
    menu_icon = "group"
    menu_order = 150
