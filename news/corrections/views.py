"""The page of the CMS on which a public release is corrected in one or several languages at once."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from news.choices import CorrectionKind
from news.corrections.forms import CorrectionForm, candidates
from news.corrections.service import correct, languages_to_correct
from news.models import Correction, ReleasePage


def correct_release(request: HttpRequest, pk: int) -> HttpResponse:
    """Shows what would change in each language and asks what readers are told; publishes all of it or nothing.

    Raises PermissionDenied for those who may not publish the release.
    """
    release = get_object_or_404(ReleasePage, pk=pk)
    user: Any = request.user
    if not release.permissions_for_user(user).can_publish():
        raise PermissionDenied
    pages = [page for page in languages_to_correct(release) if may_publish_language(page, user)]
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
        "release": release,
        "form": form,
        "unchanged": [page for page in pages if not page.has_unpublished_changes],
        "media": form.media,
    }
    return render(request, "news/admin/correct_release.html", context)


def may_publish_language(page: ReleasePage, user: Any) -> bool:
    """Whether somebody may publish one language now: they have the right, and nobody has locked it from them."""
    return page.permissions_for_user(user).can_publish() and not page.permissions_for_user(user).page_locked()


def corrections_message(corrections: list[Correction]) -> str:
    """What the officer is told after a correction."""
    words = ngettext(
        "Corrected in %(number)d language. The earlier version stays readable.",
        "Corrected in %(number)d languages. The earlier versions stay readable.",
        len(corrections),
    )
    return words % {"number": len(corrections)}
