"""What may be wrong with a translation, for those who sign it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from newsroom.translation.exchange.units import units_of
from newsroom.translation.glossary import Glossary

FORBIDDEN_TERM = "forbidden-term"


@dataclass(frozen=True)
class Problem:
    """Something in one segment that somebody must look at."""

    path: str
    unit: str
    kind: str
    message: str


def problems(translation: Translation) -> Iterator[Problem]:
    """The forbidden words that stand in a translation, segment by segment."""
    glossary = Glossary.of(translation)
    if not any(term.forbidden for term in glossary.terms):
        return
    for unit in units_of(translation):
        for use in glossary.terms_in(unit.source, unit.target):
            for words in use.forbidden:
                yield Problem(unit.path, unit.ident, FORBIDDEN_TERM, message_of(words, use.term.approved_words))


def message_of(words: str, approved: list[str]) -> str:
    """What is wrong, and what to write instead where that is known."""
    if not approved:
        return _("“%(words)s” must not be used.") % {"words": words}
    return _("“%(words)s” must not be used; say “%(approved)s”.") % {"words": words, "approved": approved[0]}
