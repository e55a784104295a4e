"""All public addresses, asked of the same predicate as everything else: an index of files of at most 1,000."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID
from xml.sax.saxutils import escape

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page

from news.models import Quote
from newsroom.base.caching.values import cached_until_change
from newsroom.base.checks import page_types
from newsroom.base.pages.roots import locales_by_id, plain_address
from newsroom.language.normalisation import without_unwritable
from organisations.models import Organisation, Person

#: So many addresses stand in a file at most.
IN_A_FILE = 1_000
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
LISTS = ("speakers", "organisations", "search")
RECORDS, QUOTES = "records", "quotes"
#: An address and when what stands there was published last.
Address = tuple[str, datetime | None]


def sitemap(request: HttpRequest) -> HttpResponse:
    """sitemap.xml: the files that together name every page which answers 200 to a stranger."""
    hrefs = (reverse("sitemap_part", args=part) for part in sitemap_parts())
    lines = (f"<sitemap><loc>{written(request, href)}</loc></sitemap>" for href in hrefs)
    return as_xml("sitemapindex", lines)


def sitemap_part(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """One of the files. Raises Http404 for one that holds nothing."""
    if (name, number) not in sitemap_parts():
        raise Http404
    found = finders()[name](number)
    return as_xml("urlset", (entry(written(request, address), at) for address, at in found))


def entry(address: str, at: datetime | None) -> str:
    """One address of a file, with the day of its last publication in UTC where it has one."""
    day = f"<lastmod>{at.astimezone(UTC):%Y-%m-%d}</lastmod>" if at else ""
    return f"<url><loc>{address}</loc>{day}</url>"


def as_xml(element: str, lines: Iterable[str]) -> HttpResponse:
    """An answer for machines, which is itself no page to be found."""
    beginning = f'<?xml version="1.0" encoding="UTF-8"?>\n<{element} xmlns="{NAMESPACE}">'
    text = without_unwritable("\n".join((beginning, *lines, f"</{element}>", "")))
    return HttpResponse(text, content_type="application/xml", headers={"X-Robots-Tag": "noindex, noodp, noarchive"})


def written(request: HttpRequest, address: str) -> str:
    """An address with its host, as XML wants it."""
    return escape(f"{request.scheme}://{request.get_host()}{address}")


@cached_until_change
def sitemap_parts() -> tuple[tuple[str, int], ...]:
    """The files that hold something, by name and number: a row stands by its own number and never moves to another."""
    place = F("pk") / IN_A_FILE
    names = {ContentType.objects.get_for_model(model).pk: model._meta.model_name or "" for model in page_types()}
    pages = Page.objects.filter(live=True, content_type__in=names).order_by("content_type", place)
    quotes = Quote.objects.filter(withdrawn_at=None).order_by(place)
    return (
        *((names[kind], number) for kind, number in pages.values_list("content_type", place).distinct()),
        *((QUOTES, number) for number in quotes.values_list(place, flat=True).distinct()),
        *((RECORDS, number) for number in range(-(-len(record_routes()) // records_in_a_file()))),
    )


def finders() -> dict[str, Callable[[int], Iterator[Address]]]:
    """What finds the addresses in the file of a number, by the name of the file."""

    def pages_of(model: Any) -> Callable[[int], Iterator[Address]]:
        return lambda number: page_addresses(model, number)

    pages = {model._meta.model_name or "": pages_of(model) for model in page_types()}
    return {**pages, QUOTES: quote_addresses, RECORDS: record_addresses}


def of_file(rows: Any, number: int) -> Any:
    """Those of some rows that stand in the file of a number."""
    return rows.filter(pk__gte=number * IN_A_FILE, pk__lt=(number + 1) * IN_A_FILE).order_by("pk")


def page_addresses(model: Any, number: int) -> Iterator[Address]:
    """The released pages of a type."""
    rows = of_file(model.objects.released(), number)
    for url_path, at in rows.values_list("url_path", "last_published_at"):
        yield plain_address(url_path) or model(url_path=url_path).url or "", at


def quote_addresses(number: int) -> Iterator[Address]:
    """The permanent addresses of quotes, each in the languages it exists in."""
    example = UUID(int=0)
    beginnings = {}
    for pk, locale in locales_by_id().items():
        with translation.override(locale.language_code):
            beginnings[pk] = reverse("quote", args=[example])
    rows = of_file(Quote.objects.released(), number)
    for locale_id, quote_id, at in rows.values_list("locale", "quote_id", "release__last_published_at"):
        yield beginnings[locale_id].replace(str(example), str(quote_id)), at


def records_in_a_file() -> int:
    """How many records fill a file, since each stands there once for each language."""
    return IN_A_FILE // len(settings.LANGUAGES)


def record_routes() -> list[tuple[str, ...]]:
    """The pages of speakers and organisations and the lists of them: the name of a route and the record's own part."""
    people = Person.objects.released().order_by("slug").values_list("slug", flat=True).distinct()
    bodies = Organisation.objects.released().order_by("slug").values_list("slug", flat=True).distinct()
    records = [*(("speaker", slug) for slug in people), *(("organisation", slug) for slug in bodies)]
    return [*((name,) for name in LISTS), *records]


def record_addresses(number: int) -> Iterator[Address]:
    """The pages of records, in every language."""
    size = records_in_a_file()
    for route in record_routes()[number * size : (number + 1) * size]:
        for code, _name in settings.LANGUAGES:
            with translation.override(code):
                yield reverse(route[0], args=route[1:]), None
