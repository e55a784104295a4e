"""The rows of the review page: each paragraph of the source beside what it was taken for."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from importing.models import ImportedFile, ImportState
from importing.proposal import Evidence, Proposal
from importing.proposed_occasions import OccasionPart
from importing.reachable import country_of_document, with_written_contacts
from importing.reading import Place, SourceParagraph
from importing.reading.inline import sanitised
from importing.review.assigning import assigned_proposal, final_parts, people_as_lines
from importing.review.assigning import assignments_from as decided
from importing.review.contact_forms import REACHED_AT, ReachedForm
from importing.review.parts import Part, parts_of_proposal
from importing.review.reasons import evidence_by_paragraph
from importing.understanding.signals import WEIGHTS
from importing.wording import word_of_signal, words_of_doubt

#: In the order of the list from which one chooses.
LABELS: dict[Part, Promise] = {
    Part.HEADLINE: _("Headline"),
    Part.SUBHEADLINE: pgettext_lazy("part of a release", "Subheadline"),
    Part.DATELINE: _("Dateline"),
    Part.EMBARGO: pgettext_lazy("part of a release", "Embargo"),
    Part.SUMMARY: pgettext_lazy("part of a release", "Summary"),
    Part.PARAGRAPH: pgettext_lazy("part of a release", "Text"),
    Part.HEADING: pgettext_lazy("part of a release", "Heading"),
    Part.LIST: pgettext_lazy("part of a release", "List"),
    Part.TABLE: pgettext_lazy("part of a release", "Table"),
    Part.IMAGE: _("Image"),
    Part.QUOTE: _("Quote"),
    Part.PARTICIPANTS: _("Participants"),
    Part.BOILERPLATE: _("Boilerplate"),
    Part.CONTACT: _("Media contact"),
    Part.NOTES: pgettext_lazy("part of a release", "Notes to editors"),
    Part.HASHTAGS: _("Hashtags"),
    Part.DROPPED: _("Leave out"),
}
SPEAKER, ROLE, ORGANISATION = _("Speaker"), pgettext_lazy("held by a person", "Role"), _("Organisation")
FIELDS: dict[Part, dict[str, Promise]] = {
    Part.DATELINE: {"place": _("Place")},
    Part.QUOTE: {"speaker": SPEAKER, "role": ROLE, "organisation": ORGANISATION},
    Part.PARTICIPANTS: {"people": _("One person a line: name | role | organisation")},
    Part.BOILERPLATE: {"organisation": ORGANISATION},
    Part.CONTACT: {
        "name": pgettext_lazy("of a person", "Name"),
        "role": ROLE,
        "organisation": ORGANISATION,
        "email": _("E-mail"),
        "phone": _("Telephone"),
    },
}
STOOD: dict[Place, Promise] = {
    Place.HEADER: _("at the head of the page"),
    Place.FOOTER: _("at the foot of the page"),
    Place.FOOTNOTE: _("footnote"),
    Place.TEXT_BOX: _("text box"),
}
SENTENCE_END = re.compile(r"(?<=[.!?;:。！？؟])\s*(?=\S)|\s*\n\s*")
MOST_PLACES = 20
#: From which confidence a guess is called so; below it is doubtful.
SURE, FAIRLY_SURE = 0.7, 0.5


@dataclass(frozen=True)
class RowField:
    """A field that a part asks for."""

    name: str
    label: Promise
    value: str
    is_long: bool = False


@dataclass(frozen=True)
class ReviewRow:
    """One paragraph of the source and what it is taken for."""

    number: int
    source: SourceParagraph
    part: Part | OccasionPart
    fields: tuple[RowField, ...]
    doubts: tuple[str, ...]
    is_decided: bool
    can_join: bool
    #: What it can be, in the order of the list.
    labels: Mapping[Any, Promise] = field(default_factory=lambda: LABELS)
    #: What speaks for and against the guess.
    evidence: Evidence = field(default_factory=Evidence)
    #: What was understood of it, in words.
    understood: tuple[str, ...] = ()
    #: The fields for values with a type that stand here.
    typed: tuple[Any, ...] = ()
    #: The form for the address and the number of a contact.
    reached: ReachedForm | None = None

    @property
    def html(self) -> SafeString:
        """The paragraph as it looks."""
        return mark_safe(sanitised(self.source.html))  # noqa: S308  (cleaned just now)

    @property
    def cells(self) -> list[SafeString]:
        """The cells of a row of a table."""
        return [mark_safe(sanitised(cell)) for cell in self.source.cells]  # noqa: S308  (cleaned just now)

    @property
    def stood(self) -> Promise | str:
        """Where in the document it stood, if not in its text."""
        return STOOD.get(self.source.place, "")

    @property
    def choices(self) -> list[tuple[str, Promise, bool]]:
        """What it can be."""
        return [(part.value, label, part is self.part) for part, label in self.labels.items()]

    @property
    def confidence(self) -> str:
        """How certain the guess is, in words."""
        if self.is_decided:
            return str(_("decided by you"))
        if self.is_doubtful:
            return str(_("doubtful"))
        return str(_("sure") if self.evidence.confidence >= SURE else _("fairly sure"))

    @property
    def is_doubtful(self) -> bool:
        """Whether somebody should look: a remark stands beside it, or more speaks against the guess than for it."""
        return bool(self.doubts) or (not self.is_decided and self.evidence.confidence < FAIRLY_SURE)

    @property
    def speaks_for(self) -> list[str]:
        """The signals that speak for the guess, in words; none once somebody decided."""
        return [] if self.is_decided else [word_of_signal(each) for each in self.evidence.signals if WEIGHTS[each] > 0]

    @property
    def speaks_against(self) -> list[str]:
        """The signals that speak against it."""
        return [] if self.is_decided else [word_of_signal(each) for each in self.evidence.signals if WEIGHTS[each] < 0]

    @property
    def places(self) -> list[tuple[int, str]]:
        """Where it can be parted: the place in its text, and the words that would begin the next."""
        if self.source.cells or self.source.image:
            return []
        text = self.source.text
        found = [match.end() for match in SENTENCE_END.finditer(text)]
        return [(place, text[place : place + 40]) for place in found if 0 < place < len(text) - 1][:MOST_PLACES]


def review_rows(imported: ImportedFile, proposal: Proposal, data: Any = None) -> list[ReviewRow]:
    """Return the rows of an import, as the machine took them and the person decided.

    `data` is a form that was sent, whose addresses and numbers are read.
    """
    assigned = decided(imported.assignments, proposal)
    parts = final_parts(proposal, assigned)
    corrected = assigned_proposal(proposal, imported.assignments)
    country = country_of_document(corrected)
    corrected = with_written_contacts(corrected, country)
    doubts = doubts_by_paragraph(corrected)
    is_open = imported.state == ImportState.WAITING
    values = values_by_paragraph(corrected)
    evidence = evidence_by_paragraph(proposal, parts)
    heads = heads_of_parts(corrected)
    return [
        ReviewRow(
            number,
            proposal.paragraphs[number],
            part,
            () if number in heads else fields_of_row(part, values.get((number, part), {})),
            () if number in assigned else tuple(doubts.get(number, ())),
            number in assigned,
            can_join(proposal, number),
            evidence=evidence[number],
            understood=(belongs_to(heads[number]),) if number in heads else (),
            reached=None
            if number in heads
            else reached_form(number, part, values, country, data if is_open else None, is_open),
        )
        for number, part in enumerate(parts)
    ]


def heads_of_parts(proposal: Proposal) -> dict[int, int]:
    """Return for each further paragraph of a contact or a boilerplate the first one, where the fields stand."""
    return {
        number: source[0]
        for source in (*(each.source for each in proposal.contacts), *(each.source for each in proposal.boilerplates))
        for number in source[1:]
    }


def belongs_to(first: int) -> str:
    """Say to which paragraph another belongs."""
    return _("Belongs to paragraph %(number)s") % {"number": first + 1}


def reached_form(
    number: int, part: Part, values: Mapping[tuple[int, Part], Mapping[str, str]], *about: Any
) -> ReachedForm | None:
    """Return the form for the address and the number of a contact; None for what is no contact."""
    return ReachedForm(number, values.get((number, part), {}), *about) if part is Part.CONTACT else None


def can_join(proposal: Proposal, number: int) -> bool:
    """Whether a paragraph can be joined with the next: rows of tables cannot."""
    two = proposal.paragraphs[number : number + 2]
    return len(two) > 1 and not any(each.cells for each in two)


def doubts_by_paragraph(proposal: Proposal) -> Mapping[int, list[str]]:
    """Return what somebody should look at, at the first paragraph that it is about."""
    doubts: dict[int, list[str]] = defaultdict(list)
    for doubt in proposal.warnings:
        for number in doubt.source[:1]:
            doubts[number].append(words_of_doubt(doubt))
    return doubts


def fields_of_row(part: Part, values: Mapping[str, str]) -> tuple[RowField, ...]:
    """Return the fields that a part asks for, filled."""
    labels = FIELDS.get(part, {})
    return tuple(
        RowField(name, label, values.get(name, ""), name == "people")
        for name, label in labels.items()
        if name not in REACHED_AT
    )


def values_by_paragraph(proposal: Proposal) -> dict[tuple[int, Part], dict[str, str]]:
    """Return what the fields of each paragraph hold: those of a part over several paragraphs stand at its first."""
    found: dict[tuple[int, Part], dict[str, str]] = {}
    for quote in proposal.quotes:
        told = {"speaker": quote.speaker, "role": quote.role, "organisation": quote.organisation}
        for number in quote.source:
            found.setdefault((number, Part.QUOTE), words(told))
    for boilerplate in proposal.boilerplates:
        for number in boilerplate.source[:1]:
            found.setdefault((number, Part.BOILERPLATE), words({"organisation": boilerplate.organisation}))
    for contact in proposal.contacts:
        told = {name: getattr(contact, name) for name in FIELDS[Part.CONTACT]}
        for number in contact.source[:1]:
            found.setdefault((number, Part.CONTACT), words(told))
    for number, part in enumerate(parts_of_proposal(proposal)):
        if told_of := values_of_line(part, number, proposal):
            found[number, part] = told_of
    return found


def values_of_line(part: Part, number: int, proposal: Proposal) -> dict[str, str]:
    """Return what the fields of a part hold of which there is one, or that holds a list."""
    if part is Part.PARTICIPANTS:
        return {"people": people_as_lines([each for each in proposal.participants if number in each.source])}
    return words({"place": proposal.dateline.place}) if part is Part.DATELINE else {}


def words(told: Mapping[str, str | None]) -> dict[str, str]:
    """Return values for fields, empty where there are none."""
    return {name: value or "" for name, value in told.items()}


def assignments_in(
    data: Any, imported: ImportedFile, proposal: Proposal, shown: Sequence[ReviewRow]
) -> list[dict[str, Any]]:
    """Return what a person decided, out of a form that was sent: what differs from the guess, and no more.

    `shown` are the rows with that form; an address or a number that cannot be read stays what it was.
    """
    guesses = parts_of_proposal(proposal)
    country = country_of_document(assigned_proposal(proposal, imported.assignments))
    guessed = values_by_paragraph(with_written_contacts(proposal, country))
    found = []
    for row, guess in zip(shown, guesses, strict=True):
        name = data.get(f"part-{row.number}", "")
        part = Part(name) if name in list(Part) else Part(str(row.part))
        sent = sent_values(data, row, part)
        before = {field: guessed.get((row.number, part), {}).get(field, "") for field in sent}
        is_displaced = part is row.part and not row.is_decided
        if (part is guess or is_displaced) and same_lines(sent, before):
            continue
        found.append({"paragraph": row.number, "part": part.value, "values": sent})
    return found


def sent_values(data: Any, row: ReviewRow, part: Part) -> dict[str, str]:
    """Return what was sent of the fields of a row, while it stays the part whose fields were shown."""
    if part is not row.part:
        return {}
    names = [name for name in FIELDS.get(part, {}) if f"{row.number}-{name}" in data]
    sent = {name: data[f"{row.number}-{name}"].strip()[:2_000] for name in names if name not in REACHED_AT}
    return sent | ({name: value for name, value in row.reached.read().items() if name in names} if row.reached else {})


def same_lines(sent: Mapping[str, str], before: Mapping[str, str]) -> bool:
    """Whether fields hold what they held; browsers end lines in their own way."""
    return all(value.replace("\r\n", "\n") == before[name] for name, value in sent.items())
