"""What a search or a list can be narrowed by, as its page shows it: with counts, and what was chosen in words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from newsroom.base.caching.values import cached_until_change
from newsroom.base.dates import full_date, month_by_itself
from newsroom.base.languages import active_code, own_name
from newsroom.base.lists.facets import Facet, FacetChoice, FacetOption
from newsroom.language.catalogue import language_row
from newsroom.language.script.collation import reading_key
from search import registry
from search.asking.dates import without_dates
from search.engine import Found
from search.presentation.narrowed import days_in_words
from search.registry import SearchFacet
from search.request import ALL_LANGUAGES, FACETS, SearchRequest, is_year

LONGEST_FACET = 12
#: Values of a facet with the language each is written in.
Written = Mapping[str, str]


def facets_shown(request: SearchRequest, usual: Sequence[str]) -> tuple[str, ...]:
    """The names of the facets that a page shows: those that are usual there, and whatever else was chosen of."""
    return (*usual, *(name for name in FACETS if name not in usual and getattr(request, name)))


def facets_of(found: Found, request: SearchRequest, usual: Sequence[str]) -> tuple[Facet, ...]:
    """The facets with their counts, in the order of the page; one whose values leave nothing to choose is left out."""
    shown = []
    for name in facets_shown(request, usual):
        counts = found.facets.get(name, {})
        chosen = (request.language,) if name == "language" else getattr(request, name)
        written = written_in(found, name, request.language)
        options = OPTIONS.get(name, options_of)(name, counts, chosen, written)
        if options:
            shown.append(Facet(name, label_of(name), tuple(options), name == "language"))
    return tuple(shown)


def known_of(request: SearchRequest, facets: Sequence[Facet]) -> SearchRequest:
    """A request without the choices that its facets know nothing of: no address is made of these."""
    shown = {facet.name: facet.chosen for facet in facets}
    return replace(request, **{name: shown.get(name, ()) for name in FACETS})  # type: ignore[arg-type]


def label_of(name: str) -> str:
    """What a facet is called."""
    own = {"kind": _("Kind"), "language": _("Language"), "title": _("Title"), "year": _("Year")}
    return own[name] if name in own else str(registry.facets()[name].label)


def written_in(found: Found, name: str, language: str) -> Written:
    """The language of the values of a facet that are words as they stand in the results: the reader's before others."""
    if name not in registry.facets_as_written():
        return {}
    if language != ALL_LANGUAGES:
        return dict.fromkeys(found.facets.get(name, {}), language)
    codes = [active_code(), *(code for code, _name in settings.LANGUAGES)]
    spoken = found.written.get(name, {})
    return {value: next((code for code in codes if code in spoken[value]), "") for value in spoken}


def options_of(name: str, counts: Mapping[str, int], chosen: Sequence[str], written: Written) -> list[FacetOption]:
    """Values of a facet, those with most results first, in the reader's order, what was chosen among them.

    More are asked for than are shown: what only withdrawn releases name has no words.
    """
    ranked = sorted(counts, key=lambda value: (-counts[value], value))[: 2 * LONGEST_FACET]
    labels = facet_labels(registry.facets()[name], list(dict.fromkeys((*ranked, *chosen))), written)
    shown = [value for value in ranked if value in labels][:LONGEST_FACET]
    options = [
        FacetOption(value, labels[value][0], counts.get(value, 0), value in chosen, labels[value][1])
        for value in dict.fromkeys((*shown, *chosen))
        if value in labels
    ]
    return sorted(options, key=lambda option: (-option.count, reading_key(option.label, active_code())))


def facet_labels(facet: SearchFacet, values: Sequence[str], written: Written) -> Mapping[str, tuple[str, str]]:
    """The words for values of a facet, each with its language. For those that are written so in the results nobody need
    be asked, which takes long for a place of half the archive."""
    known = {value: (value, written[value]) for value in values if value in written}
    asked = [value for value in values if value not in known]
    return {**known, **(labels_asked(facet, tuple(asked)) if asked else {})}


@cached_until_change
def labels_asked(facet: SearchFacet, values: tuple[str, ...]) -> Mapping[str, tuple[str, str]]:
    """What a facet calls its values; the same values are asked for by page after page."""
    return facet.labels(values)


def kind_options(name: str, counts: Mapping[str, int], chosen: Sequence[str], written: Written) -> list[FacetOption]:
    """Kinds of results in the order of the house."""
    return [
        FacetOption(kind, str(label), counts.get(kind, 0), kind in chosen)
        for kind, label in registry.result_kinds().items()
        if kind in counts or kind in chosen
    ]


def language_options(
    name: str, counts: Mapping[str, int], chosen: Sequence[str], written: Written
) -> list[FacetOption]:
    """The languages by their own names, and all of them."""
    codes = [code for code, _name in settings.LANGUAGES if code in counts or code in chosen]
    options = [FacetOption(code, own_name(code), counts.get(code, 0), code in chosen, code) for code in codes]
    everything = FacetOption(ALL_LANGUAGES, _("All languages"), sum(counts.values()), ALL_LANGUAGES in chosen)
    return [*options, everything]


def year_options(name: str, counts: Mapping[str, int], chosen: Sequence[str], written: Written) -> list[FacetOption]:
    """Years of release (UTC), the newest first."""
    years = sorted({*counts, *filter(is_year, chosen)}, reverse=True)
    return [FacetOption(year, year, counts.get(year, 0), year in chosen) for year in years]


OPTIONS = {"kind": kind_options, "language": language_options, "year": year_options}


def choices(request: SearchRequest, facets: Sequence[Facet]) -> tuple[FacetChoice, ...]:
    """What was chosen, in words, each with the search without it."""
    own = active_code()
    made = [
        FacetChoice(option.label, request.without(facet.name, option.value).query_string(own), option.language)
        for facet in facets
        if not facet.is_single
        for option in facet.options
        if option.is_chosen
    ]
    if request.query.days:
        label = pgettext("what was released on a day or in a month, or names it", "Date: %(date)s")
        dates = language_row(own).list_separator.join(in_days(*days) for days in request.query.days)
        has_words = not all(any(part.is_date for part in group) for group in request.query.groups)
        undated = without_dates(request.words, own).words
        plain = request.with_changes(words=undated) if has_words else request.with_changes(is_literal=True)
        made.append(FacetChoice(label % {"date": dates}, plain.query_string(own)))
    for name, label in days_in_words(request).items():
        made.append(FacetChoice(label, request.without(name, "").query_string(own)))
    if request.match == "any":
        made.append(FacetChoice(_("Any of the words"), request.with_changes(match="all").query_string(own)))
    return tuple(made)


def in_days(first: date, last: date) -> str:
    """A day or a month in the reader's language."""
    return full_date(first) if first == last else month_by_itself(first)
