"""Reading .html: the words that a page shows, whatever stands round them, and nothing that it names is opened."""

import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from importing.patience import Patience
from importing.reading.encodings import decode_text
from importing.reading.runs import CellOfRuns, Collector, Run
from importing.reading.source_paragraph import Kind, Place, SourceParagraph
from importing.reading.tables import is_layout, with_heads

UNSEEN = {"script", "style", "template", "noscript", "svg", "math", "object", "iframe", "select", "textarea", "canvas"}
BLOCKS = {
    *("p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "address", "figure", "figcaption"),
    *("ul", "ol", "dl", "dt", "dd", "li", "blockquote", "pre", "form", "fieldset", "hr", "body", "html", "head"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "table", "details", "summary", "caption", "title", "center", "button"),
}
ALONE = {"br", "hr", "img", "input", "meta", "link", "wbr", "source", "area", "base", "col", "embed", "track"}
BOLD, ITALIC = {"b", "strong"}, {"i", "em", "cite"}
PLACES = {"nav": Place.HEADER, "footer": Place.FOOTER, "aside": Place.TEXT_BOX}
#: What closes an open paragraph or item by beginning.
CLOSED_BY = {
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "tr": {"tr", "td", "th"},
    "td": {"td", "th"},
    "th": {"td", "th"},
}
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
SLANTED = re.compile(r"font-style\s*:\s*italic", re.IGNORECASE)
DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
SPACES = re.compile(r"\s+")
#: Tags that are open within each other; more are read as if they closed.
DEEPEST = 500


@dataclass(slots=True)
class _Open:
    """A tag that is open, and how letters are set in it."""

    name: str
    is_bold: bool = False
    is_italic: bool = False
    address: str = ""
    is_unseen: bool = False


@dataclass(slots=True)
class _Said:
    """A paragraph in a cell, and what it would be outside a table."""

    runs: tuple[Run, ...]
    kind: Kind = Kind.PARAGRAPH
    says: dict[str, object] = field(default_factory=dict)


@dataclass
class _Table:
    """A table that is open: its rows of cells, each with what stands in it, and whether the row names the columns."""

    rows: list[tuple[list[list[_Said]], bool]] = field(default_factory=list)
    cell: list[_Said] | None = None
    in_head: bool = False
    holds_more: bool = False


class PageReader(HTMLParser):
    """Reads a page as a browser without styles would show it."""

    def __init__(self, patience: Patience) -> None:
        super().__init__(convert_charrefs=True)
        self.collector = Collector(patience)
        self.open: list[_Open] = []
        self.runs: list[Run] = []
        self.tables: list[_Table] = []
        self.title = ""
        self.lists = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens: a block ends what was being written, marks set what follows."""
        self.collector.patience.check()
        values = {name: value or "" for name, value in attrs}
        if tag == "br":
            self.write("\n")
        elif tag == "img":
            self.take_picture(values)
        elif tag == "q":
            self.write("“")
        if tag in BLOCKS or tag in ("tr", "td", "th"):
            self.end_block()
        if tag in ALONE:
            return
        self.close_implied(tag)
        if tag in ("ul", "ol") and not self.is_in("ul", "ol"):
            self.lists += 1
        self.open_table_part(tag)
        if len(self.open) < DEEPEST:
            self.open.append(self.opened(tag, values))

    def opened(self, tag: str, values: dict[str, str]) -> _Open:
        """Return how letters are set in a tag: as outside it, and as it says."""
        outer = self.open[-1] if self.open else _Open("")
        style = values.get("style", "")
        return _Open(
            tag,
            outer.is_bold or tag in BOLD or bool(HEAVY.search(style)),
            outer.is_italic or tag in ITALIC or bool(SLANTED.search(style)),
            values.get("href", "") if tag == "a" else outer.address,
            outer.is_unseen or tag in UNSEEN or "hidden" in values or bool(HIDDEN.search(style)),
        )

    def close_implied(self, tag: str) -> None:
        """Close an item, cell or paragraph that was left open and that this tag ends."""
        for number in range(len(self.open) - 1, -1, -1):
            name = self.open[number].name
            if name in ("ul", "ol", "dl", "table"):
                return
            if name in CLOSED_BY.get(tag, ()) or (name == "p" and tag in BLOCKS):
                self.handle_endtag(name)
                return

    def handle_endtag(self, tag: str) -> None:
        """A tag closes, with those left open within it."""
        if tag == "q":
            self.write("”")
        if tag in BLOCKS or tag in ("tr", "td", "th"):
            self.end_block()
        if not any(each.name == tag for each in self.open):
            return
        name = ""
        while name != tag:
            name = self.open.pop().name
            self.close_table_part(name)

    def handle_data(self, data: str) -> None:
        """Words of the page; breaks in its source are spaces."""
        if self.is_in("title"):
            self.title += data
        elif self.is_in("pre"):
            self.write(data)
        else:
            self.write(SPACES.sub(" ", data))

    def write(self, text: str) -> None:
        """Add words where somebody could see them."""
        top = self.open[-1] if self.open else _Open("")
        if not top.is_unseen and not self.is_in("title"):
            self.runs.append(Run(text, top.is_bold, top.is_italic, top.address))

    def is_in(self, *names: str) -> bool:
        """Whether one of these tags is open."""
        return any(each.name in names for each in self.open)

    def end_block(self) -> None:
        """Add what was written since the last block began, as what it stands in."""
        runs, self.runs = self.runs, []
        if not any(run.text.strip() for run in runs):
            return
        kind, says = self.kind()
        if self.tables and self.tables[-1].cell is not None:
            self.tables[-1].cell.append(_Said(tuple(runs), kind, says))
            self.tables[-1].holds_more |= kind is Kind.HEADING
            return
        self.collector.add(runs, kind, place=self.place(), **says)

    def heading(self) -> int:
        """The depth of the heading that is open, 0 for none."""
        found = (each.name for each in reversed(self.open) if len(each.name) == 2 and each.name[0] == "h")
        return next((int(name[1]) for name in found if name[1] in "123456"), 0)

    def kind(self) -> tuple[Kind, dict[str, object]]:
        """Return what is being written."""
        if level := self.heading():
            return Kind.HEADING, {"level": level}
        lists = [each.name for each in self.open if each.name in ("ul", "ol")]
        if lists and self.is_in("li"):
            return Kind.LIST_ITEM, {
                "level": len(lists),
                "is_numbered": lists[-1] == "ol",
                "list_number": self.lists,
            }
        if quotations := sum(each.name == "blockquote" for each in self.open):
            return Kind.BLOCKQUOTE, {"level": quotations}
        return Kind.PARAGRAPH, {}

    def place(self) -> Place:
        """Where on the page it stands; in an article all is its text."""
        if self.is_in("article", "main"):
            return Place.TEXT
        return next((PLACES[each.name] for each in self.open if each.name in PLACES), Place.TEXT)

    def take_picture(self, values: dict[str, str]) -> None:
        """Note a picture that is described or stands on its own; nobody asks for its file."""
        address = values.get("src", "")
        described = values.get("alt", "")
        is_unseen = bool(self.open) and self.open[-1].is_unseen
        if is_unseen or address.startswith("data:") or not (described.strip() or address.startswith("http")):
            return
        self.end_block()
        if self.tables and self.tables[-1].cell is not None:
            self.tables[-1].cell.append(_Said((Run(described or address, address=address),)))
        else:
            self.collector.add_image("", described, address, self.place())

    def open_table_part(self, tag: str) -> None:
        """A table, its head, a row or a cell begins."""
        if tag == "table":
            for outer in self.tables:
                outer.holds_more = True
            self.tables.append(_Table())
        elif self.tables and tag == "thead":
            self.tables[-1].in_head = True
        elif self.tables and tag == "tr":
            self.tables[-1].rows.append(([], self.tables[-1].in_head))
        elif self.tables and tag in ("td", "th"):
            if not self.tables[-1].rows:
                self.tables[-1].rows.append(([], False))
            self.tables[-1].cell = []

    def close_table_part(self, tag: str) -> None:
        """A table, its head or a cell ends."""
        if not self.tables:
            return
        table = self.tables[-1]
        if tag in ("td", "th") and table.cell is not None:
            cells, is_head = table.rows[-1]
            cells.append(table.cell)
            table.rows[-1] = (cells, table.in_head or (tag == "th" and (is_head or len(cells) == 1)))
            table.cell = None
        elif tag == "thead":
            table.in_head = False
        elif tag == "table":
            self.add_table(self.tables.pop())

    def add_table(self, table: _Table) -> None:
        """Add a table by its rows, or what it only sets side by side as paragraphs."""
        rows = [(cells, is_head) for cells, is_head in table.rows if cells]
        written = [[CellOfRuns(tuple(said.runs for said in cell)) for cell in cells] for cells, _ in rows]
        outer = self.tables[-1].cell if self.tables else None
        if outer is None and not is_layout(written, table.holds_more):
            heads = sum(is_head for _, is_head in rows)
            self.collector.add_rows(with_heads(written, heads if heads < len(rows) else 0), self.place())
            return
        for said in (said for cells, _ in rows for cell in cells for said in cell):
            if outer is not None:
                outer.append(said)
            else:
                self.collector.add(said.runs, said.kind, place=self.place(), **said.says)


def read_web_page(content: bytes, patience: Patience) -> list[SourceParagraph]:
    """Return the paragraphs of a page of HTML; raises UnreadableDocument when it is no text."""
    declared = DECLARED.search(content[:4096])
    reader = PageReader(patience)
    text = decode_text(content, declared[1].decode("ascii", "ignore") if declared else "")
    for start in range(0, len(text), 65_536):
        reader.feed(text[start : start + 65_536])
    reader.close()
    reader.end_block()
    while reader.tables:
        reader.add_table(reader.tables.pop())
    return with_title(reader)


def with_title(reader: PageReader) -> list[SourceParagraph]:
    """Return what was read; the title of a page that has no heading opens it, since browsers show it above."""
    title = SPACES.sub(" ", reader.title).strip()
    paragraphs = reader.collector.paragraphs
    if not title or any(each.kind is Kind.HEADING and each.level == 1 for each in paragraphs):
        return paragraphs
    if any(title.startswith(each.text) and len(each.text) > 20 for each in paragraphs):
        return paragraphs
    opened = Collector(reader.collector.patience)
    opened.add([Run(title)], Kind.HEADING, level=1)
    return opened.paragraphs + [replace(each, number=each.number + 1) for each in paragraphs]
