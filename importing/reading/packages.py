"""Opening the zip files that Word and OpenDocument texts are, within limits, without writing anything to the disk."""

import zipfile
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from importing.unreadable import UnreadableDocument, gettext_noop

MOST_PARTS = 2_000
LARGEST_UNPACKED = 100 * 1024 * 1024
#: Above 10 MB, a file that grows more than so many times as it is unpacked was made to fill a memory.
LARGEST_RATIO, SMALL_ENOUGH = 150, 10 * 1024 * 1024

OLE = b"\xd0\xcf\x11\xe0"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

DAMAGED = gettext_noop("The file is damaged: it cannot be unpacked. Open it in its program and save it again.")
PROTECTED = gettext_noop("The file is protected with a password. Save it without one and try again.")
TOO_LARGE = gettext_noop("Unpacked, the file is larger than 100 MB, the most that can be imported.")
NO_XML = gettext_noop("The file is damaged: a part of it is not written as its format asks. Save it again.")
ENTITIES = gettext_noop("The file names things outside itself in a way that no word processor does; it was not read.")
OLD_WORD = gettext_noop("This is an old Word file (.doc). Open it in Word or LibreOffice and save it as .docx.")


class Package:
    """The parts of a zipped document, by their names with slashes."""

    def __init__(self, content: bytes) -> None:
        refuse_what_is_no_package(content)
        try:
            self.zip = zipfile.ZipFile(BytesIO(content))
            entries = self.zip.infolist()
        except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, OSError, EOFError, NotImplementedError):
            raise UnreadableDocument(DAMAGED) from None
        self.entries = {entry.filename.replace("\\", "/").lstrip("/"): entry for entry in entries}
        unpacked = sum(entry.file_size for entry in entries)
        if len(entries) > MOST_PARTS:
            raise UnreadableDocument(
                gettext_noop("The file consists of more than 2,000 parts, the most that can be imported.")
            )
        if unpacked > LARGEST_UNPACKED:
            raise UnreadableDocument(TOO_LARGE)
        if unpacked > SMALL_ENOUGH and unpacked > LARGEST_RATIO * len(content):
            raise UnreadableDocument(
                gettext_noop("The file grows more than 150 times as it is unpacked; no document does. It was not read.")
            )
        if any(entry.flag_bits & 1 for entry in entries):
            raise UnreadableDocument(PROTECTED)

    def __contains__(self, name: str) -> bool:
        return name in self.entries

    def part(self, name: str) -> bytes:
        """Return the content of a part, whatever its size is said to be; raises UnreadableDocument."""
        try:
            with self.zip.open(self.entries[name]) as part:
                content = part.read(LARGEST_UNPACKED + 1)
        except MemoryError:
            raise
        except Exception:  # zlib, bz2 and lzma raise whatever damaged bytes make them stumble over
            raise UnreadableDocument(DAMAGED) from None
        if len(content) > LARGEST_UNPACKED:
            raise UnreadableDocument(TOO_LARGE)
        return content

    def xml(self, name: str) -> Element:
        """Return a part that is XML; an entity or a document type that it declares is refused."""
        try:
            root: Any = ElementTree.fromstring(self.part(name), forbid_dtd=True)
        except DefusedXmlException:
            raise UnreadableDocument(ENTITIES) from None
        except (ParseError, ValueError, LookupError):
            raise UnreadableDocument(NO_XML) from None
        element: Element = root
        return element

    def xml_or_none(self, name: str) -> Element | None:
        """Return a part that is XML, or None where there is no such part."""
        return self.xml(name) if name in self.entries else None


def refuse_what_is_no_package(content: bytes) -> None:
    """Raise UnreadableDocument, with what to do, for bytes that are no zip file."""
    if content.startswith(OLE):
        raise UnreadableDocument(PROTECTED if ENCRYPTED in content else OLD_WORD)
    if content.startswith(b"%PDF"):
        raise UnreadableDocument(gettext_noop("This is a PDF file. Import the document that it was made from."))
    if content.startswith(b"{\\rtf"):
        raise UnreadableDocument(
            gettext_noop("This is a Rich Text file. Open it in Word or LibreOffice and save it as .docx.")
        )
    if not content.startswith(b"PK"):
        raise UnreadableDocument(gettext_noop("This is not a Word or OpenDocument file, whatever its ending says."))


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace; ISO's strict documents have other namespaces."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element | None, name: str) -> str:
    """Return an attribute by its name without its namespace; empty where there is none."""
    if element is None:
        return ""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def child(element: Element | None, *names: str) -> Element | None:
    """Return the first child of that name, and in it the first of the next name, and so on."""
    for name in names:
        element = next((each for each in element if local_name(each) == name), None) if element is not None else None
    return element
