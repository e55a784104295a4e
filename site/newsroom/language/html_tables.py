"""The tables in a piece of HTML, parted from the text around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from newsroom.language.html import words_of_html
from newsroom.language.tables import PlainTable, table_of_rows

TABLE_TAG = re.compile(r"<(/?)table\b[^>]*>", re.IGNORECASE)
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^>]*?(/?)>", re.IGNORECASE)
SHOWN = re.compile(r"<(?:img|embed)\b", re.IGNORECASE)
STAND_ALONE_TAGS = {"br", "hr", "img", "embed"}
LINK = re.compile(r"<a\b[^>]*?\bhref=[\"']((?:https?:|mailto:)[^\"']+)[\"'][^>]*>(.*?)</a>", re.IGNORECASE | re.DOTALL)
BOLD = re.compile(r"\s*(?:<p\b[^>]*>\s*)?<(b|strong)\b[^>]*>(?:(?!</\1>).)*</\1>\s*(?:</p>\s*)?", re.DOTALL)
#: More than any table has that people read; a cell that says it spans more spans so many.
WIDEST_SPAN, LONGEST_SPAN = 100, 1_000


def has_table(html: str) -> bool:
    """Whether there is a table in a piece of HTML."""
    return "<table" in html.lower()


def texts_and_tables_of_html(html: str) -> Iterator[str | PlainTable]:
    """Yield the tables of a piece of HTML and the HTML around them, in order; a table of one cell is a paragraph.

    A table within a table is text in its cell. Nothing but marks inside cells and addresses of pages is lost.
    """
    start = depth = 0
    opened = 0
    for tag in TABLE_TAG.finditer(html):
        depth = max(depth + (-1 if tag[1] else 1), 0)
        if not tag[1] and depth == 1:
            opened = tag.start()
        elif tag[1] and depth == 0 and opened >= start:
            yield from text_part(html[start:opened])
            yield from table_part(html[opened : tag.end()])
            start = tag.end()
    if depth:
        yield from text_part(html[start:opened])
        yield from table_part(html[opened:])
    else:
        yield from text_part(html[start:])


def text_part(html: str) -> Iterator[str]:
    """Yield the HTML between two tables, if it says or shows something."""
    if words_of_html(html) or SHOWN.search(html):
        yield closed_html(html)


def table_part(html: str) -> Iterator[str | PlainTable]:
    """Yield a table, or its only cell as a paragraph; nothing where it has no words."""
    reader = TableReader()
    reader.feed(html)
    reader.close()
    table = reader.table()
    if len(table.all_rows) == 1 and len(table.kinds) == 1 and not table.caption:
        yield f"<p>{reader.rows[0].cells[0].html}</p>" if len(reader.rows) == 1 else f"<p>{words_of_html(html)}</p>"
    elif table.kinds or table.caption:
        yield table


def closed_html(html: str) -> str:
    """Return a piece that was cut out of HTML with its tags closed, and without those that close nothing in it."""
    open_tags: list[str] = []
    parts, start = [], 0
    for tag in TAG.finditer(html):
        name = tag[2].lower()
        parts.append(html[start : tag.start()])
        start = tag.end()
        if name in STAND_ALONE_TAGS or tag[3]:
            parts.append(tag[0])
        elif not tag[1]:
            open_tags.append(name)
            parts.append(tag[0])
        elif name in open_tags:
            while (last := open_tags.pop()) != name:
                parts.append(f"</{last}>")
            parts.append(tag[0])
    parts.append(html[start:])
    return "".join(parts) + "".join(f"</{name}>" for name in reversed(open_tags))


def words_of_cell(html: str) -> str:
    """Return the words of a cell, with the addresses of its links that the words do not name."""

    def written_out(link: re.Match[str]) -> str:
        address = link[1].removeprefix("mailto:")
        return link[2] if address.rstrip("/") in words_of_html(link[2]) else f"{link[2]} ({address})"

    return words_of_html(LINK.sub(written_out, html))


@dataclass
class ReadCell:
    """A cell as it stands in HTML."""

    is_head: bool
    columns: int = 1
    rows: int = 1
    pieces: list[str] = field(default_factory=list)

    @property
    def html(self) -> str:
        """What stands in it."""
        return "".join(self.pieces)


@dataclass
class ReadRow:
    """A row as it stands in HTML."""

    is_in_head: bool
    cells: list[ReadCell] = field(default_factory=list)

    @property
    def is_head(self) -> bool:
        """Whether all its cells are headings, as marked or as set in bold."""
        return bool(self.cells) and (
            self.is_in_head or all(cell.is_head or BOLD.fullmatch(cell.html) for cell in self.cells)
        )


class TableReader(HTMLParser):
    """Reads one table, whatever program wrote it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.rows: list[ReadRow] = []
        self.caption: list[str] = []
        self.into: list[str] | None = None
        self.depth = 0
        self.is_in_head = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A row, a cell or the caption begins; anything else belongs to the cell it stands in."""
        if tag == "table":
            self.depth += 1
        if self.depth > 1:
            self.write(self.get_starttag_text() or "" if tag != "table" else " ")
        elif tag == "tr":
            self.rows.append(ReadRow(self.is_in_head))
            self.into = None
        elif tag in ("td", "th"):
            self.begin_cell(tag == "th", dict(attrs))
        elif tag == "caption":
            self.into = self.caption
        elif tag in ("thead", "tbody", "tfoot"):
            self.is_in_head = tag == "thead"
        elif tag != "table":
            self.write(self.get_starttag_text() or "")

    def begin_cell(self, is_head: bool, attributes: dict[str, str | None]) -> None:
        """The next words are those of a new cell."""
        if not self.rows:
            self.rows.append(ReadRow(self.is_in_head))
        columns = span(attributes.get("colspan"), WIDEST_SPAN)
        cell = ReadCell(is_head, columns, span(attributes.get("rowspan"), LONGEST_SPAN))
        self.rows[-1].cells.append(cell)
        self.into = cell.pieces

    def handle_endtag(self, tag: str) -> None:
        """The caption or a cell ends."""
        if tag == "table":
            self.depth -= 1
        elif self.depth == 1 and tag in ("td", "th", "caption", "tr"):
            self.into = None
        elif self.depth == 1 and tag in ("thead", "tbody", "tfoot", "colgroup"):
            self.is_in_head = False
        else:
            self.write(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        """Words; those between the rows belong to no cell, and are kept in front of the table."""
        if self.into is None and data.strip():
            self.caption.append(f" {data}")
        self.write(data)

    def handle_entityref(self, name: str) -> None:
        """A sign by its name."""
        self.write(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """A sign by its number."""
        self.write(f"&#{name};")

    def write(self, html: str) -> None:
        """Go on in the cell or caption."""
        if self.into is not None:
            self.into.append(html)

    def table(self) -> PlainTable:
        """What was read, every cell in one place: headings stand over all columns that they span, rows beside all."""
        heads = next((number for number, row in enumerate(self.rows) if not row.is_head), len(self.rows))
        if heads == len(self.rows) > 1:
            heads = 1
        written = [row for row in self.rows[heads:] if row.cells]
        has_names = bool(written) and all(row.cells[0].is_head for row in written)
        lines = list(self.grid(heads))
        heads = sum(any(line) for line in lines[:heads])
        return table_of_rows(lines, heads or None, has_names, words_of_html("".join(self.caption)))

    def grid(self, heads: int) -> Iterator[list[str]]:
        """The words of each row, in as many places as it has columns."""
        waiting: dict[int, tuple[int, str]] = {}
        for number, row in enumerate(self.rows):
            line: dict[int, str] = {}
            for place in sorted(waiting):
                left, words = waiting.pop(place)
                line[place] = words
                if left > 1:
                    waiting[place] = (left - 1, words)
            place = 0
            for cell in row.cells:
                words = words_of_cell(cell.html)
                for offset in range(cell.columns):
                    while place in line:
                        place += 1
                    line[place] = words if not offset or number < heads else ""
                    if cell.rows > 1:
                        waiting[place] = (cell.rows - 1, line[place])
            yield [line.get(place, "") for place in range(max(line, default=-1) + 1)]


def span(value: str | None, most: int) -> int:
    """Return over how many columns or rows a cell goes."""
    return min(max(int(value), 1), most) if value and value.isdecimal() and len(value) < 6 else 1
