"""What is asked of every text, whoever writes it: originals and translations alike."""

from collections.abc import Iterator
from itertools import zip_longest

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.base.languages import language_in_words
from newsroom.base.rules.registry import Fault, House, Level, Rule, Text
from newsroom.language.calendar.dates import wrong_dates_in
from newsroom.language.pairs import unpaired_marks_in
from newsroom.language.placeholders import leftovers_in
from newsroom.language.script.cutting import cut_text
from newsroom.language.script.letters import is_in_other_script

FIRST_WORDS = 80


class NoPlaceholders(Rule):
    """What somebody meant to replace."""

    name, title = "placeholders", gettext_lazy("No placeholders are left (XX, TBC, [ ])")
    level = Level.BLOCKING

    def look(self, subject: Text, house: House) -> Iterator[Fault]:
        for passage in subject.passages:
            for words in leftovers_in(passage.text):
                yield Fault.at(passage, _("“%(words)s” looks like a placeholder.") % {"words": words})


class DatesAreRight(Rule):
    """Dates beside a weekday that is not theirs, and dates that do not exist."""

    name, title = "dates", gettext_lazy("Each date exists and has its weekday")

    def look(self, subject: Text, house: House) -> Iterator[Fault]:
        for passage in subject.passages:
            for words, day in wrong_dates_in(passage.text, subject.code, subject.day):
                if day is None:
                    yield Fault.at(passage, _("There is no such day as “%(words)s”.") % {"words": words})
                else:
                    said = {"words": words, "weekday": date_format(day, "l")}
                    yield Fault.at(passage, _("“%(words)s”: that day is a %(weekday)s.") % said)


class WordsAreInTheLanguage(Rule):
    """Paragraphs that are written in another script than the language's."""

    name, title = "script", gettext_lazy("Each paragraph is written in the language of the page")

    def look(self, subject: Text, house: House) -> Iterator[Fault]:
        for passage in subject.passages:
            if passage.is_of_language and is_in_other_script(passage.text, subject.code):
                said = {"language": language_in_words(subject.code), "words": cut_text(passage.text, FIRST_WORDS, "…")}
                yield Fault.at(passage, _("This does not look like %(language)s: “%(words)s”") % said)


class MarksArePaired(Rule):
    """A quotation mark that opens and never closes, or the other way round."""

    name, title = "quotation_marks", gettext_lazy("Each quotation mark has its other half")

    def look(self, subject: Text, house: House) -> Iterator[Fault]:
        for passage, follower in zip_longest(subject.passages, subject.passages[1:]):
            following = follower.text if follower and follower.place == passage.place else ""
            for words in unpaired_marks_in(passage.text, following):
                yield Fault.at(passage, _("This quotation mark has no other half: %(words)s") % {"words": words})


TEXT_RULES: tuple[type[Rule], ...] = (NoPlaceholders, DatesAreRight, WordsAreInTheLanguage, MarksArePaired)
