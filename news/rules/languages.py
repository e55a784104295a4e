"""What is asked of the languages of a release together: what one has and another lacks."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.rules.contents import Contents
from newsroom.base.rules.registry import Fault, House, Rule
from newsroom.language.numerals.figures import Difference, Figures, differences, figures_in
from newsroom.language.script.cutting import cut_text
from newsroom.language.script.letters import is_in_other_script, is_more_than_a_name
from newsroom.language.separators import as_list

PLACES = {"numbers": gettext_lazy("Numbers"), "dates": gettext_lazy("Dates"), "addresses": gettext_lazy("Addresses")}
FIRST_WORDS = 80


@dataclass(eq=False)
class Languages:
    """A release in all its languages as they are written now."""

    original: Contents
    others: list[Contents]
    #: A release in several languages is held back by what holds back one of them; nothing here does by itself.
    is_public: bool = False

    @property
    def code(self) -> str:
        """The language of the original."""
        return self.original.code

    @property
    def day(self) -> datetime.date:
        """The day of the original."""
        return self.original.day

    @cached_property
    def differences(self) -> list[tuple[str, Difference]]:
        """The figures in which a language differs from the original, with its code."""
        expected = figures_of(self.original, self.original)
        pairs = [(each.code, differences(expected, figures_of(each, self.original))) for each in self.others]
        return [(code, difference) for code, found in pairs for difference in found]


class FiguresAreInEachLanguage(Rule):
    """Numbers, dates or addresses in which a language differs from the original."""

    looks_at = Languages
    kind: str

    def look(self, subject: Languages, house: House) -> Iterator[Fault]:
        for code, difference in subject.differences:
            if difference.kind != self.kind:
                continue
            place = str(PLACES[self.kind])
            if difference.missing:
                message = _("Only in the original: %(figures)s") % {"figures": as_list(difference.missing)}
                yield Fault(message, "body", place=place, code=code)
            if difference.surplus:
                message = _("Not in the original: %(figures)s") % {"figures": as_list(difference.surplus)}
                yield Fault(message, "body", place=place, code=code)


class NumbersAreInEachLanguage(FiguresAreInEachLanguage):
    """Numbers."""

    name, title, kind = "language_numbers", gettext_lazy("Each language has the same numbers"), "numbers"


class DatesAreInEachLanguage(FiguresAreInEachLanguage):
    """Dates."""

    name, title, kind = "language_dates", gettext_lazy("Each language has the same dates"), "dates"


class AddressesAreInEachLanguage(FiguresAreInEachLanguage):
    """Addresses of web, mail and telephone."""

    name, title, kind = "language_addresses", gettext_lazy("Each language has the same addresses"), "addresses"


class NothingIsLeftInTheOriginal(Rule):
    """Paragraphs that stand in a translation as in the original, where their script does not tell already."""

    name, title = "left_in_original", gettext_lazy("No paragraph is left in the original language")
    looks_at = Languages

    def look(self, subject: Languages, house: House) -> Iterator[Fault]:
        said = set(subject.original.passages)
        for page in subject.others:
            for passage in page.passages:
                is_left = passage in said and passage.is_of_language and is_more_than_a_name(passage.text)
                if is_left and not is_in_other_script(passage.text, page.code):
                    words = _("As in the original: “%(words)s”") % {"words": cut_text(passage.text, FIRST_WORDS, "…")}
                    yield Fault(words, passage.field, passage.block, passage.place, code=page.code)


def figures_of(page: Contents, original: Contents) -> Figures:
    """The figures of one language; what is not translated yet is read in the language of the original."""
    untranslated = {passage.text for passage in original.passages}
    texts = [passage.text for passage in page.passages]
    own = figures_in((text for text in texts if text not in untranslated), page.code)
    others = figures_in((text for text in texts if text in untranslated), original.code)
    return own | others


LANGUAGE_RULES: tuple[type[Rule], ...] = (
    *(NumbersAreInEachLanguage, DatesAreInEachLanguage, AddressesAreInEachLanguage, NothingIsLeftInTheOriginal),
)
