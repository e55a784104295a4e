"""Reading .docx from its own parts: body, headers, footers, notes, text boxes, lists, tables and tracked changes."""

from importing.patience import Patience
from importing.reading.packages import Package
from importing.reading.source_paragraph import SourceParagraph
from importing.reading.word.parts import parts_of
from importing.reading.word.walking import WordReading

__all__ = ["read_word"]


def read_word(content: bytes, patience: Patience, accept_changes: bool = False) -> list[SourceParagraph]:
    """Return the paragraphs of a Word file.

    Raises UnreadableDocument for a file that is none, and UndecidedDocument,
    with the list of them, for tracked changes and comments that nobody
    accepted, unless they are to be taken as accepted.
    """
    return WordReading(parts_of(Package(content)), patience, accept_changes).paragraphs()
