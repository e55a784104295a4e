"""What every reader of a format hands over."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a paragraph is in its source, before anybody asks what it means."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list item"
    BLOCKQUOTE = "blockquote"
    TABLE_ROW = "table row"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class SourceParagraph:
    """One paragraph of the source, numbered from 0 in reading order.

    `text` is plain; `html` says the same with nothing but links, strong and
    em. `level` is the depth of a heading, a list or a quotation. A table row
    also has the sanitised HTML of its `cells`; where `is_head` they name the
    columns. A line that the writer broke on purpose is a paragraph of its own.
    """

    number: int
    text: str
    html: str
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    is_numbered: bool = False
    cells: tuple[str, ...] = ()
    is_head: bool = False
