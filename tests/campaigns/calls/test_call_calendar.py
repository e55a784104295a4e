"""The end of a call in search and in the calendars that people follow."""

import datetime

import pytest
import time_machine
from django.test import Client

from campaigns.calls.factories import CallPageFactory
from campaigns.models import CalendarVersion, CallIndexPage, CallPage
from newsroom.base.factories import publish

NOW = datetime.datetime(2026, 11, 28, 9, tzinfo=datetime.UTC)


@pytest.fixture
def call(calls: CallIndexPage) -> CallPage:
    """A call that is open to the end of a day in Oslo."""
    with time_machine.travel(NOW, tick=False):
        made: CallPage = CallPageFactory(
            parent=calls,
            title="Benches",
            slug="benches",
            closes_on=datetime.date(2026, 12, 18),
            time_zone="Europe/Oslo",
        )
    return made


def calendar(reader: Client, query: str) -> str:
    """A calendar as whoever follows it gets it."""
    with time_machine.travel(NOW, tick=False):
        return reader.get(f"/en/calendar.ics?{query}").content.decode()


def test_a_day_alone_is_a_day_of_the_calendar_and_an_hour_an_hour(call: CallPage, reader: Client) -> None:
    body = call.organisation_links.get().organisation.slug
    text = calendar(reader, f"organisation={body}")
    assert "SUMMARY:Closes: Benches" in text
    assert "DTSTART;VALUE=DATE:20261218" in text
    call.closes_time = datetime.time(17)
    with time_machine.travel(NOW, tick=False):
        publish(call)
    text = calendar(reader, "kind=call")
    with time_machine.travel(NOW, tick=False):
        assert reader.get("/en/calls/").content.decode().count('href="/en/calendar.ics?kind=call"') == 2
    assert "DTSTART;TZID=Europe/Oslo:20261218T170000" in text
    assert "BEGIN:VTIMEZONE" in text


def test_more_time_raises_the_number_and_other_words_do_not(call: CallPage) -> None:
    numbers = []
    with time_machine.travel(NOW, tick=False):
        for name, value in (("salutation", "Dear all,"), ("closes_on", datetime.date(2026, 12, 20))):
            setattr(call, name, value)
            publish(call)
            numbers.append(CalendarVersion.objects.get(translation_key=call.translation_key).sequence)
    assert numbers == [0, 1]


@pytest.mark.parametrize(("since", "is_found"), [("2026-12-18", True), ("2026-12-19", False)])
def test_a_call_is_found_under_the_day_on_which_it_closes(
    call: CallPage, reader: Client, since: str, is_found: bool
) -> None:
    with time_machine.travel(NOW, tick=False):
        html = reader.get(f"/en/search/?q=benches&from={since}").content.decode()
    assert ('<a href="/en/calls/benches/"' in html) == is_found
