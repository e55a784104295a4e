"""The words of an event, read as they are stored so that no record that it names is fetched."""

from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import TYPE_CHECKING, Any

from newsroom.language.html import text_of_html

if TYPE_CHECKING:
    from campaigns.models.events.page import EventPage

#: The fields of an event whose words are searched, in the order of its page.
TEXTS = (
    *("description", "background", "concept_note", "mandate_task", "objective", "format", "format_note"),
    *("project", "series", "mandate_reference", "status_note", "outcome"),
)
POINTS = ("themes", "objectives", "expected_outcomes", "guiding_questions", "preparation", "regions")


def stored_sessions(event: "EventPage") -> Iterator[Mapping[str, Any]]:
    """The sessions of an event and those that run in parallel, as they are stored."""
    for block in event.programme.raw_data:
        yield block["value"]
        yield from (item["value"] for item in block["value"].get("parallel") or ())


def stored_times(event: "EventPage") -> Iterator[Mapping[str, Any]]:
    """Day, start and minutes of each session of the programme, None for what is not stated."""
    for block in event.programme.raw_data:
        value = block["value"]
        day, starts = value.get("day") or None, value.get("starts") or None
        yield {
            "day": date.fromisoformat(day) if isinstance(day, str) else day,
            "starts": time.fromisoformat(starts) if isinstance(starts, str) else starts,
            "minutes": value.get("minutes") or None,
        }


def stored_speakers(event: "EventPage") -> Iterator[Mapping[str, Any]]:
    """Who speaks at an event, as it is stored."""
    for session in stored_sessions(event):
        yield from (item["value"] for item in session.get("speakers") or ())


def words_of_event(event: "EventPage") -> Iterator[str]:
    """The running words of an event without any markup."""
    yield from (text_of_html(getattr(event, name)) for name in TEXTS)
    for name in POINTS:
        yield from (str(block["value"]) for block in getattr(event, name).raw_data)
    for session in stored_sessions(event):
        yield session.get("title") or ""
        yield text_of_html(session.get("description") or "")
