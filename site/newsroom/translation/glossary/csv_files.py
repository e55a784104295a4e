"""The glossary as a table that people keep in a spreadsheet: out as CSV, and back."""

import csv
import io
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.base.files.spreadsheets import looks_like_formula, without_formula
from newsroom.base.languages import html_code, own_names
from newsroom.base.normalising import normaliser_at
from newsroom.language.codes import code_among
from newsroom.language.normalisation import normalise_document
from newsroom.translation.models.glossary import GlossaryTerm

COLUMNS = ("term", "source_language", "language", "approved", "forbidden", "note", "topic")
REQUIRED = ("term", "language")
#: Several words stand in one cell.
SEPARATOR = "|"
MOST_ROWS = 20_000


class UnreadableTableError(Exception):
    """A file that is no table of terms; says why in one line."""


@dataclass
class Taken:
    """What became of a table."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    wrong: list[tuple[int, str]] = field(default_factory=list)


def terms_as_csv() -> str:
    """The whole glossary as CSV."""
    buffer = io.StringIO()
    table = csv.writer(buffer)
    table.writerow(COLUMNS)
    for term in GlossaryTerm.objects.order_by("source_language", "language", "sort_key", "topic"):
        row = {
            **{name: getattr(term, name) for name in COLUMNS},
            "source_language": html_code(term.source_language),
            "language": html_code(term.language),
            "approved": SEPARATOR.join(term.approved_words),
            "forbidden": SEPARATOR.join(term.forbidden_words),
        }
        table.writerow([without_formula(row[name]) for name in COLUMNS])
    return buffer.getvalue()


def read_terms(content: bytes) -> Taken:
    """Add and change terms from CSV; a wrong row is reported by its line, the others are kept.

    Raises UnreadableTableError where the file is no such table.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableTableError(_("The file is not in UTF-8. Save it as “CSV UTF-8”.")) from error
    delimiter = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise UnreadableTableError(_("The file is not a table: %(error)s.") % {"error": error}) from error
    if missing := [name for name in REQUIRED if not rows or name not in rows[0]]:
        raise UnreadableTableError(_("The table has no column “%(name)s”, or no rows.") % {"name": missing[0]})
    if len(rows) > MOST_ROWS:
        raise UnreadableTableError(_("The table has more than %(number)d rows.") % {"number": MOST_ROWS})
    return kept(rows)


@transaction.atomic
def kept(rows: list[dict[str, str]]) -> Taken:
    """Store the rows of a table."""
    known = {(each.source_language, each.language, each.term, each.topic): each for each in GlossaryTerm.objects.all()}
    taken = Taken()
    for number, row in enumerate(rows, start=2):
        values = cells(row)
        key = (values["source_language"], values["language"], values["term"], values["topic"])
        term = known.get(key)
        if term and all(getattr(term, name) == value for name, value in values.items()):
            taken.unchanged += 1
            continue
        is_new = term is None
        term = term or GlossaryTerm()
        for name, value in values.items():
            setattr(term, name, value)
        try:
            term.full_clean(validate_unique=False)
        except ValidationError as error:
            taken.wrong.append((number, " ".join(error.messages)))
            continue
        term.save()
        known[key] = term
        taken.added, taken.changed = taken.added + is_new, taken.changed + (not is_new)
    return taken


def cells(row: dict[str, str]) -> dict[str, str]:
    """The values of a row as a term keeps them."""
    values = {name: normaliser_at(GlossaryTerm, name)(row.get(name) or "").strip() for name in COLUMNS}
    values = {
        name: value[1:] if value[:1] == "'" and looks_like_formula(value[1:]) else value
        for name, value in values.items()
    }
    for name in ("source_language", "language"):
        stated = values[name] or ("en" if name == "source_language" else "")
        values[name] = code_among(stated, own_names()) or values[name]
    for name in ("approved", "forbidden"):
        parts = normalise_document(values[name]).split(SEPARATOR)
        values[name] = "\n".join(part.strip() for part in parts if part.strip())
    return values
