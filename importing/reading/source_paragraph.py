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


class Place(StrEnum):
    """Where a paragraph stood. Headers come first in reading order, footnotes and then footers last."""

    TEXT = "text"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    TEXT_BOX = "text box"


@dataclass(frozen=True, slots=True)
class SourceParagraph:
    """One paragraph of the source, numbered from 0 in reading order.

    `text` is plain; `html` says the same with nothing but links, strong and
    em. `level` is the depth of a heading, a list or a quotation. A table row
    also has the sanitised HTML of its `cells`; where `is_head` they name the
    columns. A line that the writer broke on purpose is a paragraph of its own.

    Formats that know more than plain text also say: `place`, where it stood;
    `style`, the name of its style as the word processor writes it in English
    ("Title", "Heading 2", "Quote"; empty where it has none); `bold_share`, which
    share of its letters is bold, 0 to 1; `size`, the size of its first letters
    in points, 0 where it is not stated; `list_number` and `table_number`, which
    list or table of the document it belongs to, from 1, 0 for none; `image`, the
    name of a picture within the file (an IMAGE alone has one, and its `text` is
    the picture's description); `language`, what the writer marked it as ("fr").
    The mark of a footnote stands as "[1]" in the text, and a footnote begins
    with the same.
    """

    number: int
    text: str
    html: str
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    is_numbered: bool = False
    cells: tuple[str, ...] = ()
    is_head: bool = False
    place: Place = Place.TEXT
    style: str = ""
    bold_share: float = 0.0
    size: float = 0.0
    list_number: int = 0
    table_number: int = 0
    image: str = ""
    language: str = ""
