"""The table of who may do what, read from the file that people write it in, and made into a page of the docs.

`make rights` writes the page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("table.txt")
PAGE = Path(__file__).parents[2] / "docs" / "who-may-do-what.md"
HEADS = (
    *("Stranger", "Translator of another language", "Translator of this language"),
    *("Writer", "Officer", "Approver", "Administrator", "Superuser"),
)


@dataclass(frozen=True)
class Row:
    """A line of the table: what is done or asked for, of which things, and what each of the people is answered."""

    section: str
    names: tuple[str, ...]
    subjects: tuple[str, ...]
    answers: tuple[str, ...]

    def is_about(self, name: str, subject: str) -> bool:
        """Whether it speaks of this."""
        is_named = any(fnmatchcase(name, each) for each in self.names)
        return is_named and (not self.subjects or subject in self.subjects)


@cache
def rows(kind: str) -> list[Row]:
    """The rows under "# Acts" or "# Addresses"."""
    return [row for found, row in lines() if found == kind]


def lines() -> Iterator[tuple[str, Row]]:
    """All rows, each with the head it stands under."""
    kind = section = ""
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("# "):
            kind = line[2:]
        elif line.startswith("## "):
            section = line[3:]
        elif "|" in line:
            names, subjects, answers = (part.strip() for part in line.split("|"))
            yield kind, Row(section, split(names), split(subjects), split(answers))


def split(words: str) -> tuple[str, ...]:
    """The parts between commas."""
    return tuple(part.strip() for part in words.split(",") if part.strip())


@cache
def row_for(kind: str, name: str, subject: str) -> Row | None:
    """The first row that speaks of something."""
    return next((row for row in rows(kind) if row.is_about(name, subject)), None)


def introduction() -> list[str]:
    """What stands in the file before the first head."""
    text = TABLE.read_text("utf-8")
    return text[: text.index("# Acts")].strip().splitlines()


def page() -> str:
    """The page of the docs."""
    origin = "<!-- Made by `make rights` from tests/rights/table.txt. -->"
    parts = ["# Who may do what", "", origin, "", *introduction()]
    for kind, first in (("Acts", "What is done"), ("Addresses", "Address, by its name")):
        section = ""
        for row in rows(kind):
            if row.section != section:
                section = row.section
                parts += [
                    "",
                    f"## {section}",
                    "",
                    f"| {first} | To what | {' | '.join(HEADS)} |",
                    "|---" * (len(HEADS) + 2) + "|",
                ]
            names = ", ".join(row.names if kind == "Acts" else (f"`{name}`" for name in row.names))
            parts.append(f"| {names} | {', '.join(row.subjects) or '–'} | {' | '.join(row.answers)} |")
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
