"""The standing sections at the end of a release: about, contacts, notes, end mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from importing.reading import Kind, SourceParagraph
from importing.understanding.hashtags import is_hashtag_line
from importing.understanding.lexicon.labels import (
    ABOUT,
    ARTICLE_WORD,
    CLOSING,
    CONTACT,
    END_DASHES,
    END_MARK,
    END_WORD,
    GLUED_CONTACT,
    NO_ORGANISATION,
    NOTES,
    is_short,
)
from newsroom.language.addresses import has_address

MOST_CONTACT_WORDS = 45
MOST_TITLE_WORDS = 9


class SectionKind(StrEnum):
    ABOUT = "about"
    CONTACT = "contact"
    NOTES = "notes"
    END = "end"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the paragraphs under it.

    `label` is what the heading names (an organisation, a desk); `lead` is text
    that stands in the heading's own paragraph behind the label.
    """

    kind: SectionKind
    heading: SourceParagraph
    label: str
    lead: str
    paragraphs: tuple[SourceParagraph, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        return (self.heading.number, *(paragraph.number for paragraph in self.paragraphs))


@dataclass(frozen=True, slots=True)
class _Start:
    kind: SectionKind
    label: str = ""
    lead: str = ""


def sections_of(paragraphs: Sequence[SourceParagraph]) -> list[Section]:
    """Return the standing sections in order; the first text of a document starts none."""
    starts = {index: start for index, start in _starts(paragraphs)}
    sections = []
    for index, start in starts.items():
        end = index + 1
        while end < len(paragraphs) and end not in starts and not _ends(start.kind, paragraphs, end, index):
            end += 1
        sections.append(
            Section(start.kind, paragraphs[index], start.label, start.lead, tuple(paragraphs[index + 1 : end]))
        )
    return sections


def _starts(paragraphs: Sequence[SourceParagraph]) -> list[tuple[int, _Start]]:
    found = []
    for index, paragraph in enumerate(paragraphs):
        start = _start(paragraph)
        if (
            start is not None
            and index > 0
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
    if (about := _about(text)) is not None:
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


def _about(text: str) -> _Start | None:
    """Read "About X" alone on its line, or "About X: X is …" in one paragraph."""
    head, colon, rest = text.partition(":")
    if not colon or len(head) > 120:
        head, rest = text, ""
    if not is_short(head) or (head.rstrip().endswith((".", "?", "!")) and not rest and len(head.split()) > 6):
        return None
    match = ABOUT.fullmatch(head.rstrip("：: "))
    if not match or not match["organisation"]:
        return None
    organisation = match["organisation"].strip(" *:：")
    if NO_ORGANISATION.match(ARTICLE_WORD.sub("", organisation)) or not _is_named(organisation):
        return None
    return _Start(SectionKind.ABOUT, ARTICLE_WORD.sub("", organisation), rest.strip(" *"))


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
    if not match:
        return None
    words = len(text.split())
    heading = words <= 12 and (text.rstrip(" *").endswith((":", "：")) or words <= 6)
    if heading or (has_address(text) and words <= MOST_CONTACT_WORDS):
        return _Start(SectionKind.CONTACT)
    return None


def _ends(kind: SectionKind, paragraphs: Sequence[SourceParagraph], index: int, start: int) -> bool:
    """Whether a section is over before a paragraph that starts no other."""
    paragraph = paragraphs[index]
    text = paragraph.text
    if paragraph.kind is Kind.HEADING or is_hashtag_line(text):
        return True
    if kind is SectionKind.END:
        return True
    if kind is SectionKind.CONTACT:
        return len(text.split()) > MOST_CONTACT_WORDS and not has_address(text)
    if CLOSING.match(text):
        return True
    if kind is SectionKind.ABOUT and paragraph.kind in (Kind.TABLE_ROW, Kind.IMAGE):
        return True
    return index > start + 1 and kind is SectionKind.ABOUT and _is_title(paragraph)


def _is_title(paragraph: SourceParagraph) -> bool:
    """Whether a line looks like a title of its own: short and without a full stop."""
    text = paragraph.text.rstrip(" *")
    return len(text.split()) <= MOST_TITLE_WORDS and len(text) <= 90 and text[-1:] not in ".!?;,。！？"
