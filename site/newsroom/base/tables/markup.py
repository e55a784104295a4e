"""The HTML of a table: its caption, headings and names of rows marked as such, every text in it escaped."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from newsroom.language.tables import NAMES, NUMBERS, PlainTable

#: It scrolls in itself where a phone is too narrow, so it can be reached by keyboard and has a name.
REGION = '<div class="table" role="region" tabindex="0" aria-label="{}"><table>{}{}<tbody>{}</tbody></table></div>'


def table_markup(table: PlainTable) -> SafeString:
    """Return a table as readers get it."""
    caption = format_html("<caption><span>{}</span></caption>", table.caption) if table.caption else ""
    head = format_html("<thead><tr>{}</tr></thead>", headings_markup(table)) if table.head else ""
    rows = format_html_join("", "<tr>{}</tr>", ((row_markup(table.kinds, row),) for row in table.rows))
    return format_html(REGION, table.caption or _("Table"), caption, head, rows)


def headings_markup(table: PlainTable) -> SafeString:
    """Return the cells of the headings; what has none is no heading."""
    cells = (heading_markup(kind, words) for kind, words in zip(table.kinds, table.head, strict=True))
    return format_html_join("", "{}", ((cell,) for cell in cells))


def heading_markup(kind: str, words: str) -> SafeString:
    """Return the heading of a column, on the side where its cells are."""
    if not words:
        return SafeString("<td></td>")
    side = SafeString(' class="numbers"') if kind == NUMBERS else ""
    return format_html('<th scope="col"{}>{}</th>', side, words)


def row_markup(kinds: tuple[str, ...], row: tuple[str, ...]) -> SafeString:
    """Return the cells of a row."""
    return format_html_join("", "{}", ((cell_markup(kind, words),) for kind, words in zip(kinds, row, strict=True)))


def cell_markup(kind: str, words: str) -> SafeString:
    """Return a cell: what names its row as a heading, a number apart from the direction of the text around it."""
    if kind == NAMES and words:
        return format_html('<th scope="row">{}</th>', words)
    if kind == NUMBERS:
        return format_html('<td class="numbers"><bdi>{}</bdi></td>', words)
    return format_html("<td>{}</td>", words)
