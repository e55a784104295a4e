"""The parts of a Word file and what they say of styles, lists and links."""

import posixpath
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from importing.reading.packages import Package, attribute, child, local_name
from importing.unreadable import UnreadableDocument, gettext_noop

MACROS = gettext_noop("The file holds macros. Save it as .docx without macros and try again.")
OPEN_DOCUMENT = gettext_noop("This is an OpenDocument file, whatever its ending says. Give it the ending .odt.")
NO_WORD = gettext_noop("This is a zip file or a file of another program, and no Word document.")

HEADING_STYLE = "heading "
#: Base styles are followed so far; a circle of them ends there.
MOST_BASES = 10


@dataclass(frozen=True, slots=True)
class Style:
    """A style of paragraphs: its name in English, and what it says of depth, lists and letters."""

    name: str = ""
    heading: int = 0
    list_id: str = ""
    list_level: int = 0
    is_bold: bool = False
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Link:
    """What a part names: another part of the file, or an address outside that is never opened."""

    target: str
    is_outside: bool


@dataclass
class WordParts:
    """A Word file taken apart."""

    package: Package
    main: str
    styles: dict[str, Style] = field(default_factory=dict)
    #: For each list and level, whether it is numbered; None for one that shows nothing.
    levels: dict[tuple[str, int], bool | None] = field(default_factory=dict)
    links: dict[str, dict[str, Link]] = field(default_factory=dict)

    def links_of(self, part: str) -> dict[str, Link]:
        """Return what a part names, by the names it uses."""
        if part not in self.links:
            self.links[part] = links_in(self.package, part)
        return self.links[part]

    def part_of_kind(self, kind: str) -> str:
        """Return the name of the part that the document names under a kind, such as "footnotes"; empty without one."""
        folder, name = posixpath.split(self.main)
        root = self.package.xml_or_none(posixpath.join(folder, "_rels", f"{name}.rels"))
        for each in root if root is not None else ():
            if attribute(each, "Type").endswith(f"/{kind}") and attribute(each, "TargetMode") != "External":
                return path_within(self.main, attribute(each, "Target"))
        return ""


def parts_of(package: Package) -> WordParts:
    """Take a package apart; raises UnreadableDocument where it is no Word document, or holds macros."""
    types = package.xml_or_none("[Content_Types].xml")
    if types is None:
        raise UnreadableDocument(OPEN_DOCUMENT if "content.xml" in package else NO_WORD)
    kinds = " ".join(attribute(each, "ContentType") for each in types)
    if "macroEnabled" in kinds or any(name.casefold().endswith("vbaproject.bin") for name in package.entries):
        raise UnreadableDocument(MACROS)
    main = next((name for name in main_parts(package) if name in package), "")
    if not main or local_name(package.xml(main)) != "document":
        raise UnreadableDocument(NO_WORD)
    parts = WordParts(package, main)
    parts.styles = styles_in(package.xml_or_none(parts.part_of_kind("styles")))
    parts.levels = levels_in(package.xml_or_none(parts.part_of_kind("numbering")))
    return parts


def main_parts(package: Package) -> list[str]:
    """Return where the text of a Word file may stand: where it says so, then where it stands as a rule."""
    root = package.xml_or_none("_rels/.rels")
    named = [
        path_within("", attribute(each, "Target"))
        for each in (root if root is not None else ())
        if attribute(each, "Type").endswith("/officeDocument")
    ]
    return [*named, "word/document.xml"]


def links_in(package: Package, part: str) -> dict[str, Link]:
    """Return what a part names in its list of relationships."""
    folder, name = posixpath.split(part)
    root = package.xml_or_none(posixpath.join(folder, "_rels", f"{name}.rels"))
    found = {}
    for each in root if root is not None else ():
        is_outside = attribute(each, "TargetMode") == "External"
        target = attribute(each, "Target")
        found[attribute(each, "Id")] = Link(target if is_outside else path_within(part, target), is_outside)
    return found


def path_within(part: str, target: str) -> str:
    """Return the name of a part that another names; it is looked up in the file alone, wherever it points."""
    path = target if target.startswith("/") else posixpath.join(posixpath.dirname(part), target)
    return posixpath.normpath(path.replace("\\", "/")).lstrip("/")


def styles_in(root: Element | None) -> dict[str, Style]:
    """Return the styles of paragraphs by their ids, each with what it takes from those it is based on."""
    elements = {
        attribute(each, "styleId"): each for each in (root if root is not None else ()) if local_name(each) == "style"
    }
    return {name: style_of(name, elements) for name in elements}


def style_of(name: str, elements: dict[str, Element]) -> Style:
    """Return one style with what it inherits."""
    own = attribute(child(elements[name], "name"), "val")
    heading = list_level = 0
    list_id, bold, size = "", None, 0.0
    for _ in range(MOST_BASES):
        element = elements.get(name)
        if element is None:
            break
        heading = heading or heading_of(attribute(child(element, "name"), "val"), element)
        numbering = child(element, "pPr", "numPr")
        list_id = list_id or attribute(child(numbering, "numId"), "val")
        list_level = list_level or whole(attribute(child(numbering, "ilvl"), "val"))
        bold = switched(child(element, "rPr", "b")) if bold is None else bold
        size = size or points(child(element, "rPr", "sz"))
        name = attribute(child(element, "basedOn"), "val")
    return Style(own, heading, list_id, list_level, bool(bold), size)


def heading_of(name: str, element: Element) -> int:
    """Return the depth of a heading that a style makes; 0 where it makes none."""
    plain = name.casefold()
    if plain.startswith(HEADING_STYLE) and plain.removeprefix(HEADING_STYLE).isdecimal():
        return min(max(whole(plain.removeprefix(HEADING_STYLE)), 1), 6)
    if plain == "title":
        return 1
    if plain == "subtitle":
        return 2
    outline = attribute(child(element, "pPr", "outlineLvl"), "val")
    return whole(outline) + 1 if outline.isdecimal() and whole(outline) < 6 else 0


def levels_in(root: Element | None) -> dict[tuple[str, int], bool | None]:
    """Return, for each list and level, whether it is numbered; None where it shows nothing before its items."""
    formats: dict[str, dict[int, bool | None]] = {}
    found: dict[tuple[str, int], bool | None] = {}
    for each in root if root is not None else ():
        if local_name(each) == "abstractNum":
            formats[attribute(each, "abstractNumId")] = {
                whole(attribute(level, "ilvl")): is_numbered(attribute(child(level, "numFmt"), "val"))
                for level in each
                if local_name(level) == "lvl"
            }
        elif local_name(each) == "num":
            abstract = formats.get(attribute(child(each, "abstractNumId"), "val"), {})
            found |= {(attribute(each, "numId"), level): shown for level, shown in abstract.items()}
    return found


def is_numbered(number_format: str) -> bool | None:
    """Whether a format of numbers counts; None for one that shows nothing."""
    return None if number_format == "none" else number_format != "bullet"


def switched(element: Element | None) -> bool | None:
    """Whether a property is on; None where it is not stated."""
    return None if element is None else attribute(element, "val") not in ("0", "false", "off", "none")


def points(element: Element | None) -> float:
    """Return a size in points; Word counts halves of them."""
    return whole(attribute(element, "val")) / 2


def whole(written: str) -> int:
    """Return a number as it is written; 0 for what is none."""
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 9 else 0
