"""Who is who: for what a document names, the records that may be meant, the likeliest first, each with why."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from importing.matching import (
    NEW,
    Directory,
    boilerplate_key,
    contact_key,
    is_same_contact,
    record_key,
    split_acronym,
)
from importing.proposal import Proposal, ProposedBoilerplate
from newsroom.base.diffs import difference
from newsroom.language.html import words_of_html
from newsroom.language.script.letters import squeezed
from organisations.models import Boilerplate

#: As alike as two spellings of one name are, and as two versions of one standing text; of 100.
ALIKE, ONE_TEXT = 84, 60
MOST_CANDIDATES = 4


@dataclass(frozen=True)
class KnownRecord:
    """A record that may be meant, how likely (0 to 100), and why in words."""

    record: Any
    score: float
    why: str
    difference: SafeString | str = ""


@dataclass
class RecordMatch:
    """Something that a document names, and what it may be in the directory."""

    kind: str
    key: str
    name: str
    about: str = ""
    source: tuple[int, ...] = ()
    candidates: list[KnownRecord] = field(default_factory=list)
    chosen: int | str = NEW

    @property
    def is_doubtful(self) -> bool:
        """Whether somebody should look: a record that may be meant is not certainly the same."""
        return bool(self.candidates) and (self.candidates[0].score < 100 or len(self.candidates) > 1)


def matches_in(proposal: Proposal, directory: Directory, same_as: dict[str, int | str]) -> list[RecordMatch]:
    """Return everything that a proposal names, each once, in the order of the document."""
    found: dict[str, RecordMatch] = {}
    for match in names_matched(proposal, directory):
        kept = found.setdefault(match.key, match)
        if kept is not match:
            kept.source = tuple(sorted({*kept.source, *match.source}))
    for match in found.values():
        match.candidates = sorted(match.candidates, key=lambda each: -each.score)[:MOST_CANDIDATES]
        likeliest = match.candidates[0] if match.candidates else None
        is_taken = likeliest is not None and (likeliest.score == 100 or match.kind == "boilerplate")
        match.chosen = same_as.get(match.key, likeliest.record.pk if likeliest and is_taken else NEW)
    return list(found.values())


def names_matched(proposal: Proposal, directory: Directory) -> Iterator[RecordMatch]:
    """Yield what a proposal names, again wherever it does."""
    people = list(nearest_rows(directory.people, directory))
    if proposal.event is not None or proposal.call is not None:
        yield from occasion_matches(proposal, directory, people)
        return
    for quote in proposal.quotes:
        yield person_match(quote.speaker, quote.role, quote.organisation, quote.source, people)
    for one in proposal.participants:
        yield person_match(one.name, one.role, one.organisation, one.source, people)
    for boilerplate in proposal.boilerplates:
        if boilerplate.organisation:
            yield organisation_match(boilerplate.organisation, boilerplate.source, directory)
        yield boilerplate_match(boilerplate, directory)
    for contact in proposal.contacts:
        rows = nearest_rows(directory.contacts, directory)
        name = contact.name or contact.organisation or contact.email or contact.phone or ""
        about = ", ".join(filter(None, (contact.organisation, contact.phone, contact.email)))
        same = [
            KnownRecord(each, 100, _("same address or number") if contact.email or contact.phone else _("same name"))
            for each in rows
            if is_same_contact(each, contact)
        ]
        yield RecordMatch("contact", contact_key(contact), name, about, contact.source, same)


def occasion_matches(proposal: Proposal, directory: Directory, people: Sequence[Any]) -> Iterator[RecordMatch]:
    """Yield the people and organisations of an event or a call that become records, or are linked to them."""
    event, call = proposal.event, proposal.call
    bodies = (*event.organisers, *event.partners) if event else call.organisations if call else ()
    for name in bodies:
        yield organisation_match(name, (), directory)
    for session in event.agenda if event else ():
        for speaker in session.speakers:
            if speaker.kind == "person":
                yield person_match(speaker.name, speaker.role, speaker.organisation, session.source, people)
    for signatory in call.signatories if call else ():
        if signatory.name:
            yield person_match(signatory.name, signatory.role, signatory.organisation, (), people)
    for asked in call.focal_points if call else ():
        if asked.name and (match := person_match(asked.name, asked.role, asked.organisation, (), people)).candidates:
            yield match


def nearest_rows(rows: Iterable[Any], directory: Directory) -> Iterator[Any]:
    """Yield each record once: its row in the language of the document, else the first."""
    found: dict[Any, Any] = {}
    for row in rows:
        if row.translation_key not in found or row.locale_id == directory.locale.pk:
            found[row.translation_key] = row
    yield from found.values()


def person_match(
    name: str, role: str | None, organisation: str | None, source: tuple[int, ...], people: Sequence[Any]
) -> RecordMatch:
    """Return a person that a document names and who may be meant."""
    about = ", ".join(filter(None, (role, organisation)))
    candidates = list(likenesses(name, people, lambda each: [each.name]))
    return RecordMatch("person", record_key("person", name), name, about, source, candidates)


def organisation_match(written: str, source: tuple[int, ...], directory: Directory) -> RecordMatch:
    """Return an organisation that a document names and which may be meant."""
    name, _acronym = split_acronym(written)
    rows = list(nearest_rows(directory.organisations, directory))
    exact = directory.organisation(written)
    candidates = [
        each
        if exact is None or each.record.translation_key != exact.translation_key
        else KnownRecord(each.record, 100, _("same name"))
        for each in likenesses(name, rows, lambda each: [each.name, each.acronym])
    ]
    if exact is not None and all(each.record.translation_key != exact.translation_key for each in candidates):
        candidates.append(KnownRecord(exact, 100, _("same name")))
    return RecordMatch("organisation", record_key("organisation", written), written, "", source, candidates)


def likenesses(name: str, rows: Iterable[Any], names: Callable[[Any], list[str]]) -> Iterator[KnownRecord]:
    """Yield records whose names are the same as one, almost the same, or share its last word."""
    wanted, last = squeezed(name), name.split()[-1].casefold() if name.split() else ""
    for row in rows:
        written = [each for each in names(row) if each]
        score = max((fuzz.ratio(wanted, squeezed(each)) for each in written), default=0)
        if score == 100:
            yield KnownRecord(row, 100, _("same name"))
        elif score >= ALIKE:
            yield KnownRecord(row, score, _("almost the same name"))
        elif len(last) > 3 and any(each.split()[-1].casefold() == last for each in written):
            yield KnownRecord(row, min(score, ALIKE - 1), _("same last name"))


def boilerplate_match(proposed: ProposedBoilerplate, directory: Directory) -> RecordMatch:
    """Return a boilerplate of a document and those of its organisation, with what differs."""
    body = directory.organisation(proposed.organisation)
    own = Boilerplate.objects.filter(organisation__translation_key=body.translation_key) if body else []
    words = words_of_html(proposed.html or proposed.text)
    candidates = []
    for each in nearest_rows(own, directory):
        theirs = words_of_html(each.text)
        if squeezed(theirs) == squeezed(words):
            candidates.append(KnownRecord(each, 100, _("same words")))
        elif (score := fuzz.ratio(theirs, words)) >= ONE_TEXT:
            told = difference(theirs, words)
            candidates.append(KnownRecord(each, min(score, 99), _("differs from the file"), told))
    name = proposed.organisation or ""
    return RecordMatch("boilerplate", boilerplate_key(proposed), name, "", proposed.source, candidates)
