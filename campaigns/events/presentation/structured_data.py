"""An event for machines: schema.org Event, with what it is part of and what is part of it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.safestring import SafeString

from campaigns.events.choices import Attendance, EventState, OrganisationPart
from campaigns.events.document import EventDocument, EventWhen
from campaigns.events.times import zone_called
from news.releases.structured_data import json_ld_script
from newsroom.base.languages import html_code
from newsroom.language.separators import side_by_side

if TYPE_CHECKING:
    from campaigns.models.events.page import EventPage

STATUSES: dict[str, str] = {
    EventState.CANCELLED: "EventCancelled",
    EventState.POSTPONED: "EventPostponed",
    EventState.MOVED: "EventRescheduled",
}
MODES = {
    Attendance.ON_SITE: "OfflineEventAttendanceMode",
    Attendance.ONLINE: "OnlineEventAttendanceMode",
    Attendance.BOTH: "MixedEventAttendanceMode",
}


def event_data(
    document: EventDocument,
    parent: Any,
    children: Iterable[Any],
    event: "EventPage",
    request: HttpRequest,
) -> SafeString:
    """The JSON-LD of a public event as a script element. Times carry the offset of its zone; a day has none.

    `parent` and `children` are public events.
    """
    address = request.build_absolute_uri(event.url)
    data = {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": address,
        "url": address,
        "name": document.title,
        "description": document.summary,
        "inLanguage": html_code(document.language),
        **days_for_machines(document.when),
        "duration": f"PT{document.duration}M" if document.duration else "",
        "eventStatus": status_for_machines(document),
        "previousStartDate": [start_for_machines(each) for each in document.earlier],
        "eventAttendanceMode": schema(MODES[Attendance(document.attendance)]) if document.attendance else "",
        "location": places_of_event(document),
        "maximumPhysicalAttendeeCapacity": document.capacity_on_site,
        "maximumVirtualAttendeeCapacity": document.capacity_online,
        "organizer": [
            {"@type": "Organization", "name": each.organisation.name}
            for each in document.organisations
            if each.part == OrganisationPart.ORGANISER
        ],
        "superEvent": brief(parent, request) if parent else None,
        "subEvent": [*(brief(child, request) for child in children), *sessions_for_machines(document, address)],
    }
    return json_ld_script({key: value for key, value in data.items() if value})


def schema(name: str) -> str:
    """A value of schema.org by its address."""
    return f"https://schema.org/{name}"


def start_for_machines(when: EventWhen) -> str:
    """When something begins: an instant with its offset, else a day or a month."""
    if when.begins_at:
        return when.begins_at.astimezone(zone_called(when.zone)).isoformat()
    return when.first_day.isoformat() if when.first_day else when.month


def days_for_machines(when: EventWhen) -> dict[str, str]:
    """When something begins and ends; what is not known is empty."""
    ends = when.ends_at.astimezone(zone_called(when.zone)).isoformat() if when.ends_at else ""
    last_day = when.last_day.isoformat() if when.last_day and not when.begins_at else ""
    return {"startDate": start_for_machines(when), "endDate": ends or last_day}


def places_of_event(document: Any) -> list[dict[str, Any]]:
    """Where an event takes place, of its document or its page: the house, and the address online."""
    found: list[dict[str, Any]] = []
    if document.venue or document.place:
        address = side_by_side((document.address, document.place))
        found.append({"@type": "Place", "name": document.venue or document.place, "address": address})
    if url := document.online_url or document.webcast_url:
        found.append({"@type": "VirtualLocation", "url": url})
    return found


def brief(event: Any, request: HttpRequest) -> dict[str, Any]:
    """Another event by name, address, beginning and place, and whether it takes place."""
    return {
        "@type": "Event",
        "@id": request.build_absolute_uri(event.url),
        "name": event.title,
        "startDate": start_for_machines(EventWhen.of(event.kept_span, event.time_zone)),
        "eventStatus": status_for_machines(event),
        "location": places_of_event(event),
    }


def status_for_machines(event: Any) -> str:
    """Whether an event takes place as announced; of a document or a page."""
    return schema(STATUSES.get(event.status, "EventScheduled"))


def sessions_for_machines(document: EventDocument, address: str) -> Iterator[dict[str, Any]]:
    """The sessions whose hour is known, with their room; of one that parts into rooms, these beside it."""
    zone = zone_called(document.when.zone)
    for session in document.sessions:
        if session.begins_at is None:
            continue
        shared: dict[str, Any] = {
            "@type": "Event",
            "url": f"{address}#s-{session.id}",
            "startDate": session.begins_at.astimezone(zone).isoformat(),
            "eventStatus": status_for_machines(document),
            "location": places_of_event(document),
        }
        if session.ends_at:
            shared["endDate"] = session.ends_at.astimezone(zone).isoformat()
        if session.is_cancelled:
            shared["eventStatus"] = schema(STATUSES[EventState.CANCELLED])
        parts = [(session.title, session.room), *((each.title, each.room) for each in session.parallel)]
        for title, room in parts:
            where = {"location": {"@type": "Place", "name": room}} if room else {}
            yield {**shared, "name": title, **where}
