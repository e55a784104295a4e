"""Importing a release: a file becomes a proposal that a person confirms.

`reading` turns a format into paragraphs and `understanding` turns paragraphs
into the parts of a release; neither knows Django's settings nor stores anything.
Whatever comes from outside is read in a process of its own, by `apart`.
"""

from pathlib import Path

from importing.patience import Patience
from importing.proposal import Proposal
from importing.reading import READERS, read_document
from importing.understanding import understand
from importing.unreadable import UnreadableDocument

__all__ = ["READERS", "Proposal", "UnreadableDocument", "parse"]


def parse(path: Path | str) -> Proposal:
    """Return what the document at `path` proposes as a release, read in this process; nothing is stored.

    Raises UnreadableDocument, whose message is one plain sentence, for a file
    that cannot be read or takes longer than 20 seconds.
    """
    patience = Patience()
    return understand(read_document(Path(path), patience), patience)
