"""The feed of a campaign hub: its releases, calls and events, each as it stands now."""

import datetime
from typing import Any

import pytest
import time_machine
from defusedxml.ElementTree import fromstring
from django.db import connection
from django.db.models import F
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.calls.factories import CallPageFactory
from campaigns.events.choices import EventState, EventStatus
from campaigns.factories import CampaignHubPageFactory, EventPageFactory
from campaigns.models import CallIndexPage, CampaignIndexPage, EventIndexPage
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from newsroom.base.caching.changes import number_read_once
from newsroom.base.factories import publish
from newsroom.base.models import Change
from newsroom.publication.choices import Manner
from newsroom.publication.withdrawals.service import take_off

ATOM = "{http://www.w3.org/2005/Atom}"
TAG = "ShadeIsPublic"
ADDRESS = "/en/feed/?campaign=shadeispublic"
BEGINNING = datetime.datetime(2026, 11, 2, 9, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)


def at(day: int, hour: int = 9) -> Any:
    """The clock stands so many days after the beginning."""
    return time_machine.travel(BEGINNING + day * DAY + datetime.timedelta(hours=hour - 9), tick=False)


def entries_at(reader: Client, address: str = ADDRESS) -> dict[str, dict[str, str]]:
    """The entries of a feed by their titles, in its order: their text, instant of change and number."""
    answer = reader.get(address)
    assert answer.status_code == 200
    return {
        entry.find(f"{ATOM}title").text: {
            name: entry.find(f"{ATOM}{name}").text for name in ("summary", "updated", "id")
        }
        for entry in fromstring(answer.content).findall(f"{ATOM}entry")
    }


@pytest.fixture
def gathered(index: NewsIndexPage, calls: CallIndexPage, events: EventIndexPage) -> dict[str, Any]:
    """One of each, a day apart, and one of each that nobody may know of."""
    made: dict[str, Any] = {}
    facts = {"hashtags": [TAG]}
    closes = {"closes_on": datetime.date(2026, 12, 18), "time_zone": "Europe/Oslo"}
    for day, name, factory, parent, own in (
        (0, "release", ReleasePageFactory, index, {"title": "Shade, at last"}),
        (1, "call", CallPageFactory, calls, {"title": "Count the benches", **closes}),
        (2, "event", EventPageFactory, events, {"title": "Benches, counted", "venue": "River Hall"}),
    ):
        with at(day):
            made[name] = factory(parent=parent, slug=name, **facts, **own)
            factory(parent=parent, slug=f"hidden-{name}", live=False, **facts, **own | {"title": "Hidden"})
            factory(
                parent=parent,
                slug=f"later-{name}",
                live=False,
                embargoed_until=BEGINNING + 90 * DAY,
                **facts,
                **own | {"title": "Later"},
            ).save_revision().publish()
    return made


def test_a_hub_is_followed_with_its_releases_calls_and_events(
    gathered: dict[str, Any], campaigns: CampaignIndexPage, reader: Client
) -> None:
    with at(3):
        hub = CampaignHubPageFactory(parent=campaigns, word=TAG)
        assert reader.get(hub.url).content.decode().count(f'href="{ADDRESS}"') == 2
        entries = entries_at(reader)
        feed = fromstring(reader.get(ADDRESS).content)
    assert list(entries) == ["Benches, counted", "Count the benches", "Shade, at last"]
    assert len({entry["id"] for entry in entries.values()}) == 3
    assert "9 March 2027" in entries["Benches, counted"]["summary"]
    assert "River Hall" in entries["Benches, counted"]["summary"] and "15:00" in entries["Benches, counted"]["summary"]
    assert "<" not in entries["Benches, counted"]["summary"]
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["alternate"].endswith(hub.url) and links["self"].endswith(ADDRESS)
    assert feed.find(f"{ATOM}title").text == "#ShadeIsPublic · Confluent Cities Newsroom"


def test_the_earlier_address_and_the_list_of_releases_have_releases_alone(
    gathered: dict[str, Any], reader: Client
) -> None:
    with at(3):
        assert list(entries_at(reader, "/en/news/feed/?campaign=shadeispublic")) == ["Shade, at last"]
        assert list(entries_at(reader, "/en/news/feed/")) == ["Shade, at last"]


def test_each_stands_in_the_feed_of_its_language_alone(gathered: dict[str, Any], reader: Client) -> None:
    with at(3):
        assert entries_at(reader, ADDRESS.replace("/en/", "/fr/")) == {}


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (3, "Open, to the end of 18 December 2026"),
        (45, "Closing soon, to the end of 18 December 2026"),
        (60, "Closed"),
    ],
)
def test_a_call_says_where_it_stands_by_the_clock_alone(
    gathered: dict[str, Any], reader: Client, day: int, words: str
) -> None:
    with at(3):
        first = reader.get(ADDRESS)
        before = entries_at(reader)["Count the benches"]
        assert reader.get(ADDRESS, headers={"If-None-Match": first["ETag"]}).status_code == 304
    with at(day):
        entry = entries_at(reader)["Count the benches"]
        again = reader.get(ADDRESS, headers={"If-None-Match": first["ETag"]})
    assert entry["summary"].replace("\u00a0", " ").startswith(words)
    assert (entry["id"], entry["updated"]) == (before["id"], before["updated"]), "no clock changes it"
    assert again.status_code == (304 if day == 3 else 200)


def test_more_time_and_an_outcome_are_changes_of_the_same_entry(gathered: dict[str, Any], reader: Client) -> None:
    call = gathered["call"]
    with at(3):
        first = entries_at(reader)["Count the benches"]
    with at(4):
        call.closes_on = datetime.date(2027, 1, 8)
        publish(call)
        extended = entries_at(reader)["Count the benches"]
    with at(90):
        call.outcome_on, call.outcome = datetime.date(2027, 1, 30), "<p>There are enough.</p>"
        publish(call)
        done = entries_at(reader)["Count the benches"]
    assert "Extended, to the end of 8 January 2027" in extended["summary"].replace("\u00a0", " ")
    assert done["summary"].startswith("Outcome published")
    assert first["id"] == extended["id"] == done["id"]
    assert first["updated"] < extended["updated"] < done["updated"]


def test_more_time_in_the_original_changes_its_translation_too(
    gathered: dict[str, Any], releases: Any, reader: Client
) -> None:
    call = gathered["call"]
    with at(3):
        french = call.copy_for_translation(CallIndexPage.objects.get(locale__language_code="fr").locale)
        french.title = "Comptez les bancs"
        publish(french)
        first = entries_at(reader, ADDRESS.replace("/en/", "/fr/"))["Comptez les bancs"]
    with at(5):
        call.closes_on = datetime.date(2027, 1, 8)
        publish(call)
        later = entries_at(reader, ADDRESS.replace("/en/", "/fr/"))["Comptez les bancs"]
    assert first["updated"] < later["updated"] and "janvier 2027" in later["summary"].replace("\u00a0", " ")


@pytest.mark.parametrize("status", [EventStatus.MOVED, EventStatus.POSTPONED, EventStatus.CANCELLED])
def test_what_became_of_an_event_is_said_first(gathered: dict[str, Any], reader: Client, status: EventStatus) -> None:
    event = gathered["event"]
    with at(3):
        first = entries_at(reader)["Benches, counted"]
    with at(4):
        event.status, event.status_note = status, "The hall is flooded."
        publish(event)
        entry = entries_at(reader)[f"{EventState(status).label}: Benches, counted"]
    assert entry["summary"].startswith("The hall is flooded.")
    assert entry["id"] == first["id"] and entry["updated"] > first["updated"]


def test_what_was_withdrawn_says_so_or_is_gone(gathered: dict[str, Any], reader: Client) -> None:
    with at(3):
        for page in gathered.values():
            take_off(page, Manner.WITHDRAWN, {"en": "The count was wrong."})
        assert list(entries_at(reader)) == ["Withdrawn: Shade, at last"]


def test_choices_of_lists_narrow_it_and_searches_lead_to_it(gathered: dict[str, Any], reader: Client) -> None:
    with at(3):
        assert list(entries_at(reader, f"{ADDRESS}&kind=call&kind=event")) == ["Benches, counted", "Count the benches"]
        html = reader.get("/en/search/?kind=call").content.decode()
        assert list(entries_at(reader, "/en/feed/")) == ["Benches, counted", "Count the benches", "Shade, at last"]
        feed = fromstring(reader.get("/en/feed/?kind=call").content)
    assert 'href="/en/feed/?kind=call"' in html
    assert feed.find(f"{ATOM}link[@rel='alternate']").get("href").endswith("/en/search/?kind=call&sort=newest")


def test_it_asks_as_little_for_many_as_for_few(
    index: NewsIndexPage, calls: CallIndexPage, events: EventIndexPage, reader: Client
) -> None:
    asked = []
    for more in (3, 27):
        for _number in range(more):
            for factory, parent in ((ReleasePageFactory, index), (CallPageFactory, calls), (EventPageFactory, events)):
                factory(parent=parent, hashtags=[TAG])
        reader.get(ADDRESS)
        Change.objects.update(mark=F("mark") + 1)
        with number_read_once(), CaptureQueriesContext(connection) as captured:
            reader.get(ADDRESS)
        asked.append(len(captured))
    assert asked[1] <= asked[0], asked
