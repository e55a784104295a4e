"""The standing sections at the end of a release: about, contacts, notes, end mark."""

import html
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from importing.reading import Kind, SourceParagraph
from importing.understanding.hashtags import is_hashtag_line
from importing.understanding.lexicon.labels import (
    ABOUT,
    ABOUT_BEGINS,
    ABOUT_BEHIND,
    ARTICLE_WORD,
    CLOSING,
    CONTACT,
    END_DASHES,
    END_MARK,
    END_WORD,
    GLUED_CONTACT,
    KIND_LINE,
    NO_ORGANISATION,
    NOTES,
    is_short,
)
from importing.understanding.lexicon.organisation_words import is_organisation_word
from importing.understanding.lexicon.quotation_marks import quotations_in
from importing.understanding.lexicon.vocabulary import pattern_for
from importing.understanding.speakers.names import full_names_in
from newsroom.language.addresses import has_address

CONTACT_CUE = re.compile(
    rf"\b{pattern_for('contact_cues', is_spaceless=False)}\b|{pattern_for('contact_cues', is_spaceless=True)}",
    re.IGNORECASE,
)
MOST_CONTACT_WORDS = 45
MOST_LINE_WORDS = 18
SENTENCE_ENDS = (".", "»", "”", "“")
#: The label of a table of contacts stands at most so many rows above the first address.
MOST_CONTACT_ROWS = 5
FEWEST_SPOKEN_WORDS = 6
MOST_TITLE_WORDS = 9
MOST_NAME_WORDS = 8
FEWEST_GLUED_WORDS = 12
LONGEST_ABOUT = 120
BRACKETED_HEAD = re.compile(r"\s*[【\[](?P<head>[^】\]]{2,80})[】\]]\s*(?P<rest>.+)", re.DOTALL)
BOLD_HEAD = re.compile(r"\s*<strong>(?P<head>.{3,160}?)</strong>(?=.)", re.DOTALL)
DASHED_HEAD = re.compile(r"(?P<head>[^–—|.]{4,110})(?:\s[–—|-]\s|\.\s)(?P<rest>.{40,})", re.DOTALL)
TAG = re.compile(r"<[^>]{0,2000}>")


class SectionKind(StrEnum):
    ABOUT = "about"
    CONTACT = "contact"
    NOTES = "notes"
    END = "end"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the paragraphs under it.

    `label` is what the heading names (an organisation, a desk); `lead` is text
    that stands in the heading's own paragraph behind the label. `column` is where in the rows of a table it begins.
    """

    kind: SectionKind
    heading: SourceParagraph
    label: str
    lead: str
    paragraphs: tuple[SourceParagraph, ...]
    column: int = 0

    @property
    def numbers(self) -> tuple[int, ...]:
        return (self.heading.number, *(paragraph.number for paragraph in self.paragraphs))


@dataclass(frozen=True, slots=True)
class _Start:
    kind: SectionKind
    label: str = ""
    lead: str = ""
    column: int = 0


def sections_of(paragraphs: Sequence[SourceParagraph]) -> list[Section]:
    """Return the standing sections in order; the first text of a document starts none."""
    starts = _without_lines_of_contacts(paragraphs, dict(_starts(paragraphs)))
    sections = []
    for index, start in starts.items():
        end = index + 1
        while end < len(paragraphs) and end not in starts and not _ends(start.kind, paragraphs, end, index):
            end += 1
        inside = tuple(paragraphs[index + 1 : end])
        if start.kind is SectionKind.NOTES and any(_is_spoken(each.text) for each in inside):
            continue
        sections.append(Section(start.kind, paragraphs[index], start.label, start.lead, inside, start.column))
    return sections


def _is_spoken(text: str) -> bool:
    """Whether somebody speaks in a paragraph: notes under a heading such as "Background" hold no quotes."""
    return any(each.is_closed and len(each.text.split()) >= FEWEST_SPOKEN_WORDS for each in quotations_in(text))


def _without_lines_of_contacts(paragraphs: Sequence[SourceParagraph], starts: dict[int, _Start]) -> dict[int, _Start]:
    """Leave out lines that name a desk inside a section of contacts, which is no section of its own."""
    kept: dict[int, _Start] = {}
    for index, start in sorted(starts.items()):
        paragraph = paragraphs[index]
        open_contact = any(
            index - 4 < other < index and kept[other].kind is SectionKind.CONTACT for other in kept
        ) and not any(other > index - 4 and kept[other].kind is not SectionKind.CONTACT for other in kept)
        is_line = paragraph.kind is not Kind.HEADING and not paragraph.text.rstrip(" *").endswith((":", "："))
        if start.kind is SectionKind.CONTACT and open_contact and is_line and not _names_press(paragraph.text):
            continue
        kept[index] = start
    return kept


def _names_press(text: str) -> bool:
    """Whether a line labels contacts, or has an address itself, and is not only the name of a desk."""
    return has_address(text) or not any(is_organisation_word(word) for word in text.split())


def _starts(paragraphs: Sequence[SourceParagraph]) -> list[tuple[int, _Start]]:
    found = []
    for index, paragraph in enumerate(paragraphs):
        start = _start(paragraph) or _contact_in_row(paragraphs, index)
        if (
            start is not None
            and (index > 0 or paragraph.kind is Kind.TABLE_ROW)
            and not (paragraph.kind is Kind.HEADING and paragraph.level == 1 and index < 3)
        ):
            found.append((index, start))
    return found


def _start(paragraph: SourceParagraph) -> _Start | None:
    text = paragraph.text
    if _is_end_mark(text):
        return _Start(SectionKind.END)
    if paragraph.kind in (Kind.TABLE_ROW, Kind.IMAGE, Kind.LIST_ITEM):
        return None
    if (about := _about(paragraph)) is not None:
        return about
    if is_short(text, 6) and (match := NOTES.fullmatch(text)) and not match["rest"]:
        return _Start(SectionKind.NOTES)
    if ":" in text[:60] and NOTES.match(text[:60]) and not text.casefold().startswith("background"):
        return _Start(SectionKind.NOTES, lead=text.partition(":")[2].strip())
    return _contact(text)


def _is_end_mark(text: str) -> bool:
    """Whether a line is "###", "- fin -", "ENDS" or the like; a plain word in small letters is none."""
    if not is_short(text, 4) or not END_MARK.fullmatch(text):
        return False
    word = text.strip(" *")
    return END_DASHES.search(text) is not None or (word == word.upper() and END_WORD.fullmatch(word) is not None)


def _about(paragraph: SourceParagraph) -> _Start | None:
    """Read "About X" alone on its line, "About X: X is …" and "About X X is …" in one paragraph."""
    text = paragraph.text
    if (start := _about_in_bold(paragraph)) is not None:
        return start
    for head, rest in _parted_heads(text):
        if is_short(head) and (label := _organisation_in(head, bool(rest))) is not None:
            return _Start(SectionKind.ABOUT, label, rest.strip(" *"))
    return _about_glued(text)


def _about_in_bold(paragraph: SourceParagraph) -> _Start | None:
    """Read a paragraph whose first words are bold and name the organisation."""
    bold = BOLD_HEAD.match(paragraph.html[:400])
    if bold is None:
        return None
    head = html.unescape(TAG.sub("", bold["head"])).strip(" :：.–—-")
    label = _organisation_in(head, True) if is_short(head) else None
    at = paragraph.text.find(head)
    if label is None or at < 0:
        return None
    return _Start(SectionKind.ABOUT, label, paragraph.text[at + len(head) :].strip(" *").lstrip(" :：.–—-*"))


def _parted_heads(text: str) -> Iterator[tuple[str, str]]:
    """Yield what may be a label with what stands behind it: behind a colon, a bracket, a dash, or nothing."""
    if (bracket := BRACKETED_HEAD.match(text)) is not None:
        yield bracket["head"], bracket["rest"]
    head, colon, rest = text.partition(":")
    if colon and len(head) <= LONGEST_ABOUT:
        yield head, rest
    wide, colon, rest = text.partition("：")
    if colon and len(wide) <= LONGEST_ABOUT:
        yield wide, rest
    yield text, ""
    if (dash := DASHED_HEAD.match(text)) is not None:
        yield dash["head"], dash["rest"]


def _about_glued(text: str) -> _Start | None:
    """Read "About X X is …": the name stands twice, once as label and once as subject."""
    match = ABOUT_BEGINS.match(text[:LONGEST_ABOUT])
    if match is None or len(text.split()) < FEWEST_GLUED_WORDS:
        return None
    behind = text[match.end() :]
    words = behind.split()[: 2 * MOST_NAME_WORDS + 2]
    plain = [word.strip(",.:()®™").casefold() for word in words]
    if len(plain[0]) < 2 or not words[0][:1].isupper():
        return None
    for length in range(1, MOST_NAME_WORDS + 1):
        second = plain[length : length + 2]
        has_article = bool(second) and ARTICLE_WORD.match(f"{second[0]} ") is not None and second[1:] == plain[:1]
        if second[:1] == plain[:1] or has_article:
            label = " ".join(words[:length]).strip(" ,.:")
            return _Start(SectionKind.ABOUT, label, behind.split(None, length)[-1])
    return None


def _organisation_in(head: str, has_rest: bool) -> str | None:
    """Return the organisation that a label names, or None where it is no such label."""
    if head.rstrip().endswith((".", "?", "!")) and not has_rest and len(head.split()) > 6:
        return None
    match = ABOUT.fullmatch(head.strip(" 【】[]").rstrip("：: ")) or ABOUT_BEHIND.fullmatch(head.strip(" 【】[]*"))
    if not match or not match["organisation"]:
        return None
    organisation = match["organisation"].strip(" *:：")
    if NO_ORGANISATION.match(ARTICLE_WORD.sub("", organisation)) or not _is_named(organisation):
        return None
    return ARTICLE_WORD.sub("", organisation)


def _is_named(organisation: str) -> bool:
    """Whether what follows "About" is a name: capitals, or a script or spelling that has none."""
    words = ARTICLE_WORD.sub("", organisation).split()
    if any(word[0].isupper() or not word[0].islower() for word in words):
        return True
    return len(words) <= 2


def _contact(text: str) -> _Start | None:
    if glued := GLUED_CONTACT.match(text):
        if glued[1] == "Company Website":
            return None
        return _Start(SectionKind.CONTACT, label=text[glued.end() :].strip())
    match = CONTACT.match(text[:300])
    if not match or any(line.fullmatch(text) for line in KIND_LINE.values()):
        return None
    words = len(text.split())
    heading = words <= 12 and (text.rstrip(" *").endswith((":", "：")) or words <= 6)
    if heading or (has_address(text) and words <= MOST_CONTACT_WORDS):
        return _Start(SectionKind.CONTACT)
    return None


def _contact_in_row(paragraphs: Sequence[SourceParagraph], index: int) -> _Start | None:
    """Read a row of a table with the label of contacts in a cell, and an address there or in the rows below."""
    if paragraphs[index].kind is not Kind.TABLE_ROW or (index and _is_row_of_contact(paragraphs[index - 1])):
        return None
    below = itertools.takewhile(lambda each: each.kind is Kind.TABLE_ROW, paragraphs[index : index + MOST_CONTACT_ROWS])
    if not any(has_address(each.text) for each in below):
        return None
    column = _column_of_contact(paragraphs[index])
    return None if column is None else _Start(SectionKind.CONTACT, column=column)


def _column_of_contact(paragraph: SourceParagraph) -> int | None:
    """Return in which cell of a row the label of contacts stands: alone, or with a colon in front of a name."""
    for column, cell in enumerate(cells_as_text(paragraph)):
        match = CONTACT.match(cell[:300])
        if match and len(cell.split()) <= MOST_CONTACT_WORDS and (not match["rest"].strip(" :：") or ":" in cell):
            return column
    return None


def _is_row_of_contact(paragraph: SourceParagraph) -> bool:
    return paragraph.kind is Kind.TABLE_ROW and _column_of_contact(paragraph) is not None


def cells_as_text(paragraph: SourceParagraph) -> list[str]:
    """Return the words in each cell of a row, empty ones too."""
    return [" ".join(html.unescape(TAG.sub("", cell)).split()) for cell in paragraph.cells]


def _ends(kind: SectionKind, paragraphs: Sequence[SourceParagraph], index: int, start: int) -> bool:
    """Whether a section is over before a paragraph that starts no other."""
    paragraph = paragraphs[index]
    text = paragraph.text
    if paragraph.kind is Kind.HEADING or is_hashtag_line(text):
        return True
    if kind is SectionKind.END:
        return True
    if paragraphs[start].kind is Kind.TABLE_ROW and paragraph.kind is not Kind.TABLE_ROW:
        return True
    if kind is SectionKind.CONTACT:
        return _is_other_than_contact(text) or (
            paragraph.place is not paragraphs[start].place and not has_address(text)
        )
    if CLOSING.match(text) or (kind is SectionKind.ABOUT and _asks_somebody(text)):
        return True
    if kind is SectionKind.ABOUT and paragraph.kind in (Kind.TABLE_ROW, Kind.IMAGE):
        return True
    return index > start + 1 and kind is SectionKind.ABOUT and _is_title(paragraph)


def _is_other_than_contact(text: str) -> bool:
    """Whether a paragraph without an address is text: somebody speaks in it, or it is long."""
    if has_address(text):
        return False
    words = len(text.split())
    return words > MOST_CONTACT_WORDS or (words > MOST_LINE_WORDS and text.endswith(SENTENCE_ENDS)) or _is_spoken(text)


def _asks_somebody(text: str) -> bool:
    """Whether a paragraph names a person and their address, which is no standing text."""
    return has_address(text) and bool(full_names_in(text)) and CONTACT_CUE.search(text) is not None


def _is_title(paragraph: SourceParagraph) -> bool:
    """Whether a line looks like a title of its own: short and without a full stop."""
    text = paragraph.text.rstrip(" *")
    return len(text.split()) <= MOST_TITLE_WORDS and len(text) <= 90 and text[-1:] not in ".!?;,。！？"
