"""Pages of the CMS about releases that Wagtail does not have."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from news.releases.boilerplates import refresh_boilerplates, releases_with_boilerplate
from newsroom.base.diffs import difference
from newsroom.base.models import User
from organisations.models import Boilerplate


def boilerplate_releases(request: HttpRequest, pk: int) -> HttpResponse:
    """Where a boilerplate is used, with which words, and the one action that refreshes the chosen releases.

    Raises PermissionDenied for those who may not change boilerplates.
    """
    user = request.user
    if not isinstance(user, User) or not user.has_perm("organisations.change_boilerplate"):
        raise PermissionDenied
    boilerplate = get_object_or_404(Boilerplate.objects.select_related("organisation", "locale"), pk=pk)
    rows = releases_with_boilerplate(boilerplate)
    if request.method == "POST":
        chosen = set(request.POST.getlist("row"))
        number = refresh_boilerplates([row for row in rows if str(row.edition.release_id) in chosen], user)
        words = ngettext(
            "%(number)d release shows the text of today.", "%(number)d releases show the text of today.", number
        )
        messages.success(request, words % {"number": number})
        return redirect(request.path)
    listed = [(row, difference(row.shown.html, row.today.html)) for row in rows]
    context = {
        "boilerplate": boilerplate,
        "rows": listed,
        "older": sum(row.is_older for row, _difference in listed),
        "page_title": _("Where it is used"),
    }
    return render(request, "news/admin/boilerplate_releases.html", context)
