"""The page on which a speaker's office reads its words: opened by one link, and opening nothing else.

Reading never answers, since programs that look through mail open every link. The address holds the secret, so it is
in no link, title or log of ours, no other site learns it, and nothing keeps the page.
"""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.decorators import decorator_from_middleware
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from news.choices import ClearanceAnswer, ClearanceEventKind
from news.clearance.forms import ProposalForm
from news.clearance.service import AnsweredAlreadyError, answer_clearance
from news.models import QuoteClearance, ReleasePage
from news.quotes.status import exact_words, quote_blocks
from news.quotes.table import AskedClearance
from news.releases.dateline import dateline_line, stated_dateline
from newsroom.base.pages.drafts import draft_of
from newsroom.base.requests.confidential import confidential
from newsroom.language.html import text_of_html
from newsroom.language.tables import table_of, text_of_table


class CsrfWithoutOrigin(CsrfViewMiddleware):
    """Django's guard, for a page that tells nobody where a form comes from.

    With `Referrer-Policy: no-referrer` browsers send "Origin: null" with the page's own form. Token and cookie are
    asked for as everywhere.
    """

    def _origin_verified(self, request: HttpRequest) -> bool:
        return request.META["HTTP_ORIGIN"] == "null" or super()._origin_verified(request)  # type: ignore[misc]


@csrf_exempt
@confidential
@decorator_from_middleware(CsrfWithoutOrigin)
@require_http_methods(["GET", "HEAD", "POST"])
def clearance(request: HttpRequest, token: str) -> HttpResponse:
    """The words of a person as they will stand, and the two answers with the release around them until one is given."""
    found = QuoteClearance.objects.with_token(token).select_related("release__locale", "locale").first()
    if found is None:
        return closed(request, _("There is nothing at this address. Please check the link in your letter."), 404)
    translation.activate(found.locale.language_code)
    if found.revoked_at or found.is_expired:
        found.note(ClearanceEventKind.REFUSED)
        revoked = _("This link has been revoked. Please ask the press office for a new one.")
        expired = _("This link has expired. Please ask the press office for a new one.")
        return closed(request, revoked if found.revoked_at else expired, 410)
    draft = draft_of(found.release)
    form = ProposalForm(words=found.words)
    if request.method == "POST":
        kind = request.POST.get("answer")
        form = ProposalForm(request.POST, words=found.words) if kind == ClearanceAnswer.PROPOSED else form
        if answered(found, kind, form):
            return HttpResponseRedirect(request.path)
    else:
        found.note(ClearanceEventKind.OPENED)
    return render(request, "news/clearance.html", context_of(found, draft, form))


def answered(found: QuoteClearance, kind: str | None, form: ProposalForm) -> bool:
    """Whether what was sent is answered by the page as it stands now; False where the form must be shown again."""
    try:
        if kind == ClearanceAnswer.APPROVED:
            answer_clearance(found, ClearanceAnswer.APPROVED)
        elif kind == ClearanceAnswer.PROPOSED:
            if not form.is_valid():
                return False
            answer_clearance(found, ClearanceAnswer.PROPOSED, **form.cleaned_data)
    except AnsweredAlreadyError:
        return True
    return True


def context_of(found: QuoteClearance, draft: ReleasePage, form: ProposalForm) -> dict[str, Any]:
    """What the page shows: while an answer is awaited the draft around the words, afterwards the words alone."""
    value = quote_blocks(draft.body).get(found.quote_id)
    asked = AskedClearance(found, exact_words(value["words"]) if value else "")
    context = {"clearance": found, "asked": asked, "is_public": found.release.live}
    if not (asked.is_waiting and value):
        return context
    stated = stated_dateline(draft, draft.released_at or draft.embargoed_until or timezone.now())
    return context | {
        "speaker": value["speaker"],
        "role": value["role"],
        "draft": draft,
        "dateline": dateline_line(stated) if stated else "",
        "paragraphs": list(paragraphs(draft)),
        "form": form,
    }


def paragraphs(draft: ReleasePage) -> Iterator[dict[str, Any]]:
    """The text of a draft as plain words: no images, no files, no links."""
    for block in draft.body:
        if block.block_type == "text":
            yield from ({"text": line} for line in text_of_html(block.value.source).split("\n"))
        elif block.block_type == "quote":
            speaker = block.value["speaker"]
            yield {"quote": block.value["words"], "speaker": speaker.name if speaker else "", "id": block.id}
        elif block.block_type == "table":
            yield from ({"text": line} for line in text_of_table(table_of(block.value)).split("\n"))
        elif block.block_type == "heading":
            yield {"heading": str(block.value)}


def closed(request: HttpRequest, line: str, status: int) -> HttpResponse:
    """One plain line, and nothing of what the link once opened."""
    return render(request, "news/clearance_closed.html", {"line": line}, status=status)
