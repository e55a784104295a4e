"""Marks what was found, in the words as they are displayed: escaped first, then marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from newsroom.language.catalogue import language_row
from newsroom.language.script.cutting import last_limit
from search.analysis import analyse, is_stop_word, main_language
from search.query import Query

EXCERPT_LENGTH = 240
#: Where no spaces part words, half the characters say as much.
SPACELESS_LENGTH = 120
MARK = "<mark>"
#: Longer texts are searched for an excerpt up to here.
READ_LENGTH = 12_000


@dataclass(frozen=True)
class Span:
    """A piece of a text that was found, and by which term."""

    start: int
    end: int
    term: str


def terms_of(query: Query, code: str, is_title: bool = False) -> frozenset[str]:
    """The terms to mark in a text of a language; stop words only where there is nothing else. What was asked for in
    titles alone is marked only there, and of a date nothing, since its numbers stand for other things elsewhere."""
    language = main_language(code)
    groups = [group for group in query.groups if not any(part.is_date for part in group)]
    parts = [part for group in groups for part in group if is_title or part.field != "title"]
    tokens = [token for part in parts for token in analyse(part.text, code)]
    telling = {token.term for token in tokens if not is_stop_word(language, token.word)}
    return frozenset(telling or {token.term for token in tokens})


def spans_of(text: str, terms: frozenset[str], code: str) -> list[Span]:
    """The pieces of a text that count as one of the terms, in whatever form they are written, in their order."""
    if not terms:
        return []
    found = [Span(token.start, token.end, token.term) for token in analyse(text, code) if token.term in terms]
    return sorted(found, key=lambda span: (span.start, span.end))


def highlight(text: str, terms: frozenset[str], code: str) -> SafeString:
    """A text for HTML with each match in <mark>."""
    return marked_at(text, spans_of(text, terms, code))


def marked_at(text: str, spans: Iterable[Span]) -> SafeString:
    """A text for HTML with pieces in <mark>; those that overlap or touch are one."""
    joined: list[list[int]] = []
    for span in spans:
        if joined and span.start <= joined[-1][1]:
            joined[-1][1] = max(joined[-1][1], span.end)
        else:
            joined.append([span.start, span.end])
    pieces: list[str] = []
    end = 0
    for first, last in joined:
        pieces += [conditional_escape(text[end:first]), format_html("<mark>{}</mark>", text[first:last])]
        end = last
    return mark_safe("".join([*pieces, conditional_escape(text[end:])]))  # noqa: S308  (each piece is escaped)


def excerpt(text: str, terms: frozenset[str], code: str) -> SafeString:
    """The piece of a text with most of the terms, cut at spaces or between characters, with each match in <mark>."""
    text = " ".join(text[:READ_LENGTH].split())
    spans = spans_of(text, terms, code)
    length = SPACELESS_LENGTH if language_row(code).is_spaceless else EXCERPT_LENGTH
    start = start_of(text, spans, length)
    end = start + length
    if end < len(text):
        end = space if (space := text.rfind(" ", end - 30, end)) > 0 else last_limit(text, end)
    inside = [
        Span(span.start - start, span.end - start, span.term) for span in spans if start <= span.start < span.end <= end
    ]
    words = marked_at(text[start:end], inside)
    return format_html("{}{}{}", "… " if start else "", words, " …" if end < len(text) else "")


def passage(text: str, terms: frozenset[str], code: str) -> str:
    """From a long text the first stretch with a match, of the length that excerpts are taken from; "" without one."""
    for first in range(0, len(text), READ_LENGTH - EXCERPT_LENGTH):
        if spans_of(text[first : first + READ_LENGTH], terms, code):
            return text[first : first + READ_LENGTH]
    return ""


def start_of(text: str, spans: Sequence[Span], length: int) -> int:
    """Where the excerpt begins: a little before the match from which on most different terms are near."""
    if not spans:
        return 0
    reach = length * 2 // 3
    best = max(
        range(len(spans)),
        key=lambda place: (
            len({span.term for span in spans[place:] if span.end <= spans[place].start + reach}),
            -place,
        ),
    )
    start = last_limit(text, max(0, spans[best].start - length // 3))
    if start and (space := text.find(" ", start, start + 30)) > 0:
        start = space + 1
    return start
