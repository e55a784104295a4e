"""Reading .odt: text, lists, tables, notes, frames, headers and footers, and what was changed and not accepted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from importing.patience import Patience
from importing.reading.document import refuse_undecided
from importing.reading.packages import PROTECTED, Package, attribute, child, local_name
from importing.reading.runs import CellOfRuns, Collector, Run, clean_text
from importing.reading.source_paragraph import Kind, Place, SourceParagraph
from importing.reading.tables import is_layout, with_heads
from importing.unreadable import UndecidedChange, UnreadableDocument, gettext_noop

NO_OPEN_DOCUMENT = gettext_noop("This is a zip file or a file of another program, and no OpenDocument text.")
WORD_FILE = gettext_noop("This is a Word file, whatever its ending says. Give it the ending .docx.")

ROUND_PARAGRAPHS = {"section", "index-body", "table-of-content", "index-title"}
UNSEEN = {"tracked-changes", "sequence-decls", "variable-decls", "forms", "user-field-decls"}
BOLD = {"bold", "600", "700", "800", "900"}
POINTS = re.compile(r"(\d+(?:\.\d+)?)pt")
#: A cell or line that says it is repeated is repeated so often at most.
MOST_REPEATED = 60
MOST_SPACES = 100


@dataclass(frozen=True, slots=True)
class TextStyle:
    """What a style says of letters and paragraphs."""

    name: str = ""
    parent: str = ""
    is_bold: bool = False
    is_italic: bool = False
    size: float = 0.0
    outline: int = 0


@dataclass
class Reading:
    """One reading of an OpenDocument text."""

    package: Package
    accept_changes: bool
    collector: Collector
    styles: dict[str, TextStyle] = field(default_factory=dict)
    merged: dict[str, TextStyle] = field(default_factory=dict)
    numbered: dict[str, bool] = field(default_factory=dict)
    found: list[UndecidedChange] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)
    place: Place = Place.TEXT
    lists: int = 0

    def read(self) -> list[SourceParagraph]:
        """Return headers, the text, its notes and the footers; raises UnreadableDocument."""
        root = self.package.xml("content.xml")
        text = child(root, "body", "text")
        if text is None:
            raise UnreadableDocument(NO_OPEN_DOCUMENT)
        around = self.package.xml_or_none("styles.xml")
        for part in (around, root):
            self.take_styles(part)
        self.take_changes(child(text, "tracked-changes"))
        try:
            self.take_margins(around, "header", Place.HEADER)
            self.take_blocks(text)
            for number, note in enumerate(self.notes, 1):
                self.take_note(number, note)
            self.take_margins(around, "footer", Place.FOOTER)
        except RecursionError:
            raise UnreadableDocument(
                gettext_noop("Tables and boxes stand within each other more deeply than anybody can read.")
            ) from None
        refuse_undecided(self.found, self.accept_changes)
        return self.collector.paragraphs

    def take_styles(self, root: Element | None) -> None:
        """Learn which styles are bold, italic or headings, and which lists count."""
        for each in root.iter() if root is not None else ():
            if local_name(each) == "style":
                letters = child(each, "text-properties")
                size = POINTS.fullmatch(attribute(letters, "font-size"))
                outline = attribute(each, "default-outline-level")
                self.styles[attribute(each, "name")] = TextStyle(
                    (attribute(each, "display-name") or attribute(each, "name")).replace("_20_", " "),
                    attribute(each, "parent-style-name"),
                    attribute(letters, "font-weight") in BOLD,
                    attribute(letters, "font-style") in ("italic", "oblique"),
                    float(size[1]) if size else 0.0,
                    int(outline) if outline.isdecimal() else 0,
                )
            elif local_name(each) == "list-style":
                first = next(iter(each), None)
                is_numbered = first is not None and local_name(first) == "list-level-style-number"
                self.numbered[attribute(each, "name")] = is_numbered and bool(attribute(first, "num-format"))

    def take_changes(self, tracked: Element | None) -> None:
        """Note what was changed and not decided; of what was put in, only that it was is known here."""
        for region in tracked if tracked is not None else ():
            change = next(iter(region), None)
            if change is None or local_name(change) not in ("insertion", "deletion"):
                continue
            kind = "inserted" if local_name(change) == "insertion" else "deleted"
            info = child(change, "change-info")
            author, day = (child(info, name) for name in ("creator", "date"))
            words = clean_text(
                " ".join("".join(each.itertext()) for each in change if local_name(each) != "change-info")
            )
            told = (each.text or "" if each is not None else "" for each in (author, day))
            self.found.append(UndecidedChange(kind, next(told), next(told)[:10], words[:300], ""))

    def take_margins(self, root: Element | None, name: str, place: Place) -> None:
        """Read the headers or footers of all pages; lines that several of them share stand once."""
        self.place = place
        seen: set[str] = set()
        for each in root.iter() if root is not None else ():
            if local_name(each).startswith(name) and local_name(each) in (name, f"{name}-first", f"{name}-left"):
                words = clean_text("".join(each.itertext()))
                if words and words not in seen:
                    seen.add(words)
                    self.take_blocks(each)
        self.place = Place.TEXT

    def take_note(self, number: int, note: Element) -> None:
        """Read a note, which begins with its mark."""
        before = len(self.collector.paragraphs)
        self.place = Place.FOOTNOTE
        self.take_blocks(note)
        self.place = Place.TEXT
        if len(self.collector.paragraphs) > before:
            first = self.collector.paragraphs[before]
            mark = f"[{number}] "
            self.collector.paragraphs[before] = replace(first, text=mark + first.text, html=mark + first.html)

    def take_blocks(self, parent: Element, list_says: dict[str, object] | None = None) -> None:
        """Read what stands in the text, a section, a cell, a list or a frame."""
        for each in parent:
            name = local_name(each)
            if name in ("h", "p"):
                self.take_paragraph(each, list_says)
            elif name == "list":
                self.take_list(each, list_says)
            elif name == "table":
                self.take_table(each)
            elif name in ROUND_PARAGRAPHS:
                self.take_blocks(each)
            elif name == "frame":
                self.take_frame(each)

    def take_list(self, element: Element, outer: dict[str, object] | None) -> None:
        """Read the items of a list, and of the lists within it."""
        if outer is None:
            self.lists += 1
        says: dict[str, object] = {
            "level": int(str(outer["level"])) + 1 if outer else 1,
            "is_numbered": self.numbered.get(attribute(element, "style-name"), bool(outer and outer["is_numbered"])),
            "list_number": self.lists,
        }
        for item in element:
            if local_name(item) in ("list-item", "list-header"):
                self.take_blocks(item, says)

    def take_paragraph(self, element: Element, list_says: dict[str, object] | None) -> None:
        """Read a paragraph or heading, then the frames that hang on it."""
        style = self.style_of(attribute(element, "style-name"))
        name = self.named(attribute(element, "style-name"))
        frames: list[Element] = []
        base = Run("", is_bold=style.is_bold, is_italic=style.is_italic, size=style.size)
        runs = list(self.runs_of(element, base, frames))
        plain = name.casefold()
        level = int(attribute(element, "outline-level") or 1) if local_name(element) == "h" else 0
        level = level or {"title": 1, "subtitle": 2}.get(plain, 0)
        if level:
            self.collector.add(runs, Kind.HEADING, place=self.place, style=name, level=min(level, 6))
        elif list_says:
            self.collector.add(runs, Kind.LIST_ITEM, place=self.place, style=name, **list_says)
        elif plain in ("quotations", "quote"):
            self.collector.add(runs, Kind.BLOCKQUOTE, place=self.place, style=name, level=1)
        else:
            self.collector.add(runs, place=self.place, style=name)
        for frame in frames:
            self.take_frame(frame)

    def style_of(self, name: str) -> TextStyle:
        """Return a style with what it takes from those it is based on; remembered, since a few set all of a text."""
        if name not in self.merged:
            self.merged[name] = self.merged_style(name)
        return self.merged[name]

    def merged_style(self, name: str) -> TextStyle:
        """Put a style together with those it is based on."""
        merged = TextStyle()
        for _ in range(10):
            style = self.styles.get(name)
            if style is None:
                break
            merged = replace(
                merged,
                is_bold=merged.is_bold or style.is_bold,
                is_italic=merged.is_italic or style.is_italic,
                size=merged.size or style.size,
            )
            name = style.parent
        return merged

    def named(self, name: str) -> str:
        """Return the style by which people know a paragraph: what a program made up is based on it."""
        style = self.styles.get(name)
        if style is not None and re.fullmatch(r"P\d+", name) and style.parent:
            return self.named(style.parent) if style.parent != name else style.name
        return style.name if style is not None else name.replace("_20_", " ")

    def runs_of(self, element: Element, base: Run, frames: list[Element]) -> Iterator[Run]:
        """Yield the runs of a paragraph, a span or a link."""
        if element.text:
            yield replace(base, text=element.text)
        for each in element:
            yield from self.runs_in(each, base, frames)
            if each.tail:
                yield replace(base, text=each.tail)

    def runs_in(self, element: Element, base: Run, frames: list[Element]) -> Iterator[Run]:
        """Yield the runs of one thing within a paragraph."""
        name = local_name(element)
        if name == "span":
            style = self.style_of(attribute(element, "style-name"))
            is_bold, is_italic = base.is_bold or style.is_bold, base.is_italic or style.is_italic
            yield from self.runs_of(element, replace(base, is_bold=is_bold, is_italic=is_italic), frames)
        elif name == "a":
            yield from self.runs_of(element, replace(base, address=attribute(element, "href")), frames)
        elif name == "s":
            count = attribute(element, "c")
            yield replace(base, text=" " * min(int(count) if count.isdecimal() else 1, MOST_SPACES))
        elif name in ("tab", "line-break"):
            yield replace(base, text="\t" if name == "tab" else "\n")
        elif name == "note":
            body = child(element, "note-body")
            if body is not None:
                self.notes.append(body)
                yield replace(base, text=f"[{len(self.notes)}]")
        elif name == "annotation":
            self.take_annotation(element)
        elif name == "frame":
            frames.append(element)
        elif name not in ("annotation-end", "soft-page-break", *UNSEEN):
            yield from self.runs_of(element, base, frames)

    def take_annotation(self, element: Element) -> None:
        """Note what somebody remarked beside the text."""
        told = {local_name(each): "".join(each.itertext()) for each in element}
        words = clean_text(" ".join("".join(each.itertext()) for each in element if local_name(each) in ("p", "list")))
        author, day = told.get("creator", ""), told.get("date", "")[:10]
        self.found.append(UndecidedChange("comment", author, day, words[:300], ""))

    def take_frame(self, frame: Element) -> None:
        """Read a text box, or note a picture."""
        described = next(("".join(each.itertext()) for each in frame if local_name(each) in ("desc", "title")), "")
        for each in frame:
            if local_name(each) == "text-box":
                outside, self.place = self.place, Place.TEXT_BOX if self.place is Place.TEXT else self.place
                self.take_blocks(each)
                self.place = outside
            elif local_name(each) == "image":
                name = attribute(each, "href").removeprefix("./")
                is_inside = name in self.package
                self.collector.add_image(name if is_inside else "", described, "" if is_inside else name, self.place)
                return

    def take_table(self, table: Element) -> None:
        """Read a table by its rows; one that only sets text side by side is read cell by cell."""
        rows = list(rows_of_table(table, False))
        cells = [[each for each in row if local_name(each) in ("table-cell", "covered-table-cell")] for row, _ in rows]
        known, notes = len(self.found), len(self.notes)
        written = [[self.cell_of(each) for each in row] for row in cells]
        holds_more = any(
            local_name(part) in ("table", "image", "h", "text-box")
            for row in cells
            for cell in row
            for part in cell.iter()
        )
        if is_layout(written, holds_more):
            del self.found[known:], self.notes[notes:]
            for row in cells:
                for cell in row:
                    self.take_blocks(cell)
        else:
            heads = sum(is_head for _, is_head in rows)
            self.collector.add_rows(with_heads(written, heads if heads < len(rows) else 0), self.place)

    def cell_of(self, cell: Element) -> CellOfRuns:
        """Return what stands in a cell."""
        paragraphs = []
        for each in cell.iter():
            if local_name(each) in ("p", "h"):
                style = self.style_of(attribute(each, "style-name"))
                base = Run("", is_bold=style.is_bold, is_italic=style.is_italic)
                paragraphs.append(tuple(self.runs_of(each, base, [])))
        return CellOfRuns(tuple(each for each in paragraphs if any(run.text.strip() for run in each)))


def rows_of_table(table: Element, is_head: bool) -> Iterator[tuple[Element, bool]]:
    """Yield the rows of a table, each with whether it is repeated above each page."""
    for each in table:
        if local_name(each) == "table-row":
            yield each, is_head
        elif local_name(each) in ("table-header-rows", "table-rows", "table-row-group"):
            yield from rows_of_table(each, is_head or local_name(each) == "table-header-rows")


def read_open_document(content: bytes, patience: Patience, accept_changes: bool = False) -> list[SourceParagraph]:
    """Return the paragraphs of an OpenDocument text.

    Raises UnreadableDocument for a file that is none, and UndecidedDocument for
    changes and remarks that nobody decided, unless they are to be taken as accepted.
    """
    package = Package(content)
    if "content.xml" not in package:
        raise UnreadableDocument(WORD_FILE if "[Content_Types].xml" in package else NO_OPEN_DOCUMENT)
    manifest = package.xml_or_none("META-INF/manifest.xml")
    if manifest is not None and any(local_name(each) == "encryption-data" for each in manifest.iter()):
        raise UnreadableDocument(PROTECTED)
    return Reading(package, accept_changes, Collector(patience)).read()
