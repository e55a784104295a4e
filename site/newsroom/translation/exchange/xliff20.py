"""XLIFF 2.0, with its module for lengths; 2.1 and 2.2 are read as well."""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from django.utils.translation import gettext as _

from newsroom.language.inline_tags import BrokenMarksError, Mark, Marked, Piece, TagPlace, read_marks
from newsroom.translation.exchange.units import Parcel, Returned, ReturnedUnit, Unit, UnitState, words_alone
from newsroom.translation.exchange.unreadable import is_unconfirmed, part_without_words, unfinished_by
from newsroom.translation.exchange.xml import XML_SPACE, children, element_with_text, local, on_own_lines, xml_document

#: Every 2.x begins with this.
NAMESPACES = "urn:oasis:names:tc:xliff:document:2."
NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
LENGTHS = "urn:oasis:names:tc:xliff:sizerestriction:2.0"
STATES = {
    UnitState.INITIAL: "initial",
    UnitState.MACHINE: "initial",
    UnitState.TRANSLATED: "translated",
    UnitState.FINAL: "final",
}
KINDS = {"a": ("link", ""), "b": ("fmt", "xlf:b"), "i": ("fmt", "xlf:i"), "br": ("fmt", "xlf:lb")}


def write(parcel: Parcel) -> bytes:
    """A parcel as a document of XLIFF 2.0."""
    root = Element(
        "xliff",
        {
            "xmlns": NAMESPACE,
            "xmlns:slr": LENGTHS,
            "version": "2.0",
            "srcLang": parcel.source_language,
            "trgLang": parcel.target_language,
        },
    )
    file = SubElement(root, "file", {"id": "f1", "original": parcel.reference, XML_SPACE: "preserve"})
    profiles = SubElement(file, "slr:profiles", {"generalProfile": "xliff:codepoints"})
    SubElement(profiles, "slr:normalization", {"general": "none"})
    for unit in parcel.units:
        file.append(unit_element(unit))
    on_own_lines(root, file, *children(file, "unit"))
    return xml_document(root)


def unit_element(unit: Unit) -> Element:
    """One unit: notes, what its marks stand for, source, target as far as it exists, and the limit of its length."""
    element = Element("unit", {"id": unit.ident, "name": unit.path, "canResegment": "no"})
    if unit.limit:
        element.set("slr:sizeRestriction", str(unit.limit))
    source = read_marks(unit.source)
    target = read_marks(unit.target, source.tags)
    add_notes(element, unit.notes)
    add_originals(element, source, target)
    segment = SubElement(element, "segment", {"state": STATES[unit.state]})
    segment.append(text_element("source", source))
    if unit.target:
        segment.append(text_element("target", target))
    return element


def add_notes(element: Element, notes: tuple[str, ...]) -> None:
    """What the translator is told."""
    if notes:
        holder = SubElement(element, "notes")
        for note in notes:
            SubElement(holder, "note").text = note


def add_originals(element: Element, *texts: Marked) -> None:
    """What the marks look like in the newsroom, for tools that show it."""
    tags = {number: tag for text in texts for number, tag in text.tags.items()}
    if tags:
        holder = SubElement(element, "originalData")
        for number, tag in tags.items():
            SubElement(holder, "data", {"id": f"d{number}"}).text = tag.opening
            SubElement(holder, "data", {"id": f"d{number}e"}).text = tag.closing


def text_element(name: str, text: Marked) -> Element:
    """A text with its marks as <pc> and <ph>."""

    def written(mark: Mark) -> tuple[str, dict[str, str]]:
        tag, number = text.tags[mark.number], mark.number
        kind, sub_kind = KINDS.get(tag.name, ("fmt", f"newsroom:{tag.name}"))
        kinds = {"type": kind, "subType": sub_kind} if sub_kind else {"type": kind}
        if mark.place is TagPlace.ALONE:
            return "ph", {"id": number, "dataRef": f"d{number}", **kinds}
        return "pc", {"id": number, "dataRefStart": f"d{number}", "dataRefEnd": f"d{number}e", **kinds}

    return element_with_text(name, text.pieces, written)


def read(root: Any) -> list[Returned]:
    """What came back, for each <file> of a document."""
    return [
        Returned(
            reference=file.get("original", ""),
            source_language=root.get("srcLang", ""),
            target_language=root.get("trgLang", ""),
            units=tuple(read_unit(element) for element in file.iter() if local(element) == "unit"),
        )
        for file in children(root, "file")
    ]


def read_unit(element: Any) -> ReturnedUnit:
    """What came back for one unit, put together where a tool has cut it into several segments."""
    try:
        words = tuple(pieces_of_unit(element))
    except BrokenMarksError as error:
        return ReturnedUnit(element.get("id", ""), (), problem=str(error))
    segments = children(element, "segment")
    if any(has_words(segment, "source") and not has_words(segment, "target") for segment in segments):
        # Its marks may be half a pair.
        return ReturnedUnit(element.get("id", ""), words_alone(words), unfinished=part_without_words())
    marks = (mark for segment in segments for mark in marks_of_unfinished(segment))
    return ReturnedUnit(element.get("id", ""), words, unfinished=unfinished_by(*marks))


def marks_of_unfinished(segment: Any) -> Iterator[str]:
    """Yield what a segment states that no finished one would; a tool that states nothing is taken at its words."""
    state, tools_own = segment.get("state", ""), segment.get("subState", "")
    if state.casefold() == "initial":
        yield state
    if is_unconfirmed(tools_own):
        yield tools_own


def has_words(part: Any, name: str) -> bool:
    """Tell whether the source or the target of a segment has anything but marks and spaces in it."""
    return any("".join(text.itertext()).strip() for text in children(part, name))


def pieces_of_unit(element: Any) -> Iterator[Piece]:
    """The targets of a unit in their order, with what stands between them; nothing where no segment has one."""
    parts = [part for part in element if local(part) in ("segment", "ignorable")]
    if not any(children(part, "target") for part in parts if local(part) == "segment"):
        return
    for part in in_order_of_targets(parts):
        texts = children(part, "target") or (children(part, "source") if local(part) == "ignorable" else [])
        for text in texts[:1]:
            yield from pieces_below(text)


def in_order_of_targets(parts: list[Any]) -> list[Any]:
    """Put segments and what stands between them in the order in which their targets are read.

    A target that states no `order` keeps its place. Raises BrokenMarksError where two would take one place.
    """
    places: dict[int, Any] = {}
    for place, part in enumerate(parts, start=1):
        stated = next((target.get("order") for target in children(part, "target")), None) or str(place)
        number = int(stated) if stated.isascii() and stated.isdecimal() else 0
        if number in places or not 0 < number <= len(parts):
            raise BrokenMarksError(_("its parts are in no order that can be followed"))
        places[number] = part
    return [places[number] for number in sorted(places)]


def pieces_below(element: Any) -> Iterator[Piece]:
    """The text inside an element. Raises BrokenMarksError for an element that we never send."""
    if element.text:
        yield element.text
    for child in element:
        name, number = local(child), child.get("id", "")
        if name == "pc":
            yield Mark(TagPlace.OPENS, number)
            yield from pieces_below(child)
            yield Mark(TagPlace.CLOSES, number)
        elif name == "ph":
            yield Mark(TagPlace.ALONE, number)
        elif name == "sc":
            yield Mark(TagPlace.OPENS, number)
        elif name == "ec":
            yield Mark(TagPlace.CLOSES, child.get("startRef") or number)
        elif name in ("mrk", "sm", "em"):
            yield from pieces_below(child)
        elif name == "cp":
            pass
        else:
            raise BrokenMarksError(_("<%(name)s> is no mark that was sent") % {"name": name})
        if child.tail:
            yield child.tail
