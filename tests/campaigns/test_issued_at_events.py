"""Releases that were issued at an event, and meetings of a call that are events: never one that is not public."""

import datetime
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
import time_machine
from django.test import Client
from leaving_quietly import unpublish

from campaigns.calls.factories import CallPageFactory
from campaigns.factories import EventPageFactory
from campaigns.models import CallIndexPage, CallPage, EventIndexPage, EventPage, EventRelease
from campaigns.models.calls.rows import CallMeeting
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from newsroom.base.factories import locale_of, publish
from newsroom.home.models import HomePage

NOW = datetime.datetime(2027, 1, 10, 9, tzinfo=datetime.UTC)


@pytest.fixture
def call_list(newsroom: HomePage) -> CallIndexPage:
    """The English list of calls."""
    return CallIndexPage.objects.get(locale__language_code="en")


def seen(reader: Client, address: str) -> str:
    """What a reader gets."""
    answer = reader.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def in_french(event: EventPage, title: str) -> EventPage:
    """The public French version of an event."""
    french: EventPage = event.copy_for_translation(locale_of("fr"))
    french.title = title
    publish(french)
    return french


def test_a_release_shows_the_event_it_was_issued_at_in_the_readers_language(
    events: EventIndexPage, index: NewsIndexPage, reader: Client
) -> None:
    with time_machine.travel(NOW, tick=False):
        event = EventPageFactory(parent=events, title="Rivers meet", place="Nairobi")
        release = ReleasePageFactory(parent=index, issued_at_event=event)
        french = release.copy_for_translation(locale_of("fr"))
        publish(french)
        html = seen(reader, release.url)
        assert "Issued at" in html and f'href="{event.url}"' in html
        assert "Rivers meet" in html and "Nairobi" in html and "9 March 2027" in html
        assert "Rivers meet" in seen(reader, french.url)  # until there is a French one
        other = in_french(event, "Les fleuves se rencontrent")
        html = seen(reader, french.url)
        assert f'href="{other.url}"' in html and "Les fleuves se rencontrent" in html and "Rivers meet" not in html
        assert release.title in seen(reader, event.url)


def test_an_event_and_a_release_say_the_same_whichever_of_them_says_it(
    events: EventIndexPage, index: NewsIndexPage, reader: Client
) -> None:
    with time_machine.travel(NOW, tick=False):
        event = EventPageFactory(parent=events, title="Rivers meet", live=False)
        said = ReleasePageFactory(parent=index, issued_at_event=event, title="Said by the release")
        told = ReleasePageFactory(parent=index, title="Told by the event")
        both = ReleasePageFactory(parent=index, issued_at_event=event, title="Known to both")
        event.release_links.add(EventRelease(release=told), EventRelease(release=both))
        event.save()
        publish(event)
        html = seen(reader, event.url)
        assert all(html.count(f">{release.title}</a>") == 1 for release in (said, told, both))
        assert all("Rivers meet" in seen(reader, release.url) for release in (said, told, both))
        withdrawn = said
        unpublish(withdrawn)
        assert withdrawn.title not in seen(reader, event.url)


def test_no_release_shows_an_event_that_is_not_public(
    events: EventIndexPage, index: NewsIndexPage, reader: Client
) -> None:
    with time_machine.travel(NOW, tick=False):
        soon = NOW + datetime.timedelta(hours=1)
        draft = EventPageFactory(parent=events, title="Rivers meet", live=False)
        waiting = EventPageFactory(parent=events, title="Rivers wait", embargoed_until=soon)
        releases = [ReleasePageFactory(parent=index, issued_at_event=event) for event in (draft, waiting)]
        for release in releases:
            html = seen(reader, release.url)
            assert "Issued at" not in html and "Rivers" not in html
        publish(draft)
        assert "Rivers meet" in seen(reader, releases[0].url)
        unpublish(draft)
        assert "Rivers meet" not in seen(reader, releases[0].url)


def call_meeting(call_list: CallIndexPage, *rows: dict[str, Any]) -> CallPage:
    """A public call with some meetings."""
    call: CallPage = CallPageFactory(parent=call_list, live=False)
    call.meetings.add(*(CallMeeting(locale=call.locale, **row) for row in rows))
    call.save()
    publish(call)
    return call


def test_a_meeting_is_named_and_dated_by_its_event_once_that_is_public(
    events: EventIndexPage, call_list: CallIndexPage, reader: Client
) -> None:
    with time_machine.travel(NOW, tick=False):
        event = EventPageFactory(parent=events, title="Rivers meet", live=False)
        unnamed = EventPageFactory(parent=events, title="Deltas meet", live=False)
        call = call_meeting(
            call_list,
            {"title": "The first meeting", "month": "2027-02", "event": event, "note": "Bring a map."},
            {"month": "2027-04"},
            {"event": unnamed},
        )
        html = seen(reader, call.url)
        assert "The first meeting" in html and "February 2027" in html and "April 2027" in html
        assert "Rivers" not in html and "Deltas" not in html
        publish(event)
        html = seen(reader, call.url)
        assert f'<a href="{event.url}">Rivers meet</a>' in html and 'datetime="2027-03-09"' in html
        assert "The first meeting" not in html and "February 2027" not in html
        assert "Bring a map." in html and "April 2027" in html
        french = call.copy_for_translation(locale_of("fr"))
        publish(french)
        assert "Rivers meet" in seen(reader, french.url)
        in_french(event, "Les fleuves se rencontrent")
        assert "Les fleuves se rencontrent" in seen(reader, french.url)
        unpublish(event)
        html = seen(reader, call.url)
        assert "The first meeting" in html and "Rivers" not in html


def test_queries_do_not_grow_with_meetings_and_releases(
    events: EventIndexPage,
    call_list: CallIndexPage,
    index: NewsIndexPage,
    reader: Client,
    count_queries: Callable[[Callable[[], Any]], int],
) -> None:
    counts = []
    for number in (2, 6):
        event = EventPageFactory(parent=events)
        call = call_meeting(call_list, *({"event": EventPageFactory(parent=events)} for _each in range(number)))
        for _each in range(number):
            ReleasePageFactory(parent=index, issued_at_event=event)
        counts.append([count_queries(partial(reader.get, page.url)) for page in (call, event)])
    assert counts[0] == counts[1]
