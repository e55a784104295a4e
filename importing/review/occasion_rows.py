"""The rows of the review page of an event or a call: each paragraph beside its part, and what was understood of it."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from importing.models import ImportedFile
from importing.proposal import Proposal
from importing.proposed_occasions import (
    AgendaSession,
    AgendaSpeaker,
    OccasionPart,
    ProposedCall,
    ProposedEvent,
    WrittenPerson,
)
from importing.review.occasions import assigned_occasion, choosable_parts, decided_parts, occasion_parts
from importing.review.reasons import evidence_by_paragraph
from importing.review.rows import ReviewRow, can_join, doubts_by_paragraph
from importing.wording import written_day
from newsroom.language.separators import as_list, in_brackets, one_by_one, side_by_side

OCCASION_LABELS: dict[OccasionPart, Promise] = {
    OccasionPart.TITLE: _("Title"),
    OccasionPart.PARENT: _("Larger meeting"),
    OccasionPart.SUMMARY: pgettext_lazy("part of a release", "Summary"),
    OccasionPart.WHEN: _("When"),
    OccasionPart.PLACE: _("Place"),
    OccasionPart.REGISTRATION: _("Registration"),
    OccasionPart.ORGANISERS: _("Organisers"),
    OccasionPart.PARTNERS: _("Partners"),
    OccasionPart.FOCAL_POINTS: _("Focal points"),
    OccasionPart.THEMES: _("Themes"),
    OccasionPart.CONCEPT_NOTE: _("Concept note"),
    OccasionPart.BACKGROUND: _("Background"),
    OccasionPart.OBJECTIVES: _("Objectives"),
    OccasionPart.OUTCOMES: _("Expected outcomes"),
    OccasionPart.DESCRIPTION: _("Description"),
    OccasionPart.FORMAT: _("Format"),
    OccasionPart.INVITEES: _("Participants"),
    OccasionPart.PREPARATION: _("What to prepare"),
    OccasionPart.QUESTIONS: _("Guiding questions"),
    OccasionPart.AGENDA: _("Agenda"),
    OccasionPart.LANGUAGES: _("Working languages"),
    OccasionPart.LINKS: _("Links to read more"),
    OccasionPart.FOOTNOTES: _("Footnotes"),
    OccasionPart.ISSUED: _("Place and day of issue"),
    OccasionPart.SALUTATION: _("Salutation"),
    OccasionPart.WHY: _("Why"),
    OccasionPart.STEPS: _("What is asked"),
    OccasionPart.MEETINGS: _("Meetings"),
    OccasionPart.DEADLINE: pgettext_lazy("of a call", "Deadline"),
    OccasionPart.AUDIENCES: _("Who may answer"),
    OccasionPart.ATTACHMENTS: _("Attachments"),
    OccasionPart.CLOSING: _("Closing words"),
    OccasionPart.VALEDICTION: _("Valediction"),
    OccasionPart.SIGNATORIES: _("Signatories"),
    OccasionPart.EMBARGO: pgettext_lazy("part of a release", "Embargo"),
    OccasionPart.HASHTAGS: _("Hashtags"),
    OccasionPart.KIND: _("Kind of document"),
    OccasionPart.DROPPED: _("Leave out"),
}


def occasion_rows(imported: ImportedFile, proposal: Proposal) -> list[ReviewRow]:
    """Return the rows of an event or a call, as the machine took them and the person decided."""
    decided = decided_parts(imported.assignments, proposal)
    corrected = assigned_occasion(proposal, imported.assignments)
    doubts = doubts_by_paragraph(corrected)
    labels = {part: OCCASION_LABELS[part] for part in choosable_parts(proposal)}
    parts = occasion_parts(proposal, decided)
    understood = understood_by_paragraph(corrected, parts)
    evidence = evidence_by_paragraph(proposal, parts)
    return [
        ReviewRow(
            number,
            proposal.paragraphs[number],
            part,
            (),
            tuple(doubts.get(number, ())),
            number in decided,
            can_join(proposal, number),
            labels=labels | ({} if part in labels else {part: OCCASION_LABELS[part]}),
            evidence=evidence[number],
            understood=tuple(understood.get(number, ())),
        )
        for number, part in enumerate(parts)
    ]


def understood_by_paragraph(proposal: Proposal, parts: tuple[OccasionPart, ...]) -> Mapping[int, list[str]]:
    """Return in words what stands in the fields, at the paragraph from which it was read."""
    found: dict[int, list[str]] = {}
    told = facts_of_event(proposal.event) if proposal.event else facts_of_call(proposal.call or ProposedCall())
    for wanted, words in told:
        number = next((n for part in wanted for n, each in enumerate(parts) if each is part), None)
        if number is not None and words:
            found.setdefault(number, []).append(words)
    for session in proposal.event.agenda if proposal.event else ():
        found.setdefault(session.source[0], []).extend(session_in_words(session))
    return found


def facts_of_event(event: ProposedEvent) -> Iterator[tuple[tuple[OccasionPart, ...], str]]:
    """Yield what was read of day, hours, place and people, with the parts it may come from."""
    moment, where = event.moment, event.where
    hours = "–".join(filter(None, (moment.starts_time, moment.ends_time)))
    days = "–".join(written_day(each) for each in (moment.starts_on, moment.ends_on) if each)
    yield (OccasionPart.WHEN, OccasionPart.TITLE), parted_by_points(days, hours, moment.zone)
    yield (OccasionPart.PLACE,), parted_by_points(where.venue, where.place, where.online_url, where.webcast_url)
    yield (OccasionPart.ORGANISERS, OccasionPart.BACKGROUND), parted_by_points(*event.organisers)
    yield (OccasionPart.PARTNERS,), parted_by_points(*event.partners)
    yield (OccasionPart.FOCAL_POINTS,), parted_by_points(*(person_in_words(each) for each in event.focal_points))


def facts_of_call(call: ProposedCall) -> Iterator[tuple[tuple[OccasionPart, ...], str]]:
    """Yield what was read of days, people and meetings, with the parts it may come from."""
    issued = parted_by_points(call.issued_place, written_day(call.issued_on) if call.issued_on else None)
    closes = parted_by_points(written_day(call.closes_on), call.closes_time, call.zone) if call.closes_on else ""
    until = gettext("Open until %(instant)s") % {"instant": closes} if closes else ""
    meetings = [written_day(each.day) if each.day else each.month or "" for each in call.meetings]
    yield (OccasionPart.ISSUED,), issued
    yield (OccasionPart.DEADLINE, OccasionPart.CLOSING, OccasionPart.WHY), until
    yield (OccasionPart.MEETINGS, OccasionPart.STEPS), parted_by_points(*meetings)
    people = parted_by_points(*(person_in_words(each) for each in call.focal_points))
    yield (OccasionPart.FOCAL_POINTS, OccasionPart.CLOSING), people
    yield (OccasionPart.SIGNATORIES,), parted_by_points(*(person_in_words(each) for each in call.signatories))


def session_in_words(session: AgendaSession) -> Iterator[str]:
    """Yield when a session takes place and what it is called, then who speaks."""
    minutes = gettext("%(number)s min") % {"number": session.minutes}
    day = written_day(session.day) if session.day else None
    yield parted_by_points(day, session.starts, minutes if session.minutes else None, session.title, session.room)
    if session.speakers:
        yield one_by_one(speaker_in_words(each) for each in session.speakers)
    if session.parallel:
        yield parted_by_points(*(room.title for room in session.parallel))


def speaker_in_words(speaker: AgendaSpeaker) -> str:
    """Return a speaker with what they are, and whether they moderate and are confirmed."""
    more = [gettext("to be confirmed")] if speaker.confirmation == "pending" else []
    more += [gettext("moderates")] if speaker.is_moderator else []
    told = side_by_side((speaker.name, speaker.role, speaker.organisation))
    return f"{told}{in_brackets(as_list(more))}"


def person_in_words(named: WrittenPerson) -> str:
    """Return somebody with what is told of them."""
    return side_by_side((named.name, named.role, named.organisation, named.email, named.phone))


def parted_by_points(*words: Any) -> str:
    """Return the words that there are, parted by points."""
    return " · ".join(str(each) for each in words if each)
