"""What the form of a table sent, read without trusting that all of it arrived."""

import re
from collections.abc import Mapping
from typing import Any

from newsroom.language.tables import KINDS, WORDS

COLUMN_KEY = re.compile(r"column-(\d{1,6})-heading")
CELL_KEY = re.compile(r"cell-(\d{1,6})-(\d{1,6})")


class SentTable:
    """The columns and rows of a table that are in the data of a form, in the order they say."""

    def __init__(self, data: Mapping[str, Any], prefix: str) -> None:
        self.data, self.prefix = data, prefix
        names = [key.removeprefix(f"{prefix}-") for key in data if key.startswith(f"{prefix}-")]
        cells = [tuple(map(int, match.groups())) for name in names if (match := CELL_KEY.fullmatch(name))]
        headed = {int(match[1]) for name in names if (match := COLUMN_KEY.fullmatch(name))}
        self.columns = self.in_order("column", headed | {column for _row, column in cells})
        self.rows = self.in_order("row", {row for row, _column in cells})

    def said(self, name: str) -> str:
        """What was sent under a name; empty where nothing was."""
        return str(self.data.get(f"{self.prefix}-{name}") or "")

    def in_order(self, part: str, numbers: set[int]) -> list[int]:
        """The numbers of the rows or columns that were not taken away; one that says no place keeps its own."""

        def place(number: int) -> tuple[int, int]:
            order = self.said(f"{part}-{number}-order")
            return (int(order) if order.isdecimal() and len(order) < 7 else number, number)

        return sorted((number for number in numbers if not self.said(f"{part}-{number}-deleted")), key=place)

    def stored(self) -> dict[str, Any]:
        """The table as a table block stores it."""
        kinds = {number: self.said(f"column-{number}-type") for number in self.columns}
        return {
            "caption": self.said("caption"),
            "columns": [
                {
                    "type": kinds[number] if kinds[number] in KINDS else WORDS,
                    "heading": self.said(f"column-{number}-heading"),
                }
                for number in self.columns
            ],
            "rows": [{"values": [self.said(f"cell-{row}-{column}") for column in self.columns]} for row in self.rows],
        }
