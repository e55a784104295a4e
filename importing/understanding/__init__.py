"""The room that understands paragraphs: one noun a module.

They are read in an order in which each leaves the rest to the next.
"""

from collections.abc import Sequence
from dataclasses import replace

from importing.patience import Patience
from importing.proposal import Contact, Participant, Proposal, ProposedBoilerplate, ProposedQuote
from importing.proposed_occasions import OccasionPart
from importing.reading import SourceParagraph
from importing.remarks import ImportRemark
from importing.understanding.body import body_of
from importing.understanding.boilerplates import boilerplates_of
from importing.understanding.contacts import find_contacts
from importing.understanding.coverage import words_left_out
from importing.understanding.dateline import dateline_of
from importing.understanding.embargo import embargo_of, until_of
from importing.understanding.hashtags import hashtags_of
from importing.understanding.headline import place_site_data, summary_of, title_of
from importing.understanding.kind import DEFAULT_KIND, kind_of, occasion_told
from importing.understanding.ledger import LONGEST_SEARCHED, Ledger
from importing.understanding.lexicon.language import detect_language
from importing.understanding.notes import find_notes, place_end_marks
from importing.understanding.occasions import (
    call_parts,
    event_parts,
    has_label,
    parts_of_occasion,
    parts_placed,
    remarks_of,
    with_occasion,
)
from importing.understanding.sections import sections_of
from importing.understanding.speakers.participants import participants_of
from importing.understanding.speakers.people import People
from importing.understanding.speakers.quotes import find_quotes

__all__ = ["RELEASE", "has_label", "parts_of_occasion", "remarks_of", "understand", "with_occasion"]

#: What a document is taken for that a person says is neither an event nor a call.
RELEASE = "release"
DIVIDED = {"event": event_parts, "call": call_parts}


def understand(
    paragraphs: Sequence[SourceParagraph], patience: Patience | None = None, taken_as: str | None = None
) -> Proposal:
    """Return what the paragraphs of a document propose: a release, an event or a call.

    `taken_as` is what a person says it is: "release", "event", "call", or None for what the document itself tells.
    Raises UnreadableDocument when that takes longer than the time a document is given.
    """
    ledger = Ledger(paragraphs, patience or Patience())
    _doubt_long_paragraphs(ledger)
    hashtags = hashtags_of(ledger)
    place_site_data(ledger)
    language = detect_language(paragraphs)
    embargo = embargo_of(ledger)
    occasion = occasion_told(ledger) if taken_as is None else taken_as
    divided = DIVIDED[occasion](paragraphs) if occasion in DIVIDED else {}
    others = {number for number, part in divided.items() if part is not OccasionPart.FOCAL_POINTS}
    sections = sections_of([each for each in ledger.free() if each.number not in others])
    place_end_marks(ledger, sections)
    notes = find_notes(ledger, sections)
    boilerplates = boilerplates_of(ledger, sections)
    contacts = find_contacts(ledger, sections)
    kind = kind_of(ledger)
    if occasion in DIVIDED:
        kind = occasion
    elif kind in DIVIDED:
        kind = DEFAULT_KIND
    summary = summary_of(ledger)
    dateline = dateline_of(ledger)
    embargo_until, embargo_zone = until_of(ledger, embargo, language, dateline.date)
    title = title_of(ledger, {number for number, part in divided.items() if part is not OccasionPart.TITLE})
    people = People.named_in(ledger.searchable(), ledger.paragraphs)
    participants = participants_of(ledger, people)
    quotes = find_quotes(ledger, people)
    _doubt_missing_headline(title.headline, ledger)
    organisations = _organisations(boilerplates, contacts, participants)
    for number, part in divided.items():
        if ledger.is_free(number):
            ledger.place(part, (number,))
    body = body_of(ledger, quotes)
    proposal = Proposal(
        paragraphs=paragraphs,
        placement=ledger.close(),
        language=language,
        kind=kind,
        headline=title.headline,
        subheadline=title.subheadline,
        hashtags=hashtags,
        dateline=dateline,
        embargo=embargo,
        embargo_until=embargo_until,
        summary=summary,
        body=body,
        quotes=tuple(_with_organisation(quote, organisations) for quote in quotes),
        participants=participants,
        boilerplates=boilerplates,
        contacts=contacts,
        notes_to_editors=notes,
        warnings=tuple(ledger.doubts),
        headline_evidence=title.evidence,
        embargo_zone=embargo_zone,
    )
    if kind in DIVIDED:
        parts = parts_placed(paragraphs, proposal.placement, kind == "call")
        proposal = with_occasion(proposal, parts)
    return replace(proposal, warnings=(*proposal.warnings, *words_left_out(proposal, ledger.patience)))


def _organisations(
    boilerplates: Sequence[ProposedBoilerplate], contacts: Sequence[Contact], participants: Sequence[Participant]
) -> list[str]:
    """Return the organisations that a document names in any of its parts, longest first."""
    named: set[str | None] = {boilerplate.organisation for boilerplate in boilerplates}
    named |= {contact.organisation for contact in contacts}
    named |= {participant.organisation for participant in participants}
    return sorted((name for name in named if name), key=len, reverse=True)


def _with_organisation(quote: ProposedQuote, organisations: Sequence[str]) -> ProposedQuote:
    """Fill in an organisation named elsewhere that a role begins with, as in "X Secretary-General"."""
    if quote.organisation or not quote.role:
        return quote
    role = quote.role
    found = next((name for name in organisations if role.startswith(f"{name} ")), None)
    return replace(quote, organisation=found)


def _doubt_long_paragraphs(ledger: Ledger) -> None:
    for paragraph in ledger.paragraphs:
        if len(paragraph.text) > LONGEST_SEARCHED:
            ledger.doubt((paragraph.number,), ImportRemark.LONG_PARAGRAPH)


def _doubt_missing_headline(headline: str | None, ledger: Ledger) -> None:
    if headline is None and ledger.paragraphs:
        ledger.doubt((ledger.paragraphs[0].number,), ImportRemark.NO_HEADLINE)
