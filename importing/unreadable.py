"""What every reader raises when a file cannot be read."""

from dataclasses import dataclass
from typing import Any


def gettext_noop(sentence: str) -> str:
    """Mark a sentence for translation; whoever shows it translates it. Readers know no Django."""
    return sentence


class UnreadableDocument(Exception):  # noqa: N818
    """A file that cannot be read; its message is one plain sentence for the person who chose it.

    `sentence` holds the places of its `values` ("%(name)s"), so that it can be
    translated before they are put in.
    """

    def __init__(self, sentence: str, **values: str) -> None:
        self.sentence, self.values = sentence, values
        super().__init__(sentence % values if values else sentence)


@dataclass(frozen=True, slots=True)
class UndecidedChange:
    """What a person changed or remarked in a document and nobody decided: "inserted", "deleted" or "comment"."""

    kind: str
    author: str
    day: str
    words: str
    beside: str


class UndecidedDocument(UnreadableDocument):
    """A document with tracked changes or comments that nobody accepted; `changes` lists them."""

    def __init__(self, sentence: str, changes: list[UndecidedChange], **values: Any) -> None:
        super().__init__(sentence, **values)
        self.changes = changes
