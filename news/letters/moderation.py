"""The page of the CMS on which officers look through signatures and show or refuse them. Looks are logged."""

import re
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.log_actions import log

from news.choices import ReleaseKind, SignatureState
from news.letters.recording import decide_on
from news.letters.showing import chosen_rows
from news.models import ReleasePage, Signatory
from news.models.signatory import findable_words
from search.forms import page_number

SEEN, APPROVED, REFUSED = (f"news.signatures.{act}" for act in ("see", "approve", "refuse"))
#: What can be done with several at once, and what the history of the letter calls it.
DECISIONS = {"approve": (SignatureState.SHOWN, APPROVED), "refuse": (SignatureState.REFUSED, REFUSED)}
ON_ONE_PAGE = 50
#: What can be the number of a row.
ROW_NUMBER = re.compile(r"[0-9]{1,18}")
#: What officers look through, the waiting ones first; whoever has not confirmed yet may be nobody.
LOOKED_THROUGH = (SignatureState.WAITING, SignatureState.SHOWN, SignatureState.REFUSED, SignatureState.UNCONFIRMED)


def may_moderate(user: Any, letter: ReleasePage) -> bool:
    """Whether somebody looks through the signatures of a letter: whoever may change and publish it."""
    tester = letter.permissions_for_user(user)
    return bool(tester.publishes and tester.can_edit())


def letter_signatories(request: HttpRequest, pk: int) -> HttpResponse:
    """The signatures under a letter in all its languages, to be shown or refused, several at once.

    Raises PermissionDenied, and Http404 for what is no open letter.
    """
    letter = get_object_or_404(ReleasePage, pk=pk)
    if not may_moderate(request.user, letter):
        raise PermissionDenied
    if letter.kind != ReleaseKind.OPEN_LETTER:
        raise Http404
    if request.method == "POST":
        decide_on_chosen(request, letter)
        return redirect(request.get_full_path())
    log(instance=letter, action=SEEN)
    rows = Signatory.objects.under(letter.translation_key)
    counts = dict(rows.order_by().values_list("state").annotate(number=Count("pk")))
    asked = request.GET.get("state", SignatureState.WAITING)
    state = SignatureState(asked if asked in LOOKED_THROUGH else SignatureState.WAITING)
    words = findable_words(request.GET.get("q", ""))
    country = request.GET.get("country", "")
    found = chosen_rows(rows.filter(state=state), {"name": words, "country": country, "order": "signed"})
    context = {
        "letter": letter,
        "states": [(each.value, each.label, counts.get(each.value, 0)) for each in LOOKED_THROUGH],
        "state": state,
        "q": request.GET.get("q", ""),
        "country": country,
        "countries": rows.filter(state=state).order_by("country").values_list("country", flat=True).distinct(),
        "found": Paginator(found, ON_ONE_PAGE).get_page(page_number(request.GET.get("page", ""))),
        "may_decide": state != SignatureState.UNCONFIRMED,
    }
    return render(request, "news/admin/signatories.html", context)


def decide_on_chosen(request: HttpRequest, letter: ReleasePage) -> None:
    """Do what was chosen with the signatures that were chosen; says how many changed."""
    if (decision := DECISIONS.get(request.POST.get("decision", ""))) is None:
        return
    state, action = decision
    numbers = [int(each) for each in request.POST.getlist("signature") if ROW_NUMBER.fullmatch(each)]
    chosen = Signatory.objects.under(letter.translation_key).filter(pk__in=numbers[:ON_ONE_PAGE])
    if changed := decide_on(chosen, state):
        log(instance=letter, action=action, data={"number": changed})
    words = ngettext("%(number)d signature changed.", "%(number)d signatures changed.", changed)
    (messages.success if changed else messages.warning)(
        request, words % {"number": changed} if changed else _("No signature was changed.")
    )
