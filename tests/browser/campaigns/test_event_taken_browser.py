"""A reader far away sees an event on their own clock, and takes it into their calendar."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
import vobject
from playwright.sync_api import Page, expect

from campaigns.factories import EventPageFactory
from campaigns.models import EventIndexPage, EventPage
from newsroom.home.models import HomePage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SESSIONS = (
    {"title": "Welcome", "starts": datetime.time(15), "minutes": 5},
    {"title": "Rooms by river", "minutes": 60, "parallel": [{"title": "Deltas"}]},
    {"title": "A break"},
)


@pytest.fixture
def event(newsroom: HomePage) -> EventPage:
    """A public event in Nairobi with an agenda."""
    made: EventPage = EventPageFactory(
        parent=EventIndexPage.objects.child_of(newsroom).get(),
        title="Rivers, ferries; and shade",
        venue="River Hall",
        sessions=SESSIONS,
    )
    return made


@pytest.mark.parametrize(
    ("zone", "hours"),
    [
        ("Pacific/Auckland", ["Wednesday 01:00", "Wednesday 01:05", "Wednesday 02:05"]),
        ("America/New_York", ["07:00", "07:05", "08:05"]),
        ("Africa/Nairobi", None),
    ],
)
def test_each_session_stands_on_the_readers_clock(
    event: EventPage, browse: Callable[..., Page], zone: str, hours: list[str] | None
) -> None:
    reader = browse(timezone_id=zone)
    reader.goto(event.url)
    own = reader.locator(".agenda td[data-your-time]")
    if hours is None:
        assert not any(own.nth(number).is_visible() for number in range(3))
        expect(reader.get_by_role("columnheader", name="Your time")).to_have_count(0)
        return
    expect(reader.get_by_role("columnheader", name="Your time")).to_be_visible()
    assert [words.replace("\xa0", " ").strip() for words in own.locator("time").all_inner_texts()] == hours


def test_without_scripts_the_hours_stand_in_utc_and_the_event_goes_into_a_calendar(
    event: EventPage, stranger: Page
) -> None:
    stranger.goto(event.url)
    rows = stranger.locator(".agenda tbody tr")
    expect(rows.nth(1).locator("td.own time").first).to_have_attribute("datetime", "2027-03-09T12:05:00+00:00")
    expect(rows.nth(1).locator("td.own time").first).to_have_text("12:05")
    expect(stranger.locator(".agenda td[data-your-time]").first).to_be_hidden()
    with stranger.expect_download() as coming:
        stranger.get_by_role("link", name="Add to calendar").click()
    assert not stranger.context.cookies()
    entry: Any = vobject.readOne(coming.value.path().read_text("utf-8")).vevent
    assert entry.summary.value == event.title
    assert entry.dtstart.value.astimezone(datetime.UTC) == datetime.datetime(2027, 3, 9, 12, tzinfo=datetime.UTC)
    assert entry.dtstart.value.hour == 15 and entry.dtstart.params["X-VOBJ-ORIGINAL-TZID"] == ["Africa/Nairobi"]
    assert "River Hall" in entry.location.value and event.url in entry.url.value
