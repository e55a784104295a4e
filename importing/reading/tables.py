"""Telling a table from a grid that only sets text side by side."""

from collections.abc import Sequence

from importing.reading.runs import CellOfRuns, bold_share_of, text_of_runs

#: More paragraphs in a cell than a table has, in one of a few rows and in any.
MOST_IN_SMALL, MOST_IN_ANY = 2, 12
LONGEST_CELL = 1_500


def is_layout(rows: Sequence[Sequence[CellOfRuns]], holds_more: bool) -> bool:
    """Whether a grid holds text and not data: a single row or column, or cells with whole texts in them.

    `holds_more` says that a heading, picture or another table stands in a cell.
    """
    if holds_more or len(rows) < 2 or max((len(row) for row in rows), default=0) < 2:
        return True
    most = MOST_IN_SMALL if len(rows) < 3 else MOST_IN_ANY
    return any(
        len(cell.paragraphs) > most or len(text_of_runs(cell.runs)) > LONGEST_CELL for row in rows for cell in row
    )


def with_heads(rows: Sequence[Sequence[CellOfRuns]], heads: int = 0) -> list[tuple[Sequence[CellOfRuns], bool]]:
    """Return rows with whether each names the columns: the first `heads`, or a first row that alone is all bold."""
    if not heads and len(rows) > 1 and is_all_bold(rows[0]) and not is_all_bold(rows[1]):
        heads = 1
    return [(row, number < heads) for number, row in enumerate(rows)]


def is_all_bold(row: Sequence[CellOfRuns]) -> bool:
    """Whether every cell with words in it is bold."""
    written = [cell for cell in row if text_of_runs(cell.runs)]
    return bool(written) and all(bold_share_of(cell.runs) > 0.9 for cell in written)
