"""Take back what an agency has translated: unit by unit, all that is right, with a word about all that is not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail_localize.models import StringTranslation, Translation

from newsroom.base.languages import html_code
from newsroom.base.normalising import Normaliser, normaliser_at
from newsroom.language.codes import same_written_language
from newsroom.language.inline_tags import BrokenMarksError, html_of, normal, read_marks, same_marks, text_of_segment
from newsroom.language.separators import row_of, side_by_side
from newsroom.translation.exchange.files import NamedFile, read_all
from newsroom.translation.exchange.units import (
    Returned,
    ReturnedUnit,
    Unit,
    translations_of,
    unit_place,
    units_of,
    words_alone,
)
from newsroom.translation.exchange.unreadable import ExchangeError


class UnitOutcome(TextChoices):
    """What became of a unit."""

    ACCEPTED = "accepted", gettext_lazy("Accepted")
    UNCHANGED = "unchanged", gettext_lazy("Unchanged")
    EMPTY = "empty", gettext_lazy("Not translated")
    UNFINISHED = "unfinished", gettext_lazy("Marked as unfinished")
    UNKNOWN = "unknown", gettext_lazy("Not in this text")
    TWICE = "twice", gettext_lazy("Twice in the file, with different words")
    CHANGED_SINCE = "changed-since", gettext_lazy("The original has changed since")
    BROKEN = "broken", gettext_lazy("Inline marks broken")
    TOO_LONG = "too-long", gettext_lazy("Too long")


#: What words were translated with that came back in a file; `newsroom.translation.origins` says it to people.
BROUGHT_BACK = "A file"

#: What somebody has to look at.
REFUSED = frozenset(set(UnitOutcome) - {UnitOutcome.ACCEPTED, UnitOutcome.UNCHANGED, UnitOutcome.EMPTY})


@dataclass(frozen=True)
class ReturnedLine:
    """A unit of a file and what became of it."""

    number: int
    outcome: UnitOutcome
    source: str = ""
    words: str = ""
    message: str = ""

    @property
    def is_refused(self) -> bool:
        """Whether somebody has to look at it."""
        return self.outcome in REFUSED


@dataclass(frozen=True)
class Report:
    """What became of one file, or of one translation in it; `error` where nothing of it could be taken."""

    name: str
    target_language: str = ""
    lines: tuple[ReturnedLine, ...] = ()
    error: str = ""

    @property
    def counts(self) -> list[tuple[Any, int]]:
        """How many units met which outcome, those that did."""
        outcomes = [line.outcome for line in self.lines]
        return [(outcome, outcomes.count(outcome)) for outcome in UnitOutcome if outcome in outcomes]

    @property
    def in_one_line(self) -> str:
        """The same for a message: "Accepted: 8, Too long: 1"."""
        return side_by_side(f"{outcome.label}{row_of('').colon}{number}" for outcome, number in self.counts)

    @property
    def refused(self) -> list[ReturnedLine]:
        """The units that somebody has to look at."""
        return [line for line in self.lines if line.is_refused]


def take_back(files: Iterable[NamedFile], translations: Sequence[Translation], user: Any) -> list[Report]:
    """Store what came back for these translations; a file is stored with all that is right in it or not at all.

    Nothing is published: the words wait in wagtail-localize until somebody publishes the translation.
    """
    by_reference = {str(translation.uuid): translation for translation in translations}
    reports: list[Report] = []
    for name, returned in read_all(files):
        if isinstance(returned, ExchangeError):
            reports.append(Report(name, error=str(returned)))
            continue
        at_odds = units_at_odds(returned)
        with transaction.atomic():
            reports.extend(take_back_one(name, each, by_reference, user, at_odds) for each in returned)
    return reports


def units_at_odds(returned: Iterable[Returned]) -> set[tuple[str, str]]:
    """Return the units that a file holds with different words, by translation and unit.

    Nobody knows which words are meant; a unit without words says none.
    """
    words: dict[tuple[str, str], Any] = {}
    at_odds: set[tuple[str, str]] = set()
    for one in returned:
        for each in one.units:
            key = (one.reference.strip(), each.ident)
            if shown_unit(each).strip() and words.setdefault(key, each.words) != each.words:
                at_odds.add(key)
    return at_odds


def take_back_one(
    name: str, returned: Returned, translations: dict[str, Translation], user: Any, at_odds: set[tuple[str, str]]
) -> Report:
    """Store what came back for one translation, if it is one of these and in its languages."""
    translation = translations.get(returned.reference.strip())
    if not returned.reference.strip():
        return Report(name, error=_("The file no longer says which translation it belongs to."))
    if translation is None:
        return Report(name, error=_("The file belongs to another text, or to a language that you may not change."))
    if error := wrong_language(returned, translation):
        return Report(name, error=error)
    refused = {ident for reference, ident in at_odds if reference == returned.reference.strip()}
    lines = tuple(store_lines(returned.units, translation, user, refused))
    return Report(name, translation.target_locale.language_code, lines)


def wrong_language(returned: Returned, translation: Translation) -> str:
    """What is wrong with the languages that a file states; nothing where it states none."""
    pairs = [
        (returned.source_language, html_code(translation.source.locale.language_code)),
        (returned.target_language, html_code(translation.target_locale.language_code)),
    ]
    for stated, ours in pairs:
        if stated.strip() and not same_written_language(stated, ours):
            message = _("The file says “%(stated)s” where “%(ours)s” was sent.")
            return message % {"stated": stated, "ours": ours}
    return ""


def store_lines(
    returned: Sequence[ReturnedUnit], translation: Translation, user: Any, at_odds: set[str]
) -> Iterator[ReturnedLine]:
    """Store each unit that is right and not at odds with another, and tell what became of each."""
    units = {unit.ident: unit for unit in units_of(translation)}
    places = {unit_place(ident) for ident in units}
    stored = translations_of(translation)
    model = translation.source.specific_content_type.model_class()
    for number, each in enumerate(returned, start=1):
        unit = units.get(each.ident)
        if unit is None:
            known = unit_place(each.ident) in places
            yield ReturnedLine(
                number, UnitOutcome.CHANGED_SINCE if known else UnitOutcome.UNKNOWN, words=shown_unit(each)
            )
            continue
        if each.ident in at_odds:
            yield ReturnedLine(number, UnitOutcome.TWICE, text_of_segment(unit.source), shown_unit(each))
            continue
        before = stored.get((unit.string_id, unit.context_id))
        outcome, words, message = judged(each, unit, before, normaliser_at(model, unit.path))
        if outcome is UnitOutcome.ACCEPTED:
            stored[unit.string_id, unit.context_id] = store_unit(unit, words, before, translation, user)
        yield ReturnedLine(
            number, outcome, text_of_segment(unit.source), text_of_segment(words) or shown_unit(each), message
        )


def judged(
    each: ReturnedUnit, unit: Unit, before: StringTranslation | None, normalise: Normaliser
) -> tuple[UnitOutcome, str, str]:
    """What is to become of a unit: the outcome, the words as they would be stored, and a remark."""
    if each.problem:
        return UnitOutcome.BROKEN, "", each.problem
    try:
        words = normalise(returned_words(each, unit, before))
    except BrokenMarksError as error:
        return UnitOutcome.BROKEN, "", str(error)
    if not text_of_segment(words).strip():
        return UnitOutcome.EMPTY, "", ""
    if before and not before.has_error and words == normalise(normal(before.data)):
        return UnitOutcome.UNCHANGED, words, ""
    if each.unfinished:
        return UnitOutcome.UNFINISHED, words, each.unfinished
    try:
        same_marks(unit.source, words)
    except BrokenMarksError as error:
        return UnitOutcome.BROKEN, words, str(error)
    length = len(text_of_segment(words))
    if unit.limit and length > unit.limit:
        message = _("%(length)d characters; %(limit)d fit") % {"length": length, "limit": unit.limit}
        return UnitOutcome.TOO_LONG, words, message
    return UnitOutcome.ACCEPTED, words, ""


def returned_words(each: ReturnedUnit, unit: Unit, before: StringTranslation | None) -> str:
    """What came back, as a segment is kept. Raises BrokenMarksError where its marks cannot be put back."""
    if isinstance(each.words, str):
        text = read_marks(each.words)
        return html_of(text.pieces, text.tags)
    tags = read_marks(unit.source).tags
    if unit.target and before:
        tags = read_marks(unit.target, tags).tags | tags
    return html_of(each.words, tags)


def shown_unit(each: ReturnedUnit) -> str:
    """What came back for a unit that cannot be stored, as far as it can be shown."""
    if isinstance(each.words, str):
        return text_of_segment(each.words)
    return "".join(words_alone(each.words))


def store_unit(
    unit: Unit, words: str, before: StringTranslation | None, translation: Translation, user: Any
) -> StringTranslation:
    """Keep the words of a unit as those of whoever brought them back; the editor says that a file did."""
    row = before or StringTranslation(
        translation_of_id=unit.string_id, context_id=unit.context_id, locale_id=translation.target_locale_id
    )
    row.data = words
    row.translation_type = StringTranslation.TRANSLATION_TYPE_MANUAL
    row.tool_name = BROUGHT_BACK
    row.last_translated_by = user
    row.has_error = False
    row.field_error = ""
    row.save()
    return row
