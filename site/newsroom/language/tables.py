"""A table as plain values: what pages, feeds, searches and translators get of it, whatever stores it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

#: What stands in a column: words, numbers, or what names each row.
WORDS, NUMBERS, NAMES = "words", "numbers", "names"
KINDS = (WORDS, NUMBERS, NAMES)
#: Figures with what may stand around them: signs, spaces, a unit of one or two letters.
NUMBER = re.compile(r"[^\w]*\d[\d\W]*(?:\b\w{1,2}\b)?[^\w]*")
BETWEEN_CELLS = " · "


@dataclass(frozen=True, slots=True)
class PlainTable:
    """A table: as many kinds as columns, and rows that are all as wide; no `head` where no column has a heading."""

    caption: str = ""
    head: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def has_row_names(self) -> bool:
        """Whether the first column says what each row is about."""
        return self.kinds[:1] == (NAMES,)

    @property
    def all_rows(self) -> tuple[tuple[str, ...], ...]:
        """The headings, if there are some, and what stands below them."""
        return ((self.head,) if self.head else ()) + self.rows


def table_of(value: Any) -> PlainTable:
    """Return the plain table of the value of a table block, as Wagtail hands it over or as it is stored.

    Nothing is refused: short rows are filled up, an unknown kind of column holds words, and what is no table at all is
    one with a single cell.
    """
    if hasattr(value, "row_data"):
        columns = [(column["block"].name, column["heading"]) for column in value.columns]
        return even_table(value.caption, columns, [row["values"] for row in value.row_data])
    if not isinstance(value, Mapping):
        return even_table("", [], [[value]] if value else [])
    columns = [
        (column.get("type"), column.get("heading")) if isinstance(column, Mapping) else (WORDS, column)
        for column in items_of(value.get("columns"))
    ]
    rows = [row.get("values") if isinstance(row, Mapping) else row for row in items_of(value.get("rows"))]
    return even_table(value.get("caption"), columns, [items_of(row) for row in rows])


def items_of(value: Any) -> Sequence[Any]:
    """Return a list as it is, nothing as an empty one, and whatever else as the only item of one."""
    return value if isinstance(value, list | tuple) else [] if value is None else [value]


def even_table(caption: Any, columns: Sequence[tuple[Any, Any]], rows: Iterable[Sequence[Any]]) -> PlainTable:
    """Return a table of which all rows are as wide as the widest."""
    texts = [tuple(map(as_text, row)) for row in rows]
    width = max([len(columns), *map(len, texts)])
    headings = tuple(as_text(heading) for _kind, heading in columns)
    head = headings + ("",) * (width - len(headings)) if any(headings) else ()
    kinds = tuple(kind if kind in KINDS else WORDS for kind, _heading in columns)
    return PlainTable(
        as_text(caption),
        head,
        kinds + (WORDS,) * (width - len(kinds)),
        tuple(row + ("",) * (width - len(row)) for row in texts),
    )


def as_text(value: Any) -> str:
    """Return a cell as a text on one line."""
    return "" if value is None else " ".join(str(value).split())


def stored_table(table: PlainTable) -> dict[str, Any]:
    """Return a table as a table block stores it, in the form that `table_of` reads back.

    {"caption": "", "columns": [{"type": "words", "heading": ""}], "rows": [{"values": [""]}]}: plain texts, a value for
    each column, "numbers" or "names" instead of "words"; without headings all of them are empty.
    """
    head = table.head or ("",) * len(table.kinds)
    return {
        "columns": [{"type": kind, "heading": words} for kind, words in zip(table.kinds, head, strict=True)],
        "rows": [{"values": list(row)} for row in table.rows],
        "caption": table.caption,
    }


def text_of_table(table: PlainTable) -> str:
    """Return a table as lines: its caption, then a line for each row, its cells parted by points."""
    lines = [BETWEEN_CELLS.join(filter(None, row)) for row in table.all_rows]
    return "\n".join(filter(None, (table.caption, *lines)))


def table_of_rows(
    rows: Sequence[Sequence[str]], heads: int | None = None, has_names: bool = False, caption: str = ""
) -> PlainTable:
    """Return a table of rows of cells, of which the first so many are headings; where nobody says it, it is guessed.

    Headings in several rows become one. Empty rows and empty columns at the end are left out.
    """
    even = even_table(caption, [], [row for row in rows if any(map(as_text, row))])
    width = max((number + 1 for row in even.rows for number, cell in enumerate(row) if cell), default=0)
    cells = [row[:width] for row in even.rows]
    heads = min(heads, len(cells)) if heads is not None else int(first_row_is_head(cells))
    head = tuple(BETWEEN_CELLS.join(dict.fromkeys(filter(None, column))) for column in zip(*cells[:heads], strict=True))
    below = cells[heads:]
    kinds = [NUMBERS if holds_numbers(column) else WORDS for column in zip(*below, strict=True)] or [WORDS] * width
    kinds[:1] = [WORDS] * min(width, 1)  # hours or years there say what a row is about
    if width and (has_names or (any(head) and not head[0] and any(row[0] for row in below))):
        kinds[0] = NAMES
    return PlainTable(even.caption, head if any(head) else (), tuple(kinds), tuple(below))


def first_row_is_head(cells: Sequence[Sequence[str]]) -> bool:
    """Guess whether the first row names the columns: it has no numbers, and what stands below one of its cells has."""
    if len(cells) < 2 or any(map(is_numeric, cells[0])):
        return False
    return any(holds_numbers(column[1:]) and column[0] for column in zip(*cells, strict=True))


def holds_numbers(column: Sequence[str]) -> bool:
    """Whether there are numbers in a column, and nothing else."""
    written = list(filter(None, column))
    return bool(written) and any(map(is_numeric, written)) and all(map(is_numeric_or_none, written))


def is_numeric(text: str) -> bool:
    """Whether a cell is a number, with its sign and unit."""
    return NUMBER.fullmatch(text) is not None


def is_numeric_or_none(text: str) -> bool:
    """Whether a cell is a number or the sign for none."""
    return is_numeric(text) or text in {"–", "—", "-", "−", "…", ".."}
