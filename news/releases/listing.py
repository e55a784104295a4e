"""The list of releases: what a reader chose, what that leaves, and how much each further choice would leave."""

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest
from django.utils.translation import gettext as _

from news.choices import ReleaseKind
from news.models.hashtag import Hashtag
from news.models.links import ReleaseOrganisation
from news.querysets import ReleaseQuerySet
from news.releases.presentation import with_languages, with_states
from newsroom.base.facets import Facet, FacetChoice, FacetOption
from newsroom.base.languages import active_code, html_code, localised
from newsroom.language.hashtags import hashtag_key
from newsroom.language.script.collation import reading_key
from organisations.models import Organisation

PAGE_SIZE = 20
FACETS = ("kind", "year", "organisation", "campaign")
LONGEST_FACET = 12


def listing_context(public: ReleaseQuerySet, request: HttpRequest) -> dict[str, Any]:
    """What the list's page shows of public releases for an address: rows, facets, choices.

    What nothing fits leaves it empty.
    """
    chosen = {name: [value[:200] for value in request.GET.getlist(name)][:20] for name in FACETS}
    chosen["campaign"] = Hashtag.objects.addresses_meant(chosen["campaign"])
    facets = [facet_of(name, narrowed(public, chosen, besides=name), chosen[name]) for name in FACETS]
    page = Paginator(narrowed(public, chosen).for_listing(), PAGE_SIZE).get_page(request.GET.get("page"))
    page.object_list = with_states(with_languages(page.object_list))
    return {
        "page_of_releases": page,
        "facets": facets,
        "chosen": list(choices_made(request, facets)),
        "query": query_without(request, "page"),
        "total": public.count(),
    }


def is_same_value(first: str, second: str) -> bool:
    """Whether two values in an address mean the same, however a hashtag is written."""
    return first == second or hashtag_key(first) == hashtag_key(second)


def narrowed(releases: ReleaseQuerySet, chosen: dict[str, list[str]], besides: str = "") -> ReleaseQuerySet:
    """Releases that fit every choice, but for those of the facet `besides`, which counts its own values."""
    if chosen["kind"] and besides != "kind":
        releases = releases.filter(kind__in=chosen["kind"])
    if chosen["year"] and besides != "year":
        releases = releases.filter(life__released_at__year__in=[int(year) for year in chosen["year"] if is_year(year)])
    if chosen["organisation"] and besides != "organisation":
        keys = Organisation.objects.filter(slug__in=chosen["organisation"]).values("translation_key")
        links = ReleaseOrganisation.objects.filter(organisation__translation_key__in=keys)
        releases = releases.filter(pk__in=links.values("page"))
    if chosen["campaign"] and besides != "campaign":
        releases = releases.filter(hashtag_links__tag__slug__in=chosen["campaign"]).distinct()
    return releases


def is_year(text: str) -> bool:
    """Whether a text is a year that a database can compare."""
    return len(text) == 4 and text.isascii() and text.isdigit() and text != "0000"


def facet_of(name: str, releases: ReleaseQuerySet, chosen: list[str]) -> Facet:
    """One facet with its values and counts; two queries at most."""
    label, options = {"kind": kind_facet, "year": years, "organisation": organisation_facet, "campaign": campaigns}[
        name
    ](releases)
    found = (FacetOption(value, text, count, value in chosen, lang) for value, text, count, lang in options)
    return Facet(name, label, tuple(found))


Row = tuple[str, str, int, str]


def kind_facet(releases: ReleaseQuerySet) -> tuple[str, list[Row]]:
    """Kinds of release in the order of the house."""
    counts = dict(releases.order_by().values_list("kind").annotate(Count("pk", distinct=True)))
    return _("Kind"), [(kind.value, str(kind.label), counts[kind], "") for kind in ReleaseKind if kind in counts]


def years(releases: ReleaseQuerySet) -> tuple[str, list[Row]]:
    """Years of release (UTC), the newest first."""
    counts = releases.order_by().with_year().values_list("year").annotate(Count("pk", distinct=True)).order_by("-year")
    return _("Year"), [(str(year), str(year), count, "") for year, count in counts if year]


def organisation_facet(releases: ReleaseQuerySet) -> tuple[str, list[Row]]:
    """Organisations that issue or support, those with most releases first."""
    links = ReleaseOrganisation.objects.filter(page__in=releases.order_by().values("pk"))
    counts = dict(
        links.values_list("organisation__translation_key")
        .annotate(number=Count("page", distinct=True))
        .order_by("-number")[:LONGEST_FACET]
    )
    named = localised(Organisation.objects.filter(translation_key__in=counts))
    rows = [
        (named[key].slug, named[key].name, count, html_code(named[key].locale.language_code))
        for key, count in counts.items()
    ]
    rows.sort(key=lambda row: (-row[2], reading_key(row[1], active_code())))
    return _("Organisation"), rows


def campaigns(releases: ReleaseQuerySet) -> tuple[str, list[Row]]:
    """Hashtags, those with most releases first; never translated."""
    tags = Hashtag.objects.filter(release_links__content_object__in=releases.order_by().values("pk"))
    counted = tags.annotate(number=Count("release_links__content_object", distinct=True)).order_by(
        "-number", "sort_key"
    )
    return _("Campaign"), [(tag.slug, f"#{tag.name}", tag.number, tag.language) for tag in counted[:LONGEST_FACET]]


def choices_made(request: HttpRequest, facets: Iterable[Facet]) -> Iterable[FacetChoice]:
    """Each choice in words, with what the address becomes without it."""
    for facet in facets:
        for option in facet.options:
            if option.is_chosen:
                without = query_without(request, "page", (facet.name, option.value))
                yield FacetChoice(option.label, without, option.language)


def query_without(request: HttpRequest, *dropped: str | tuple[str, str]) -> str:
    """The query string of the list without some names, or without one value of a name."""
    query = request.GET.copy()
    for name in set(query) - set(FACETS) - {"page"}:
        del query[name]
    for drop in dropped:
        if isinstance(drop, str):
            query.pop(drop, None)
        else:
            query.setlist(drop[0], [value for value in query.getlist(drop[0]) if not is_same_value(value, drop[1])])
    return query.urlencode()
