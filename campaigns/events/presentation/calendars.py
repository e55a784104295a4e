"""Events and their sessions as entries of calendars."""

import datetime
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

import msgspec
from django.http import HttpRequest
from django.utils import timezone

from campaigns.calendars.entries import CANCELLED, CONFIRMED, TENTATIVE, CalendarEntry
from campaigns.events.choices import EventStatus
from campaigns.models.calendar import CalendarVersion
from newsroom.language.html import text_of_html
from newsroom.language.separators import side_by_side

if TYPE_CHECKING:
    from campaigns.models.events.page import EventPage

STATUSES = {EventStatus.CANCELLED: CANCELLED, EventStatus.POSTPONED: TENTATIVE}
NEVER_CHANGED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


def note_calendar_change(event: "EventPage") -> None:
    """What calendars show of an event and its sessions as it is published. Called inside the publication."""
    shown = [entry_of_event(event, None, ""), *entries_of_sessions(event, None, "")]
    written = msgspec.json.encode([vars_of(entry) for entry in shown])
    short = hashlib.blake2b(written, digest_size=16).hexdigest()
    CalendarVersion.note(event.translation_key, event.locale.language_code, short, timezone.now())


def vars_of(entry: CalendarEntry) -> dict[str, Any]:
    """What of an entry a calendar shows."""
    return {name: value for name, value in vars(entry).items() if name not in ("sequence", "changed_at")}


def calendar_versions(events: Iterable["EventPage"]) -> Mapping[UUID, CalendarVersion]:
    """The versions for calendars of events, by translation key; one query."""
    keys = [event.translation_key for event in events]
    return {row.translation_key: row for row in CalendarVersion.objects.filter(translation_key__in=keys)}


def entries_of_events(events: Sequence["EventPage"], request: HttpRequest) -> list[CalendarEntry]:
    """Public events as entries; one query for all."""
    versions = calendar_versions(events)
    return [
        entry_of_event(event, versions.get(event.translation_key), request.build_absolute_uri(event.url))
        for event in events
    ]


def entry_of_event(event: "EventPage", version: CalendarVersion | None, url: str, part_of: str = "") -> CalendarEntry:
    """An event as an entry."""
    span = event.kept_span
    return CalendarEntry(
        uid=str(event.translation_key),
        sequence=version.sequence if version else 0,
        changed_at=version.changed_at if version else event.last_published_at or NEVER_CHANGED,
        title=event.title,
        zone=event.time_zone,
        begins_at=span.begins_at,
        ends_at=span.ends_at,
        first_day=span.first_day,
        last_day=span.last_day,
        status=STATUSES.get(event.status, CONFIRMED),  # type: ignore[call-overload]  # a text is one of the choices
        place=side_by_side((event.venue, event.address, event.place)) or event.online_url or event.webcast_url,
        text="\n\n".join(filter(None, (event.status_note, event.summary, event.online_url, event.online_note))),
        url=url,
        part_of=part_of,
    )


def entries_of_sessions(event: "EventPage", version: CalendarVersion | None, url: str) -> Iterator[CalendarEntry]:
    """The sessions of an event as entries; what is cancelled as a whole is so in all its parts."""
    whole = entry_of_event(event, version, url)
    for block, time in zip(event.programme, event.session_times(), strict=True):
        value = block.value
        yield CalendarEntry(
            uid=str(block.id),
            sequence=whole.sequence,
            changed_at=whole.changed_at,
            title=value["title"],
            zone=event.time_zone,
            begins_at=time.begins_at,
            ends_at=time.ends_at,
            first_day=time.day,
            last_day=time.day,
            status=CANCELLED if value["is_cancelled"] else whole.status,
            place=side_by_side((value["room"], whole.place)),
            text="\n".join(words_of_session(value)),
            url=url,
            part_of=whole.uid,
        )


def words_of_session(value: Any) -> Iterator[str]:
    """What happens in a session, then a line for each room that it parts into."""
    if value["description"]:
        yield text_of_html(value["description"].source)
    for room in value["parallel"]:
        yield side_by_side((room["title"], room["room"]))
