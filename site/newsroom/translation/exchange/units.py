"""A translation as units: what an agency gets and gives back, whatever the format."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeGuard

from wagtail_localize.models import String, StringSegment, StringTranslation, Translation, TranslationContext

from newsroom.base.languages import html_code
from newsroom.base.localize.notes import segment_notes
from newsroom.language.inline_tags import BrokenMarksError, Piece, read_marks
from newsroom.language.normalisation import normalise_text
from newsroom.translation.exchange.limits import longest


class UnitState(Enum):
    """How far a unit is."""

    INITIAL = "initial"
    MACHINE = "machine"
    TRANSLATED = "translated"
    FINAL = "final"


@dataclass(frozen=True)
class Unit:
    """A segment of a page or record with its translation, if it has one."""

    ident: str
    path: str
    source: str
    target: str
    state: UnitState
    notes: tuple[str, ...]
    limit: int | None
    string_id: int
    context_id: int


@dataclass(frozen=True)
class Parcel:
    """Everything there is to translate into one language."""

    reference: str
    source_language: str
    target_language: str
    units: tuple[Unit, ...]


@dataclass(frozen=True)
class ReturnedUnit:
    """What an agency wrote for a unit: pieces with numbered marks, or the HTML of a segment.

    `problem` says why it cannot be read; the other units can. `unfinished` says by what the tool or the translator
    tells that these are no finished words; empty where they are, or where the file says nothing about it.
    """

    ident: str
    words: tuple[Piece, ...] | str
    problem: str = ""
    unfinished: str = ""


@dataclass(frozen=True)
class Returned:
    """What came back for one translation."""

    reference: str
    source_language: str
    target_language: str
    units: tuple[ReturnedUnit, ...]


def words_alone(words: Iterable[Piece]) -> tuple[str, ...]:
    """Return the pieces of a text that people read, without its marks."""
    return tuple(piece for piece in words if isinstance(piece, str))


def ident_of(path: str, source: str) -> str:
    """The name of a unit: the same as long as neither its place nor its source changes, in whatever form of Unicode.

    Its first part is the place, so that a unit whose source has changed since can be told from an unknown one.
    """
    place, words = TranslationContext._get_path_id(path).hex, String._get_data_hash(normalise_text(source)).hex
    return f"u{place[:16]}-{words[:16]}"


def unit_place(ident: str) -> str:
    """The part of a unit's name that stands for its place."""
    return ident.partition("-")[0]


def parcel_of(translation: Translation) -> Parcel:
    """A translation, packed: with four queries and those of the notes, however long it is."""
    return Parcel(
        reference=str(translation.uuid),
        source_language=html_code(translation.source.locale.language_code),
        target_language=html_code(translation.target_locale.language_code),
        units=tuple(units_of(translation)),
    )


def units_of(translation: Translation) -> Iterator[Unit]:
    """The units of a translation in the order of the page; a sentence that stands twice in one place comes once."""
    source = translation.source
    segments = StringSegment.objects.filter(source=source).select_related("string", "context").order_by("order")
    stored = translations_of(translation)
    record = source.as_instance()
    model: Any = type(record)
    notes = segment_notes(record)
    published_at = last_publication(translation)
    seen: set[tuple[int, int]] = set()
    for segment in segments:
        key = (segment.string_id, segment.context_id)
        if key in seen:
            continue
        seen.add(key)
        words = stored.get(key)
        path = segment.context.path
        yield Unit(
            ident=ident_of(path, segment.string.data),
            path=path,
            source=segment.string.data,
            target=words.data if is_sound(words) else "",
            state=unit_state(words, published_at),
            notes=tuple(notes.get(path, ())),
            limit=longest(model, segment.context.get_field_path(record)),
            string_id=segment.string_id,
            context_id=segment.context_id,
        )


def translations_of(translation: Translation) -> dict[tuple[int, int], StringTranslation]:
    """The stored translations of a page or record, by source string and place."""
    rows = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale_id=translation.target_locale_id
    )
    return {(row.translation_of_id, row.context_id): row for row in rows}


def last_publication(translation: Translation) -> Any:
    """When the translated page was last published, if it stands published; None for records without drafts."""
    target = translation.source.object.get_instance_or_none(translation.target_locale)
    return getattr(target, "last_published_at", None) if getattr(target, "live", False) else None


def is_sound(words: StringTranslation | None) -> TypeGuard[StringTranslation]:
    """Whether there is a translation that can be sent: marks that are not closed cannot."""
    if words is None or words.has_error:
        return False
    try:
        read_marks(words.data)
    except BrokenMarksError:
        return False
    return True


def unit_state(words: StringTranslation | None, published_at: Any) -> UnitState:
    """How far a unit is: what is published is final, what a machine wrote is no translation yet."""
    if not is_sound(words):
        return UnitState.INITIAL
    if words.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE:
        return UnitState.MACHINE
    return UnitState.FINAL if published_at and words.updated_at <= published_at else UnitState.TRANSLATED
