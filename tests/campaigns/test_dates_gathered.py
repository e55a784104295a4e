"""Hubs and the front page set what comes next before what was, by the clock and in few queries."""

import datetime
import re
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.calls.factories import CallPageFactory
from campaigns.events.choices import EventStatus
from campaigns.factories import CampaignHubPageFactory, EventPageFactory
from campaigns.models import CallIndexPage, CampaignHubPage, CampaignIndexPage, EventIndexPage
from campaigns.pinning.service import pin
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from newsroom.base.factories import publish

pytestmark = pytest.mark.vital
HUB, TAG = "/en/campaigns/shadeispublic/", "ShadeIsPublic"
NOW = datetime.datetime(2027, 3, 9, 9, 0, tzinfo=datetime.UTC)


@pytest.fixture
def hub(campaigns: CampaignIndexPage) -> CampaignHubPage:
    """The hub of #ShadeIsPublic."""
    return CampaignHubPageFactory(parent=campaigns)


def day(number: int) -> datetime.date:
    """A day of March 2027, of which the ninth is today."""
    return datetime.date(2027, 3, number)


def build(index: NewsIndexPage, events: EventIndexPage) -> None:
    """A release of yesterday, and events before, now and later; one was called off, one is of no campaign."""
    with time_machine.travel(NOW - datetime.timedelta(days=1), tick=False):
        ReleasePageFactory(parent=index, title="Counted", hashtags=[TAG])
        for title, number in (("Held", 2), ("Today", 9), ("Later", 20), ("Soon", 12)):
            EventPageFactory(parent=events, title=title, starts_on=day(number), hashtags=[TAG])
        EventPageFactory(parent=events, title="Elsewhere", starts_on=day(11))
        EventPageFactory(
            parent=events, title="Called off", starts_on=day(10), hashtags=[TAG], status=EventStatus.CANCELLED
        )


def titles(rows: object) -> list[str]:
    """What rows are of."""
    return [row.thing.title for row in rows]  # type: ignore[attr-defined]


def test_what_comes_next_stands_before_what_was(
    hub: CampaignHubPage, index: NewsIndexPage, events: EventIndexPage, reader: Client
) -> None:
    build(index, events)
    with time_machine.travel(NOW, tick=False):
        answer = reader.get(HUB)
        dates = answer.context["dates"]
        assert titles(dates.next) == ["Today", "Soon", "Later"]
        assert titles(dates.before) == ["Later", "Soon", "Called off"]
        assert titles(dates.so_far) == ["Today", "Counted", "Held"]
        html = answer.content.decode()
        assert html.index("Called off") < html.index("Today, 9 March 2027") < html.index("Counted")
        assert 'href="/en/calendar.ics?campaign=shadeispublic"' in html
        assert 'href="webcal://testserver/en/calendar.ics?campaign=shadeispublic"' in html
        assert titles(reader.get("/en/").context["dates"].next) == ["Today", "Elsewhere", "Soon", "Later"]
    with time_machine.travel(NOW + datetime.timedelta(hours=6), tick=False):
        assert titles(reader.get(HUB).context["dates"].next) == ["Soon", "Later"]


def test_kept_parts_follow_the_clock(
    hub: CampaignHubPage, events: EventIndexPage, campaigns: CampaignIndexPage, reader: Client, settings: Any
) -> None:
    """What is made of kept parts is what is made anew, at each instant at which something begins or ends."""
    with time_machine.travel(NOW - datetime.timedelta(days=1), tick=False):
        pin(hub, EventPageFactory(parent=events, title="Today", starts_on=day(9), hashtags=[TAG]), None)
        calls = CallIndexPage.objects.get(locale=campaigns.locale)
        opens, closes = NOW + datetime.timedelta(minutes=30), NOW + datetime.timedelta(minutes=90)
        CallPageFactory(parent=calls, title="A call", opens=opens, closes=closes, hashtags=[TAG])
    seen = set()
    with time_machine.travel(NOW, tick=False) as clock:
        for minutes in (0, 29, 30, 89, 90, 179, 180, 299, 300, 60 * 16):
            clock.move_to(NOW + datetime.timedelta(minutes=minutes))
            pages = []
            for size in (1_000_000, 1_000_000, 0):
                settings.NEWSROOM_PARTS_KEPT = size
                pages.append(reader.get(f"{HUB}?from={minutes}-{len(pages)}").content.decode())
            kept, again, anew = (re.sub(r"\?from=[\d-]+", "", page) for page in pages)
            assert kept == again == anew, minutes
            seen.add(kept)
    assert len(seen) >= 5


def test_front_page_says_when_nothing_is_announced(events: EventIndexPage, reader: Client) -> None:
    with time_machine.travel(NOW - datetime.timedelta(days=9), tick=False):
        EventPageFactory(parent=events, title="Held", starts_on=day(2))
    with time_machine.travel(NOW, tick=False):
        html = reader.get("/en/").content.decode()
    assert "Nothing is announced for the coming days." in html
    assert 'Last held: <a href="/en/events/held/">Held</a>' in html


def test_event_is_pinned_as_a_release_is(hub: CampaignHubPage, events: EventIndexPage, reader: Client) -> None:
    event = EventPageFactory(parent=events, title="Soon", starts_on=day(12), hashtags=[TAG])
    pin(hub, event, None)
    assert titles(reader.get(HUB).context["pinned"]) == ["Soon"]


def test_queries_do_not_grow_with_what_is_gathered(
    hub: CampaignHubPage, index: NewsIndexPage, events: EventIndexPage, reader: Client
) -> None:
    counted = []
    with time_machine.travel(NOW, tick=False):
        for number in (3, 27):
            for count in range(number):
                ReleasePageFactory(parent=index, title=f"No. {count}", hashtags=[TAG])
                EventPageFactory(
                    parent=events, slug=f"e-{number}-{count}", starts_on=day(10 + count % 9), hashtags=[TAG]
                )
            for address in (HUB, "/en/"):
                reader.get(address)
                publish(hub)
                with CaptureQueriesContext(connection) as captured:
                    reader.get(address)
                counted.append(len(captured))
    assert counted[:2] == counted[2:]
