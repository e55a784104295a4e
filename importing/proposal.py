"""The structured release that the importer proposes and a person confirms."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, fields
from typing import Any

from importing.proposed_occasions import ProposedCall, ProposedEvent, occasion_as_json
from importing.reading import SourceParagraph
from importing.remarks import Doubt

Source = tuple[int, ...]
#: How certain a part is that a label names.
LABELLED = 0.8


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a part stands, how certain the guess is (0 to 1), and the signals that a person can read."""

    source: Source = ()
    confidence: float = 0.0
    signals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place and date of issue; the date is written as ISO 8601."""

    place: str | None = None
    date: str | None = None
    evidence: Evidence = Evidence()
    as_written: str | None = None


@dataclass(frozen=True, slots=True)
class BodyBlock:
    """One block of the body: paragraph, heading, list, quote, table or image, as sanitised HTML."""

    type: str
    html: str
    source: Source


@dataclass(frozen=True, slots=True)
class ProposedQuote:
    """Words attributed to a person; they stand in the body as well, under the same numbers."""

    text: str
    speaker: str
    role: str | None
    organisation: str | None
    source: Source
    evidence: Evidence = Evidence()


@dataclass(frozen=True, slots=True)
class Participant:
    """A person named as taking part."""

    name: str
    role: str | None
    organisation: str | None
    source: Source
    evidence: Evidence = Evidence()


@dataclass(frozen=True, slots=True)
class ProposedBoilerplate:
    """The standing text of an organisation; addresses of links are written out in `text`."""

    organisation: str | None
    text: str
    source: Source
    html: str = ""
    evidence: Evidence = Evidence()


@dataclass(frozen=True, slots=True)
class Contact:
    """A person or desk that journalists can reach."""

    name: str | None
    role: str | None
    organisation: str | None
    email: str | None
    phone: str | None
    source: Source
    evidence: Evidence = Evidence()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a document was understood to say.

    `paragraphs` are the source, and `placement` says for each of them the one
    part it went into: the name of a key of the JSON, or `kind` for a line that
    only labels the document and `end` for an end mark. Quotes, participants,
    hashtags, datelines and contacts inside running text point at paragraphs
    that are placed in the body.

    Where the document is an event or a call, `event` or `call` holds its
    fields, the body is empty, and `placement` names the parts of an
    `OccasionPart` beside those of a release.
    """

    paragraphs: Sequence[SourceParagraph]
    placement: tuple[str, ...]
    language: str | None
    kind: str
    headline: str | None
    subheadline: str | None
    hashtags: tuple[str, ...]
    dateline: Dateline
    embargo: str | None
    embargo_until: str | None
    summary: str | None
    body: tuple[BodyBlock, ...]
    quotes: tuple[ProposedQuote, ...]
    participants: tuple[Participant, ...]
    boilerplates: tuple[ProposedBoilerplate, ...]
    contacts: tuple[Contact, ...]
    notes_to_editors: str | None
    warnings: tuple[Doubt, ...]
    headline_evidence: Evidence = Evidence()
    event: ProposedEvent | None = None
    call: ProposedCall | None = None
    #: The IANA name of the zone in which the embargo is told, where it has one.
    embargo_zone: str | None = None

    def sources_of(self, part: str) -> Source:
        """Return the numbers of the paragraphs placed in a part."""
        return tuple(number for number, place in enumerate(self.placement) if place == part)

    def to_json(self) -> dict[str, Any]:
        """Return the proposal with all keys of the import contract.

        Beside them a part tells its `confidence` and `signals`, the dateline its `source`, and `evidence` the same for
        the parts that are text alone.
        """
        return {
            "language": self.language,
            "kind": self.kind,
            "headline": self.headline,
            "subheadline": self.subheadline,
            "hashtags": list(self.hashtags),
            "dateline": _plain(self.dateline, {"as_written": self.dateline.as_written}),
            "embargo": self.embargo,
            "embargo_until": self.embargo_until,
            "summary": self.summary,
            "body": [_plain(block) for block in self.body],
            "quotes": [_plain(quote) for quote in self.quotes],
            "participants": [_plain(participant) for participant in self.participants],
            "boilerplates": [_plain(boilerplate, without={"html"}) for boilerplate in self.boilerplates],
            "contacts": [_plain(contact) for contact in self.contacts],
            "notes_to_editors": self.notes_to_editors,
            "warnings": [
                {"source": list(each.source), "message": each.message, "remark": str(each.remark)}
                for each in self.warnings
            ],
            "event": occasion_as_json(self.event, self.placement) if self.event else None,
            "call": occasion_as_json(self.call, self.placement) if self.call else None,
            "evidence": {part: _plain(evidence) for part, evidence in self._evidence_of_texts()},
        }

    def _evidence_of_texts(self) -> Iterator[tuple[str, Evidence]]:
        """Yield what there is to tell of the parts that are text alone."""
        yield "headline", self.headline_evidence
        for part in ("kind", "subheadline", "hashtags", "embargo", "summary", "notes_to_editors"):
            if source := self.sources_of(part):
                yield part, Evidence(source, LABELLED, ("a label says so",))


def _plain(record: Any, more: Mapping[str, Any] | None = None, without: Set[str] = frozenset()) -> dict[str, Any]:
    """Return a record as JSON has it: source numbers as a list, its evidence beside its own values."""
    plain: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, Evidence):
            told = _plain(value)
            plain |= {name: each for name, each in told.items() if name not in plain}
        elif field.name not in without:
            plain[field.name] = list(value) if isinstance(value, tuple) else value
    return plain | dict(more or {})
