"""Dates among the words of a search: what was released then comes first, and a text that names them is found too."""

import datetime
import re
from dataclasses import dataclass

from newsroom.language.calendar.periods import Period, forms_without_year, periods_in, written_forms
from newsroom.language.catalogue import language_row
from search.query import NOT, OR, PARTS, QueryPart

HALF_A_YEAR = datetime.timedelta(days=183)
#: What stands beside a date that is no word to look for by itself, or that a sign of the query belongs to.
JOINED_BEFORE = re.compile(rf"(?:\b(?:{OR}|{NOT})\s+|[-−–:：])$")
JOINED_BEHIND = re.compile(rf"^\s+{OR}\b")


@dataclass(frozen=True)
class DatedWords:
    """The words of a search without its dates, and what was read as each date: the days, or words that name them."""

    words: str
    groups: tuple[tuple[QueryPart, ...], ...] = ()


def without_dates(words: str, code: str) -> DatedWords:
    """The words of a search in a language, with its dates apart. What stands in quotation marks or belongs to a sign of
    the query is left as it is."""
    groups: list[tuple[QueryPart, ...]] = []
    kept = words
    for period in reversed(periods_in(words)):
        if not is_marked(words, period):
            groups.insert(0, group_of(period, words[period.start : period.end], code))
            kept = f"{kept[: period.start]} {kept[period.end :]}"
    return DatedWords(" ".join(kept.split()), tuple(groups))


def is_marked(words: str, period: Period) -> bool:
    """Whether a date stands in quotation marks, behind a field or a minus, or beside OR."""
    before, behind = words[: period.start], words[period.end :]
    in_phrase = any(
        match["word"] is None and match.start() < period.end and period.start < match.end()
        for match in PARTS.finditer(words)
    )
    return in_phrase or bool(JOINED_BEFORE.search(before) or JOINED_BEHIND.search(behind))


def group_of(period: Period, typed: str, code: str) -> tuple[QueryPart, ...]:
    """What is found for a date: what was released then, or has the date in its text in one of the ways to write it;
    one without its year only in what was released in the months around it."""
    may_be_month_first = language_row(code).puts_month_first and "/" in typed
    days = [(period.since, period.until), *(period.others if may_be_month_first else ())]
    forms = dict.fromkeys([typed, *written_forms(period, code)])
    near = (period.since - HALF_A_YEAR, period.since + HALF_A_YEAR)
    return (
        *(QueryPart("", days=each) for each in days),
        *(QueryPart(form, True) for form in forms),
        *(QueryPart(form, True, days=near) for form in (forms_without_year(period, code) if period.is_day else ())),
    )
