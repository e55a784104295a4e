"""How the document of an event is made, from the page as it is written."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import prefetch_related_objects
from django.utils import translation

from campaigns.events.blocks import points_of
from campaigns.events.document import (
    FORM,
    EventDocument,
    EventFigure,
    EventFocus,
    EventGroup,
    EventLink,
    EventMandate,
    EventPart,
    EventRoom,
    EventSpeaker,
    EventWhen,
    ProgrammeSession,
)
from campaigns.events.times import end_of_day, local_instant, span_of
from news.editions.composing import attached_files, picture_of_page, record_name
from news.editions.document import CampaignWord, RecordName
from news.editions.rich_text import parts_of_rich_text
from newsroom.base.languages import localised

if TYPE_CHECKING:
    from campaigns.models.events.page import EventPage

Names = Mapping[UUID, RecordName]
#: The fields that stand in the document as they are.
AS_THEY_ARE = (
    *("kind", "status", "status_note", "title", "summary", "zone_label", "duration", "attendance", "venue", "place"),
    *("address", "online_url", "online_note", "is_streamed", "webcast_url", "recording_url"),
    *("capacity_on_site", "capacity_on_site_words", "capacity_online", "capacity_online_words"),
    *("registration_url", "registration_note", "has_interpretation", "interpretation_note", "project", "series"),
    *("objectives_introduction", "format", "format_note", "agenda_status"),
)
RICH_TEXTS = ("background", "concept_note", "objective", "description", "outcome")
POINTS = ("regions", "themes", "objectives", "expected_outcomes", "preparation", "guiding_questions")


def compose_event(event: "EventPage") -> EventDocument:
    """The document of an event as it is written, published or not; a number of queries that does not grow with it."""
    code = event.locale.language_code
    with translation.override(code):
        names = names_of_event(event, code)
        values = {name: getattr(event, name) for name in AS_THEY_ARE}
        values |= {name: parts_of_rich_text(getattr(event, name)) for name in RICH_TEXTS}
        values |= {name: tuple(points_of(getattr(event, name))) for name in POINTS}
        return EventDocument(
            form=FORM,
            translation_key=event.translation_key,
            language=code,
            original_language=event.original_language or code,
            when=EventWhen.of(span_of(event), event.time_zone),
            earlier=tuple(earlier_dates(event)),
            registration_opens_at=instant_or_none(
                event.registration_opens_on, event.registration_opens_time, event.time_zone
            ),
            registration_closes_at=closing_of_registration(event),
            is_registration_day=event.registration_closes_time is None,
            working_languages=tuple(filter(None, map(str.strip, event.working_languages.split(",")))),
            mandate=mandate_of(event, names),
            figures=tuple(EventFigure(**block.value) for block in event.figures),
            invitees=tuple(groups_of(event, names)),
            sessions=tuple(sessions_of(event, names)),
            links=tuple(EventLink(**block.value) for block in event.links),
            footnotes=tuple(EventLink(**block.value) for block in event.footnotes),
            organisations=tuple(
                EventPart(names[link.organisation.translation_key], link.part)
                for link in event.organisation_links.all()
            ),
            focal_points=tuple(focal_points_of(event, names)),
            hashtags=tuple(CampaignWord(tag.name, tag.slug, tag.language) for tag in event.hashtags.all()),
            attachments=tuple(attached_files(event, code)),
            picture=picture_of_page(event, code),
            **values,
        )


def names_of_event(event: "EventPage", code: str) -> Names:
    """What the people and organisations that an event names are called in a language, by translation key."""
    links, points = list(event.organisation_links.all()), list(event.focal_points.all())
    prefetch_related_objects(links, "organisation")
    prefetch_related_objects(points, "organisation")
    speakers = [speaker for block in event.programme for speaker in speakers_in(block.value)]
    named = [
        *(link.organisation for link in links),
        *(point.organisation for point in points),
        *(speaker[name] for speaker in speakers for name in ("person", "organisation")),
        *(organisation for block in event.invitees for organisation in block.value["organisations"]),
        event.mandate_holder,
    ]
    return {key: record_name(record) for key, record in localised(filter(None, named), code).items()}


def speakers_in(session: Any) -> Iterator[Any]:
    """Everybody who speaks in a session and in what runs within it."""
    yield from session["speakers"]
    for room in session["parallel"]:
        yield from room["speakers"]


def name_or_none(record: Any, names: Names) -> RecordName | None:
    """What a record is called; None for none."""
    return names[record.translation_key] if record else None


def instant_or_none(
    day: datetime.date | None, time: datetime.time | None, zone: str, default: datetime.time = datetime.time()
) -> datetime.datetime | None:
    """The instant of a day and a time in a zone; None where there is no day."""
    return local_instant(day, time or default, zone) if day else None


def closing_of_registration(event: "EventPage") -> datetime.datetime | None:
    """The instant at which registration closes: a day alone means to its end."""
    if event.registration_closes_on and event.registration_closes_time is None:
        return end_of_day(event.registration_closes_on, event.time_zone)
    return instant_or_none(event.registration_closes_on, event.registration_closes_time, event.time_zone)


def earlier_dates(event: "EventPage") -> Iterator[EventWhen]:
    """When the event was to take place before it was moved."""
    for row in event.earlier_dates.all():
        zone, last_day = event.time_zone, row.ends_on or row.starts_on
        yield EventWhen(
            first_day=row.starts_on,
            last_day=last_day,
            begins_at=local_instant(row.starts_on, row.starts_time, zone) if row.starts_time else None,
            ends_at=local_instant(last_day, row.ends_time, zone) if row.ends_time else None,
            month="",
            zone=zone,
        )


def mandate_of(event: "EventPage", names: Names) -> EventMandate | None:
    """What the event rests on; None where nothing of it is said."""
    mandate = EventMandate(
        reference=event.mandate_reference,
        url=event.mandate_url,
        adopted_by=event.mandate_adopted_by,
        adopted_on=event.mandate_adopted_on,
        given_by=event.mandate_given_by,
        holder=name_or_none(event.mandate_holder, names),
        task=parts_of_rich_text(event.mandate_task),
    )
    return mandate if any(getattr(mandate, name) for name in mandate.__struct_fields__) else None


def groups_of(event: "EventPage", names: Names) -> Iterator[EventGroup]:
    """Who is invited, by group."""
    for block in event.invitees:
        organisations = filter(None, block.value["organisations"])
        named = tuple(names[each.translation_key] for each in organisations)
        yield EventGroup(block.value["group"], block.value["note"] or "", named)


def focal_points_of(event: "EventPage", names: Names) -> Iterator[EventFocus]:
    """Those to ask who are no media contacts, which stay live."""
    for point in event.focal_points.all():
        if not point.contact_id:
            yield EventFocus(point.name, point.role, name_or_none(point.organisation, names), point.email)


def sessions_of(event: "EventPage", names: Names) -> Iterator[ProgrammeSession]:
    """The sessions of the programme with their hours."""
    for block, time in zip(event.programme, event.session_times(), strict=True):
        value = block.value
        yield ProgrammeSession(
            id=UUID(block.id),
            title=value["title"],
            day=time.day,
            begins_at=time.begins_at,
            ends_at=time.ends_at,
            minutes=value["minutes"],
            is_derived=time.is_derived,
            is_cancelled=bool(value["is_cancelled"]),
            room=value["room"] or "",
            text=happening_of(value),
            speakers=tuple(speakers_in_session(value["speakers"], names)),
            parallel=tuple(rooms_of(value["parallel"], names)),
        )


def rooms_of(rooms: Any, names: Names) -> Iterator[EventRoom]:
    """What runs at the same time within a session."""
    for bound in rooms.bound_blocks:
        value = bound.value
        speakers = tuple(speakers_in_session(value["speakers"], names))
        yield EventRoom(
            UUID(bound.id) if bound.id else None, value["title"], value["room"] or "", happening_of(value), speakers
        )


def happening_of(value: Any) -> Any:
    """What happens, as paragraphs and lists."""
    return parts_of_rich_text(value["description"].source) if value["description"] else ()


def speakers_in_session(speakers: Iterable[Any], names: Names) -> Iterator[EventSpeaker]:
    """Who speaks, in order."""
    for value in speakers:
        yield EventSpeaker(
            person=name_or_none(value["person"], names),
            words=value["name"] or "",
            role=value["role"] or "",
            organisation=name_or_none(value["organisation"], names),
            confirmation=value["confirmation"] or "",
            minutes=value["minutes"],
            is_moderator=bool(value["is_moderator"]),
        )
