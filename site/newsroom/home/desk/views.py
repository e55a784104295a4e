"""The list of releases in the CMS, and the way to a new one."""

from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.permissions import policy_registry

from news.models import NewsIndexPage, ReleasePage
from newsroom.base.languages import active_code
from newsroom.base.models import User
from newsroom.home.desk.choices import DeskState
from newsroom.home.desk.forms import ReleaseListForm
from newsroom.home.desk.release_list import narrowed_releases, release_rows, releases_once
from newsroom.home.desk.saved_views import views_for
from newsroom.translation.rights import may_publish_anywhere

ROWS_ON_A_PAGE = 40


def list_of_releases(request: HttpRequest) -> HttpResponse:
    """One row a release, what is next first; narrowed by what the form says; as a table with `?export=xlsx`."""
    form = ReleaseListForm(request.GET)
    chosen = form.chosen
    found = narrowed_releases(releases_once(request.user), chosen, request.user)
    if request.GET.get("export") == SpreadsheetExportMixin.FORMAT_XLSX:
        return ReleaseSheet().as_spreadsheet(release_rows(found), SpreadsheetExportMixin.FORMAT_XLSX)
    page = Paginator(found, ROWS_ON_A_PAGE).get_page(request.GET.get("p"))
    context = {
        "form": form,
        "rows": release_rows(page.object_list),
        "page": page,
        "views": list_views(request, chosen),
        "saved": [(view, view.choices == chosen, view.owner_id == request.user.pk) for view in views_for(request.user)],
        "chosen": chosen,
        "may_publish": may_publish_anywhere(request.user),  # type: ignore[arg-type]
        "removable": [(form[name], without_choice(request, name)) for name in chosen],
        "sheet": f"?{with_choice(request, export='xlsx')}",
        "may_write": may_write_somewhere(request.user),
    }
    return render(request, "home/admin/releases.html", context)


def list_views(request: HttpRequest, chosen: dict[str, str]) -> list[tuple[str, str, bool]]:
    """The lists that officers ask for every day: words, address, and whether it is the one that is shown."""
    offered: list[tuple[str, dict[str, str]]] = [
        (pgettext("a list of releases", "What is next"), {}),
        (pgettext("a list of releases", "Mine"), {"author": str(request.user.pk)}),
        (_("In review"), {"state": DeskState.REVIEW.value}),
        (_("Corrected"), {"state": DeskState.CORRECTED.value}),
        (_("Withdrawn"), {"state": DeskState.WITHDRAWN.value}),
    ]
    address = reverse("releases_admin")
    return [(words, address + query_of(choice), choice == chosen) for words, choice in offered]


def query_of(choice: dict[str, str]) -> str:
    """Choices as the end of an address."""
    return f"?{urlencode(choice)}" if choice else ""


def without_choice(request: HttpRequest, name: str) -> str:
    """The address of the same list without one of its choices."""
    kept = request.GET.copy()
    for each in (name, "p", "export"):
        kept.pop(each, None)
    return f"{request.path}?{kept.urlencode()}"


def with_choice(request: HttpRequest, **choice: str) -> str:
    """The query of the same list with another choice."""
    kept = request.GET.copy()
    kept.pop("p", None)
    for name, value in choice.items():
        kept[name] = value
    return kept.urlencode()


class ReleaseSheet(SpreadsheetExportMixin):
    """The list of releases as a table for an office program."""

    list_export = ["release.reference", "instant", "release.draft_title", "release.get_kind_display", "state.label"]

    def get_filename(self) -> str:
        """The name of the file, without its ending."""
        return "releases"

    def get_heading(self, queryset: Any, field: str) -> str:
        """The heading of a column in the language of the CMS."""
        return {
            "release.reference": _("Reference"),
            "instant": _("Released at"),
            "release.draft_title": _("Headline"),
            "release.get_kind_display": _("Kind"),
            "state.label": _("State"),
        }[field]


def new_release(request: HttpRequest) -> HttpResponse:
    """To the form of a new release, in the language of the CMS or in one that somebody may write in.

    Raises PermissionDenied for those who may write none.
    """
    index = place_for_a_release(request.user)
    if index is None:
        raise PermissionDenied
    return redirect("wagtailadmin_pages:add", "news", "releasepage", index.pk)


def may_write_somewhere(user: Any) -> bool:
    """Tell whether somebody may add pages anywhere, by what is read of them anyway."""
    return bool(policy_registry.get_by_type(ReleasePage).user_has_permission(user, "add"))


def place_for_a_release(user: User | Any) -> NewsIndexPage | None:
    """The list of releases below which somebody may write one, that in the language of the CMS first."""
    indexes = NewsIndexPage.objects.select_related("locale").order_by("locale_id")
    ordered = sorted(indexes, key=lambda index: index.locale.language_code != active_code())
    if not may_write_somewhere(user):
        return None
    return next((index for index in ordered if index.permissions_for_user(user).can_add_subpage()), None)
