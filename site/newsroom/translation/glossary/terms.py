"""The glossary beside a translation: which terms a segment uses, and which forbidden words stand in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wagtail_localize.models import Translation

from newsroom.language.inline_tags import text_of_segment
from newsroom.language.script.letters import without_case
from newsroom.language.terms import found_in
from newsroom.translation.models.glossary import GlossaryTerm


@dataclass(frozen=True)
class TermInUse:
    """A term that stands in the original, and what of it stands in the translation."""

    term: GlossaryTerm
    forbidden: tuple[str, ...]
    is_approved_used: bool


class Glossary:
    """The terms for one pair of languages, read once."""

    def __init__(self, source_language: str, language: str) -> None:
        self.source_language, self.language = source_language, language
        self.terms = list(GlossaryTerm.objects.between(source_language, language))

    @classmethod
    def of(cls, translation: Translation) -> "Glossary":
        """The terms for a translation."""
        return cls(translation.source.locale.language_code, translation.target_locale.language_code)

    def terms_in(self, source: str, target: str = "") -> list[TermInUse]:
        """The terms that a segment uses; a longer one hides those that are a part of it."""
        text = text_of_segment(source)
        found = {term: words for term in self.terms if (words := found_in(term.term, text, self.source_language))}
        return [self.in_use(term, text_of_segment(target)) for term in without_parts(found)]

    def in_use(self, term: GlossaryTerm, target: str) -> TermInUse:
        """A term with what the translation makes of it."""
        text = without_case(target)
        allowed = [found for words in term.approved_words if (found := found_in(words, text, self.language))]
        rest = without(allowed, text)
        forbidden = tuple(words for words in term.forbidden_words if found_in(words, rest, self.language))
        return TermInUse(term, forbidden, bool(allowed))


def without(allowed: Iterable[str], text: str) -> str:
    """A text without the approved words, so that "urban heat" is not stopped for its "heat"."""
    for words in sorted(allowed, key=len, reverse=True):
        text = text.replace(without_case(words), " | ")
    return text


def without_parts(found: dict[GlossaryTerm, str]) -> Iterator[GlossaryTerm]:
    """The terms that are not merely a part of a longer one in the same segment."""
    for term, words in found.items():
        if not any(words != longer and words in longer for longer in found.values()):
            yield term
