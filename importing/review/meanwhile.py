"""Two people at one import: what a page showed when somebody began, and what of theirs was not saved afterwards."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core import signing
from django.forms.boundfield import BoundField
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from importing.matching import NEW
from importing.models import ImportedFile, ImportState
from importing.review.forms import ValuesForm
from importing.review.matches import RecordMatch
from importing.review.occasion_rows import OCCASION_LABELS
from importing.review.rows import LABELS, ReviewRow
from newsroom.base.users import name_of
from newsroom.language.script.cutting import cut_text
from newsroom.language.separators import in_quotation_marks, side_by_side

SALT = "importing.review.seen"
LONGEST_WORDS = 60


@dataclass(frozen=True)
class SeenInput:
    """An input of the page: what it held, how it is called, and how its choices are."""

    name: str
    value: str
    label: str
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class SeenImport:
    """The version of an import that a page showed, and its inputs."""

    version: str
    inputs: Sequence[SeenInput]


@dataclass(frozen=True)
class UnsavedInput:
    """What somebody wrote or chose that was not saved."""

    label: str
    value: str


def sealed(seen: SeenImport) -> str:
    """Return what a page showed as a text that the page sends back, and that nobody else can write."""
    inputs = [[each.name, each.value, each.label, each.choices] for each in seen.inputs]
    return signing.dumps([seen.version, inputs], salt=SALT, compress=True)


def unsealed(text: str) -> SeenImport | None:
    """Return what a page showed; None where it did not say so."""
    try:
        version, inputs = signing.loads(text, salt=SALT)
    except signing.BadSignature:
        return None
    return SeenImport(version, [SeenInput(*each) for each in inputs])


def inputs_of_review(
    rows: Iterable[ReviewRow], form: ValuesForm, matches: Iterable[RecordMatch]
) -> Iterator[SeenInput]:
    """Yield the inputs of a review as they stand, before anybody types."""
    for row in rows:
        number = _("Paragraph %(number)s") % {"number": row.number + 1}
        words = cut_text(row.source.text, LONGEST_WORDS)
        label = side_by_side([number, in_quotation_marks(words) if words else ""])
        yield SeenInput(f"part-{row.number}", row.part.value, label)
        for each in row.fields:
            yield SeenInput(f"{row.number}-{each.name}", each.value, side_by_side([label, each.label]))
        for bound in row.reached or ():
            yield SeenInput(bound.html_name, str(bound.initial or ""), side_by_side([label, str(bound.label)]))
    for bound in form:
        yield from inputs_of_value(bound)
    for match in matches:
        choices = {str(each.record.pk): str(each.record) for each in match.candidates}
        yield SeenInput(f"same:{match.key}", str(match.chosen), match.name, {**choices, NEW: _("New in the directory")})


def inputs_of_value(bound: BoundField) -> Iterator[SeenInput]:
    """Yield the inputs of one value with a type: an instant has three."""
    widget: Any = bound.field.widget
    label = str(bound.label)
    if not hasattr(widget, "widgets_names"):
        choices = {str(value): str(words) for value, words in getattr(bound.field, "choices", ())}
        yield SeenInput(bound.html_name, str(bound.initial or ""), label, choices)
        return
    for ending, value in zip(widget.widgets_names, widget.decompress(bound.initial), strict=True):
        yield SeenInput(bound.html_name + ending, value, label)


def unsaved_inputs(inputs: Iterable[SeenInput], data: Mapping[str, Any]) -> list[UnsavedInput]:
    """Return what somebody changed of what they saw, in the order of the page."""
    return [
        UnsavedInput(each.label, words_of_input(each, sent))
        for each in inputs
        if (sent := data.get(each.name)) is not None and as_lines(sent) != as_lines(each.value)
    ]


def as_lines(value: str) -> str:
    """Return a text without what browsers add to it."""
    return value.replace("\r\n", "\n").strip()


def words_of_input(seen: SeenInput, sent: str) -> str:
    """Return what was chosen as the page calls it, or what was typed."""
    if seen.name.startswith("part-"):
        labels = {part.value: words for part, words in (*LABELS.items(), *OCCASION_LABELS.items())}
        return str(labels.get(sent, sent))
    return seen.choices.get(sent, sent)


def sentence_of_change(imported: ImportedFile, user: Any) -> str:
    """Say what became of an import while somebody had it open, and who did it if that is known."""
    if imported.state == ImportState.DRAFTED:
        words = _("A draft was made of this file meanwhile, so nothing else was done.")
        if imported.page is None:
            return words
        address = reverse("wagtailadmin_pages:edit", args=[imported.page.pk])
        return format_html('{} <a href="{}"><bdi>{}</bdi></a>', words, address, imported.page)
    if imported.state == ImportState.GIVEN_UP:
        return _("This import was given up meanwhile, so nothing of yours was saved. Take it up again to go on.")
    if imported.changed_by is None:
        return _("This import was changed meanwhile, so nothing of yours was saved. The page shows what stands now.")
    if imported.changed_by == user:
        return _(
            "You changed this import meanwhile in another window, so nothing was saved here. The page shows what "
            "stands now."
        )
    return _(
        "%(name)s changed this import meanwhile, so nothing of yours was saved. The page shows what stands now."
    ) % {"name": name_of(imported.changed_by)}
