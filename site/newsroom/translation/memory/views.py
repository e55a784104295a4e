"""Terms and memory: the page beside the editor of a translation that shows what is known of each segment."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail_localize.models import Translation, get_edit_url

from newsroom.translation.exchange.units import Unit, units_of
from newsroom.translation.exchange.views import kept_nowhere, own_translation
from newsroom.translation.glossary.terms import Glossary, TermInUse
from newsroom.translation.memory.search import Memory, MemoryMatch, fill_in, take_matches
from newsroom.translation.signing.source import follow_filled

UNITS_ON_A_PAGE = 50
#: Beyond this many segments the editor shows no terms; the page beside it does.
MOST_IN_EDITOR = 200


@dataclass(frozen=True)
class MemoryRow:
    """A segment with what is known of it."""

    unit: Unit
    terms: list[TermInUse]
    offers: list[MemoryMatch]


def memory_rows(translation: Translation, units: list[Unit], user: Any) -> list[MemoryRow]:
    """What is known of some segments: with as many queries for one as for a hundred."""
    glossary, memory = Glossary.of(translation), Memory(translation, units, user)
    return [MemoryRow(unit, glossary.terms_in(unit.source, unit.target), memory.offers_for(unit)) for unit in units]


def terms_and_memory(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Each segment with its terms and with what was said before, to take in one click."""
    translation = own_translation(request, translation_id)
    page = Paginator(list(units_of(translation)), UNITS_ON_A_PAGE).get_page(request.GET.get("p"))
    rows = memory_rows(translation, list(page.object_list), request.user)
    context = {
        "translation": translation,
        "record": translation.source.object_repr,
        "rows": rows,
        "page": page,
        "elided_page_range": page.paginator.get_elided_page_range(page.number),
        "number_exact": sum(not row.unit.target and bool(exact_of(row.offers)) for row in rows),
        "source_code": translation.source.locale.language_code,
        "target_code": translation.target_locale.language_code,
        "edit_address": get_edit_url(translation.get_target_instance()),
    }
    return kept_nowhere(render(request, "translation/admin/terms_and_memory.html", context))


def known_as_json(request: HttpRequest, translation_id: int) -> HttpResponse:
    """The terms of each segment that has some, and how many offers, for the editor."""
    translation = own_translation(request, translation_id)
    found = [
        {
            "source": row.unit.source,
            "terms": [
                {"term": use.term.term, "approved": use.term.approved_words, "forbidden": use.term.forbidden_words}
                for use in row.terms
            ],
            "offers": len(row.offers),
            "likeness": row.offers[0].likeness if row.offers else 0,
            "page": f"{address_of_page(translation, number)}#{row.unit.ident}",
        }
        for number, row in enumerate(
            memory_rows(translation, list(units_of(translation))[:MOST_IN_EDITOR], request.user)
        )
        if row.terms or row.offers
    ]
    return kept_nowhere(JsonResponse({"language": translation.target_locale.language_code, "segments": found}))


def address_of_page(translation: Translation, number: int) -> str:
    """The page on which a segment stands, by its number."""
    return f"{reverse('terms_and_memory', args=[translation.pk])}?p={number // UNITS_ON_A_PAGE + 1}"


@require_POST
def take_offer(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Writes one remembered translation into its segment, or with `all` every exact one into those that are empty."""
    translation = own_translation(request, translation_id)
    if request.POST.get("all"):
        number = fill_in(translation, request.user)
        follow_filled(translation, request.user)
        words = ngettext("%(number)d segment taken over.", "%(number)d segments taken over.", number)
        messages.success(request, words % {"number": number})
        return redirect("terms_and_memory", translation.pk)
    for number, unit in enumerate(units_of(translation)):
        if unit.ident == request.POST.get("unit"):
            take_one(request, translation, unit)
            return redirect(f"{address_of_page(translation, number)}#{unit.ident}")
    messages.error(request, _("The original has changed meanwhile; nothing was taken over."))
    return redirect("terms_and_memory", translation.pk)


def take_one(request: HttpRequest, translation: Translation, unit: Unit) -> None:
    """Takes an offer that is still made to whoever asks: an address made up gets at nothing else."""
    offers = Memory(translation, [unit], request.user).offers_for(unit)
    offer = next((each for each in offers if str(each.remembered.pk) == request.POST.get("offer")), None)
    if offer and offer.is_usable:
        take_matches([(offer, unit)], translation, request.user)
        messages.success(request, _("Taken over."))
    else:
        messages.error(request, _("This is no longer remembered, or does not fit here."))


def exact_of(offers: list[MemoryMatch]) -> MemoryMatch | None:
    """The newest offer that is the same to the letter and can be taken."""
    return next((offer for offer in offers if offer.is_exact and offer.is_usable), None)
