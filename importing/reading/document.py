"""What stops the reading of a document, whatever its format: what people changed in it and nobody accepted."""

from importing.unreadable import UndecidedChange, UndecidedDocument, gettext_noop

UNDECIDED = gettext_noop(
    "Tracked changes or comments in the file were never accepted. Accept them in its program, or take them as accepted."
)
#: More are not told one by one.
MOST_TOLD = 100


def refuse_undecided(found: list[UndecidedChange], accept_changes: bool) -> None:
    """Raise UndecidedDocument where there is something to decide and nobody said to take it as accepted."""
    if found and not accept_changes:
        raise UndecidedDocument(UNDECIDED, found[:MOST_TOLD])
