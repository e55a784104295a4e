"""The page of the CMS on which it is said who may know of a draft."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from newsroom.base.languages import localised
from newsroom.base.users import name_of
from newsroom.publication.models.embargo import Embargo
from newsroom.publication.models.restriction import Restriction
from newsroom.publication.restrictions.forms import RestrictionForm
from newsroom.publication.restrictions.service import name_those_who_see, set_restricted

RESTRICTED = "newsroom.restrict"


def may_restrict(page: Page, user: Any) -> bool:
    """Whether somebody may say who knows of a draft: whoever keeps its facts, as long as it never was public."""
    if not isinstance(page, Embargo) or page.life.was_public:
        return False
    return bool(page.permissions_for_user(user).keeps_facts)


def draft_restriction(request: HttpRequest, pk: int) -> HttpResponse:
    """Who may know of a draft. Raises Http404, and PermissionDenied for others and for what was public."""
    page: Any = get_object_or_404(Page, pk=pk).specific
    if not may_restrict(page, request.user):
        raise PermissionDenied
    row = Restriction.objects.filter(life=page.life).select_related("made_by").first()
    form = RestrictionForm(request.POST if request.method == "POST" else None, restriction=row)
    if request.method == "POST" and form.is_valid():
        restrict(page, form.cleaned_data, request.user)
        messages.success(request, _("Saved. It holds for all languages, until this is public."))
        return redirect("draft_restriction", pk)
    context = {
        "page": page,
        "form": form,
        "restriction": row,
        "always": [name for name in (name_of(page.owner), row.made_by_name if row else "") if name],
        "page_title": _("Who may see it"),
    }
    return render(request, "publication/admin/restriction.html", context)


@transaction.atomic
def restrict(page: Any, answers: dict[str, Any], user: Any) -> None:
    """Do what the form says, and write into the history of the page what that was. Raises RefusedError."""
    if not answers["is_restricted"]:
        set_restricted(page.life, False, user)
        log(page, RESTRICTED, user=user, data={"people": [], "is_restricted": False})
        return
    organisations = answers.get("organisations", ())
    name_those_who_see(page.life, answers["people"], organisations, user)
    names = [*map(name_of, answers["people"]), *(str(row) for row in localised(organisations, "en").values())]
    log(page, RESTRICTED, user=user, data={"people": names, "is_restricted": True})
