"""The room that reads formats: a file becomes a list of numbered source paragraphs.

A format is one module with a function from bytes to paragraphs, and one line in
`READERS`; where it is text, its encoding is told by `encodings`.
"""

from collections.abc import Callable
from pathlib import Path

from importing.patience import Patience
from importing.reading import markdown, open_document, plain_text, web_page, word
from importing.reading.files import bytes_of, refuse_size
from importing.reading.source_paragraph import Kind, Place, SourceParagraph
from importing.unreadable import UnreadableDocument, gettext_noop

__all__ = ["READERS", "Kind", "Place", "SourceParagraph", "UnreadableDocument", "read_content", "read_document"]

Reader = Callable[..., list[SourceParagraph]]

READERS: dict[str, Reader] = {
    ".docx": word.read_word,
    ".htm": web_page.read_web_page,
    ".html": web_page.read_web_page,
    ".md": markdown.read_markdown,
    ".odt": open_document.read_open_document,
    ".txt": plain_text.read_plain_text,
}
#: Formats in which people change a text in view of each other.
WITH_CHANGES = {".docx", ".odt"}

#: What to do with formats that are not read.
ADVICE = {
    ".doc": gettext_noop("This is an old Word file (.doc). Open it in Word or LibreOffice and save it as .docx."),
    ".docm": gettext_noop("The file holds macros. Save it as .docx without macros and try again."),
    ".rtf": gettext_noop("This is a Rich Text file. Open it in Word or LibreOffice and save it as .docx."),
    ".pdf": gettext_noop("This is a PDF file. Import the document that it was made from."),
    ".pages": gettext_noop("This is a file of Pages. Export it there as Word (.docx)."),
}


def read_document(path: Path, patience: Patience | None = None, accept_changes: bool = False) -> list[SourceParagraph]:
    """Return the paragraphs of the document at `path`.

    Raises UnreadableDocument when there is nothing there that can be read.
    """
    reader_for(path.name)
    return read_content(path.name, bytes_of(path), patience or Patience(), accept_changes)


def read_content(name: str, content: bytes, patience: Patience, accept_changes: bool = False) -> list[SourceParagraph]:
    """Return the paragraphs of a document, whose name tells its format.

    Raises UnreadableDocument when it cannot be read, and UndecidedDocument for
    tracked changes and comments that are not to be taken as accepted.
    """
    reader = reader_for(name)
    refuse_size(name, content)
    options = {"accept_changes": accept_changes} if ending_of(name) in WITH_CHANGES else {}
    paragraphs = reader(content, patience, **options)
    if not paragraphs:
        raise UnreadableDocument(gettext_noop("There is no text in %(name)s."), name=name)
    return paragraphs


def ending_of(name: str) -> str:
    """Return the ending that tells the format of a file."""
    return Path(name).suffix.casefold()


def reader_for(name: str) -> Reader:
    """Return what reads a file of this name; raises UnreadableDocument, which says what to do, for one nobody reads."""
    suffix = ending_of(name)
    reader = READERS.get(suffix)
    if reader is not None:
        return reader
    readable = ", ".join(sorted(READERS))
    if suffix in ADVICE:
        raise UnreadableDocument(ADVICE[suffix])
    if not suffix:
        raise UnreadableDocument(
            gettext_noop("%(name)s has no ending that tells its format; these can be read: %(readable)s."),
            name=name,
            readable=readable,
        )
    raise UnreadableDocument(
        gettext_noop("Documents ending in %(suffix)s cannot be read; these can: %(readable)s."),
        suffix=suffix,
        readable=readable,
    )
