"""How long an import may take."""

from time import monotonic

from importing.unreadable import UnreadableDocument, gettext_noop

LONGEST_WAIT = 20.0
TOO_SLOW = gettext_noop("The document was given up because reading it took longer than %(seconds)s seconds.")


class Patience:
    """The time one document is given: 20 seconds, as the import contract states.

    Loops over a document call `check()`; the upload page and the command both
    show the sentence it raises.
    """

    def __init__(self, seconds: float = LONGEST_WAIT) -> None:
        self.seconds = seconds
        self._until = monotonic() + seconds

    def check(self) -> None:
        """Raise UnreadableDocument once the time is over."""
        if monotonic() > self._until:
            raise UnreadableDocument(TOO_SLOW, seconds=f"{self.seconds:g}")
