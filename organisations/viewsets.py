from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from organisations.models import Boilerplate, MediaContact, Organisation, Person


class OrganisationViewSet(SnippetViewSet):
    """Organisations in the CMS."""

    model = Organisation
    icon = "globe"
    list_display = ["name", "acronym", "kind"]
    list_filter = ["kind"]
    inspect_view_enabled = True


class PersonViewSet(SnippetViewSet):
    """People and their roles in the CMS."""

    model = Person
    icon = "user"
    list_display = ["name"]
    inspect_view_enabled = True


class BoilerplateViewSet(SnippetViewSet):
    """Standing texts in the CMS."""

    model = Boilerplate
    icon = "doc-full"
    list_display = ["organisation", "variant", "live"]
    list_filter = ["organisation"]
    inspect_view_enabled = True


class MediaContactViewSet(SnippetViewSet):
    """Contacts for journalists in the CMS."""

    model = MediaContact
    icon = "mail"
    list_display = ["name", "role", "phone", "email", "is_press_desk"]
    list_filter = ["is_press_desk", "organisation"]
    inspect_view_enabled = True


class DirectoryViewSetGroup(SnippetViewSetGroup):
    """Who speaks: the records that releases choose from."""

    items = (OrganisationViewSet, PersonViewSet, BoilerplateViewSet, MediaContactViewSet)
    menu_label = _("Directory")
    menu_icon = "group"
    menu_order = 150
