"""Calendars as files (RFC 5545), for a download and for programs that come again."""

import datetime
import unicodedata
from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from icalendar import Calendar, Event

from campaigns.calendars.entries import CalendarEntry
from campaigns.calendars.zones import zone_component
from campaigns.events.times import zone_called

CONTENT_TYPE = "text/calendar; charset=utf-8"
#: How often programs that follow a calendar should come again.
EVERY = datetime.timedelta(hours=1)
UTC_ZONES = ("UTC", "Etc/UTC", "")


def calendar_file(entries: Iterable[CalendarEntry], name: str, language: str) -> bytes:
    """A calendar with a name, in a language; lines end and fold as the standard asks. What has no day is left out."""
    dated = [entry for entry in entries if entry.is_dated]
    calendar = Calendar()
    calendar.add("PRODID", f"-//Newsroom//Events//{language.upper()}")
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    words = in_one_line(name)
    calendar.add("NAME", words)
    calendar.add("X-WR-CALNAME", words)
    calendar.add("REFRESH-INTERVAL", EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", "PT1H")
    for component in zones_of(dated):
        calendar.add_component(component)
    for entry in dated:
        calendar.add_component(event_component(entry))
    return bytes(calendar.to_ical())


def in_one_line(text: str) -> str:
    """A text without the signs that no line can hold, such as the end of one: an address may carry them here."""
    return " ".join("".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in text).split())


def zones_of(entries: Iterable[CalendarEntry]) -> Iterable[Any]:
    """The zones of what has an hour, each once."""
    days: dict[str, list[datetime.date]] = {}
    for entry in entries:
        if entry.begins_at and entry.zone not in UTC_ZONES:
            instants = filter(None, (entry.begins_at, entry.ends_at))
            days.setdefault(entry.zone, []).extend(instant.date() for instant in instants)
    return [zone_component(zone_called(name), min(found)) for name, found in sorted(days.items())]


def event_component(entry: CalendarEntry) -> Event:
    """One entry as VEVENT: an hour in its zone, or whole days."""
    event = Event()
    event.add("UID", entry.uid)
    event.add("SEQUENCE", entry.sequence)
    for name in ("DTSTAMP", "LAST-MODIFIED"):
        event.add(name, entry.changed_at.astimezone(datetime.UTC).replace(microsecond=0))
    if entry.begins_at:
        zone = datetime.UTC if entry.zone in UTC_ZONES else zone_called(entry.zone)
        event.add("DTSTART", entry.begins_at.astimezone(zone))
        if entry.ends_at and entry.ends_at > entry.begins_at:
            event.add("DTEND", entry.ends_at.astimezone(zone))
    elif entry.first_day:
        event.add("DTSTART", entry.first_day)
        event.add("DTEND", (entry.last_day or entry.first_day) + datetime.timedelta(days=1))
    event.add("SUMMARY", entry.title)
    event.add("STATUS", entry.status)
    texts = {"LOCATION": entry.place, "DESCRIPTION": entry.text, "URL": entry.url, "RELATED-TO": entry.part_of}
    for name, text in texts.items():
        if text:
            event.add(name, text)
    if entry.words:
        event.add("CATEGORIES", list(entry.words))
    return event


def calendar_answer(entries: Iterable[CalendarEntry], name: str, language: str, filename: str) -> HttpResponse:
    """A calendar as an answer, to be opened by a program for calendars."""
    answer = HttpResponse(calendar_file(entries, name, language), content_type=CONTENT_TYPE)
    answer["Content-Disposition"] = f'inline; filename="{filename}.ics"'
    answer["X-Robots-Tag"] = "noindex"
    return answer
