"""The table: Wagtail's own block of typed columns, with names of rows, limits and a way through translation."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from django import forms
from django.forms.utils import ErrorList
from django.utils.functional import cached_property
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import blocks
from wagtail.admin.compare import BlockComparison, diff_text
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.telepath import register
from wagtail.contrib.typed_table_block.blocks import (
    TypedTable,
    TypedTableBlock,
    TypedTableBlockAdapter,
    TypedTableBlockValidationError,
)
from wagtail_localize.segments import StringSegmentValue

from newsroom.base.tables.form_data import SentTable
from newsroom.base.tables.markup import table_markup
from newsroom.language.normalisation import normalise_text
from newsroom.language.script.cutting import cut_text
from newsroom.language.tables import PlainTable, stored_table, table_of, text_of_table

MOST_COLUMNS, MOST_ROWS, MOST_CELLS = 30, 300, 3_000
#: Of a cell, a heading, a caption.
LONGEST_IN_TABLE = 500


def fits_editor(table: PlainTable) -> bool:
    """Tell whether a table is within the limits of the editor."""
    columns, rows = len(table.kinds), len(table.rows)
    return columns <= MOST_COLUMNS and rows <= MOST_ROWS and columns * rows <= MOST_CELLS


class TableComparison(BlockComparison):
    """Two versions of a table, row by row, as the history of a page shows them."""

    def has_changed(self) -> bool:
        """Whether anything in it reads otherwise or stands elsewhere."""
        return bool(table_of(self.val_a) != table_of(self.val_b))

    def htmlvalue(self, val: Any) -> SafeString:
        """One version."""
        return format_html_join(mark_safe("<br>"), "{}", ((line,) for line in text_of_table(table_of(val)).split("\n")))

    def htmldiff(self) -> SafeString:
        """What went and what came."""
        before, after = (text_of_table(table_of(value)) for value in (self.val_a, self.val_b))
        # Wagtail escapes both texts; the ends of their lines are all that becomes a tag here.
        return mark_safe(diff_text(before, after).to_html().replace("\n", "<br>"))  # noqa: S308


class TableBlock(TypedTableBlock):
    """Rows and columns: in each column words, numbers, or what names the rows; a heading for each, and a caption.

    Its value is Wagtail's `TypedTable`; `newsroom.language.tables.table_of` gives what stands in it.
    """

    words = blocks.CharBlock(required=False, max_length=LONGEST_IN_TABLE, label=_("Words"))
    numbers = blocks.CharBlock(required=False, max_length=LONGEST_IN_TABLE, label=_("Numbers"))
    names = blocks.CharBlock(required=False, max_length=LONGEST_IN_TABLE, label=_("Names of the rows"))

    #: Of any text that a translator writes in it.
    longest_text = LONGEST_IN_TABLE

    @staticmethod
    def normalise_stored(value: Any) -> dict[str, Any]:
        """The table as it is stored: whole, and each text in it as running text is."""
        table = table_of(value)
        return stored_table(
            PlainTable(
                normalise_text(table.caption),
                tuple(map(normalise_text, table.head)),
                table.kinds,
                tuple(tuple(map(normalise_text, row)) for row in table.rows),
            )
        )

    def to_python(self, value: Any) -> TypedTable:
        """The table, with whatever is wrong in the way it was stored put right."""
        return super().to_python(stored_table(table_of(value)) if value else None)

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, prefix: str) -> TypedTable:
        """The table as it was sent; what arrived of it where its form is not whole, which `clean` then says."""
        try:
            return super().value_from_datadict(data, files, prefix)
        except (KeyError, ValueError):
            table = self.to_python(SentTable(data, prefix).stored())
            table.is_incomplete = True
            return table

    def clean(self, value: TypedTable) -> TypedTable:
        """The table, if it is whole, has something in it and is not too large; raises the errors at their fields."""
        errors = list(self.faults(value))
        try:
            cleaned = super().clean(value)
        except TypedTableBlockValidationError as refused:
            refused.non_block_errors = ErrorList([*errors, *refused.non_block_errors])
            raise
        if errors:
            raise TypedTableBlockValidationError(non_block_errors=errors)
        return cleaned

    def faults(self, value: TypedTable) -> Iterator[Any]:
        """What is wrong with a table as a whole, in words for whoever fills it in."""
        if getattr(value, "is_incomplete", False):
            yield _("Not all of this table arrived. What did is kept here: look at it, then save again.")
        table = table_of(value)
        if not self.is_deferred_validation and not any(any(row) for row in table.all_rows):
            yield _("Fill in a cell, or remove the table.")
        columns, rows = len(table.kinds), len(table.rows)
        for number, most, say in ((columns, MOST_COLUMNS, too_many_columns), (rows, MOST_ROWS, too_many_rows)):
            if number > most:
                yield say(number, most)
        if columns <= MOST_COLUMNS and rows <= MOST_ROWS and columns * rows > MOST_CELLS:
            yield too_many_cells(columns * rows, MOST_CELLS)
        for words in (table.caption, *table.head):
            if len(words) > LONGEST_IN_TABLE:
                yield _("“%(start)s …” is too long for a caption or heading: %(most)d characters are possible.") % {
                    "start": cut_text(words, 40),
                    "most": LONGEST_IN_TABLE,
                }

    def render(self, value: TypedTable, context: Any = None) -> SafeString:
        """The table as readers get it."""
        return table_markup(table_of(value))

    def get_comparison_class(self) -> type[TableComparison]:
        """How the history compares two versions."""
        return TableComparison

    def get_translatable_segments(self, value: TypedTable) -> list[StringSegmentValue]:
        """Its caption, its headings and its cells, each text of a column once."""
        segments = {path: StringSegmentValue(path, words) for path, words in texts_by_path(table_of(value)) if words}
        return list(segments.values())

    def restore_translated_segments(self, value: TypedTable, segments: list[StringSegmentValue]) -> TypedTable:
        """The table with its texts in another language; a text that has none stays."""
        written = {segment.path: segment.render_text() for segment in segments}
        table = table_of(value)
        return self.to_python(
            stored_table(
                PlainTable(
                    written.get("caption", table.caption),
                    tuple(written.get(heading_path(column), words) for column, words in enumerate(table.head)),
                    table.kinds,
                    tuple(
                        tuple(written.get(cell_path(column, words), words) for column, words in enumerate(row))
                        for row in table.rows
                    ),
                )
            )
        )

    class Meta:
        icon = "table"
        label = _("Table")
        group = _("Text")
        description = _("Rows and columns with headings. Paste one from a document or a spreadsheet into a cell.")


def too_many_columns(number: int, most: int) -> str:
    """Say that a table is too wide."""
    words = ngettext(
        "This table has %(number)d column; %(most)d are possible.",
        "This table has %(number)d columns; %(most)d are possible.",
        number,
    )
    return words % {"number": number, "most": most}


def too_many_rows(number: int, most: int) -> str:
    """Say that a table is too long."""
    words = ngettext(
        "This table has %(number)d row; %(most)d are possible. Attach a longer one as a file.",
        "This table has %(number)d rows; %(most)d are possible. Attach a longer one as a file.",
        number,
    )
    return words % {"number": number, "most": most}


def too_many_cells(number: int, most: int) -> str:
    """Say that a table is too large."""
    words = ngettext(
        "This table has %(number)d cell; %(most)d are possible. Attach a larger one as a file.",
        "This table has %(number)d cells; %(most)d are possible. Attach a larger one as a file.",
        number,
    )
    return words % {"number": number, "most": most}


def texts_by_path(table: PlainTable) -> Iterator[tuple[str, str]]:
    """The texts of a table as readers meet them, each with its name among the segments of its block.

    A cell is named by its column and its words, so that a row that comes, goes or moves leaves all others translated,
    and a word that stands ten times in a column is translated once.
    """
    yield "caption", table.caption
    for column, words in enumerate(table.head):
        yield heading_path(column), words
    for row in table.rows:
        for column, words in enumerate(row):
            yield cell_path(column, words), words


def heading_path(column: int) -> str:
    """The name of the heading of a column, counted from 0."""
    return f"heading-{column}"


def cell_path(column: int, words: str) -> str:
    """The name of a cell."""
    return f"cell-{column}-{sha256(words.encode()).hexdigest()[:16]}"


class TableBlockAdapter(TypedTableBlockAdapter):
    """Hands the table to the editor, which takes pasted tables and names each cell for those who hear it."""

    js_constructor = "newsroom.base.tables.TableBlock"

    def js_args(self, block: TableBlock) -> list[Any]:
        """What Wagtail's editor of tables needs, and our words."""
        arguments: list[Any] = super().js_args(block)
        arguments[-1]["limits"] = {"columns": MOST_COLUMNS, "rows": MOST_ROWS}
        arguments[-1]["strings"] |= {
            "COLUMN": _("Column {column}"),
            "CELL": _("{heading}, row {row}"),
            "PASTED": _("The table is in the cells: {rows} rows, {columns} columns."),
            "MOVED": _("The table stands below this text, as a block of its own."),
            "TOO_LARGE": _("This table is larger than a page can show. Attach it as a file."),
        }
        return arguments

    @cached_property
    def media(self) -> forms.Media:
        """Wagtail's script, and ours after it."""
        media: forms.Media = super().media
        return media + forms.Media(js=[versioned_static("newsroom/tables.js")])


register(TableBlockAdapter(), TableBlock)
