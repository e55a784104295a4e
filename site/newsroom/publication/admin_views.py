"""Pages of the CMS about what becomes public and what ceases to be."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from wagtail.admin.auth import require_admin_access
from wagtail.models import Page

from newsroom.base.languages import language_in_words
from newsroom.base.models import User
from newsroom.base.rights.permissions import Act, NewsroomPagePermissionTester
from newsroom.publication.choices import Manner
from newsroom.publication.forms import TakingOffForm
from newsroom.publication.withdrawals.service import public_languages, take_off


@require_admin_access
def take_off_page(request: HttpRequest, pk: int) -> HttpResponse:
    """In place of Wagtail's "unpublish": asks where readers go and why, then takes off every language or none.

    Raises PermissionDenied for those who may not take off each of them.
    """
    page = get_object_or_404(Page, pk=pk).specific
    tester = page.permissions_for_user(request.user)
    if not isinstance(tester, NewsroomPagePermissionTester) or not tester.publishes:
        raise PermissionDenied
    refusal = tester.refusal(Act.TAKE_OFF)
    if refusal:
        messages.error(request, refusal)
        return redirect("wagtailadmin_pages:edit", pk)
    if not tester.can_take_off():
        raise PermissionDenied
    return asked_where_readers_go(request, page)


def asked_where_readers_go(request: HttpRequest, page: Any) -> HttpResponse:
    """The form for a page whose type can leave, and what it does."""
    pages = public_languages(page)
    if any(not each.permissions_for_user(request.user).can_take_off() for each in pages):
        raise PermissionDenied
    form = TakingOffForm(
        request.POST or None,
        pages=pages,
        own_code=page.locale.language_code,
        manners=page.manners,
        initial={"manner": page.manners[0]},
    )
    if request.method == "POST" and form.is_valid():
        assert isinstance(request.user, User)  # noqa: S101  (for the type checker; admin access was required)
        take_off(
            page,
            Manner(form.cleaned_data["manner"]),
            form.reasons,
            user=request.user,
            replacement=form.cleaned_data["replacement"],
        )
        messages.success(request, _("“%(title)s” is no longer public in any language.") % {"title": page.title})
        return redirect("wagtailadmin_explore", page.get_parent().pk)
    context = {
        "page": page,
        "form": form,
        "languages": [language_in_words(each.locale.language_code) for each in pages],
        "media": form.media,
    }
    return render(request, "publication/admin/take_off.html", context)
