"""What a translator is told about a release: who says the words of a quote, and as what."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from news.choices import ReleaseKind
from newsroom.base.tables.block import cell_path, heading_path
from newsroom.language.tables import PlainTable, table_of

if TYPE_CHECKING:
    from news.models.release import ReleasePage


def notes_of_release(release: "ReleasePage") -> dict[str, list[str]]:
    """Notes by the path of a segment."""
    return {
        "title": [_("The headline.")],
        **notes_of_quotes(release),
        **notes_of_tables(release),
        **notes_of_participants(release),
        **notes_of_signatories(release),
    }


def notes_of_quotes(release: "ReleasePage") -> dict[str, list[str]]:
    """For the words of a quote its speaker and role; for the role whose it is."""
    notes: dict[str, list[str]] = {}
    for block in release.body:
        if block.block_type != "quote" or not block.value["speaker"]:
            continue
        speaker, role = block.value["speaker"].name, block.value["role"]
        notes[f"body.{block.id}.words"] = [
            _("Words of a quote, without quotation marks."),
            _("Speaker: %(name)s") % {"name": speaker},
            *([_("Role: %(role)s") % {"role": role}] if role else []),
        ]
        notes[f"body.{block.id}.role"] = [_("The role of %(name)s") % {"name": speaker}]
    return notes


def notes_of_tables(release: "ReleasePage") -> dict[str, list[str]]:
    """For the heading of a column that it is one; for a cell its column, and the row in which its words stand first."""
    notes: dict[str, list[str]] = {}
    for block in release.body:
        if block.block_type != "table":
            continue
        table = table_of(block.value)
        notes[f"body.{block.id}.caption"] = [_("Title of a table.")]
        for column in range(len(table.head)):
            notes[f"body.{block.id}.{heading_path(column)}"] = [_("Heading of a column.")]
        for row in table.rows:
            for column, words in enumerate(row):
                path = f"body.{block.id}.{cell_path(column, words)}"
                notes.setdefault(path, list(place_of_cell(table, column, row)))
    return notes


def place_of_cell(table: PlainTable, column: int, row: tuple[str, ...]) -> Iterator[str]:
    """Where a cell stands, for those who see its words alone."""
    yield _("Cell of a table.")
    if table.head and table.head[column]:
        yield _("Column: %(heading)s") % {"heading": table.head[column]}
    if column and row[0]:
        yield _("Row: %(name)s") % {"name": row[0]}


def notes_of_participants(release: "ReleasePage") -> dict[str, list[str]]:
    """For the role of a participant, whose it is."""
    links = list(release.participant_links.all())
    prefetch_related_objects(links, "person")
    return {
        f"participant_links.{link.translation_key}.role": [_("The role of %(name)s") % {"name": link.person.name}]
        for link in links
    }


def notes_of_signatories(release: "ReleasePage") -> dict[str, list[str]]:
    """For what stands beside the name of a signatory, whose it is."""
    links = list(release.signatory_links.all()) if release.kind == ReleaseKind.OPEN_LETTER else []
    prefetch_related_objects(links, "person", "organisation")
    return {
        f"signatory_links.{link.translation_key}.{field}": [_("Of the signatory %(name)s") % {"name": link.shown_name}]
        for link in links
        for field in ("role", "place", "country")
    }
