"""The pages of the CMS about the quotes of a release: how they stand, who approves, who has cleared them."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from news.clearance import service as clearance
from news.clearance.accepting import TakingError, accept_words
from news.clearance.forms import ClearanceRequestForm
from news.clearance.mail import MAIL_FAILURES
from news.models import QuoteClearance, ReleasePage
from news.quotes.approvals import approve, may_approve
from news.quotes.status import exact_words, quote_blocks
from news.quotes.table import quote_table
from newsroom.base.models import User
from newsroom.base.pages.drafts import draft_of
from newsroom.base.users import name_of


def editable(request: HttpRequest, pk: int) -> tuple[ReleasePage, User]:
    """A release and who asks for it. Raises PermissionDenied for those who may not edit it."""
    release: ReleasePage = get_object_or_404(ReleasePage.objects.select_related("locale"), pk=pk)
    user = request.user
    if not isinstance(user, User) or not release.permissions_for_user(user).can_edit():
        raise PermissionDenied
    return release, user


def approvable(request: HttpRequest, pk: int) -> tuple[ReleasePage, User]:
    """The same for those who may publish: only they stand for words and send drafts to people outside."""
    release, user = editable(request, pk)
    if not may_approve(release, user):
        raise PermissionDenied
    return release, user


def release_quotes(request: HttpRequest, pk: int) -> HttpResponse:
    """Every quote of a release in every language, as drafted."""
    release, user = editable(request, pk)
    context = {"release": release, "table": quote_table(release, user), "page_title": _("Quotes of this release")}
    return render(request, "news/admin/quotes.html", context)


@require_POST
def approve_quote(request: HttpRequest, pk: int, quote_id: UUID) -> HttpResponse:
    """Call a translation official: exactly the words that were on the screen, or nothing."""
    release, user = approvable(request, pk)
    draft = draft_of(release)
    words = clearance.words_in(draft, quote_id)
    if words and words == exact_words(request.POST.get("words", "")):
        approve(draft, quote_id, words, name_of(user), user)
        messages.success(
            request, _("Approved in your name. Readers see it from the next publication of this language.")
        )
    else:
        messages.error(request, _("The words were changed meanwhile. Read them again, then approve."))
    return redirect("release_quotes", release.pk)


def ask_for_clearance(request: HttpRequest, pk: int, quote_id: UUID) -> HttpResponse:
    """Send the personal link to a speaker's office. Raises Http404 for a quote the draft does not have."""
    release, user = approvable(request, pk)
    draft = draft_of(release)
    value = quote_blocks(draft.body).get(quote_id)
    if value is None:
        raise Http404
    words = exact_words(value["words"])
    form = ClearanceRequestForm(request.POST or None, words=words)
    if request.method == "POST" and form.is_valid() and send_clearance_letter(release, quote_id, words, user, form):
        messages.success(request, _("The link was sent to %(email)s.") % {"email": form.cleaned_data["email"]})
        return redirect("release_quotes", release.pk)
    context = {
        "release": release,
        "form": form,
        "words": words,
        "speaker": value["speaker"],
        "page_title": _("Ask for clearance"),
    }
    return render(request, "news/admin/ask_for_clearance.html", context)


def send_clearance_letter(
    release: ReleasePage, quote_id: UUID, words: str, user: User, form: ClearanceRequestForm
) -> bool:
    """Whether the letter left; the form says so where it did not."""
    try:
        clearance.ask(release, quote_id, words, user, form.cleaned_data)
    except MAIL_FAILURES:
        form.add_error(None, _("The letter could not be sent, so no link was made. Try again, or ask an operator."))
        return False
    return True


@require_POST
def revoke_clearance(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a link before its time."""
    asked = get_object_or_404(QuoteClearance, pk=pk)
    release, user = approvable(request, asked.release_id)
    if asked.revoked_at is None:
        clearance.revoke(asked, user)
    messages.success(request, _("The link is revoked and opens nothing any more."))
    return redirect("release_quotes", release.pk)


@require_POST
def take_proposed_words(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the words that were proposed into the draft."""
    asked = get_object_or_404(QuoteClearance.objects.select_related("release", "locale"), pk=pk)
    release, user = editable(request, asked.release_id)
    if not asked.is_proposal:
        raise Http404
    try:
        accept_words(asked, user)
    except TakingError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The draft has the proposed words. Nothing is public before you publish."))
    return redirect("release_quotes", release.pk)


#: The addresses of these pages.
ADMIN_URLS = [
    path("releases/<int:pk>/quotes/", release_quotes, name="release_quotes"),
    path("releases/<int:pk>/quotes/<uuid:quote_id>/approve/", approve_quote, name="approve_quote"),
    path("releases/<int:pk>/quotes/<uuid:quote_id>/clearance/", ask_for_clearance, name="ask_for_clearance"),
    path("clearances/<int:pk>/revoke/", revoke_clearance, name="revoke_clearance"),
    path("clearances/<int:pk>/take/", take_proposed_words, name="take_proposed_words"),
]
