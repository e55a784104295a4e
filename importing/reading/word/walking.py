"""Going through the parts of a Word file in the order in which people read them."""

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from importing.patience import Patience
from importing.reading.document import refuse_undecided
from importing.reading.packages import attribute, child, local_name
from importing.reading.runs import CellOfRuns, Collector, Run, clean_text
from importing.reading.source_paragraph import Kind, Place, SourceParagraph
from importing.reading.tables import is_layout, with_heads
from importing.reading.word.parts import NO_WORD, Style, WordParts, switched, whole
from importing.reading.word.pieces import PieceReader, Pieces
from importing.unreadable import UndecidedChange, UnreadableDocument, gettext_noop

QUOTE_STYLES = {"quote", "intense quote", "block text"}
ROUND_PARAGRAPHS = {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"}
SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}


class WordReading:
    """One reading of a Word file."""

    def __init__(self, parts: WordParts, patience: Patience, accept_changes: bool) -> None:
        self.parts, self.accept_changes = parts, accept_changes
        self.collector = Collector(patience)
        self.found: list[UndecidedChange] = []
        self.notes: dict[tuple[str, str], int] = {}
        self.lists: dict[str, int] = {}
        self.part, self.place = parts.main, Place.TEXT
        self.reader = self.reader_of(parts.main)

    def reader_of(self, part: str) -> PieceReader:
        """Return what reads the paragraphs of a part, whose links are its own."""
        return PieceReader(self.parts.links_of(part), self.found, self.note_mark)

    def note_mark(self, kind: str, name: str) -> str:
        """Return the mark of a note in the text; notes are numbered in the order in which they are named."""
        number = self.notes.setdefault((kind, name), len(self.notes) + 1)
        return f"[{number}]"

    def paragraphs(self) -> list[SourceParagraph]:
        """Return headers, then the text, its notes and the footers; raises UnreadableDocument."""
        root = self.parts.package.xml(self.parts.main)
        bodies = [each for each in root if local_name(each) == "body"]
        if not bodies:
            raise UnreadableDocument(NO_WORD)
        try:
            self.take_margins(root, "headerReference", Place.HEADER)
            for body in bodies:
                self.take_blocks(body)
            self.take_notes()
            self.take_margins(root, "footerReference", Place.FOOTER)
        except RecursionError:
            raise UnreadableDocument(
                gettext_noop("Tables and boxes stand within each other more deeply than anybody can read.")
            ) from None
        self.take_comments()
        refuse_undecided(self.found, self.accept_changes)
        return self.collector.paragraphs

    def take_margins(self, root: Element, name: str, place: Place) -> None:
        """Read the headers or footers of all sections; lines that several of them share stand once."""
        links = self.parts.links_of(self.parts.main)
        named = (links.get(attribute(each, "id")) for each in root.iter() if local_name(each) == name)
        before = len(self.collector.paragraphs)
        for part in dict.fromkeys(link.target for link in named if link and not link.is_outside):
            element = self.parts.package.xml_or_none(part)
            if element is not None:
                self.take_part(part, element, place)
        kept: dict[str, SourceParagraph] = {}
        for paragraph in self.collector.paragraphs[before:]:
            kept.setdefault(paragraph.text, paragraph)
        self.collector.paragraphs[before:] = [
            replace(paragraph, number=before + number) for number, paragraph in enumerate(kept.values())
        ]

    def take_part(self, part: str, element: Element, place: Place) -> None:
        """Read the blocks of another part than the text itself."""
        outside = self.part, self.place, self.reader
        self.part, self.place, self.reader = part, place, self.reader_of(part)
        self.take_blocks(element)
        self.part, self.place, self.reader = outside

    def take_notes(self) -> None:
        """Read the notes that the text names, in that order."""
        for kind in ("footnote", "endnote"):
            part = self.parts.part_of_kind(f"{kind}s")
            root = self.parts.package.xml_or_none(part)
            notes = {attribute(each, "id"): each for each in (root if root is not None else ())}
            for (noted, name), number in list(self.notes.items()):
                if noted == kind and name in notes and attribute(notes[name], "type") not in SEPARATORS:
                    before = len(self.collector.paragraphs)
                    self.take_part(part, notes[name], Place.FOOTNOTE)
                    self.begin_note(before, f"[{number}] ")

    def begin_note(self, index: int, mark: str) -> None:
        """Put the mark of a note before its first words."""
        if index < len(self.collector.paragraphs):
            first = self.collector.paragraphs[index]
            self.collector.paragraphs[index] = replace(first, text=mark + first.text, html=mark + first.html)

    def take_comments(self) -> None:
        """Note what people remarked beside the text; comments are never part of it."""
        root = self.parts.package.xml_or_none(self.parts.part_of_kind("comments"))
        for each in root if root is not None else ():
            words = clean_text(" ".join(part.text or "" for part in each.iter() if local_name(part) == "t"))
            day = attribute(each, "date")[:10]
            self.found.append(UndecidedChange("comment", attribute(each, "author"), day, words[:300], ""))

    def take_blocks(self, parent: Element) -> None:
        """Read the paragraphs and tables of a part, a cell or a box."""
        for each in parent:
            name = local_name(each)
            if name == "p":
                self.take_paragraph(each)
            elif name == "tbl":
                self.take_table(each)
            elif name in ROUND_PARAGRAPHS:
                self.take_blocks(each)
            elif name == "AlternateContent":
                chosen = child(each, "Choice")
                self.take_blocks(chosen if chosen is not None else each)

    def take_paragraph(self, paragraph: Element) -> None:
        """Read a paragraph, then the pictures and boxes that hang on it."""
        properties = child(paragraph, "pPr")
        style = self.parts.styles.get(attribute(child(properties, "pStyle"), "val"), Style())
        pieces = self.reader.pieces_of(paragraph, style)
        runs = [replace(run, is_bold=run.is_bold or style.is_bold) for run in pieces.runs]
        kind, says = self.kind_of(properties, style, runs)
        self.collector.add(runs, kind, place=self.place, style=style.name, **says)
        self.take_beside(pieces)

    def take_beside(self, pieces: Pieces) -> None:
        """Read what hangs on a paragraph: pictures, then text boxes."""
        for picture in pieces.pictures:
            self.take_picture(picture)
        for box in pieces.boxes:
            outside, self.place = self.place, Place.TEXT_BOX if self.place is Place.TEXT else self.place
            self.take_blocks(box)
            self.place = outside

    def kind_of(self, properties: Element | None, style: Style, runs: list[Run]) -> tuple[Kind, dict[str, object]]:
        """Return what a paragraph is by its style and its list."""
        outline = attribute(child(properties, "outlineLvl"), "val")
        depth = whole(outline) + 1 if outline.isdecimal() and whole(outline) < 6 else style.heading
        if depth and any(run.text.strip() for run in runs):
            return Kind.HEADING, {"level": depth}
        numbering = child(properties, "numPr")
        list_id = attribute(child(numbering, "numId"), "val") or style.list_id
        if list_id and list_id != "0":
            level = whole(attribute(child(numbering, "ilvl"), "val")) or style.list_level
            shown = self.parts.levels.get((list_id, level), False)
            if shown is not None:
                number = self.lists.setdefault(list_id, len(self.lists) + 1)
                return Kind.LIST_ITEM, {"level": level + 1, "is_numbered": shown, "list_number": number}
        if style.name.casefold() in QUOTE_STYLES:
            return Kind.BLOCKQUOTE, {"level": 1}
        return Kind.PARAGRAPH, {}

    def take_picture(self, element: Element) -> None:
        """Note a picture: which part of the file it is, and how it was described."""
        links = self.parts.links_of(self.part)
        described = next(
            (text for each in element.iter() if local_name(each) == "docPr" for text in [attribute(each, "descr")]), ""
        )
        for each in element.iter():
            if local_name(each) in ("blip", "imagedata"):
                link = links.get(attribute(each, "embed") or attribute(each, "link") or attribute(each, "id"))
                if link is not None:
                    name, address = ("", link.target) if link.is_outside else (link.target, "")
                    self.collector.add_image(name, described, address, self.place)

    def take_table(self, table: Element) -> None:
        """Read a table by its rows; one that only sets text side by side is read cell by cell."""
        rows = [each for each in rows_in(table) if self.stays(each[0])]
        cells = [list(cells_in(row)) for row, _ in rows]
        known = len(self.found)
        written = [[self.cell_of(cell) for cell in row] for row in cells]
        if is_layout(written, any(holds_more(cell, self.parts.styles) for row in cells for cell in row)):
            del self.found[known:]
            for row in cells:
                for cell in row:
                    self.take_blocks(cell)
            return
        heads = 0
        for _, is_head in rows:
            if not is_head:
                break
            heads += 1
        wide = [list(spread(row, own)) for row, own in zip(cells, written, strict=True)]
        self.collector.add_rows(with_heads(wide, heads if heads < len(rows) else 0), self.place)

    def stays(self, row: Element) -> bool:
        """Whether a row is read; that one was put in or taken out and nobody decided is noted."""
        for name, kind in (("ins", "inserted"), ("del", "deleted")):
            change = child(row, "trPr", name)
            if change is not None:
                words = clean_text(
                    " ".join(each.text or "" for each in row.iter() if local_name(each) in ("t", "delText"))
                )
                author, day = attribute(change, "author"), attribute(change, "date")[:10]
                self.found.append(UndecidedChange(kind, author, day, words[:300], ""))
                return kind == "inserted"
        return True

    def cell_of(self, cell: Element) -> CellOfRuns:
        """Return what stands in a cell."""
        paragraphs = [each for each in cell.iter() if local_name(each) == "p"]
        styles = [self.parts.styles.get(attribute(child(each, "pPr", "pStyle"), "val"), Style()) for each in paragraphs]
        runs = [
            tuple(replace(run, is_bold=run.is_bold or style.is_bold) for run in self.reader.pieces_of(each, style).runs)
            for each, style in zip(paragraphs, styles, strict=True)
        ]
        return CellOfRuns(tuple(each for each in runs if any(run.text.strip() for run in each)))


def rows_in(table: Element) -> Iterator[tuple[Element, bool]]:
    """Yield the rows of a table, each with whether it is repeated above each page."""
    for each in table:
        if local_name(each) == "tr":
            yield each, bool(switched(child(each, "trPr", "tblHeader")))
        elif local_name(each) in ROUND_PARAGRAPHS:
            yield from rows_in(each)


def cells_in(row: Element) -> Iterator[Element]:
    """Yield the cells of a row, those in content controls too."""
    for each in row:
        if local_name(each) == "tc":
            yield each
        elif local_name(each) in ROUND_PARAGRAPHS:
            yield from cells_in(each)


def holds_more(cell: Element, styles: dict[str, Style]) -> bool:
    """Whether a cell holds what no cell of a table does: another table, a picture, a box or a heading."""
    for each in cell.iter():
        name = local_name(each)
        if name in ("tbl", "blip", "imagedata", "txbxContent"):
            return True
        if name == "pStyle" and styles.get(attribute(each, "val"), Style()).heading:
            return True
    return False


def spread(row: list[Element], cells: list[CellOfRuns]) -> Iterator[CellOfRuns]:
    """Yield the cells of a row in as many places as they cover."""
    for element, cell in zip(row, cells, strict=True):
        properties = child(element, "tcPr")
        continues = (
            child(properties, "vMerge") is not None and attribute(child(properties, "vMerge"), "val") != "restart"
        )
        yield CellOfRuns() if continues and not cell.paragraphs else cell
        for _ in range(min(whole(attribute(child(properties, "gridSpan"), "val")), 60) - 1):
            yield CellOfRuns()
