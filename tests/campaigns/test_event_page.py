"""What readers see of an event: when and where, its state, its agenda, and nothing of what is under embargo."""

import datetime
import json
import re
from collections import defaultdict
from typing import Any

import pytest
import time_machine
from corpora import for_the_file
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.events.choices import Attendance, EventKind, EventState, EventStatus
from campaigns.factories import EventPageFactory
from campaigns.models import EventEarlierDate, EventFocalPoint, EventIndexPage, EventPage
from newsroom.base.factories import publish
from organisations.factories import OrganisationFactory, PersonFactory

NOW = datetime.datetime(2027, 1, 10, 9, tzinfo=datetime.UTC)
SESSIONS = (
    {"title": "Welcome", "starts": datetime.time(15), "minutes": 5, "speakers": []},
    {"title": "Rooms by river", "minutes": 60, "parallel": [{"title": "Deltas"}, {"title": "Highlands"}]},
    {"title": "A break", "speakers": []},
)


def page_of(reader: Client, event: EventPage) -> str:
    """The page as a reader gets it."""
    answer = reader.get(event.url)
    assert answer.status_code == 200
    return answer.content.decode()


def data_of(text: str) -> Any:
    """What the page says to machines."""
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text)
    assert found
    return json.loads(found[1])


def test_when_and_where_stand_in_the_zone_of_the_event_with_utc_beside(events: EventIndexPage, reader: Client) -> None:
    with time_machine.travel(NOW, tick=False):
        event = EventPageFactory(parent=events, zone_label="EAT", venue="River Hall", sessions=SESSIONS)
        text = page_of(reader, event)
    assert "EAT, UTC+3" in text
    assert '<bdi dir="ltr">15:00</bdi>–<bdi dir="ltr">17:00</bdi>' in text
    assert '<bdi dir="ltr">12:00</bdi>–<bdi dir="ltr">14:00</bdi>' in text
    assert "River Hall, Nairobi" in text
    assert "Deltas" in text
    assert "data-your-time" in text


def test_a_session_without_a_start_begins_where_the_one_before_ends(events: EventIndexPage) -> None:
    event = EventPageFactory(parent=events, sessions=SESSIONS)
    times = list(event.session_times())
    assert [time.begins_at and f"{time.begins_at:%H:%M}" for time in times] == ["12:00", "12:05", "13:05"]
    assert [time.is_derived for time in times] == [False, True, True]
    assert times[2].ends_at is None


def test_a_session_late_in_the_evening_is_of_another_day_in_utc(events: EventIndexPage, reader: Client) -> None:
    sessions = [{"title": "Debate", "starts": datetime.time(19, 10), "minutes": 20}]
    with time_machine.travel(NOW, tick=False):
        event = EventPageFactory(parent=events, time_zone="America/Bogota", sessions=sessions)
        text = page_of(reader, event)
    assert 'data-day="2027-03-09"' in text
    own = re.search(r'<time datetime="2027-03-10T00:10:00\+00:00">(.*?)</time>', text)
    assert own and "Wednesday" in own[1]
    with time_machine.travel(NOW, tick=False):
        there = EventPageFactory(parent=events, time_zone="UTC", sessions=sessions)
        assert ">UTC</th>" not in page_of(reader, there)


def test_an_agenda_of_durations_alone_begins_with_the_event(events: EventIndexPage) -> None:
    sessions = [{"title": "Opening", "minutes": 15}, {"title": "Film", "minutes": 5}, {"title": "Debate"}]
    event = EventPageFactory(parent=events, starts_time=datetime.time(16, 30), ends_time=None, sessions=sessions)
    times = list(event.session_times())
    assert [time.begins_at and f"{time.begins_at:%H:%M}" for time in times] == ["13:30", "13:45", "13:50"]
    assert all(time.is_derived for time in times)
    late = EventPageFactory(parent=events, starts_time=None, ends_time=None, sessions=sessions)
    assert [time.begins_at for time in late.session_times()] == [None] * 3


def test_days_follow_from_the_sessions_where_none_is_stated(events: EventIndexPage) -> None:
    sessions = [
        {"title": "First", "day": datetime.date(2027, 5, 3), "starts": datetime.time(9), "minutes": 60},
        {"title": "Last", "day": datetime.date(2027, 5, 4), "starts": datetime.time(16), "minutes": 30},
    ]
    event = EventPageFactory(parent=events, starts_on=None, starts_time=None, ends_time=None, sessions=sessions)
    span = event.span
    assert (span.first_day, span.last_day) == (datetime.date(2027, 5, 3), datetime.date(2027, 5, 4))
    assert span.begins_at == datetime.datetime(2027, 5, 3, 6, tzinfo=datetime.UTC)
    assert span.ends_at == datetime.datetime(2027, 5, 4, 13, 30, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"status": EventStatus.CANCELLED, "status_note": "The hall was flooded."}, ("Cancelled", "flooded")),
        ({"status": EventStatus.MOVED}, ("Moved", "8 March 2027")),
        ({"status": EventStatus.POSTPONED}, ("Postponed",)),
    ],
)
def test_a_changed_event_stays_visible_and_says_what_changed(
    events: EventIndexPage, reader: Client, changes: dict[str, Any], words: tuple[str, ...]
) -> None:
    with time_machine.travel(NOW, tick=False):
        event = EventPageFactory(
            parent=events, earlier_dates=[EventEarlierDate(starts_on=datetime.date(2027, 3, 8))], **changes
        )
        text, listed = page_of(reader, event), reader.get(events.url).content.decode()
    assert all(word in text for word in words)
    assert event.title in listed
    assert words[0] in listed


@pytest.mark.parametrize(("mode", "words"), EventState.choices)
def test_each_state_can_be_previewed(events: EventIndexPage, mode: str, words: Any) -> None:
    draft: Any = EventPageFactory(parent=events, sessions=SESSIONS).get_latest_revision_as_object()
    assert mode in dict(draft.preview_modes)
    answer = draft.make_preview_request(preview_mode=mode)
    html = answer.content.decode() if getattr(answer, "is_rendered", True) else answer.render().content.decode()
    kind = re.search(r'<p class="kind">(.*?)</p>', html)
    assert answer.status_code == 200
    assert kind and str(words) in kind[1]
    assert "Rooms by river" in html


def test_the_clock_says_that_an_event_was_held(events: EventIndexPage, reader: Client) -> None:
    with time_machine.travel(NOW, tick=False):
        event = EventPageFactory(parent=events, registration_url="https://register.example/")
        assert "#register" in page_of(reader, event)
    with time_machine.travel(datetime.datetime(2027, 3, 9, 13, 59, tzinfo=datetime.UTC), tick=False):
        assert "Taking place now" in page_of(reader, event)
    with time_machine.travel(datetime.datetime(2027, 3, 9, 14, 0, 1, tzinfo=datetime.UTC), tick=False):
        text = page_of(reader, event)
    assert "Held" in text
    assert "#register" not in text
    assert "Registration is closed" in text


def test_speakers_may_be_people_bodies_or_words_alone(events: EventIndexPage, reader: Client) -> None:
    person, body = PersonFactory(name="Lucía Fontenegra"), OrganisationFactory(name="Traders’ Union")
    speakers = [
        {"person": person, "role": "Secretary", "organisation": body, "minutes": 8, "is_moderator": True},
        {"organisation": body},
        {"name": "3 mayors of interested cities", "confirmation": "pending"},
    ]
    event = EventPageFactory(parent=events, sessions=[{"title": "Talk", "speakers": speakers}])
    text = page_of(reader, event)
    assert all(
        word in text for word in ("Lucía Fontenegra", "Traders’ Union", "3 mayors of", "to be confirmed", "8 min")
    )
    assert "None" not in re.sub(r"<[^>]*>", "", text)


def test_a_meeting_names_its_public_side_events_and_they_name_it(events: EventIndexPage, reader: Client) -> None:
    with time_machine.travel(NOW, tick=False):
        meeting = EventPageFactory(parent=events, title="The meeting", kind=EventKind.MEETING)
        side = EventPageFactory(parent=meeting, title="Work in the sun", kind=EventKind.SIDE_EVENT)
        hidden = EventPageFactory(parent=meeting, title="Hidden side event", live=False)
        hidden.hold_until(NOW + datetime.timedelta(days=3), "UTC")
        hidden.save()
        of_meeting, of_side = page_of(reader, meeting), page_of(reader, side)
    assert "Work in the sun" in of_meeting
    assert "Hidden side event" not in of_meeting
    assert data_of(of_meeting)["subEvent"][0]["name"] == "Work in the sun"
    assert data_of(of_side)["superEvent"]["name"] == "The meeting"
    for told in (*data_of(of_meeting)["subEvent"], data_of(of_side)["superEvent"]):
        assert told["eventStatus"] == "https://schema.org/EventScheduled" and told["location"]


def test_a_side_event_that_is_not_translated_stands_on_every_page_of_its_meeting(
    events: EventIndexPage, reader: Client
) -> None:
    with time_machine.travel(NOW, tick=False):
        meeting = EventPageFactory(parent=events, title="The meeting", kind=EventKind.MEETING)
        translated = EventPageFactory(parent=meeting, title="Work in the sun")
        only = EventPageFactory(parent=meeting, title="Only English", venue="Room 7")
        EventPageFactory(parent=only, title="Deeper")
        events.copy_for_translation(page_locale("fr")) if not has_list("fr") else None
        french = meeting.copy_for_translation(page_locale("fr"))
        publish(french)
        other = translated.copy_for_translation(page_locale("fr"))
        other.title = "Travailler au soleil"
        publish(other)
        text = page_of(reader, french)
        programme = reader.get(f"/fr/calendar/{french.translation_key}/programme.ics").content.decode()
    assert set(re.findall(r"SUMMARY:(.*)\r", programme)) == {"Travailler au soleil", "Only English", "Deeper"}
    assert "Travailler au soleil" in text
    assert "Work in the sun" not in text
    assert re.search(r'<h3 lang="en" dir="ltr"><a [^>]*>Only English', text)


def test_a_side_event_says_nothing_of_a_meeting_that_is_not_public(events: EventIndexPage, reader: Client) -> None:
    meeting = EventPageFactory(parent=events, title="Secret meeting")
    side = EventPageFactory(parent=meeting, title="Work in the sun")
    EventPage.objects.filter(pk=meeting.pk).update(live=False)
    assert "Secret meeting" not in page_of(reader, side)


def test_machines_are_told_dates_with_their_offset_and_what_changed(events: EventIndexPage, reader: Client) -> None:
    event = EventPageFactory(
        parent=events,
        status=EventStatus.MOVED,
        attendance=Attendance.BOTH,
        online_url="https://meet.example/1",
        earlier_dates=[EventEarlierDate(starts_on=datetime.date(2027, 3, 8), starts_time=datetime.time(10))],
    )
    data = data_of(page_of(reader, event))
    assert data["startDate"] == "2027-03-09T15:00:00+03:00"
    assert data["previousStartDate"] == ["2027-03-08T10:00:00+03:00"]
    assert data["eventStatus"] == "https://schema.org/EventRescheduled"
    assert data["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"


def test_a_month_alone_is_shown_as_such(events: EventIndexPage, reader: Client) -> None:
    with time_machine.travel(NOW, tick=False):
        event = EventPageFactory(
            parent=events, starts_on=None, starts_time=None, ends_time=None, month="2027-03", title="Some webinar"
        )
        text = page_of(reader, event)
        assert list(EventPage.objects.upcoming()) == [event]
    assert "March 2027" in text
    assert ".ics" not in text


def test_pages_speak_every_language(events: EventIndexPage, reader: Client) -> None:
    event = EventPageFactory(
        parent=events, sessions=SESSIONS, focal_points=[EventFocalPoint(name="Inés Calderón-Wu", email="i@x.example")]
    )
    for code, _name in settings.LANGUAGES[1:]:
        events.copy_for_translation(locale=page_locale(code)) if not has_list(code) else None
        other = event.copy_for_translation(page_locale(code))
        publish(other)
        answer = reader.get(other.url)
        assert answer.status_code == 200
        assert reader.get(f"/{code}/events/").status_code == 200


def page_locale(code: str) -> Any:
    """The locale of a language."""
    from wagtail.models import Locale

    return Locale.objects.get(language_code=code)


def has_list(code: str) -> bool:
    """Whether a language has a list of events."""
    return bool(EventIndexPage.objects.filter(locale__language_code=code).exists())


@pytest.fixture(scope="module")
def asked(django_db_setup: None, django_db_blocker: Any) -> dict[str, list[int]]:
    """How many queries each page takes, with few of everything and with many, which are taken back at once."""
    counts: dict[str, list[int]] = defaultdict(list)
    with for_the_file(django_db_blocker):
        events, reader = EventIndexPage.objects.get(locale__language_code="en"), Client()
        person, meeting = PersonFactory(), EventPageFactory(parent=events, title="The meeting")
        for number in (3, 27):
            for each in range(number):
                EventPageFactory(parent=meeting, title=f"Side event {person.pk} {each} {number}")
                EventPageFactory(parent=events, title=f"Event {person.pk} {each} {number}")
            sessions = [{"title": f"Session {each}", "speakers": [{"person": person}]} for each in range(number)]
            meeting.programme = [("session", session) for session in sessions]
            publish(meeting)
            for what, address in {"list": events.url, "page": meeting.url, "calendar": "/en/calendar.ics"}.items():
                reader.get(address)
                with CaptureQueriesContext(connection) as captured:
                    assert reader.get(address).status_code == 200
                counts[what].append(len(captured))
    return counts


@pytest.mark.parametrize("what", ["list", "page", "calendar"])
@pytest.mark.django_db
def test_queries_do_not_grow(asked: dict[str, list[int]], what: str) -> None:
    assert settings.NEWSROOM_ANSWERS_KEPT == 0, "what was kept of an answer would ask nothing"
    few, many = asked[what]
    assert few == many > 0
