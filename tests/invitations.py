"""Documents of events and calls, read where they lie.

They belong to their publishers and lie beside the clone; where there are none, those of the same shape in
`campaigns/documents` are read.
"""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"


def has_document(number: str) -> bool:
    """Whether a document lies beside the clone."""
    return any(SEEDS.glob(f"{number}_*.txt"))


def document(number: str) -> str:
    """The text of a document by its number: beside the clone, else the one of the same shape."""
    found = sorted(SEEDS.glob(f"{number}_*.txt"))
    return (found or sorted((ROOT / "tests/campaigns/documents").glob(f"{number}_*")))[0].read_text("utf-8")


def table_of(text: str) -> str:
    """The table of a document as it would be copied."""
    return "\n".join(line for line in text.splitlines() if "\t" in line)


def agenda_of(text: str) -> list[str]:
    """The rows of the table in a document."""
    return [line for line in table_of(text).splitlines() if re.match(r"\s*\d", line)]


def points_under(text: str, heading: str) -> str:
    """The list under a heading of a document; empty where there is none."""
    found = re.search(rf"^{heading}.*?\n(?:(?!- ).*\n)*?((?:- .+\n\n?)+)", text, re.MULTILINE)
    return found[1] if found else ""


def line_under(text: str, heading: str) -> str:
    """The line under a heading of a document; empty where there is none."""
    found = re.search(rf"^{heading}.*\n+(.+)", text, re.MULTILINE)
    return found[1].strip() if found else ""


def said(pattern: str, text: str) -> re.Match[str]:
    """What a document says."""
    match = re.search(pattern, text, re.MULTILINE)
    assert match, pattern
    return match
