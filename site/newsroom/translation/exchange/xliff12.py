"""XLIFF 1.2, which every tool of an agency reads."""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from django.utils.translation import gettext as _

from newsroom.language.inline_tags import BrokenMarksError, Mark, Marked, Piece, TagPlace, read_marks
from newsroom.translation.exchange.units import Parcel, Returned, ReturnedUnit, Unit, UnitState, words_alone
from newsroom.translation.exchange.unreadable import is_unconfirmed, part_without_words, unfinished_by
from newsroom.translation.exchange.xml import XML_SPACE, children, element_with_text, local, on_own_lines, xml_document

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
STATES = {
    UnitState.INITIAL: "needs-translation",
    UnitState.MACHINE: "needs-review-translation",
    UnitState.TRANSLATED: "translated",
    UnitState.FINAL: "final",
}
KINDS = {"a": "link", "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "br": "lb"}


def write(parcel: Parcel) -> bytes:
    """A parcel as a document of XLIFF 1.2."""
    root = Element("xliff", {"xmlns": NAMESPACE, "version": "1.2"})
    file = SubElement(
        root,
        "file",
        {
            "original": parcel.reference,
            "source-language": parcel.source_language,
            "target-language": parcel.target_language,
            "datatype": "x-newsroom",
            XML_SPACE: "preserve",
        },
    )
    body = SubElement(file, "body")
    for unit in parcel.units:
        body.append(unit_element(unit))
    on_own_lines(root, file, body, *body)
    return xml_document(root)


def unit_element(unit: Unit) -> Element:
    """One unit: source, target as far as it exists, notes and the limit of its length."""
    element = Element("trans-unit", {"id": unit.ident, "resname": unit.path, XML_SPACE: "preserve"})
    if unit.limit:
        element.attrib |= {"maxwidth": str(unit.limit), "size-unit": "char"}
    source = read_marks(unit.source)
    element.append(text_element("source", source))
    target = text_element("target", read_marks(unit.target, source.tags))
    target.set("state", STATES[unit.state])
    element.append(target)
    for note in unit.notes:
        SubElement(element, "note", {"from": "newsroom"}).text = note
    return element


def text_element(name: str, text: Marked) -> Element:
    """A text with its marks as <g> and <x>."""

    def written(mark: Mark) -> tuple[str, dict[str, str]]:
        tag = text.tags[mark.number]
        kind = KINDS.get(tag.name, f"x-html-{tag.name}")
        return "x" if mark.place is TagPlace.ALONE else "g", {"id": mark.number, "ctype": kind}

    return element_with_text(name, text.pieces, written)


def read(root: Any) -> list[Returned]:
    """What came back, for each <file> of a document."""
    return [
        Returned(
            reference=file.get("original", ""),
            source_language=file.get("source-language", ""),
            target_language=file.get("target-language", ""),
            units=tuple(read_unit(element) for element in file.iter() if local(element) == "trans-unit"),
        )
        for file in children(root, "file")
    ]


def read_unit(element: Any) -> ReturnedUnit:
    """What came back for one unit; alternatives that a tool proposes beside its target are not read."""
    target = next(iter(children(element, "target")), None)
    try:
        words = tuple(pieces_below(target)) if target is not None else ()
    except BrokenMarksError as error:
        return ReturnedUnit(element.get("id", ""), (), problem=str(error))
    if target is not None and lacks_a_part(element, target):
        # Its marks may be half a pair.
        return ReturnedUnit(element.get("id", ""), words_alone(words), unfinished=part_without_words())
    return ReturnedUnit(element.get("id", ""), words, unfinished=unfinished_by(*marks_of_unfinished(element, target)))


def marks_of_unfinished(element: Any, target: Any | None) -> Iterator[str]:
    """Yield what a unit and its target state that no finished translation would; a unit that states nothing is one."""
    state = target.get("state", "") if target is not None else ""
    if state.casefold() == "new" or state.casefold().startswith("needs-"):
        yield state
    qualifier = target.get("state-qualifier", "") if target is not None else ""
    if is_unconfirmed(qualifier):
        yield qualifier
    if element.get("approved", "").casefold() == "no":
        yield f"approved={element.get('approved')}"


def lacks_a_part(element: Any, target: Any) -> bool:
    """Tell whether a segment, into which a tool has cut the source of a unit, has no words in the target."""
    translated = {mark.get("mid") for mark in segments_below(target) if "".join(mark.itertext()).strip()}
    sources = [mark for holder in children(element, "seg-source") for mark in segments_below(holder)]
    return any(mark.get("mid") not in translated for mark in sources if "".join(mark.itertext()).strip())


def segments_below(element: Any) -> list[Any]:
    """Return the segments into which a tool has cut a text."""
    return [mark for mark in element.iter() if local(mark) == "mrk" and mark.get("mtype") == "seg"]


def pieces_below(element: Any) -> Iterator[Piece]:
    """The text inside an element. Raises BrokenMarksError for an element that we never send."""
    if element.text:
        yield element.text
    for child in element:
        name = local(child)
        number = child.get("rid") or child.get("id", "")
        if name == "g":
            yield Mark(TagPlace.OPENS, number)
            yield from pieces_below(child)
            yield Mark(TagPlace.CLOSES, number)
        elif name == "x":
            yield Mark(TagPlace.ALONE, number)
        elif name in ("bx", "ex"):
            yield Mark(TagPlace.OPENS if name == "bx" else TagPlace.CLOSES, number)
        elif name == "mrk":
            yield from pieces_below(child)
        else:
            raise BrokenMarksError(_("<%(name)s> is no mark that was sent") % {"name": name})
        if child.tail:
            yield child.tail
