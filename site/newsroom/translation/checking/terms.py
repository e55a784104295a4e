"""What the glossary and the original find wrong in a translation, for those who sign it.

Numbers, addresses and marks are compared with the original in `fidelity`.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.base.rules.registry import Fault, House, Level, Rule
from newsroom.language.inline_tags import text_of_segment
from newsroom.translation.checking.translated import Translated, is_left
from newsroom.translation.glossary.terms import Glossary


class TermsAreAllowed(Rule):
    """The words that the glossary forbids, where the term they are forbidden for stands in the original."""

    name, title = "terms", gettext_lazy("No translation has words that the glossary forbids")
    level = Level.BLOCKING
    looks_at = Translated

    def look(self, subject: Translated, house: House) -> Iterator[Fault]:
        if not subject.segments:
            return
        glossary = Glossary(subject.source_code, subject.code)
        for segment in subject.segments:
            for use in glossary.terms_in(segment.source, segment.target or ""):
                for words in use.forbidden:
                    yield Fault(forbidden_message(words, use.term.approved_words), record=segment.pk)


class EverySegmentIsTranslated(Rule):
    """What stands there as in the original without being marked as such."""

    name, title = "as_in_original", gettext_lazy("No translation is left as in the original")
    level = Level.BLOCKING
    looks_at = Translated

    def look(self, subject: Translated, house: House) -> Iterator[Fault]:
        for segment in subject.segments:
            if is_left(segment, text_of_segment(segment.target or "")):
                said = _("This stands as in the original. Translate it, or leave it as in the original.")
                yield Fault(said, record=segment.pk)


def forbidden_message(words: str, approved: list[str]) -> str:
    """What is wrong, and what to write instead where that is known."""
    if not approved:
        return _("“%(words)s” must not be used.") % {"words": words}
    return _("“%(words)s” must not be used; say “%(approved)s”.") % {"words": words, "approved": approved[0]}


TERM_RULES: tuple[type[Rule], ...] = (EverySegmentIsTranslated, TermsAreAllowed)
