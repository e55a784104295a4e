"""The room that reads formats: a file becomes a list of numbered source paragraphs.

A format is one module with a function from bytes to paragraphs, and one line in
`READERS`.
"""

from collections.abc import Callable
from pathlib import Path

from importing.patience import Patience
from importing.reading import markdown, plain_text
from importing.reading.files import bytes_of
from importing.reading.source_paragraph import Kind, Place, SourceParagraph
from importing.unreadable import UnreadableDocument

__all__ = ["READERS", "Kind", "Place", "SourceParagraph", "UnreadableDocument", "read_document"]

Reader = Callable[[bytes, Patience], list[SourceParagraph]]

READERS: dict[str, Reader] = {
    ".txt": plain_text.read_plain_text,
    ".md": markdown.read_markdown,
}


def read_document(path: Path, patience: Patience | None = None) -> list[SourceParagraph]:
    """Return the paragraphs of the document at `path`.

    Raises UnreadableDocument when there is nothing there that can be read.
    """
    reader = READERS.get(path.suffix.casefold())
    if reader is None:
        raise UnreadableDocument(_refusal(path))
    paragraphs = reader(bytes_of(path), patience or Patience())
    if not paragraphs:
        raise UnreadableDocument(f"There is no text in {path.name}.")
    return paragraphs


def _refusal(path: Path) -> str:
    readable = ", ".join(sorted(READERS))
    if not path.suffix:
        return f"{path.name} has no ending that tells its format; these can be read: {readable}."
    return f"Documents ending in {path.suffix} cannot be read; these can: {readable}."
