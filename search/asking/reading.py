"""A request read with what an index knows: every engine is then asked for the same."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from newsroom.language.catalogue import language_row
from newsroom.language.script.letters import folded
from search.analysis import analyse, is_stop_word, main_language
from search.asking.dates import without_dates
from search.asking.people import name_terms, person_asked_for
from search.asking.together import Group, Spellings, is_plain, merged
from search.query import understood
from search.request import ALL_LANGUAGES, SearchRequest

Held = Callable[[Collection[str]], Mapping[str, int]]


def read_request(request: SearchRequest, held: Held, own_language: str) -> SearchRequest:
    """A request whose words are read: dates, numbers and names of several words, words together or apart, a person.

    One that is literal keeps its words as they are. `held` tells how many entries of the index hold terms;
    `own_language` is that of the reader, for a search in all languages.
    """
    code = own_language if request.language == ALL_LANGUAGES else request.language
    has_days = bool(request.since or request.until)
    dated = without_dates("" if request.is_literal or has_days else request.words, code)
    query = understood(dated.words if dated.groups else request.words)
    groups = merged(query.groups, code)
    if dated.groups:
        groups = [group for group in groups if not asks_when(group, code)]
        if all(is_without_meaning(group, code) for group in groups):
            groups = []
    if request.is_literal or not groups:
        return replace(request, reading=replace(query, groups=(*groups, *dated.groups)))
    spellings = Spellings(groups, code)
    known = held([*spellings.terms, *name_terms(groups, code)])
    raised = person_asked_for(groups, code, known)
    return replace(request, reading=replace(query, groups=(*spellings.known(known), *dated.groups), raised=raised))


def asks_when(group: Group, code: str) -> bool:
    """Whether a group is a word that asks for the day of publication, which a date says already: "released"."""
    pattern = language_row(code).asks_when
    return bool(pattern) and is_plain(group) and re.fullmatch(pattern, folded(group[0].text)) is not None


def is_without_meaning(group: Group, code: str) -> bool:
    """Whether a group is a stop word alone: what is left of "on 19 November" beside its date."""
    language = main_language(code)
    return is_plain(group) and all(is_stop_word(language, token.word) for token in analyse(group[0].text, code))
