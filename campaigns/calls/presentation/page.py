"""What the page of a call shows: its document, and what stays live of it."""

import datetime
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpRequest

from campaigns.calls.choices import TAKING, CallKind, CallState
from campaigns.calls.composing import compose_call
from campaigns.calls.document import AskedPerson, CallDocument, MeetingToCome
from campaigns.calls.presentation.structured_data import call_as_data
from campaigns.calls.presentation.words_of_time import closing_of, opening_of, time_left
from campaigns.events.presentation.page import with_when
from campaigns.models.calls.extension import CallExtension
from news.editions.showing import Files, shown_picture
from news.models.hashtag import with_hubs
from newsroom.base.dates import clock
from newsroom.base.querysets import manager_behind
from newsroom.publication.choices import RecordState
from newsroom.publication.corrections.versions import corrections_shown, state_of
from newsroom.publication.deadlines.extending import extensions_of
from newsroom.publication.deadlines.instants import opening_instant
from newsroom.publication.deadlines.moments import place_of_zone
from newsroom.publication.editions.issuing import last_edition
from newsroom.publication.editions.reading import document_for_reader

#: A subject of more characters is set one step smaller.
LONG_SUBJECT = 110


@dataclass(frozen=True)
class ShownMeeting:
    """A meeting with its instant at the place of the call; None while day or hour are to come."""

    said: MeetingToCome
    month: datetime.date | None
    begins_at: datetime.datetime | None
    #: When it begins at the place of the call, with UTC beside it.
    hour: str
    #: The public event that it is, with `shown_when` and `state`; None where there is none.
    event: Any = None


def call_context(call: Any, request: HttpRequest, form: Any = None) -> dict[str, Any]:
    """Everything that the page of a call shows; the same for the public page, a preview and a form that comes back."""
    document = call_document_shown(call, request)
    state = call.state
    corrections = corrections_shown(call)
    record_state = state_of(call, corrections)
    files = Files(document)  # type: ignore[arg-type]  # it asks for the files of whatever has some
    is_current = record_state != RecordState.SUPERSEDED
    is_public = is_current and call.live and not getattr(request, "is_preview", False)
    takes_answers = is_current and state in TAKING and bool(document.questions)
    events = events_named(call, document)
    return {
        "document": document,
        "record_state": record_state,
        "corrections": corrections,
        "state": state,
        "state_words": CallState(state).label,
        "kind": CallKind(document.kind).label,
        "is_long": len(document.headline) > LONG_SUBJECT,
        "closing": closing_of(call),
        "opening": opening_of(call),
        "left": time_left(call, state),
        "place": place_of_zone(call.time_zone),
        "extensions": extensions_of(CallExtension, call.translation_key) if call.is_extended else [],
        "leads_to_event": events.get(document.leads_to_event),
        "meetings": shown_meetings(call, document, events),
        "focal_groups": focal_groups(document.focal_points),
        "picture": shown_picture(document.picture, files),
        "hashtags": with_hubs(list(call.hashtags.all())),
        "takes_answers": takes_answers,
        "form": form or (call.form_for_readers() if takes_answers else None),
        "outcome_on": call.outcome_on,
        "structured_data": call_as_data(call, document, request) if is_public else "",
    }


def call_document_shown(call: Any, request: HttpRequest) -> CallDocument:
    """What is shown of a call: the edition that readers get, an earlier one, or a draft as it would be published."""
    earlier = call.superseded_by
    if earlier and earlier.pk:
        document: CallDocument = earlier.earlier.document
        return document_for_reader(document, request)
    edition = last_edition(call)
    if edition and call.live and not getattr(request, "is_preview", False):
        current: CallDocument = edition.document
        return document_for_reader(current, request)
    return document_for_reader(compose_call(call), request)


def events_named(call: Any, document: CallDocument) -> dict[UUID | None, Any]:
    """The events that a call leads to or meets at and that a stranger may see, by translation key; one query.

    Each is in the reader's language or else its original, with `shown_when` and `state`.
    """
    keys = {key for key in (document.leads_to_event, *(said.event for said in document.meetings)) if key}
    if not keys:
        return {}
    pages = manager_behind(type(call), "leads_to_event").for_reader().for_listing()
    return {event.translation_key: event for event in with_when(pages.filter(translation_key__in=keys))}


def shown_meetings(call: Any, document: CallDocument, events: dict[UUID | None, Any]) -> list[ShownMeeting]:
    """The meetings of a call, with those of the public `events` that they are.

    A meeting of which an event that is not public says all is left out.
    """
    return [
        shown_meeting(said, call.time_zone, events.get(said.event))
        for said in document.meetings
        if said.event in events or said.day or said.month
    ]


def shown_meeting(said: MeetingToCome, zone: str, event: Any = None) -> ShownMeeting:
    """A meeting, with the instant at which it begins where that is known."""
    month = datetime.date.fromisoformat(f"{said.month}-01") if said.month and not said.day else None
    begins = opening_instant(said.day, said.begins, zone) if said.day and said.begins else None
    local = begins.astimezone(ZoneInfo(zone)) if begins else None
    return ShownMeeting(said, month, local, clock(local) if local else "", event)


def focal_groups(people: tuple[AskedPerson, ...]) -> list[tuple[Any, list[AskedPerson], str]]:
    """Whom to ask, by organisation; each group with the address that all of it share, or ""."""
    groups = []
    for organisation, rows in groupby(people, key=lambda each: each.organisation):
        found = list(rows)
        shared = {each.email for each in found}
        groups.append((organisation, found, shared.pop() if len(shared) == 1 and len(found) > 1 else ""))
    return groups
