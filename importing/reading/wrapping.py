"""Telling a line that was wrapped from a line that was ended."""

from collections.abc import Iterator
from dataclasses import dataclass

from importing.patience import Patience

# Editors and mail programs wrap at 65 to 100 characters; a document with longer lines is not wrapped.
WIDEST_WRAP = 100
NARROWEST_WRAP = 50

FIRST_HAN = "\u2e80"
LAST_HAN = "\uffef"


@dataclass(frozen=True, slots=True)
class Wrapping:
    """The width at which a document was wrapped, or None where every line end is meant.

    A wrapped line is one to which the first word of the next could not have
    been added without passing the longest line of the document.
    """

    width: int | None

    @classmethod
    def of(cls, lines: list[str]) -> "Wrapping":
        longest = max((len(line.rstrip()) for line in lines if " " in line.strip()), default=0)
        return cls(longest if NARROWEST_WRAP <= longest <= WIDEST_WRAP else None)

    def joins(self, line: str, following: str) -> bool:
        """Whether `following` continues `line`."""
        if self.width is None or line.endswith(("  ", "\\")):
            return False
        following = following.strip()
        if not following:
            return False
        word = following[0] if is_han(following[0]) else following.split(maxsplit=1)[0]
        return len(line.rstrip()) + 1 + len(word) > self.width

    def unwrapped(self, lines: list[str], patience: Patience) -> Iterator[str]:
        """Yield the lines as they were before they were wrapped."""
        pieces: list[str] = []
        last = ""
        for line in lines:
            patience.check()
            stripped = line.strip()
            if pieces and self.joins(last, line):
                pieces.append(_joint(pieces[-1], stripped))
            elif pieces:
                yield "".join(pieces)
                pieces = []
            pieces.append(stripped.removesuffix("\\"))
            last = line
        if pieces:
            yield "".join(pieces)


def is_han(character: str) -> bool:
    """Whether a character belongs to a script that writes no spaces between words."""
    return FIRST_HAN <= character <= LAST_HAN


def _joint(before: str, after: str) -> str:
    return "" if before and after and is_han(before[-1]) and is_han(after[0]) else " "
