"""The page of the CMS on which what is public is corrected in one or several languages at once."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from newsroom.publication.choices import CorrectionKind
from newsroom.publication.corrections.forms import CorrectionForm, candidates
from newsroom.publication.corrections.service import correct, languages_to_correct
from newsroom.publication.models.edition import CorrectionBase, RecordedInEditions


def correct_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Shows what would change in each language and asks what readers are told; publishes all of it or nothing.

    Raises PermissionDenied for those who may not correct the page, Http404 for one that is not corrected in view.
    """
    page = get_object_or_404(Page, pk=pk).specific
    user: Any = request.user
    if not isinstance(page, RecordedInEditions):
        raise Http404
    if not page.permissions_for_user(user).can_correct():
        raise PermissionDenied
    pages = [each for each in languages_to_correct(page) if may_correct_language(each, user)]
    newer = candidates(pages)
    if not newer:
        messages.warning(request, _("Change the text and save it as a draft first: there is nothing to correct yet."))
        return redirect("wagtailadmin_pages:edit", pk)
    form = CorrectionForm(request.POST or None, candidates=newer, initial={"kind": CorrectionKind.FACTUAL})
    if request.method == "POST" and form.is_valid():
        corrections = correct(form.notes(), CorrectionKind(form.cleaned_data["kind"]), user)
        messages.success(request, corrections_message(corrections))
        return redirect("wagtailadmin_pages:edit", pk)
    context = {
        "page": page,
        "form": form,
        "unchanged": [each for each in pages if not each.has_unpublished_changes],
        "media": form.media,
    }
    return render(request, "publication/admin/correct_page.html", context)


def may_correct_language(page: RecordedInEditions, user: Any) -> bool:
    """Whether somebody may correct one language now: they have the right, and nobody has locked it from them."""
    return page.permissions_for_user(user).can_correct() and not page.permissions_for_user(user).page_locked()


def corrections_message(corrections: list[CorrectionBase]) -> str:
    """What the officer is told after a correction."""
    words = ngettext(
        "Corrected in %(number)d language. The earlier version stays readable.",
        "Corrected in %(number)d languages. The earlier versions stay readable.",
        len(corrections),
    )
    return words % {"number": len(corrections)}
