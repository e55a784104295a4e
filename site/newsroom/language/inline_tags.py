"""The inline marks of a segment: bold, a link, a line break; read, numbered, compared and put back.

A segment is kept as HTML without attributes: "Each <b>city</b> counts its <a id="a1">stops</a>". Agencies must not
see HTML but numbered elements which their tools protect.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from html import unescape

from django.utils.translation import gettext as _
from wagtail_localize.strings import INLINE_TAGS

from newsroom.language.normalisation import without_unwritable

TAG = re.compile(r"<(?P<closes>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<rest>(?:\s[^<>]*)?)(?P<alone>/?)>")
REFERENCE = re.compile(r"""\s+id\s*=\s*["'](\w+)["']\s*/?\s*""")
STAND_ALONE = frozenset({"br"})
#: Elements that are written for one another.
SAME_ELEMENTS = {"strong": "b", "em": "i"}


class BrokenMarksError(ValueError):
    """Inline marks that cannot be put back; says in one line what is wrong with them."""


class TagPlace(Enum):
    """What a mark does to the text where it stands."""

    OPENS = "opens"
    CLOSES = "closes"
    ALONE = "alone"


@dataclass(frozen=True)
class Tag:
    """What a mark stands for: its element and, for a link, which one."""

    name: str
    reference: str = ""

    @property
    def kind(self) -> "Tag":
        """The same with one of the elements that are written for one another; by it marks are compared."""
        return Tag(SAME_ELEMENTS.get(self.name, self.name), self.reference)

    @property
    def opening(self) -> str:
        """As HTML, where it begins or stands alone."""
        reference = f' id="{self.reference}"' if self.reference else ""
        return f"<{self.name}{reference}{'/' if self.name in STAND_ALONE else ''}>"

    @property
    def closing(self) -> str:
        """As HTML, where it ends."""
        return f"</{self.name}>"


@dataclass(frozen=True)
class Mark:
    """An inline mark in a text, by its number."""

    place: TagPlace
    number: str


Piece = str | Mark
Tags = dict[str, Tag]


@dataclass(frozen=True)
class Marked:
    """A text with numbered marks, and what each number stands for."""

    pieces: tuple[Piece, ...]
    tags: Tags


def read_marks(html: str, known: Tags | None = None) -> Marked:
    """Read a segment. Marks get the numbers of the same marks in `known`, in order; others get new ones.

    Raises BrokenMarksError where marks are not closed, overlap, or are none that a segment may have.
    """
    waiting = dict(known or {})
    tags: Tags = {}
    pieces: list[Piece] = []
    opened: list[str] = []
    end = 0
    for found in TAG.finditer(html):
        pieces.append(unescape(html[end : found.start()]))
        end = found.end()
        if found["closes"]:
            pieces.append(closed_by(found["name"].lower(), opened, tags))
            continue
        tag = tag_of(found)
        number = next((number for number, other in waiting.items() if other == tag), "")
        waiting.pop(number, None)
        number = number or str(max(map(int, [*(known or {}), *tags]), default=0) + 1)
        tags[number] = tag
        if tag.name in STAND_ALONE:
            pieces.append(Mark(TagPlace.ALONE, number))
        else:
            opened.append(number)
            pieces.append(Mark(TagPlace.OPENS, number))
    if opened:
        raise BrokenMarksError(_("%(tag)s is not closed") % {"tag": tags[opened[-1]].opening})
    pieces.append(unescape(html[end:]))
    return Marked(tuple(piece for piece in pieces if piece), tags)


def closed_by(name: str, opened: list[str], tags: Tags) -> Mark:
    """The end of the mark that was opened last. Raises BrokenMarksError where it is the end of another one."""
    if not opened or tags[opened[-1]].name != name:
        raise BrokenMarksError(_("%(tag)s closes nothing, or not what was opened last") % {"tag": f"</{name}>"})
    return Mark(TagPlace.CLOSES, opened.pop())


def tag_of(found: re.Match[str]) -> Tag:
    """What an opening tag stands for. Raises BrokenMarksError where it is none that a segment may have."""
    name, rest = found["name"].lower(), found["rest"].rstrip("/ ")
    reference = REFERENCE.fullmatch(rest)
    if name not in INLINE_TAGS or (rest.strip() and (name != "a" or not reference)):
        raise BrokenMarksError(_("%(tag)s is no mark that a text may have") % {"tag": found[0]})
    return Tag(name, reference[1] if reference else "")


def html_of(pieces: Iterable[Piece], tags: Tags) -> str:
    """The segment as it is kept. Raises BrokenMarksError for a number that is not known or marks that overlap."""
    written: list[str] = []
    opened: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            written.append(escaped(piece))
            continue
        tag = tags.get(piece.number)
        if tag is None:
            raise BrokenMarksError(_("mark %(number)s is not in the original") % {"number": piece.number})
        if piece.place is TagPlace.CLOSES:
            if not opened or opened.pop() != piece.number:
                raise BrokenMarksError(_("mark %(number)s is not nested as it was") % {"number": piece.number})
            written.append(tag.closing)
        else:
            if piece.place is TagPlace.OPENS:
                opened.append(piece.number)
            if (piece.place is TagPlace.ALONE) != (tag.name in STAND_ALONE):
                raise BrokenMarksError(_("mark %(number)s is not what it was") % {"number": piece.number})
            written.append(tag.opening)
    if opened:
        raise BrokenMarksError(_("mark %(number)s is not closed") % {"number": opened[-1]})
    return "".join(written).strip()


def escaped(text: str) -> str:
    """Plain text as a segment keeps it: only what HTML must have escaped."""
    return without_unwritable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def normal(html: str) -> str:
    """A segment in the one form in which equal ones are equal; as it is where its marks are broken."""
    try:
        text = read_marks(html)
        return html_of(text.pieces, text.tags)
    except BrokenMarksError:
        return html.strip()


def text_of_segment(html: str) -> str:
    """The words of a segment without its marks."""
    return unescape(TAG.sub(lambda found: "\n" if found["name"].lower() == "br" else "", html))


def same_marks(source: str, target: str) -> None:
    """Raises BrokenMarksError where a translation has not exactly the marks of its source, closed and nested."""
    missing, surplus = differing_tags(read_marks(source).tags.values(), read_marks(target).tags.values())
    if missing:
        raise BrokenMarksError(_("%(tags)s is missing") % {"tags": listed(missing)})
    if surplus:
        raise BrokenMarksError(_("%(tags)s stands there more often than in the original") % {"tags": listed(surplus)})


def differing_tags(source: Iterable[Tag], target: Iterable[Tag]) -> tuple[list[Tag], list[Tag]]:
    """The marks that a translation lacks, and those it has beyond its source, each once."""
    wanted, found = (Counter(tag.kind for tag in tags) for tags in (source, target))
    return list(wanted - found), list(found - wanted)


def tags_in(html: str) -> Iterator[Tag]:
    """The marks that a segment opens, whether or not it closes them; those it may not have are left out."""
    for found in TAG.finditer(html):
        if not found["closes"]:
            try:
                yield tag_of(found)
            except BrokenMarksError:
                continue


def listed(tags: Sequence[Tag]) -> str:
    """Marks as people read them."""
    return ", ".join(tag.opening for tag in tags)
