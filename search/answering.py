"""The one door through which every query goes: a request in, a response out."""

import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from newsroom.base.languages import active_code, language_in_words
from newsroom.base.lists.facets import Facet
from newsroom.language.catalogue import language_row
from search import registry
from search.asking.instead import found_instead
from search.asking.reading import read_request
from search.engine import PAGE_SIZE, Engine, Found
from search.engines import engine as usual_engine
from search.presentation.facets import choices, facets_of, facets_shown, in_days, label_of
from search.presentation.highlighting import MARK, excerpt, highlight, passage, terms_of
from search.presentation.narrowed import either_or, labelled, narrowed_to
from search.query import Query, QueryPart
from search.registry import Shown
from search.request import ALL_LANGUAGES, SearchRequest
from search.response import Elsewhere, Hit, SearchResponse, ShownInstead

SHOWN_FACETS = ("kind", "language", "organisation", "campaign", "speaker", "place")


def answer_search(request: SearchRequest, engine: Engine | None = None, page_size: int = PAGE_SIZE) -> SearchResponse:
    """What answers a request, for a reader of the active language."""
    begun = time.perf_counter()
    if request.is_empty:
        return SearchResponse(request)
    engine, own = engine or usual_engine(), active_code()
    typed, request = request, read_request(request, engine.held, own)
    counted = facets_shown(request, SHOWN_FACETS)
    found = engine.find(request, page_size, counted)
    instead = found_instead(request, found, engine, own, page_size, counted)
    if instead:
        request, found = instead.request, instead.found
    shown = shown_of(found.keys)
    hits = hits_of({key: shown[key] for key in found.keys if key in shown}, request.query)
    facets = facets_of(found, request, SHOWN_FACETS)
    suggestion = "" if instead else suggested(request, found, engine)
    total = found.total - (len(found.keys) - len(hits))
    literally = typed.with_changes(is_literal=True).query_string(own)
    return SearchResponse(
        request=typed,
        hits=hits,
        total=total,
        page=found.page,
        pages=max(1, -(-found.total // page_size)),
        page_size=page_size,
        facets=facets,
        chosen=choices(request, facets),
        is_widened=found.is_widened,
        suggestion=suggestion,
        suggestion_query=typed.with_changes(words=suggestion, is_literal=False).query_string(own) if suggestion else "",
        instead=ShownInstead(request.words, instead.why, literally) if instead else None,
        words_query=literally if request.query.days else "",
        elsewhere=() if total and not found.is_widened else elsewhere(found, request),
        understood=in_sentence(request, facets),
        milliseconds=(time.perf_counter() - begun) * 1000,
    )


def suggested(request: SearchRequest, found: Found, engine: Engine) -> str:
    """Words spelled better that find something, where those of a request find nothing or only some of them."""
    if not request.query or (found.total and not found.is_widened):
        return ""
    better = engine.spelling(request)
    return better if better and engine.find(request.with_changes(words=better), 1).total else ""


def shown_of(keys: Sequence[tuple[str, int]]) -> dict[tuple[str, int], Shown]:
    """What the results show, read through the one public predicate: the index alone is never believed."""
    wanted: dict[str, list[int]] = defaultdict(list)
    for name, key in keys:
        wanted[name].append(key)
    found: dict[tuple[str, int], Shown] = {}
    for name, of_source in wanted.items():
        if source := registry.sources().get(name):
            shown = source.shown(source.public(of_source))
            found |= {(name, key): each for key, each in shown.items()}
    return found


def hits_of(shown: Mapping[tuple[str, int], Shown], query: Query) -> tuple[Hit, ...]:
    """The results with their matches marked; those that show none are asked for their files."""
    hits = {key: hit_of(each, query) for key, each in shown.items()}
    unmarked: dict[str, list[int]] = defaultdict(list)
    for name, key in hits:
        if query and MARK not in hits[name, key].title + hits[name, key].excerpt:
            unmarked[name].append(key)
    for name, keys in unmarked.items():
        files = registry.sources()[name].files([hits[name, key].shown.thing for key in keys])
        for key in keys:
            hits[name, key] = in_file(hits[name, key], files.get(key, ()), query)
    return tuple(hits.values())


def in_file(hit: Hit, files: Sequence[tuple[str, str]], query: Query) -> Hit:
    """A result with a piece of the first of its files that holds what was found, if one does."""
    code = hit.shown.language
    terms = terms_of(query, code)
    for title, text in files:
        name, piece = highlight(title, terms, code), excerpt(passage(text, terms, code), terms, code)
        if MARK in name + piece:
            return replace(hit, file=name, excerpt=piece)
    return hit


def hit_of(shown: Shown, query: Query) -> Hit:
    """One result with its matches marked."""
    terms = terms_of(query, shown.language)
    title = highlight(shown.title, terms_of(query, shown.language, is_title=True), shown.language)
    piece = (highlight if shown.is_whole else excerpt)(shown.text, terms, shown.language)
    return Hit(title, piece, shown)


def elsewhere(found: Found, request: SearchRequest) -> tuple[Elsewhere, ...]:
    """The other languages in which the words find something."""
    own = active_code()
    return tuple(
        Elsewhere(code, count, replace(request, language=code, page=1).query_string(own))
        for code, _name in settings.LANGUAGES
        if code != request.language and (count := found.elsewhere.get(code, 0))
    )


def in_sentence(request: SearchRequest, facets: Sequence[Facet]) -> SafeString:
    """What was understood of the words, as a sentence for HTML."""
    query = request.query
    groups = [
        format_html_join(either_or(), "{}", ((in_words_of(part),) for part in said_of(group))) for group in query.groups
    ]
    comma = language_row(active_code()).list_separator
    joined = format_html_join(comma, "{}", ((group,) for group in groups))
    excluded = format_html_join(comma, "{}", ((in_place(part, in_marks(part.text)),) for part in query.excluded))
    place = (
        _("in any language")
        if request.language == ALL_LANGUAGES
        else _("in %(language)s") % {"language": language_in_words(request.language)}
    )
    if not groups and not excluded:
        sentence = format_html(_("Everything {place} that fits your choices."), place=place)
    elif not groups:
        sentence = format_html(_("Everything {place} without {excluded}."), place=place, excluded=excluded)
    elif excluded:
        words = _("Everything {place} that mentions {words}, in any form, and not {excluded}.")
        sentence = format_html(words, place=place, words=joined, excluded=excluded)
    else:
        sentence = format_html(_("Everything {place} that mentions {words}, in any form."), place=place, words=joined)
    return format_html("{}{}", sentence, narrowed_to(request, facets))


def said_of(group: Sequence[QueryPart]) -> Sequence[QueryPart]:
    """The parts of a group that the sentence names: of a date the days alone, not each way to write it."""
    return [part for part in group if part.is_date] or group


def in_words_of(part: QueryPart) -> SafeString:
    """A part of a query as the sentence names it."""
    if part.days and part.is_date:
        return format_html("<mark>{}</mark>", in_days(*part.days))
    return in_place(part, format_html("<mark>{}</mark>", in_marks(part.text) if part.is_phrase else part.text))


def in_place(part: QueryPart, words: str) -> SafeString:
    """Words with where alone they are looked for: "Speaker: …"."""
    if not part.field:
        return format_html("{}", words)
    return labelled(label_of(part.field), words)


def in_marks(text: str) -> str:
    """A text between the quotation marks of the reader's language."""
    return _("“%(text)s”") % {"text": text}
