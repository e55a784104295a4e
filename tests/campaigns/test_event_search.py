"""Events are found under the day on which they begin, whenever they were announced; on every engine."""

import datetime
from typing import Any

import pytest
import time_machine

from campaigns.factories import EventPageFactory
from campaigns.models import EventIndexPage, EventPage
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from search.answering import answer_search
from search.presentation.listing import answer_list
from search.request import SearchRequest

NOW = datetime.datetime(2026, 11, 21, 9, tzinfo=datetime.UTC)


@pytest.fixture
def announced(events: EventIndexPage, index: NewsIndexPage) -> None:
    """A release and three events, announced on one day."""
    with time_machine.travel(NOW, tick=False):
        ReleasePageFactory(parent=index, title="Shade is counted")
        EventPageFactory(parent=events, title="Later shade", starts_on=datetime.date(2027, 3, 9))
        EventPageFactory(
            parent=events,
            title="Shade at night",
            time_zone="America/New_York",
            starts_on=datetime.date(2026, 12, 31),
            starts_time=datetime.time(22),
            ends_time=datetime.time(23),
        )
        EventPageFactory(
            parent=events, title="Shade some day", is_date_open=True, starts_on=None, starts_time=None, ends_time=None
        )


def found(**asked: Any) -> list[str]:
    """The titles of what a search finds."""
    with time_machine.travel(NOW, tick=False):
        return [hit.shown.title for hit in answer_search(SearchRequest(language="en", **asked)).hits]


def test_dates_mean_the_day_on_which_an_event_begins_at_its_place(announced: None) -> None:
    assert found(words="shade", since=datetime.date(2027, 1, 1)) == ["Later shade"]
    assert found(words="shade", since=NOW.date() + datetime.timedelta(1), until=datetime.date(2026, 12, 31)) == [
        "Shade at night"
    ]
    assert found(year=("2026",), kind=("event",), words="night") == ["Shade at night"]
    assert set(found(words="shade", until=NOW.date())) == {"Shade is counted", "Shade some day"}


def test_what_is_to_come_is_listed_by_its_date(announced: None) -> None:
    asked = SearchRequest(language="en", listed=("event",), sort="next")
    assert [row.title for row in answer_list(asked).rows] == ["Shade at night", "Later shade", "Shade some day"]
    ahead = asked.with_changes(since=datetime.date(2027, 1, 1))
    assert [row.title for row in answer_list(ahead).rows] == ["Later shade"]


def test_querysets_tell_what_is_ahead_from_what_is_over(announced: None) -> None:
    def named(rows: Any) -> list[str]:
        return [event.title for event in rows]

    with time_machine.travel(datetime.datetime(2027, 1, 1, 3, 59, tzinfo=datetime.UTC), tick=False):
        assert named(EventPage.objects.released().upcoming()) == ["Shade at night", "Later shade"]
    with time_machine.travel(datetime.datetime(2027, 1, 1, 4, 1, tzinfo=datetime.UTC), tick=False):
        assert named(EventPage.objects.released().upcoming().for_listing()) == ["Later shade"]
        assert named(EventPage.objects.released().past()) == ["Shade at night"]
