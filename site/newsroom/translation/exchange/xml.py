"""XML that people outside have touched, read without ever resolving an entity; and XML that we write."""

from collections.abc import Callable, Iterable
from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext as _

from newsroom.language.inline_tags import Mark, Piece, TagPlace
from newsroom.language.normalisation import without_unwritable
from newsroom.translation.exchange.unreadable import ExchangeError

DEEPEST = 60
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

#: Gives what a mark is written as: the name of its element and its attributes.
Written = Callable[[Mark], tuple[str, dict[str, str]]]


def root_of(content: bytes) -> Any:
    """The outermost element. Raises ExchangeError for what is no XML, declares a document type or nests too deep."""
    try:
        root = fromstring(content, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    except DefusedXmlException as error:
        raise ExchangeError(_("The file declares a document type or entities, which are not read.")) from error
    except (ParseError, ValueError, LookupError) as error:
        raise ExchangeError(_("The file is not well-formed XML: %(error)s.") % {"error": error}) from error
    level, depth = [root], 0
    while level:
        level, depth = [child for element in level for child in element], depth + 1
        if depth > DEEPEST:
            raise ExchangeError(_("The file nests its elements too deep."))
    return root


def local(element: Any) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: Any, name: str) -> list[Any]:
    """The elements of a name right below one, in whatever namespace the format has."""
    return [child for child in element if local(child) == name]


def xml_document(root: Element) -> bytes:
    """A whole document, as it is stored; what XML cannot carry is left out, wherever in it."""
    written = without_unwritable(tostring(root, encoding="unicode"))
    return f"<?xml version='1.0' encoding='utf-8'?>\n{written}\n".encode()


def on_own_lines(*containers: Element) -> None:
    """Break lines between the parts of each container; never call it for an element that holds a text."""
    for container in containers:
        container.text = "\n"
        for child in container:
            child.tail = "\n"


def element_with_text(name: str, pieces: Iterable[Piece], written: Written) -> Element:
    """An element with a text in it, marks as elements."""
    builder = TreeBuilder()
    builder.start(name, {})
    for piece in pieces:
        if isinstance(piece, str):
            builder.data(piece)
            continue
        tag, attributes = written(piece)
        if piece.place is not TagPlace.CLOSES:
            builder.start(tag, attributes)
        if piece.place is not TagPlace.OPENS:
            builder.end(tag)
    builder.end(name)
    return builder.close()
