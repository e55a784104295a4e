"""What may be wrong with a translation, for those who sign it."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail_localize.models import Translation

from newsroom.base.sense.dates import wrong_dates_in
from newsroom.base.sense.figures import differences, figures_in
from newsroom.base.sense.leftovers import leftovers_in
from newsroom.translation.exchange.marks import plain
from newsroom.translation.exchange.units import Unit, units_of
from newsroom.translation.glossary import Glossary

FORBIDDEN_TERM = "forbidden-term"
PLACEHOLDER = "placeholder"
WRONG_DATE = "wrong-date"
#: "differing-numbers", "differing-dates", "differing-addresses".
DIFFERING = "differing-"
ONLY_IN_SOURCE = {
    "numbers": gettext_lazy("These numbers of the original are missing: %(figures)s"),
    "dates": gettext_lazy("These dates of the original are missing: %(figures)s"),
    "addresses": gettext_lazy("These addresses of the original are missing: %(figures)s"),
}
ONLY_IN_TARGET = {
    "numbers": gettext_lazy("These numbers are not in the original: %(figures)s"),
    "dates": gettext_lazy("These dates are not in the original: %(figures)s"),
    "addresses": gettext_lazy("These addresses are not in the original: %(figures)s"),
}


@dataclass(frozen=True)
class Problem:
    """Something in one segment that somebody must look at."""

    path: str
    unit: str
    kind: str
    message: str


def problems(translation: Translation) -> Iterator[Problem]:
    """Everything to look at in a translation, a check after the other; what is not translated yet is left out."""
    units = [unit for unit in units_of(translation) if unit.target]
    for check in (forbidden_terms, placeholders, wrong_dates, differing_figures):
        yield from check(translation, units)


def forbidden_terms(translation: Translation, units: Iterable[Unit]) -> Iterator[Problem]:
    """The words that the glossary forbids, where the term they are forbidden for stands in the original."""
    glossary = Glossary.of(translation)
    for unit in units:
        for use in glossary.terms_in(unit.source, unit.target):
            for words in use.forbidden:
                yield problem(unit, FORBIDDEN_TERM, forbidden_message(words, use.term.approved_words))


def placeholders(translation: Translation, units: Iterable[Unit]) -> Iterator[Problem]:
    """What somebody meant to replace."""
    for unit in units:
        for words in leftovers_in(plain(unit.target)):
            yield problem(unit, PLACEHOLDER, _("“%(words)s” looks like a placeholder.") % {"words": words})


def wrong_dates(translation: Translation, units: Iterable[Unit]) -> Iterator[Problem]:
    """Dates beside a weekday that is not theirs, and dates that do not exist."""
    code, today = translation.target_locale.language_code, timezone.now().date()
    for unit in units:
        for words, day in wrong_dates_in(plain(unit.target), code, today):
            yield problem(unit, WRONG_DATE, wrong_date_message(words, day))


def differing_figures(translation: Translation, units: Iterable[Unit]) -> Iterator[Problem]:
    """Numbers, dates and addresses that only one of the two languages has."""
    source_code, code = translation.source.locale.language_code, translation.target_locale.language_code
    for unit in units:
        source, target = figures_in([plain(unit.source)], source_code), figures_in([plain(unit.target)], code)
        for difference in differences(source, target):
            for messages, figures in ((ONLY_IN_SOURCE, difference.missing), (ONLY_IN_TARGET, difference.surplus)):
                if figures:
                    message = str(messages[difference.kind]) % {"figures": ", ".join(figures)}
                    yield problem(unit, f"{DIFFERING}{difference.kind}", message)


def problem(unit: Unit, kind: str, message: str) -> Problem:
    """A problem in a unit."""
    return Problem(unit.path, unit.ident, kind, message)


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
