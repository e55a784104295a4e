"""What each paragraph of a call is: a letter with its salutation and signatures, or a page with labels."""

import re
from collections.abc import Iterator, Mapping, Sequence

from importing.proposed_occasions import OccasionPart
from importing.reading import Kind, SourceParagraph
from importing.understanding.lexicon.labels import SALUTATION, is_short
from importing.understanding.lexicon.vocabulary import pattern_for
from importing.understanding.occasions.dividing import is_footnote, reads_like_heading
from importing.understanding.occasions.labels import CALL_LABELS, anywhere, label_in
from importing.understanding.occasions.texts import is_item
from importing.understanding.top_lines import is_text

VALEDICTION = re.compile(rf"[\s*]*{pattern_for('occasions.valediction')}[\s*,،，.!。]*", re.IGNORECASE)
ASKS, INVITES = anywhere("asks"), anywhere("invites")
SHORT_PARTS = {
    OccasionPart.DEADLINE,
    OccasionPart.ORGANISERS,
    OccasionPart.FOCAL_POINTS,
    OccasionPart.LANGUAGES,
    OccasionPart.ATTACHMENTS,
}
LIST_PARTS = {OccasionPart.STEPS, OccasionPart.MEETINGS, OccasionPart.AUDIENCES}
MOST_SALUTATION_PARAGRAPHS = 12


def salutation_in(paragraphs: Sequence[SourceParagraph]) -> SourceParagraph | None:
    """Return the paragraph that greets whom a letter is written to, or None."""
    top = paragraphs[:MOST_SALUTATION_PARAGRAPHS]
    return next((each for each in top if SALUTATION.fullmatch(each.text[:120]) and is_short(each.text)), None)


def call_parts(paragraphs: Sequence[SourceParagraph]) -> dict[int, OccasionPart]:
    """Return what the paragraphs of a call are, by number; subject, date and what is above a salutation are left."""
    parts = {**_signed_parts(paragraphs)}
    salutation = salutation_in(paragraphs)
    if salutation is not None:
        parts[salutation.number] = OccasionPart.SALUTATION
    parts |= _labelled(paragraphs, parts)
    parts |= _steps(paragraphs, parts)
    return parts


def letter_text_parts(paragraphs: Sequence[SourceParagraph], parts: Mapping[int, str]) -> dict[int, OccasionPart]:
    """Return the parts of what nothing claims: why in front of what is asked, closing words behind, else left out.

    Above a salutation stand addresses and numbers, which belong to the letter and not to the call.
    """
    salutation = salutation_in(paragraphs)
    first = salutation.number if salutation is not None else -1
    asked = [number for number, part in parts.items() if part in (OccasionPart.STEPS, OccasionPart.DEADLINE)]
    last = max((number for number in asked if parts[number] is OccasionPart.STEPS), default=-1)
    found: dict[int, OccasionPart] = {}
    for paragraph in paragraphs:
        if paragraph.number in parts:
            continue
        if paragraph.number < first:
            found[paragraph.number] = OccasionPart.DROPPED
        elif 0 <= last < paragraph.number:
            found[paragraph.number] = OccasionPart.CLOSING
        else:
            found[paragraph.number] = OccasionPart.WHY
    return found


def _signed_parts(paragraphs: Sequence[SourceParagraph]) -> dict[int, OccasionPart]:
    """Return the valediction and the names under it."""
    ends = [each.number for each in paragraphs if len(each.text) < 160 and VALEDICTION.fullmatch(each.text)]
    if not ends:
        return {}
    end = next((number for number in ends if number >= len(paragraphs) // 3), None)
    if end is None:
        return {}
    parts = {end: OccasionPart.VALEDICTION}
    for paragraph in paragraphs[end + 1 :]:
        if VALEDICTION.fullmatch(paragraph.text):
            parts[paragraph.number] = OccasionPart.VALEDICTION
            continue
        label = label_in(paragraph, CALL_LABELS)
        if label is not None or is_text(paragraph) or is_footnote(paragraph) or not is_short(paragraph.text, 20):
            break
        parts[paragraph.number] = OccasionPart.SIGNATORIES
    return parts


def _labelled(paragraphs: Sequence[SourceParagraph], taken: Mapping[int, OccasionPart]) -> dict[int, OccasionPart]:
    parts: dict[int, OccasionPart] = {}
    current: OccasionPart | None = None
    for paragraph in paragraphs:
        if paragraph.number in taken:
            current = None
            continue
        if is_footnote(paragraph):
            continue
        label = label_in(paragraph, CALL_LABELS)
        if label is not None and label.part is not OccasionPart.VALEDICTION:
            parts[paragraph.number] = label.part
            current = (
                None if label.part is OccasionPart.TITLE or (label.rest and label.part in SHORT_PARTS) else label.part
            )
        elif current is not None and _goes_on(paragraph, current, paragraphs):
            parts[paragraph.number] = current
        else:
            current = None
    return parts


def _goes_on(paragraph: SourceParagraph, current: OccasionPart, paragraphs: Sequence[SourceParagraph]) -> bool:
    """Whether a paragraph belongs to the label above it."""
    if paragraph.kind is Kind.HEADING:
        return False
    if current in SHORT_PARTS:
        return not is_text(paragraph) and not paragraph.text.rstrip().endswith((":", "："))
    if current in LIST_PARTS and not is_item(paragraph):
        follows_list = is_item(paragraphs[paragraph.number - 1])
        return (not follows_list and not is_text(paragraph)) or (
            ASKS.search(paragraph.text) is not None and not follows_list
        )
    return not reads_like_heading(paragraph, paragraphs)


def _steps(paragraphs: Sequence[SourceParagraph], taken: Mapping[int, OccasionPart]) -> dict[int, OccasionPart]:
    """Return the list of what is asked with the sentence before it, where no label tells which list it is."""
    if OccasionPart.STEPS in taken.values():
        return {}
    runs = list(_lists(paragraphs, taken))
    if not runs:
        return {}
    chosen = max(runs, key=lambda run: (_asks(paragraphs, run), paragraphs[run[0]].is_numbered, -run[0]))
    parts = dict.fromkeys(chosen, OccasionPart.STEPS)
    before = chosen[0] - 1
    if before >= 0 and before not in taken and (_asks(paragraphs, chosen) or _leads(paragraphs[before])):
        parts[before] = OccasionPart.STEPS
    return parts


def _lists(paragraphs: Sequence[SourceParagraph], taken: Mapping[int, OccasionPart]) -> Iterator[list[int]]:
    run: list[int] = []
    for paragraph in paragraphs:
        if is_item(paragraph) and paragraph.number not in taken:
            run.append(paragraph.number)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _asks(paragraphs: Sequence[SourceParagraph], run: Sequence[int]) -> bool:
    before = paragraphs[run[0] - 1] if run[0] else None
    return before is not None and _leads(before) and ASKS.search(before.text) is not None


def _leads(paragraph: SourceParagraph) -> bool:
    return paragraph.text.rstrip(" *").endswith((":", "：")) and not is_item(paragraph)
