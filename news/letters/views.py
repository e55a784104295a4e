"""Where strangers sign a letter, confirm it, withdraw it, and take the list of those who signed."""

import csv
import re
from io import StringIO
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from news.choices import ReleaseKind, SignatureState
from news.letters.closing import signing_end, takes_signatures
from news.letters.mail import ask_to_confirm
from news.letters.recording import (
    TooLateError,
    confirm_signature,
    signature_of_token,
    take_signature,
    withdraw_signature,
)
from news.letters.showing import late_words, named_in_language
from news.letters.signing_form import SigningForm
from news.models import ReleasePage, Signatory
from newsroom.base.files.spreadsheets import BYTE_ORDER_MARK, looks_like_formula
from newsroom.base.languages import active_code
from newsroom.base.public_forms.rate import is_taken
from newsroom.base.public_forms.views import for_strangers
from newsroom.publication.editions.issuing import last_edition

#: What was asked cannot be done any more.
CONFLICT = 409
#: What was sent cannot be right.
UNPROCESSABLE = 422
#: A number that would lose its zeros.
LEADING_ZERO = re.compile(r"0\d")


def public_letter(page_id: int) -> Any:
    """The public letter of a number in the reader's language. Raises Http404."""
    letters = ReleasePage.objects.released().in_language(active_code()).filter(kind=ReleaseKind.OPEN_LETTER)
    return get_object_or_404(letters.select_related("locale", "life"), pk=page_id)


@for_strangers
def sign_letter(request: HttpRequest, page_id: int) -> HttpResponse:
    """Take a signature, or say in words why not, with all that was typed. Raises Http404."""
    letter = public_letter(page_id)
    if request.method != "POST":
        return redirect(letter.url)
    form = SigningForm(request.POST)
    if not takes_signatures(signing_end(letter)):
        return not_signed(request, letter, form)
    if not is_taken(form, request, f"letter {letter.translation_key}"):
        return letter_again(request, letter, form, UNPROCESSABLE)
    try:
        signature = take_signature(letter, form)
    except TooLateError:
        return not_signed(request, letter, form)
    transaction.on_commit(lambda: ask_to_confirm.enqueue(signature.pk))
    return redirect("asked_to_confirm", letter.pk)


def not_signed(request: HttpRequest, letter: Any, form: SigningForm) -> HttpResponse:
    """The letter with what was typed, and that it came too late."""
    form.is_valid()
    form.errors.clear()
    form.add_error(None, late_words(signing_end(letter)))
    form.is_late = True  # type: ignore[attr-defined]  # for the template: nothing to send again
    return letter_again(request, letter, form, CONFLICT)


def letter_again(request: HttpRequest, letter: Any, form: SigningForm, status: int) -> HttpResponse:
    """The page of a letter with a form as it was sent."""
    return render(request, letter.template, letter.get_context(request, form=form), status=status)


@for_strangers
def asked_to_confirm(request: HttpRequest, page_id: int) -> HttpResponse:
    """What whoever signed does next: look into the mailbox. Raises Http404."""
    return render(request, "news/letters/asked.html", {"page": public_letter(page_id)})


@for_strangers
def signature(request: HttpRequest, token: str) -> HttpResponse:
    """A signature for whoever has its address, who confirms or withdraws it here. Raises Http404.

    A program that looks through mail and opens each address confirms nothing by that.
    """
    row = signature_of_token(token)
    if row is None:
        raise Http404
    is_double = False
    if request.method == "POST" and "withdraw" in request.POST:
        withdraw_signature(row)
        return redirect("signature", token)
    if request.method == "POST" and "confirm" in request.POST:
        if confirm_signature(row):
            return redirect("signature", token)
        is_double = True
    letter = row.edition.release
    is_public = ReleasePage.objects.released().filter(pk=letter.pk).exists()
    context = {
        "page": letter if is_public else None,
        "headline": row.edition.document.headline,
        "row": row,
        "is_double": is_double,
        "is_asked": row.state == SignatureState.UNCONFIRMED,
        "address": request.get_full_path(),
    }
    response = render(request, "news/letters/signature.html", context)
    response["Referrer-Policy"] = "no-referrer"
    return response


def signatories_as_table(request: HttpRequest, page_id: int) -> HttpResponse:
    """Everybody who is shown under a public letter, as CSV. Raises Http404."""
    letter = public_letter(page_id)
    rows = Signatory.objects.released().under(letter.translation_key).in_reading_order("signed")
    edition = last_edition(letter)
    named = named_in_language(rows, edition.document) if edition else []
    written = StringIO()
    written.write(BYTE_ORDER_MARK)
    writer = csv.writer(written, quoting=csv.QUOTE_ALL)
    headings = (_("Who signs"), _("Name"), _("Role"), _("City or place"), _("Country"), _("Signed on"))
    writer.writerow([harmless_cell(str(cell)) for cell in (*headings, _("Version of the text"), _("Text of"))])
    for row in named:
        facts = (row.get_kind_display(), row.name, row.role, row.place, row.country, row.signed_on.isoformat())
        text = (str(row.text_version), row.text_since.date().isoformat())
        writer.writerow([harmless_cell(str(cell)) for cell in (*facts, *text)])
    response = HttpResponse(written.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{letter.slug}.csv"'
    response["X-Robots-Tag"] = "noindex"
    return response


def harmless_cell(text: str) -> str:
    """Return a text that no spreadsheet runs or reads as another one: in one line, with an apostrophe before a sign."""
    line = " ".join(text.split())
    return f"'{line}" if looks_like_formula(text) or LEADING_ZERO.match(text) else line
