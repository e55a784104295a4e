"""Calendars, read back by another parser than the one that wrote them (vobject)."""

import datetime
import json
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
import vobject
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from campaigns.calendars.entries import CalendarEntry
from campaigns.calendars.writing import calendar_file
from campaigns.calendars.zones import zone_component
from campaigns.events.choices import EventStatus
from campaigns.factories import EventPageFactory, hashtag
from campaigns.models import CalendarVersion, EventIndexPage, EventPage
from newsroom.base.factories import publish
from organisations.factories import OrganisationFactory, PersonFactory

NOW = datetime.datetime(2027, 1, 10, 9, tzinfo=datetime.UTC)
ZONES = ("America/New_York", "Europe/Berlin", "Africa/Nairobi", "Africa/Casablanca", "Asia/Kathmandu")


def events_of(content: bytes) -> dict[str, Any]:
    """The events of a calendar by their titles."""
    zones = getattr(vobject.icalendar, "__tzidMap")
    zones.clear()
    vobject.icalendar.registerTzid("UTC", vobject.icalendar.utc)
    calendar = vobject.readOne(content.decode())
    return {event.summary.value: event for event in calendar.contents.get("vevent", [])}


def read(reader: Client, address: str) -> dict[str, Any]:
    """The events of a calendar at an address."""
    answer = reader.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/calendar")
    return events_of(answer.content)


def address_of(event: EventPage, rest: str = ".ics") -> str:
    """The address of an event's calendar."""
    return f"/en/calendar/{event.translation_key}{rest}"


def test_an_event_keeps_its_hour_in_its_zone(events: EventIndexPage, reader: Client) -> None:
    with time_machine.travel(NOW, tick=False):
        event = EventPageFactory(parent=events, title="Shade, counted", place="Nairobi", venue="River Hall")
        entry = read(reader, address_of(event))["Shade, counted"]
    assert entry.dtstart.value == datetime.datetime(2027, 3, 9, 12, tzinfo=datetime.UTC)
    assert entry.dtend.value - entry.dtstart.value == datetime.timedelta(hours=2)
    assert entry.uid.value == str(event.translation_key)
    assert entry.sequence.value == "0"
    assert entry.status.value == "CONFIRMED"
    assert "River Hall" in entry.location.value
    assert entry.url.value.endswith(event.url)


def test_what_a_calendar_shows_raises_the_number_and_nothing_else_does(events: EventIndexPage) -> None:
    event = EventPageFactory(parent=events)

    def number() -> int:
        return CalendarVersion.objects.get(translation_key=event.translation_key).sequence

    assert number() == 0
    event.background = "<p>More of why it is held.</p>"
    publish(event)
    assert number() == 0
    for name, value in (
        ("starts_time", datetime.time(14)),
        ("status", EventStatus.CANCELLED),
        ("title", "Another name"),
        ("venue", "Another hall"),
        ("online_url", "https://meet.example/2"),
    ):
        before = number()
        setattr(event, name, value)
        publish(event)
        assert number() == before + 1, name


def test_a_move_and_a_cancellation_reach_whoever_follows(events: EventIndexPage, reader: Client) -> None:
    with time_machine.travel(NOW, tick=False):
        event = EventPageFactory(parent=events, title="Moving")
        first = reader.get("/en/calendar.ics")
    assert first["ETag"]
    with time_machine.travel(NOW + datetime.timedelta(hours=1), tick=False):
        again = reader.get("/en/calendar.ics", headers={"if-none-match": first["ETag"]})
        assert again.status_code == 304
        event.starts_on, event.status = datetime.date(2027, 3, 10), EventStatus.MOVED
        publish(event)
        answer = reader.get("/en/calendar.ics", headers={"if-none-match": first["ETag"]})
        moved = events_of(answer.content)["Moving"]
    before = events_of(first.content)["Moving"]
    assert moved.uid.value == before.uid.value
    assert int(moved.sequence.value) == int(before.sequence.value) + 1
    assert moved.contents["last-modified"][0].value != before.contents["last-modified"][0].value
    assert moved.dtstart.value.day == 10
    event.status = EventStatus.CANCELLED
    publish(event)
    assert read(reader, "/en/calendar.ics")["Moving"].status.value == "CANCELLED"


def test_sessions_without_an_end_or_a_speaker_have_entries_of_their_own(events: EventIndexPage, reader: Client) -> None:
    sessions = [
        {"title": "Welcome", "starts": datetime.time(15), "minutes": 5},
        {"title": "A break"},
        {"title": "After it", "starts": datetime.time(16), "is_cancelled": True},
    ]
    event = EventPageFactory(parent=events, sessions=sessions)
    found = read(reader, address_of(event, "/programme.ics"))
    assert set(found) == {"Welcome", "A break", "After it"}
    assert "dtend" not in found["A break"].contents
    assert found["After it"].status.value == "CANCELLED"
    one = read(reader, address_of(event, f"/{found['Welcome'].uid.value}.ics"))
    assert list(one) == ["Welcome"]
    moved = event.programme.get_prep_value()
    moved[2]["value"]["starts"] = "16:30:00"
    event.programme = json.dumps(moved)
    publish(event)
    again = read(reader, address_of(event, "/programme.ics"))["After it"]
    assert again.uid.value == found["After it"].uid.value
    assert int(again.sequence.value) == 1
    assert again.dtstart.value.astimezone(datetime.UTC).minute == 30


def test_days_without_an_hour_are_whole_days(events: EventIndexPage, reader: Client) -> None:
    event = EventPageFactory(
        parent=events, title="Two days", starts_time=None, ends_time=None, ends_on=datetime.date(2027, 3, 10)
    )
    entry = read(reader, address_of(event))["Two days"]
    assert (entry.dtstart.value, entry.dtend.value) == (datetime.date(2027, 3, 9), datetime.date(2027, 3, 11))


def test_calendars_are_narrowed_by_the_names_of_the_list(events: EventIndexPage, reader: Client) -> None:
    desk = OrganisationFactory(name="River desk", slug="river-desk")
    hashtag("CoolNights")
    EventPageFactory(parent=events, title="Of the desk", organiser=desk)
    EventPageFactory(parent=events, title="Of the campaign", hashtags=["CoolNights"])
    assert set(read(reader, "/en/calendar.ics?organisation=river-desk")) == {"Of the desk"}
    assert set(read(reader, "/en/calendar.ics?campaign=coolnights")) == {"Of the campaign"}
    assert set(read(reader, "/en/calendar.ics?q=desk")) == {"Of the desk"}
    assert not read(reader, "/en/calendar.ics?from=2027-04-01")
    assert not read(reader, "/en/calendar.ics?sort=nonsense")


def test_a_search_and_the_pages_of_those_it_names_lead_to_a_calendar(events: EventIndexPage, reader: Client) -> None:
    body, quiet, speaker = OrganisationFactory(name="River Fund"), OrganisationFactory(), PersonFactory()
    EventPageFactory(
        parent=events,
        title="Ferry talks",
        organiser=body,
        sessions=[{"title": "One", "speakers": [{"person": speaker}]}],
    )
    linked = {
        "/en/search/?q=ferry": "?q=ferry",
        "/en/search/?q=ferry&kind=event": "?q=ferry&amp;kind=event",
        body.get_absolute_url(): f"?organisation={body.slug}",
        speaker.get_absolute_url(): f"?speaker={speaker.slug}",
    }
    for address, query in linked.items():
        assert f'href="/en/calendar.ics{query}"' in reader.get(address).content.decode(), address
        followed = reader.get(f"/en/calendar.ics{query}".replace("&amp;", "&")).content.decode()
        assert "SUMMARY:Ferry talks" in followed
    for address in ("/en/search/?q=nowhere", "/en/search/?q=river&kind=organisation", quiet.get_absolute_url()):
        assert "/en/calendar.ics" not in reader.get(address).content.decode(), address


def test_lines_fold_and_every_script_comes_through(events: EventIndexPage, reader: Client) -> None:
    title = "الظل حق لكل من ينتظر الحافلة في مدن النهرين، وعدد المقاعد المظللة يُعلن كل عام 城市在倾听，树荫是公共服务"
    EventPageFactory(parent=events, title=title, slug="all-scripts")
    content = reader.get("/en/calendar.ics").content
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert set(events_of(content)) == {title}


def test_an_event_under_embargo_stands_in_no_calendar(events: EventIndexPage, reader: Client) -> None:
    meeting = EventPageFactory(parent=events, title="The meeting")
    hidden = EventPageFactory(parent=meeting, title="Hidden", live=False)
    for address in (address_of(hidden), address_of(hidden, "/programme.ics")):
        assert reader.get(address).status_code == 404
    assert b"Hidden" not in reader.get("/en/calendar.ics").content
    assert reader.get(address_of(meeting, "/programme.ics")).status_code == 404


def test_a_series_keeps_its_hour_across_a_change_of_clocks(events: EventIndexPage, reader: Client) -> None:
    series = EventPageFactory(
        parent=events, title="Series", time_zone="Europe/Berlin", starts_time=None, ends_time=None
    )
    for day in (datetime.date(2027, 3, 24), datetime.date(2027, 3, 31)):
        EventPageFactory(
            parent=series,
            title=f"Webinar {day}",
            time_zone="Europe/Berlin",
            starts_on=day,
            starts_time=datetime.time(10),
        )
    found = read(reader, address_of(series, "/programme.ics"))
    starts = [found[f"Webinar {day}"].dtstart.value for day in ("2027-03-24", "2027-03-31")]
    assert [start.replace(tzinfo=None).hour for start in starts] == [10, 10]
    assert [start.astimezone(datetime.UTC).hour for start in starts] == [9, 8]


@given(
    zone=st.sampled_from(ZONES),
    begins=st.datetimes(datetime.datetime(2024, 1, 1), datetime.datetime(2030, 1, 1)),
    minutes=st.integers(1, 3000),
)
@settings(max_examples=40, deadline=None, database=None)
def test_whatever_the_zone_another_parser_reads_the_same_instant(
    zone: str, begins: datetime.datetime, minutes: int
) -> None:
    start = begins.replace(second=0, microsecond=0, tzinfo=ZoneInfo(zone)).astimezone(datetime.UTC)
    entry = CalendarEntry(
        uid="1", sequence=0, changed_at=start, title="Talk", zone=zone, begins_at=start,
        ends_at=start + datetime.timedelta(minutes=minutes),
    )  # fmt: skip
    read_back = events_of(calendar_file([entry], "All", "en"))["Talk"]
    local = start.astimezone(ZoneInfo(zone))
    assert read_back.dtstart.value.replace(tzinfo=None) == local.replace(tzinfo=None, fold=0)
    if local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset():
        assert read_back.dtstart.value.astimezone(datetime.UTC) == start


def test_a_zone_says_both_rules_at_the_hours_its_clocks_showed() -> None:
    component = zone_component(ZoneInfo("America/New_York"), datetime.date(2026, 1, 1))
    told = {part.name: (part.decoded("DTSTART"), part["RRULE"].to_ical()) for part in component.subcomponents}
    assert told == {
        "DAYLIGHT": (datetime.datetime(2025, 3, 9, 2), b"FREQ=YEARLY;BYDAY=2SU;BYMONTH=3"),
        "STANDARD": (datetime.datetime(2025, 11, 2, 2), b"FREQ=YEARLY;BYDAY=1SU;BYMONTH=11"),
    }
    still = zone_component(ZoneInfo("Africa/Nairobi"), datetime.date(2026, 1, 1))
    assert [part.name for part in still.subcomponents] == ["STANDARD"]


@pytest.mark.parametrize("asked", ["q=a%0ab", "q=a%0d%0ab", "q=a%00b", "organisation=%0a", "q=%0a"])
def test_no_sign_of_an_address_breaks_the_name_of_a_calendar(newsroom: object, reader: Client, asked: str) -> None:
    answer = reader.get(f"/en/calendar.ics?{asked}")
    assert answer.status_code in (200, 400, 404)


def test_name_of_a_calendar_stands_in_one_line() -> None:
    assert b"X-WR-CALNAME:Shade and wind\r\n" in calendar_file([], "Shade\nand\r\n wind", "en")
