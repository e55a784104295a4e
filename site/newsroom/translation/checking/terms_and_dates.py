"""What the glossary and the calendar find wrong in a translation, for those who sign it.

Numbers, addresses and marks are compared with the original in `fidelity`.
"""

import datetime
from collections.abc import Iterator, Sequence

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from newsroom.base.languages import language_in_words
from newsroom.language.calendar.dates import wrong_dates_in
from newsroom.language.inline_tags import text_of_segment
from newsroom.language.placeholders import leftovers_in
from newsroom.language.script.letters import is_in_other_script, is_more_than_a_name
from newsroom.translation.glossary.terms import Glossary
from newsroom.translation.signing.segments import TaskSegment

Fault = tuple[TaskSegment, str]


def forbidden_terms(segments: Sequence[TaskSegment]) -> Iterator[Fault]:
    """The words that the glossary forbids, where the term they are forbidden for stands in the original."""
    if not segments:
        return
    glossary = Glossary(segments[0].source_code, segments[0].target_code)
    for segment in segments:
        for use in glossary.terms_in(segment.source, segment.target or ""):
            for words in use.forbidden:
                yield segment, forbidden_message(words, use.term.approved_words)


def placeholders(segments: Sequence[TaskSegment]) -> Iterator[Fault]:
    """What somebody meant to replace."""
    for segment in segments:
        for words in leftovers_in(text_of_segment(segment.target or "")):
            yield segment, _("“%(words)s” looks like a placeholder.") % {"words": words}


def faulty_dates(segments: Sequence[TaskSegment]) -> Iterator[Fault]:
    """Dates beside a weekday that is not theirs, and dates that do not exist."""
    today = timezone.now().date()
    for segment in segments:
        for words, day in wrong_dates_in(text_of_segment(segment.target or ""), segment.target_code, today):
            yield segment, wrong_date_message(words, day)


def other_languages(segments: Sequence[TaskSegment]) -> Iterator[Fault]:
    """What stands there as in the original without being marked as such, or in another script than its language's."""
    for segment in segments:
        words = text_of_segment(segment.target or "").strip()
        if words == text_of_segment(segment.source).strip() and is_more_than_a_name(words):
            yield segment, _("This stands as in the original. Translate it, or leave it as in the original.")
        elif is_in_other_script(words, segment.target_code):
            yield (
                segment,
                _("This is hardly written in %(language)s.") % {"language": language_in_words(segment.target_code)},
            )


def forbidden_message(words: str, approved: list[str]) -> str:
    """What is wrong, and what to write instead where that is known."""
    if not approved:
        return _("“%(words)s” must not be used.") % {"words": words}
    return _("“%(words)s” must not be used; say “%(approved)s”.") % {"words": words, "approved": approved[0]}


def wrong_date_message(words: str, day: datetime.date | None) -> str:
    """What is wrong with a date."""
    if day is None:
        return _("There is no such day as “%(words)s”.") % {"words": words}
    return _("“%(words)s”: that day is a %(weekday)s.") % {"words": words, "weekday": date_format(day, "l")}
