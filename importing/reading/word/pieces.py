"""The runs of a paragraph of Word: letters, links, breaks, notes, pictures, and what was changed in them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from importing.reading.packages import attribute, child, local_name
from importing.reading.runs import Run, clean_text
from importing.reading.word.parts import Link, Style, points, switched
from importing.unreadable import UndecidedChange

#: A link that a field makes: its address is the first word behind the name.
FIELD_LINK = "HYPERLINK"
PASSED_THROUGH = {
    *("smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "bdo", "dir", "ruby", "rubyBase", "moveTo"),
    "oMathPara",
}
CHARACTERS = {"cr": "\n", "tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011", "sym": "•"}


@dataclass
class Pieces:
    """What one paragraph holds: runs, and beside them pictures and the paragraphs of text boxes."""

    runs: list[Run] = field(default_factory=list)
    pictures: list[Element] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


@dataclass
class _Field:
    """A field that is open: its instruction, and whether its result has begun."""

    instruction: str = ""
    shows: bool = False


@dataclass
class PieceReader:
    """Reads paragraphs of one part of a Word file."""

    links: dict[str, Link]
    found: list[UndecidedChange]
    note: Callable[[str, str], str]
    fields: list[_Field] = field(default_factory=list)

    def pieces_of(self, paragraph: Element, style: Style) -> Pieces:
        """Return what a paragraph holds."""
        pieces = Pieces()
        base = Run("", size=style.size)
        self.fields = []
        for each in paragraph:
            self.take(each, base, pieces)
        return pieces

    def take(self, element: Element, base: Run, pieces: Pieces) -> None:
        """Read a child of a paragraph, or of what only goes round runs."""
        name = local_name(element)
        if name == "r":
            self.take_run(element, base, pieces)
        elif name == "hyperlink":
            link = self.links.get(attribute(element, "id"))
            address = link.target if link and link.is_outside else ""
            self.take_all(element, replace(base, address=address or base.address), pieces)
        elif name in ("ins", "del", "moveFrom", "moveTo"):
            self.take_change(element, name, base, pieces)
        elif name == "AlternateContent":
            self.take_alternative(element, base, pieces)
        elif name in PASSED_THROUGH:
            self.take_all(element, base, pieces)
        elif name == "oMath":
            words = "".join(each.text or "" for each in element.iter() if local_name(each) == "t")
            pieces.runs.append(replace(base, text=words))

    def take_all(self, element: Element, base: Run, pieces: Pieces) -> None:
        """Read the children of what only goes round runs."""
        for each in element:
            self.take(each, base, pieces)

    def take_change(self, element: Element, name: str, base: Run, pieces: Pieces) -> None:
        """Read words that were put in or taken out, and note that nobody decided."""
        is_added = name in ("ins", "moveTo")
        words = clean_text("".join(each.text or "" for each in element.iter() if local_name(each) in ("t", "delText")))
        if words:
            before = clean_text("".join(run.text for run in pieces.runs))[-60:]
            kind = "inserted" if is_added else "deleted"
            author, day = attribute(element, "author"), attribute(element, "date")[:10]
            self.found.append(UndecidedChange(kind, author, day, words[:300], before))
        if is_added:
            self.take_all(element, base, pieces)

    def take_alternative(self, element: Element, base: Run, pieces: Pieces) -> None:
        """Read what is written twice, for newer and for older programs, once."""
        chosen = child(element, "Choice")
        chosen = child(element, "Fallback") if chosen is None else chosen
        for each in chosen if chosen is not None else ():
            self.take_part(each, base, pieces)

    def take_run(self, element: Element, base: Run, pieces: Pieces) -> None:
        """Read one run."""
        properties = child(element, "rPr")
        if switched(child(properties, "vanish")):
            return
        style = replace(
            base,
            is_bold=bool(switched(child(properties, "b"))) or (base.is_bold and child(properties, "b") is None),
            is_italic=bool(switched(child(properties, "i"))),
            size=points(child(properties, "sz")) or base.size,
        )
        for each in element:
            self.take_part(each, style, pieces)

    def take_part(self, element: Element, style: Run, pieces: Pieces) -> None:
        """Read one part of a run."""
        name = local_name(element)
        if name in ("drawing", "pict", "object"):
            pieces.boxes += boxes_in(element)
            pieces.pictures += [element] if has_picture(element) else []
        elif name == "AlternateContent":
            self.take_alternative(element, style, pieces)
        elif name == "ruby":
            self.take_all(element, style, pieces)
        elif name == "fldChar":
            self.take_field(attribute(element, "fldCharType"))
        elif name == "instrText" and self.fields and not self.fields[-1].shows:
            self.fields[-1].instruction += element.text or ""
        else:
            self.write(self.words_of(element, name), style, pieces)

    def words_of(self, element: Element, name: str) -> str:
        """Return the characters that a part of a run stands for."""
        if name in ("t", "delText"):
            return element.text or ""
        if name == "br":
            return "\n" if attribute(element, "type") in ("", "textWrapping") else " "
        if name in ("footnoteReference", "endnoteReference"):
            return self.note(name.removesuffix("Reference"), attribute(element, "id"))
        return CHARACTERS.get(name, "")

    def take_field(self, kind: str) -> None:
        """Follow the marks that open a field, begin its result and close it."""
        if kind == "begin":
            self.fields.append(_Field())
        elif self.fields and kind == "separate":
            self.fields[-1].shows = True
        elif self.fields and kind == "end":
            self.fields.pop()

    def write(self, text: str, style: Run, pieces: Pieces) -> None:
        """Add words; those between the marks of a field are its result, linked where it is a link."""
        if not text or any(not each.shows for each in self.fields):
            return
        address = next(filter(None, (address_of_field(each.instruction) for each in self.fields)), "")
        pieces.runs.append(replace(style, text=text, address=address or style.address))


def address_of_field(instruction: str) -> str:
    """Return the address in the instruction of a field that makes a link; empty for any other."""
    name, _, rest = instruction.strip().partition(" ")
    return rest.strip().split('"')[1] if name.upper() == FIELD_LINK and rest.strip().startswith('"') else ""


def boxes_in(element: Element) -> list[Element]:
    """Return the outermost text boxes in a drawing, each once though it is written for two programs."""
    return list(outermost(element, "txbxContent"))


def outermost(element: Element, name: str) -> Iterator[Element]:
    """Yield elements of a name that stand in no other of it; where there are alternatives, of the first."""
    for each in element:
        if local_name(each) == name:
            yield each
        elif local_name(each) == "AlternateContent":
            choice = child(each, "Choice")
            yield from outermost(choice if choice is not None else each, name)
        else:
            yield from outermost(each, name)


def has_picture(element: Element) -> bool:
    """Whether a drawing shows a picture."""
    return any(local_name(each) in ("blip", "imagedata") for each in element.iter())
