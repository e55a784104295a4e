"""Addresses that once led to a record lead there for good."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from anyascii import anyascii
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.text import slugify

from organisations.models.address import FormerAddress
from organisations.models.addressed import AddressedRecord

LONGEST = 100

View = Callable[[HttpRequest, str], HttpResponse]


def at_former_addresses_too(model: type[AddressedRecord]) -> Callable[[View], View]:
    """For the view of a record: where it finds none, a former address leads to the one that has it now.

    A record that is not public is not led to: its present address would give its name away.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, slug: str) -> HttpResponse:
            try:
                return view(request, slug)
            except Http404:
                address = present_address(model, slug)
                if address is None:
                    raise
            query = request.META.get("QUERY_STRING")
            return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)

        return answer

    return decorate


def present_address(model: type[AddressedRecord], slug: str) -> str | None:
    """Where the record stands today that had this address, if it is public."""
    former = FormerAddress.objects.of(model.view_name, slug).first()
    if former is None:
        return None
    rows: Any = model._default_manager
    record = rows.released().filter(translation_key=former.record).order_by("locale_id").first()
    return record.get_absolute_url() if record and record.slug != slug else None


def address_from(name: str) -> str:
    """An address made from a name, letter by letter in Latin where its script is another; empty where that fails."""
    return slugify(name)[:LONGEST] or slugify(anyascii(name))[:LONGEST]


def former_slugs(model: type[AddressedRecord]) -> set[str]:
    """Addresses that lead to records of a model although none has them any more."""
    return set(FormerAddress.objects.filter(view_name=model.view_name).values_list("slug", flat=True))
