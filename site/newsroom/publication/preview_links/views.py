"""What a preview link opens: the draft, its files, and the form for a comment. Nothing of the CMS lies behind it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from newsroom.base.languages import active_code
from newsroom.base.models import NewsroomDocument
from newsroom.base.pages.drafts import draft_of
from newsroom.base.public_forms.rate import is_taken
from newsroom.base.public_forms.views import for_strangers
from newsroom.base.requests.confidential import confidential
from newsroom.publication.files.sending import picture_answer, picture_at, private_document, whole_picture
from newsroom.publication.preview_links.commenting import place_choices, take_comment, takes_comments
from newsroom.publication.preview_links.forms import OutsideCommentForm
from newsroom.publication.preview_links.service import drafts_of_life, link_opened_by, note_opening
from newsroom.publication.preview_links.showing import SharedPreview, draft_page, draft_text, is_file_of

MEDIA, DOCUMENTS = "media/", "documents/"
#: What was sent cannot be right.
UNPROCESSABLE = 422
#: The end of the address once a comment was sent.
SENT = "sent"


def shared_by(token: str) -> SharedPreview | None:
    """What a token opens in the reader's language; None for whatever opens nothing, for the same reason or another."""
    link = link_opened_by(token)
    versions = drafts_of_life(link.life) if link else []
    page = next((each for each in versions if each.locale.language_code == active_code()), None)
    return SharedPreview(link, token, draft_of(page), versions) if link and page else None


@confidential
@for_strangers
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables("token")
def shared_draft(request: HttpRequest, token: str) -> HttpResponse:
    """The draft that a link opens, in the language of the address; a comment on it is taken where the link says so."""
    shared = shared_by(token)
    if shared is None:
        return nothing_here(request)
    may_comment = shared.link.may_comment and takes_comments(shared.draft)
    if request.method == "POST" and not may_comment:
        return nothing_here(request)
    if may_comment:
        shared.form = comment_form(request, shared)
    if request.method != "POST":
        note_opening(shared.link, active_code())
        shared.is_sent = SENT in request.GET
        return draft_page(request, shared)
    if shared.form and is_taken(shared.form, request, "comment on a draft"):
        take_comment(shared.link, shared.draft, shared.form.answers)
        return redirect(f"{request.path}?{SENT}")
    answer = draft_page(request, shared)
    answer.status_code = UNPROCESSABLE
    return answer


def comment_form(request: HttpRequest, shared: SharedPreview) -> OutsideCommentForm:
    """The form for a comment, with what was sent."""
    sent: Any = request.POST if request.method == "POST" else None
    is_named = bool(shared.link.recipient_name)
    return OutsideCommentForm(sent, places=place_choices(shared.draft), is_named=is_named)


@confidential
@require_safe
@sensitive_variables("token")
def shared_text(request: HttpRequest, token: str) -> HttpResponse:
    """The draft as clean text, for page types that have one."""
    shared = shared_by(token)
    if shared is None or not hasattr(shared.draft, "serve_text"):
        return nothing_here(request)
    return draft_text(request, shared)


@confidential
@require_safe
@sensitive_variables("token")
def shared_file(request: HttpRequest, token: str, signature: str, path: str) -> HttpResponseBase:
    """A picture or a document that the draft behind a link shows."""
    link = link_opened_by(token)
    if link is None or not is_file_of(link, path, signature):
        return nothing_here(request)
    try:
        if path.startswith(MEDIA):
            image, rendition = picture_at(path.removeprefix(MEDIA))
            return picture_answer(rendition or whole_picture(image))
        number, _slash, name = path.removeprefix(DOCUMENTS).partition("/")
        document = get_object_or_404(NewsroomDocument, pk=number)
        return private_document(document) if document.filename == name else nothing_here(request)
    except Http404:
        return nothing_here(request)


def nothing_here(request: HttpRequest) -> HttpResponse:
    """What every address answers that opens nothing: unknown, expired and revoked ones alike."""
    return render(request, "publication/preview_links/nothing.html", status=404)
