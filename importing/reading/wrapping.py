"""Telling a line that was wrapped from a line that was ended."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from importing.patience import Patience

# Editors and mail programs wrap at 65 to 100 characters; a document with longer lines is not wrapped.
WIDEST_WRAP = 100
NARROWEST_WRAP = 50

FIRST_HAN = "\u2e80"
LAST_HAN = "\uffef"


@dataclass(frozen=True, slots=True)
class Wrapping:
    """The width at which a text was wrapped, or None where every line end is meant.

    A wrapped line is one to which the first word of the next could not have
    been added without passing the longest line. A document has the width of its
    wrapped blocks; a block with a longer line than any wrapped one is not wrapped.
    """

    width: int | None

    @classmethod
    def of(cls, lines: list[str]) -> "Wrapping":
        """Return the width of a document: of its blocks that are wrapped, or of its lines where none is long."""
        blocks = [
            list(block) for is_written, block in groupby(lines, key=lambda line: bool(line.strip())) if is_written
        ]
        widths = [longest_line(block) for block in blocks if is_wrapped(block)]
        longest = max(widths, default=0) or longest_line(lines)
        return cls(longest if NARROWEST_WRAP <= longest <= WIDEST_WRAP else None)

    def within(self, lines: list[str]) -> "Wrapping":
        """Return the width of one block: none with a long line, its own where it was wrapped by itself."""
        longest = longest_line(lines)
        if longest > WIDEST_WRAP:
            return Wrapping(None)
        return Wrapping(longest) if is_wrapped(lines) else self

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
        wrapping = self.within(lines)
        pieces: list[str] = []
        last = ""
        for line in lines:
            patience.check()
            stripped = line.strip()
            if pieces and wrapping.joins(last, line):
                pieces.append(_joint(pieces[-1], stripped))
            elif pieces:
                yield "".join(pieces)
                pieces = []
            pieces.append(stripped.removesuffix("\\"))
            last = line
        if pieces:
            yield "".join(pieces)


def longest_line(lines: list[str]) -> int:
    """Return the length of the longest line of several words; an address on its own is as long as it is."""
    return max((len(line.rstrip()) for line in lines if " " in line.strip()), default=0)


def is_wrapped(lines: list[str]) -> bool:
    """Whether three or more lines are one that was wrapped: none but the last has room for a word of the next."""
    longest = longest_line(lines)
    if len(lines) < 3 or not NARROWEST_WRAP <= longest <= WIDEST_WRAP:
        return False
    wrapping = Wrapping(longest)
    return all(wrapping.joins(line, following) for line, following in pairwise(lines))


def is_han(character: str) -> bool:
    """Whether a character belongs to a script that writes no spaces between words."""
    return FIRST_HAN <= character <= LAST_HAN


def _joint(before: str, after: str) -> str:
    return "" if before and after and is_han(before[-1]) and is_han(after[0]) else " "
