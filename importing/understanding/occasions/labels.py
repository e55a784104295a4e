"""Labels of the fields of events and calls: alone on a line, in front of a colon, or in the first cell of a row."""

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from importing.proposed_occasions import OccasionPart
from importing.reading import Kind, SourceParagraph
from importing.understanding.lexicon.labels import SALUTATION, TITLE_LABEL, is_short
from importing.understanding.lexicon.vocabulary import pattern_for

LONGEST_HEAD = 90
MOST_LABEL_WORDS = 10
SPACES = r"[\s*_]*"
#: In front of a label may stand its number; behind it a question mark.
NUMBER = r"(?:\(?(?:\d{1,2}|[IVX]{1,4}|[A-Z]|[一二三四五六七八九十])[.)、]\s*)?"
JOINED = re.compile(rf"\s*(?:/|&|,|\b{pattern_for('and', 'occasions.or', is_spaceless=False)}\b)\s*", re.IGNORECASE)
COLON = re.compile(r"\s*[:：]\s*")
STATUS = pattern_for("occasions.draft", "occasions.suggested")
TAG = re.compile(r"<[^>]{0,2000}>")


def label_pattern(*names: str) -> re.Pattern[str]:
    """Return the pattern of a line that is one of some labels and nothing else."""
    alternatives = pattern_for(*(f"occasions.{name}" for name in names))
    return re.compile(rf"{SPACES}{NUMBER}{alternatives}{SPACES}[?？]?{SPACES}", re.IGNORECASE)


def anywhere(*names: str) -> re.Pattern[str]:
    """Return the pattern of some words within a text: whole words where a language parts them by spaces."""
    keys = [f"occasions.{name}" for name in names]
    spaced, other = pattern_for(*keys, is_spaceless=False), pattern_for(*keys, is_spaceless=True)
    return re.compile(rf"(?<!\w){spaced}(?!\w)|{other}", re.IGNORECASE)


AGENDA_LABEL = re.compile(
    rf"{SPACES}{NUMBER}(?:{STATUS}\s*)?{pattern_for('occasions.agenda')}\s*[(（]?(?:{STATUS})?[)）]?{SPACES}",
    re.IGNORECASE,
)
#: In this order, since a label of one part may begin as another does.
EVENT_LABELS: Mapping[OccasionPart, re.Pattern[str]] = {
    OccasionPart.TITLE: TITLE_LABEL,
    OccasionPart.AGENDA: AGENDA_LABEL,
    OccasionPart.WHEN: label_pattern("when", "hours"),
    OccasionPart.REGISTRATION: label_pattern("registration"),
    OccasionPart.PLACE: label_pattern("place", "webcast"),
    OccasionPart.ORGANISERS: label_pattern("organisers", "one_organiser"),
    OccasionPart.PARTNERS: label_pattern("partners"),
    OccasionPart.FOCAL_POINTS: label_pattern("focal_points"),
    OccasionPart.THEMES: label_pattern("themes"),
    OccasionPart.CONCEPT_NOTE: label_pattern("concept_note"),
    OccasionPart.BACKGROUND: label_pattern("background", "mandate"),
    OccasionPart.OBJECTIVES: label_pattern("objectives"),
    OccasionPart.OUTCOMES: label_pattern("outcomes"),
    OccasionPart.DESCRIPTION: label_pattern("description"),
    OccasionPart.FORMAT: label_pattern("format"),
    OccasionPart.INVITEES: label_pattern("invitees"),
    OccasionPart.PREPARATION: label_pattern("preparation"),
    OccasionPart.QUESTIONS: label_pattern("questions"),
    OccasionPart.LANGUAGES: label_pattern("languages"),
    OccasionPart.LINKS: label_pattern("more"),
}
CALL_LABELS: Mapping[OccasionPart, re.Pattern[str]] = {
    OccasionPart.TITLE: TITLE_LABEL,
    OccasionPart.DEADLINE: label_pattern("deadline"),
    OccasionPart.ORGANISERS: label_pattern("organisers", "one_organiser"),
    OccasionPart.STEPS: label_pattern("steps"),
    OccasionPart.MEETINGS: label_pattern("meetings"),
    OccasionPart.AUDIENCES: label_pattern("audiences", "invitees"),
    OccasionPart.FOCAL_POINTS: label_pattern("focal_points"),
    OccasionPart.ATTACHMENTS: label_pattern("attachments"),
    OccasionPart.LANGUAGES: label_pattern("languages"),
    OccasionPart.VALEDICTION: label_pattern("valediction"),
    OccasionPart.WHY: label_pattern("background", "objectives", "description", "concept_note", "outcomes"),
}
#: Of these a document has one, whoever follows "Organiser" is one body.
ONE_ORGANISER = label_pattern("one_organiser")
HOURS = label_pattern("hours")
WEBCAST = label_pattern("webcast")
CAN_STAND_BEFORE_COLON = 4


@dataclass(frozen=True, slots=True)
class FoundLabel:
    """A label: the part that it names, its own words, and what stands behind it in the same paragraph."""

    part: OccasionPart
    words: str
    rest: str


def label_in(paragraph: SourceParagraph, labels: Mapping[OccasionPart, re.Pattern[str]]) -> FoundLabel | None:
    """Return the label that a paragraph is or begins with, or None."""
    if paragraph.kind is Kind.IMAGE or (SALUTATION.fullmatch(paragraph.text[:160]) and labels is CALL_LABELS):
        return None
    if paragraph.kind is Kind.TABLE_ROW:
        return _label_in_row(paragraph, labels)
    text = paragraph.text
    head, rest = parted_at_colon(text)
    if len(head) > LONGEST_HEAD or not is_short(head, MOST_LABEL_WORDS):
        return None
    if paragraph.kind is Kind.LIST_ITEM and not rest:
        return None
    part = part_called(head, labels)
    return FoundLabel(part, head, rest) if part is not None else None


def part_called(head: str, labels: Mapping[OccasionPart, re.Pattern[str]]) -> OccasionPart | None:
    """Return the part that some words name: one label, or several joined by "and", "or", a stroke."""
    found = next((part for part, label in labels.items() if label.fullmatch(head)), None)
    if found is not None:
        return found
    pieces = [piece for piece in JOINED.split(head.strip(" *_")) if piece]
    if not 1 < len(pieces) <= CAN_STAND_BEFORE_COLON:
        return None
    named = [next((part for part, label in labels.items() if label.fullmatch(piece)), None) for piece in pieces]
    return named[0] if all(part is not None for part in named) else None


def parted_at_colon(text: str) -> tuple[str, str]:
    """Return what stands in front of the first colon and behind it; all of a text without one stands in front."""
    match = COLON.search(text[: LONGEST_HEAD + 10])
    if match is None or (match.start() and text[match.start() - 1 : match.end() + 1].strip().isdigit()):
        return text, ""
    if re.fullmatch(r"\d:\d", text[max(0, match.start() - 1) : match.end() + 1]) or text[match.start() :][:3] == "://":
        return text, ""
    return text[: match.start()], text[match.end() :].strip(" *")


def words_behind_label(
    paragraph: SourceParagraph, part: OccasionPart, labels: Mapping[OccasionPart, re.Pattern[str]]
) -> str:
    """Return the words of a paragraph without the label of its part; "" for a label alone."""
    label = label_in(paragraph, labels)
    return paragraph.text if label is None or label.part is not part else label.rest


def html_content_of(
    paragraph: SourceParagraph, part: OccasionPart, labels: Mapping[OccasionPart, re.Pattern[str]]
) -> str:
    """Return the same as clean HTML."""
    words = words_behind_label(paragraph, part, labels)
    if words == paragraph.text:
        return paragraph.html
    if paragraph.kind is Kind.TABLE_ROW:
        return ", ".join(cell for cell in paragraph.cells[1:] if cell)
    return html.escape(words, quote=False)


def cell_texts(paragraph: SourceParagraph) -> list[str]:
    """Return the words in each cell of a row, empty ones too."""
    return [" ".join(html.unescape(TAG.sub("", cell)).split()) for cell in paragraph.cells]


def _label_in_row(paragraph: SourceParagraph, labels: Mapping[OccasionPart, re.Pattern[str]]) -> FoundLabel | None:
    """A form set as a table: the label in the first cell, one other cell or more with words."""
    cells: Sequence[str] = cell_texts(paragraph)
    written = [cell for cell in cells if cell]
    if len(written) != 2 or not cells[0] or not is_short(cells[0], MOST_LABEL_WORDS):
        return None
    part = part_called(cells[0].rstrip(" :："), labels)
    return FoundLabel(part, cells[0], written[1]) if part is not None else None
