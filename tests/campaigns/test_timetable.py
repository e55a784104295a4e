"""The days of an event by rooms: what runs at the same time stands in one row, as a table with headings."""

import datetime
import json
import re
from typing import Any

import pytest
import time_machine
from django.test import Client
from lxml import html as lxml_html

from campaigns.events.presentation.calendars import entries_of_sessions
from campaigns.events.presentation.timetable import TimetableDay, timetable_of
from campaigns.factories import EventPageFactory
from campaigns.models import EventIndexPage, EventPage

NOW = datetime.datetime(2027, 1, 10, 9, tzinfo=datetime.UTC)


def at(hour: int, minute: int = 0) -> datetime.time:
    """A time of day."""
    return datetime.time(hour, minute)


SESSIONS: tuple[dict[str, Any], ...] = (
    {"title": "Opening", "starts": at(15), "minutes": 30, "room": "Plaza Hall"},
    {"title": "Workshop on awnings", "starts": at(15, 30), "minutes": 90, "room": "Room 2"},
    {"title": "Riders speak", "starts": at(15, 30), "minutes": 30, "room": "plaza hall"},
    {"title": "Drivers speak", "starts": at(16), "minutes": 30, "room": "Plaza Hall"},
    {"title": "Break", "starts": at(17), "minutes": 30},
    {
        "title": "Groups",
        "starts": at(17, 30),
        "minutes": 45,
        "parallel": [{"title": "Deltas", "room": "Room 2"}, {"title": "Highlands", "room": "Room 3"}],
    },
    {"title": "Without an hour", "day": datetime.date(2027, 3, 10), "room": "Room 3"},
)


def tables(content: bytes) -> list[Any]:
    """The timetables of a page."""
    return list(lxml_html.fromstring(content).xpath("//table[contains(@class, 'timetable')]"))


def days_of(event: EventPage, side_events: Any = ()) -> list[TimetableDay]:
    """The timetable of an event as it is written."""
    return timetable_of(event.document_as_published(None), side_events)


def as_text(day: TimetableDay) -> list[tuple[str, list[tuple[list[str], int, int]]]]:
    """The rows of a day: when, and of each cell what begins in it and over how many rows and columns it goes."""
    return [
        (
            f"{row.begins:%H:%M}",
            [([entry.title for entry in cell.entries], cell.rows, cell.columns) for cell in row.cells],
        )
        for row in day.rows
    ]


def test_what_runs_at_the_same_time_stands_in_one_row(events: EventIndexPage) -> None:
    (day,) = days_of(EventPageFactory(parent=events, sessions=SESSIONS))
    assert [room.room for room in day.rooms] == ["Plaza Hall", "Room 2", "Room 3"]
    assert as_text(day) == [
        ("15:00", [(["Opening"], 1, 1), ([], 1, 1), ([], 1, 1)]),
        ("15:30", [(["Riders speak"], 1, 1), (["Workshop on awnings"], 2, 1), ([], 1, 1)]),
        ("16:00", [(["Drivers speak"], 1, 1), ([], 1, 1)]),
        ("17:00", [(["Break"], 1, 3)]),
        ("17:30", [([], 1, 1), (["Deltas"], 1, 1), (["Highlands"], 1, 1)]),
    ]
    assert day.rows[-1].cells[1].entries[0].part_of == "Groups"


@pytest.mark.parametrize("sessions", [SESSIONS[:1], [{"title": "Anywhere", "starts": at(15), "minutes": 5}], []])
def test_a_day_in_one_room_has_no_timetable(events: EventIndexPage, reader: Client, sessions: Any) -> None:
    event = EventPageFactory(parent=events, sessions=sessions)
    assert not days_of(event)
    assert "timetable" not in reader.get(event.url).content.decode()


def test_two_in_one_room_at_once_are_both_shown(events: EventIndexPage) -> None:
    both = [{**SESSIONS[0], "title": title} for title in ("First", "Second")]
    (day,) = days_of(EventPageFactory(parent=events, sessions=[*both, {**SESSIONS[1], "starts": at(15)}]))
    assert as_text(day) == [("15:00", [(["First", "Second"], 1, 1), (["Workshop on awnings"], 1, 1)])]


def test_a_side_event_stands_in_its_room_and_says_that_it_is_off(events: EventIndexPage, reader: Client) -> None:
    with time_machine.travel(NOW, tick=False):
        meeting = EventPageFactory(parent=events, title="The meeting", sessions=SESSIONS[:1])
        EventPageFactory(parent=meeting, title="Dead trees", venue="Room 3", kind="side-event", status="cancelled")
        hidden = EventPageFactory(parent=meeting, title="Under embargo", venue="Room 4", live=False)
        hidden.hold_until(NOW + datetime.timedelta(days=3), "UTC")
        (table,) = tables(reader.get(meeting.url).content)
    assert [cell.text_content() for cell in table.xpath(".//thead//th")[1:]] == ["Plaza Hall", "Room 3"]
    off = table.xpath(".//td/div[@class='off']")[0].text_content()
    assert re.sub(r"\s+", " ", off).startswith("Side eventDead trees Cancelled")
    assert "Under embargo" not in table.text_content()


def test_the_page_has_a_table_that_readers_of_any_kind_understand(events: EventIndexPage, reader: Client) -> None:
    (table,) = tables(reader.get(EventPageFactory(parent=events, sessions=SESSIONS).url).content)
    rows = table.xpath("./tbody/tr")
    assert table.xpath("./caption")
    assert all(cell.get("scope") == "col" for cell in table.xpath("./thead//th"))
    assert all(row.xpath("./th")[0].get("scope") == "row" for row in rows)
    cells = table.xpath("./tbody/tr/*")
    taken = sum(int(cell.get("rowspan", 1)) * int(cell.get("colspan", 1)) for cell in cells)
    assert taken == len(table.xpath("./thead//th")) * len(rows)
    empty = [cell for cell in cells if not cell.text_content()]
    assert len(empty) == 5
    assert all(cell.text is None and not len(cell) for cell in empty)
    for link in table.xpath("./tbody//a"):
        assert table.xpath("//*[@id=$address]", address=link.get("href")[1:])


def test_more_rooms_than_fit_stand_below_one_another(events: EventIndexPage, reader: Client) -> None:
    many = [{**SESSIONS[0], "title": f"In {number}", "room": f"Room {number}"} for number in range(7)]
    few = EventPageFactory(parent=events, title="Few", sessions=many[:6])
    lot = EventPageFactory(parent=events, title="Lot", sessions=many)
    assert b'class="timetable"' in reader.get(few.url).content
    assert b'class="timetable many"' in reader.get(lot.url).content


def test_machines_calendars_and_comparisons_are_told_the_rooms(events: EventIndexPage, reader: Client) -> None:
    event = EventPageFactory(parent=events, sessions=SESSIONS)
    page = lxml_html.fromstring(reader.get(event.url).content)
    data = json.loads(page.xpath("//script[@type='application/ld+json']")[0].text)
    rooms = {each["name"]: each["location"] for each in data["subEvent"]}
    told = {name: None if where == data["location"] else where["name"] for name, where in rooms.items()}
    assert {each["eventStatus"] for each in data["subEvent"]} == {"https://schema.org/EventScheduled"}
    assert told == {
        "Opening": "Plaza Hall",
        "Workshop on awnings": "Room 2",
        "Riders speak": "plaza hall",
        "Drivers speak": "Plaza Hall",
        "Break": None,
        "Groups": None,
        "Deltas": "Room 2",
        "Highlands": "Room 3",
    }
    assert data["subEvent"][0]["startDate"] == "2027-03-09T15:00:00+03:00"
    entries = list(entries_of_sessions(event, None, ""))
    assert entries[0].place.startswith("Plaza Hall")
    assert entries[5].text == "Deltas, Room 2\nHighlands, Room 3"
    compared = [passage.text for passage in event.passages()]
    assert any("Opening, Plaza Hall" in each for each in compared)
    assert "Deltas, Room 2" in compared


def test_hours_are_counted_through_a_change_of_clocks(events: EventIndexPage) -> None:
    """In the night in which an hour comes twice, what takes 150 minutes takes them, and nothing changes its place."""
    night = datetime.date(2026, 10, 25)
    sessions = [
        {"title": "Night buses", "day": night, "starts": at(0, 30), "minutes": 150, "room": "Hall"},
        {"title": "First ferries", "day": night, "starts": at(1), "minutes": 30, "room": "Quay"},
        {"title": "Last", "day": night, "starts": at(4), "minutes": 30, "room": "Quay"},
    ]
    (day,) = days_of(EventPageFactory(parent=events, time_zone="Europe/Berlin", starts_on=night, sessions=sessions))
    first = day.rows[0].cells[0].entries[0]
    assert (first.minutes, day.rows[0].cells[0].rows) == (150, 2)
    assert day.offsets == "UTC+2, UTC+1"


def test_sessions_of_a_cancelled_event_are_off(events: EventIndexPage, reader: Client) -> None:
    event = EventPageFactory(parent=events, sessions=SESSIONS, status="cancelled")
    page = lxml_html.fromstring(reader.get(event.url).content)
    data = json.loads(page.xpath("//script[@type='application/ld+json']")[0].text)
    assert {each["eventStatus"] for each in data["subEvent"]} == {"https://schema.org/EventCancelled"}
    assert all(entry.is_off for row in days_of(event)[0].rows for cell in row.cells for entry in cell.entries)
