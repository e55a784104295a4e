"""What each paragraph of an event is: labels divide it, an agenda stands by its times, and the rest is text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from importing.proposed_occasions import OccasionPart
from importing.reading import Kind, Place, SourceParagraph
from importing.understanding.lexicon.vocabulary import pattern_for
from importing.understanding.lexicon.words import word_count
from importing.understanding.occasions.agendas import begins_with_time, is_day_line, is_head_of_columns
from importing.understanding.occasions.cells import MODERATOR, SPEAKERS, names_somebody
from importing.understanding.occasions.labels import AGENDA_LABEL, EVENT_LABELS, FoundLabel, label_in
from importing.understanding.occasions.moments import hours_in, masked, periods_of, prepared
from importing.understanding.occasions.texts import has_email
from importing.understanding.occasions.wheres import HYBRID, ON_SITE, ONLINE
from importing.understanding.top_lines import is_text, lines_above_text
from newsroom.language.calendar.places import zone_of_place

#: A part that a few words fill; what follows at length is no more of it.
SHORT_PARTS = {
    OccasionPart.WHEN,
    OccasionPart.PLACE,
    OccasionPart.REGISTRATION,
    OccasionPart.ORGANISERS,
    OccasionPart.PARTNERS,
    OccasionPart.FOCAL_POINTS,
    OccasionPart.FORMAT,
    OccasionPart.LANGUAGES,
    OccasionPart.LINKS,
}
#: A document with one of these begins with its background.
AFTER_BACKGROUND = {
    OccasionPart.OBJECTIVES,
    OccasionPart.OUTCOMES,
    OccasionPart.DESCRIPTION,
    OccasionPart.INVITEES,
    OccasionPart.QUESTIONS,
}
FEWEST_TIMED, FEWEST_WITH_LABEL = 3, 2
FURTHEST_TIMED = 14
MOST_TOP_WORDS = 26
MOST_PLACE_WORDS = 8
MOST_FURNITURE_WORDS = 6
MOST_HEADING_WORDS = 10
FEWEST_PARENT_WORDS = 3
SIDE_EVENT = re.compile(pattern_for("occasions.side_event"), re.IGNORECASE)
FOOTNOTE = re.compile(r"\s*(?:[¹²³⁴⁵⁶⁷⁸⁹]|\[\d{1,2}\])\s*\S")


def event_parts(paragraphs: Sequence[SourceParagraph]) -> dict[int, OccasionPart]:
    """Return what the paragraphs of an event are, by number; headline and label of the kind are left to others."""
    parts = {**agenda_parts(paragraphs), **_top_parts(paragraphs)}
    parts |= _labelled_parts(paragraphs, parts)
    return parts


def text_parts(paragraphs: Sequence[SourceParagraph], parts: Mapping[int, str]) -> dict[int, OccasionPart]:
    """Return what paragraphs are that nothing claims: background in front of the parts of a form, else description."""
    form = [number for number, part in parts.items() if part in AFTER_BACKGROUND]
    first = min(form, default=-1)
    free = [each for each in paragraphs if each.number not in parts]
    return {each.number: OccasionPart.BACKGROUND if each.number < first else OccasionPart.DESCRIPTION for each in free}


def _labelled_parts(
    paragraphs: Sequence[SourceParagraph], taken: Mapping[int, OccasionPart]
) -> dict[int, OccasionPart]:
    parts: dict[int, OccasionPart] = {}
    current: OccasionPart | None = None
    for paragraph in paragraphs:
        if paragraph.number in taken:
            current = current if taken[paragraph.number] is OccasionPart.DROPPED else None
            continue
        if is_footnote(paragraph):
            parts[paragraph.number] = OccasionPart.FOOTNOTES
            continue
        label = label_in(paragraph, EVENT_LABELS)
        if label is None and _names_columns_of_form(paragraph, paragraphs):
            parts[paragraph.number] = OccasionPart.DROPPED
        elif label is not None and label.part is OccasionPart.AGENDA:
            current = None
        elif label is not None:
            parts[paragraph.number] = _part_of(label)
            current = None if label.rest and label.part in SHORT_PARTS else label.part
        elif current is not None and _goes_on(paragraph, current, parts, paragraphs):
            parts[paragraph.number] = current
        else:
            current = None
    return {
        number: part
        for number, part in parts.items()
        if part is not OccasionPart.TITLE or _is_label(paragraphs, number)
    }


def _names_columns_of_form(paragraph: SourceParagraph, paragraphs: Sequence[SourceParagraph]) -> bool:
    """Whether a row names the columns of a form: the head of a table whose next row is a label with its value."""
    following = paragraphs[paragraph.number + 1 : paragraph.number + 2]
    return paragraph.is_head and any(label_in(each, EVENT_LABELS) is not None for each in following)


def _part_of(label: FoundLabel) -> OccasionPart:
    """Return the part of a label: an address behind "for more information" is a link, and nobody to ask."""
    is_link = label.part is OccasionPart.FOCAL_POINTS and "http" in label.rest and not has_email(label.rest)
    return OccasionPart.LINKS if is_link else label.part


def _is_label(paragraphs: Sequence[SourceParagraph], number: int) -> bool:
    return label_in(paragraphs[number], EVENT_LABELS) is not None


def _goes_on(
    paragraph: SourceParagraph,
    current: OccasionPart,
    parts: Mapping[int, OccasionPart],
    paragraphs: Sequence[SourceParagraph],
) -> bool:
    """Whether a paragraph belongs to the label above it."""
    if current is OccasionPart.TITLE or paragraph.kind is Kind.HEADING:
        return False
    before = paragraphs[paragraph.number - 1]
    is_first = parts.get(before.number) is current and label_in(before, EVENT_LABELS) is not None
    if current in SHORT_PARTS:
        return is_first or not is_text(paragraph)
    return is_first or not reads_like_heading(paragraph, paragraphs)


def reads_like_heading(paragraph: SourceParagraph, paragraphs: Sequence[SourceParagraph]) -> bool:
    """Whether a short line without an end stands above longer text or a list."""
    if paragraph.kind is Kind.HEADING:
        return True
    text = paragraph.text.strip(" *")
    if paragraph.kind is not Kind.PARAGRAPH or paragraph.number + 1 >= len(paragraphs):
        return False
    if word_count(text) > MOST_HEADING_WORDS or not text or text[-1] in ".!?,;:…。！？：；":
        return False
    return is_text(paragraphs[paragraph.number + 1])


def is_footnote(paragraph: SourceParagraph) -> bool:
    """Whether a paragraph is a note at the foot of a page, by its place or by its mark."""
    return paragraph.place is Place.FOOTNOTE or FOOTNOTE.match(paragraph.text) is not None


def _top_parts(paragraphs: Sequence[SourceParagraph]) -> dict[int, OccasionPart]:
    """Return the lines above the text that tell day, hours or city without a label."""
    parts: dict[int, OccasionPart] = {}
    top = [each for each in takewhile(lambda each: not _ends_top(each), lines_above_text(paragraphs))]
    for paragraph in top:
        if paragraph.number and _tells_when(paragraph.text) and word_count(paragraph.text) <= MOST_TOP_WORDS:
            parts[paragraph.number] = OccasionPart.WHEN
    for paragraph in top:
        if paragraph.number and paragraph.number not in parts and _says_how(paragraph.text):
            parts[paragraph.number] = OccasionPart.PLACE
        elif (
            paragraph.number and SIDE_EVENT.search(paragraph.text) and word_count(paragraph.text) > FEWEST_PARENT_WORDS
        ):
            parts.setdefault(paragraph.number, OccasionPart.PARENT)
        beside = parts.get(paragraph.number - 1), parts.get(paragraph.number + 1)
        if (
            paragraph.number
            and paragraph.number not in parts
            and OccasionPart.WHEN in beside
            and _is_place(paragraph.text)
        ):
            parts[paragraph.number] = OccasionPart.PLACE
    return parts


def _says_how(text: str) -> bool:
    """Whether a short line only says that something is online, on site or both."""
    return word_count(text) <= MOST_PLACE_WORDS and bool(
        HYBRID.search(text) or ONLINE.search(text) or ON_SITE.search(text)
    )


def _ends_top(paragraph: SourceParagraph) -> bool:
    return label_in(paragraph, EVENT_LABELS) is not None or paragraph.kind in (Kind.TABLE_ROW, Kind.LIST_ITEM)


def _tells_when(text: str) -> bool:
    bare = prepared(text)
    periods = periods_of(bare)
    hours = next(hours_in(masked(bare, periods)), None)
    return any(period.is_day for period in periods) or (hours is not None and word_count(text) <= MOST_PLACE_WORDS)


def _is_place(text: str) -> bool:
    """Whether a short line ends in a city, or names one before a comma: "Kathmandu, Nepal", "Town Hall, Nairobi"."""
    if word_count(text) > MOST_PLACE_WORDS or text.rstrip().endswith((".", "!", "?", ":")):
        return False
    return "," in text or "،" in text or "，" in text or bool(zone_of_place(text.strip(), "en"))


def agenda_parts(paragraphs: Sequence[SourceParagraph]) -> dict[int, OccasionPart]:
    """Return the paragraphs of agendas, and what a page left between their rows as dropped."""
    parts: dict[int, OccasionPart] = {}
    timed = [each.number for each in paragraphs if begins_with_time(each.text)]
    done = -1
    for paragraph in paragraphs:
        if paragraph.number <= done:
            continue
        is_label = AGENDA_LABEL.fullmatch(paragraph.text.strip(" :：*")) is not None
        fewest = FEWEST_WITH_LABEL if is_label else FEWEST_TIMED
        if not (is_label or paragraph.number in timed or is_head_of_columns(paragraph)):
            continue
        last = _last_of_agenda(paragraphs, paragraph.number, timed)
        if sum(paragraph.number <= number <= last for number in timed) < fewest:
            continue
        done = _with_details(paragraphs, last)
        first = paragraph.number
        while first and not is_label and _leads_to_agenda(paragraphs, first - 1):
            first -= 1
        numbers = range(first, done + 1)
        furniture = set(_furniture(paragraphs, first, done))
        parts |= {number: OccasionPart.DROPPED if number in furniture else OccasionPart.AGENDA for number in numbers}
    return parts


def _leads_to_agenda(paragraphs: Sequence[SourceParagraph], number: int) -> bool:
    """Whether a line in front of the first time tells the day of what follows, and is not the date of the event."""
    is_top = number < MOST_FURNITURE_WORDS and not any(is_text(each) for each in paragraphs[:number])
    return is_day_line(paragraphs[number]) and not is_top and label_in(paragraphs[number], EVENT_LABELS) is None


def _last_of_agenda(paragraphs: Sequence[SourceParagraph], first: int, timed: Sequence[int]) -> int:
    """Return the last paragraph with a time before another part begins or times are too far from each other."""
    last = first
    for number in range(first + 1, len(paragraphs)):
        if number - last > FURTHEST_TIMED or _begins_another(paragraphs[number]):
            break
        last = number if number in timed else last
    return last


def _begins_another(paragraph: SourceParagraph) -> bool:
    label: FoundLabel | None = label_in(paragraph, EVENT_LABELS)
    if label is None or MODERATOR.match(paragraph.text) or SPEAKERS.match(paragraph.text):
        return False
    return label.part not in (OccasionPart.AGENDA, OccasionPart.TITLE) and not (
        label.rest and names_somebody(label.rest)
    )


def _with_details(paragraphs: Sequence[SourceParagraph], last: int) -> int:
    """Return the last paragraph that still tells of the last session: rows, points, who speaks."""
    for paragraph in paragraphs[last + 1 :]:
        is_row = paragraph.kind is Kind.TABLE_ROW and paragraphs[last].kind is Kind.TABLE_ROW
        is_detail = (
            paragraph.kind is Kind.LIST_ITEM or MODERATOR.match(paragraph.text) or SPEAKERS.match(paragraph.text)
        )
        if _begins_another(paragraph) or is_footnote(paragraph) or not (is_row or is_detail):
            break
        last = paragraph.number
    return last


def _furniture(paragraphs: Sequence[SourceParagraph], first: int, last: int) -> Iterator[int]:
    """Yield short lines all in capitals between two rows of a table: the head of a page, printed in the middle."""
    run: list[int] = []
    follows_row = False
    for paragraph in paragraphs[first : last + 1]:
        text = paragraph.text
        if paragraph.kind is Kind.TABLE_ROW:
            yield from run if follows_row else ()
            run, follows_row = [], True
        elif follows_row and text == text.upper() != text.lower() and word_count(text) <= MOST_FURNITURE_WORDS:
            run.append(paragraph.number)
        else:
            run, follows_row = [], False
