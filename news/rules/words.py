"""What is asked of the words of a release: lengths, numbers, names, days."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from news.choices import ReleaseKind
from news.rules.contents import Contents
from newsroom.base.dates import full_date
from newsroom.base.languages import localised
from newsroom.base.rules.registry import Fault, House, Rule
from newsroom.language.calendar.dates import dates_in
from newsroom.language.catalogue import language_row
from newsroom.language.numerals.counted import numbers_missing_in
from newsroom.language.spellings import names_in_two_spellings, other_spellings

#: Where somebody writes names by hand.
WRITTEN = frozenset({"title", "subheadline", "summary", "body"})


def limit_in(limit: int, code: str) -> int:
    """How many characters a text may have in a language: half where no spaces part words."""
    return limit // 2 if language_row(code).is_spaceless else limit


class LengthRule(Rule):
    """A text of one line that lists, mail and search show whole."""

    looks_at = Contents
    field: str
    limit: str

    def look(self, subject: Contents, house: House) -> Iterator[Fault]:
        number = len(getattr(subject, self.field).strip())
        limit = limit_in(getattr(house, self.limit), subject.code)
        if number > limit:
            words = ngettext(
                "%(number)d character too many: at most %(limit)d.",
                "%(number)d characters too many: at most %(limit)d.",
                number - limit,
            )
            yield Fault(words % {"number": number - limit, "limit": limit}, self.field)


class HeadlineIsShort(LengthRule):
    """Lists and search results show a headline whole."""

    name, title = "headline_length", gettext_lazy("The headline is not too long")
    field, limit = "title", "headline_limit"


class SubheadlineIsShort(LengthRule):
    """It stands beside the headline in lists."""

    name, title = "subheadline_length", gettext_lazy("The subheadline is not too long")
    field, limit = "subheadline", "subheadline_limit"


class SummaryIsShort(LengthRule):
    """Search results and mail show it whole."""

    name, title = "summary_length", gettext_lazy("The summary is not too long")
    field, limit = "summary", "summary_limit"


class SubheadlineIsThere(Rule):
    """A headline says what; the subheadline says the rest."""

    name, title = "subheadline", gettext_lazy("It has a subheadline")
    looks_at = Contents

    def look(self, subject: Contents, house: House) -> Iterator[Fault]:
        if not subject.subheadline.strip():
            yield Fault(_("Write a subheadline."), "subheadline")


class SummaryIsThere(Rule):
    """Lists, search and mail show a summary; without one they show the subheadline."""

    name, title = "summary", gettext_lazy("It has a summary, or a subheadline in its place")
    looks_at = Contents

    def look(self, subject: Contents, house: House) -> Iterator[Fault]:
        if not (subject.summary.strip() or subject.subheadline.strip()):
            yield Fault(_("Write a summary: lists, search and mail show it."), "summary")


class HeadlineNumbersAreInTheText(Rule):
    """What a headline counts, the text counts too."""

    name, title = "headline_numbers", gettext_lazy("Each number of the headline is in the text")
    looks_at = Contents

    def look(self, subject: Contents, house: House) -> Iterator[Fault]:
        for words in numbers_missing_in(subject.body_text, subject.title, subject.code) if subject.body else ():
            said = _("“%(number)s” stands in the headline and not in the text.") % {"number": words}
            yield Fault(said, "title")


class EventsAreToCome(Rule):
    """Days that have passed in an invitation that is not public yet; other texts may speak of the past."""

    name, title = "past", gettext_lazy("An invitation invites to days that are to come")
    looks_at = Contents

    def look(self, subject: Contents, house: House) -> Iterator[Fault]:
        if subject.kind != ReleaseKind.MEDIA_ADVISORY or subject.was_public:
            return
        today = timezone.now().date()
        for passage in subject.passages:
            for date in dates_in(passage.text, subject.code):
                day = date.on_calendar(subject.day)
                if day and day < today:
                    yield Fault.at(passage, _("%(day)s has passed.") % {"day": full_date(day)})


class NamesAreSpeltAsInTheDirectory(Rule):
    """A speaker or participant whose name the text spells otherwise than the directory."""

    name, title = "directory_names", gettext_lazy("Names are spelt as in the directory")
    looks_at = Contents

    def look(self, subject: Contents, house: House) -> Iterator[Fault]:
        for word, name in other_spellings(sorted(names_known_to(subject)), words_of(subject), subject.code):
            said = _("“%(word)s” or “%(name)s”? The directory has the latter.") % {"word": word, "name": name}
            passage = next((each for each in subject.passages if word in each.text), None)
            yield Fault.at(passage, said) if passage else Fault(said, "body")


class NamesHaveOneSpelling(Rule):
    """Somebody whom the directory does not know, and whom the text spells in two ways."""

    name, title = "names", gettext_lazy("A name has one spelling")
    looks_at = Contents

    def look(self, subject: Contents, house: House) -> Iterator[Fault]:
        for one, other in names_in_two_spellings(words_of(subject), subject.code):
            said = _("“%(one)s” and “%(other)s”: is this one name?") % {"one": one, "other": other}
            passage = next((each for each in subject.passages if other in each.text), None)
            yield Fault.at(passage, said) if passage else Fault(said, "body")


def names_known_to(subject: Contents) -> set[str]:
    """The names of the speakers and participants as the directory has them in the language."""
    speakers = [block.value["speaker"] for block in subject.quotes]
    people = [*(link.person for link in subject.participants), *filter(None, speakers)]
    return {person.name for person in localised(people, subject.code).values()}


def words_of(subject: Contents) -> str:
    """What somebody wrote, without the names that come from the directory."""
    quotes = {str(block.id) for block in subject.quotes}
    spoken = [block.value["words"] for block in subject.quotes]
    written = [each for each in subject.passages if each.field in WRITTEN and each.block not in quotes]
    return "\n".join([*(each.text for each in written), *spoken])


WORD_RULES: tuple[type[Rule], ...] = (
    *(HeadlineIsShort, SubheadlineIsShort, SummaryIsShort, SubheadlineIsThere, SummaryIsThere),
    *(HeadlineNumbersAreInTheText, EventsAreToCome, NamesAreSpeltAsInTheDirectory, NamesHaveOneSpelling),
)
