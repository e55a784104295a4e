"""Nothing becomes public below a page that is not: its address would tell of that."""

import datetime
from typing import Any

import pytest
import time_machine
from desk import an_officer
from django.test import Client
from django.urls import reverse
from leaving_quietly import unpublish
from people import browser_of
from wagtail.models import Page

from campaigns.factories import EventPageFactory
from campaigns.models import EventIndexPage
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from newsroom.base.factories import locale_of, publish
from newsroom.home.models import HomePage
from newsroom.publication.embargoes.service import move
from newsroom.publication.gates import RefusedError
from newsroom.publication.lifting.lift import lift_due
from newsroom.publication.restrictions.service import set_restricted

NOW = datetime.datetime(2026, 7, 14, 9, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)
LATER, LATEST = NOW + 2 * HOUR, NOW + 4 * HOUR


@pytest.fixture
def events(newsroom: HomePage) -> EventIndexPage:
    """The English list of events."""
    return EventIndexPage.objects.get(locale__language_code="en")


@pytest.fixture
def summit(events: EventIndexPage) -> Any:
    """A meeting that nobody knows of yet."""
    return EventPageFactory(parent=events, slug="zanzara-summit", live=False)


def side_event(summit: Page, until: datetime.datetime | None = None) -> Any:
    """A draft of a meeting beside it."""
    return EventPageFactory(parent=summit, slug="on-the-river", live=False, embargoed_until=until)


def schedule(page: Any, until: datetime.datetime) -> None:
    """Give a page its hour as an officer's button does."""
    page.embargoed_until = until
    page.save_revision().publish()


def test_nothing_is_published_below_a_draft(summit: Any, reader: Client) -> None:
    side = side_event(summit)
    with pytest.raises(RefusedError, match="above this one is not public"):
        publish(side)
    side.refresh_from_db()
    assert not side.live
    assert "zanzara" not in reader.get("/en/calendar.ics").content.decode()
    publish(summit)
    publish(side)
    assert reader.get(side.url).status_code == 200


def test_live_page_written_by_code_is_refused_as_well(summit: Any) -> None:
    side = side_event(summit)
    side.live = True
    with pytest.raises(RefusedError, match="above this one is not public"):
        side.save()


def test_the_schedule_says_so_when_the_hour_is_set(summit: Any) -> None:
    with time_machine.travel(NOW, tick=False):
        side = side_event(summit, LATER)
        with pytest.raises(RefusedError, match="above this one is not public"):
            schedule(side, LATER)
        schedule(summit, LATEST)
        with pytest.raises(RefusedError, match="above this one is not public"):
            schedule(as_stored(side), LATER)


def as_stored(side: Any) -> Any:
    """The same page as it stands in the database."""
    return type(side).objects.get(pk=side.pk)


def test_both_lift_at_the_same_hour(summit: Any) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        schedule(summit, LATER)
        side = side_event(summit, LATER)
        schedule(side, LATER)
        clock.move_to(LATER)
        assert lift_due() == 2
    assert Page.objects.get(pk=side.pk).live


def test_what_lifts_waits_for_the_page_above_it(summit: Any) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        schedule(summit, LATER)
        side = side_event(summit, LATER)
        schedule(side, LATER)
        type(summit.life).objects.filter(pk=summit.life_id).update(embargoed_until=LATEST)
        clock.move_to(LATER)
        assert lift_due() == 0
        clock.move_to(LATEST)
        assert lift_due() + lift_due() == 2


def test_a_translation_waits_for_the_page_above_it_too(summit: Any) -> None:
    side = side_event(summit)
    publish(summit)
    publish(side)
    summit.copy_for_translation(locale_of("fr"))
    french = side.copy_for_translation(locale_of("fr"))
    with pytest.raises(RefusedError, match="above this one is not public"):
        publish(french)


def test_what_is_public_is_mended_below_a_page_that_was_taken_off(summit: Any) -> None:
    publish(summit)
    side = side_event(summit)
    publish(side)
    unpublish(summit)
    side.title = "On the river, at noon"
    publish(side)
    assert Page.objects.get(pk=side.pk).title == "On the river, at noon"


def test_an_hour_is_not_moved_before_that_of_the_page_above(summit: Any) -> None:
    with time_machine.travel(NOW, tick=False):
        schedule(summit, LATER)
        side = side_event(summit, LATEST)
        schedule(side, LATEST)
        with pytest.raises(RefusedError, match="above this one is not public"):
            move(side.life, LATER - HOUR, "", None)
        assert hours_of(side) == {LATEST}
        move(side.life, LATER, "", None)
        assert hours_of(side) == {LATER}


def test_an_hour_is_not_moved_behind_that_of_a_page_below(summit: Any) -> None:
    with time_machine.travel(NOW, tick=False):
        schedule(summit, LATER)
        side = side_event(summit, LATER)
        schedule(side, LATER)
        with pytest.raises(RefusedError, match="below this one becomes public before"):
            move(summit.life, LATEST, "", None)
        assert hours_of(summit) == {LATER}
        move(side.life, LATEST, "", None)
        move(summit.life, LATEST, "", None)
        assert hours_of(summit) == {LATEST}


def test_moving_tells_nothing_of_a_page_below_that_is_withheld(summit: Any) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        schedule(summit, LATER)
        side = side_event(summit, LATER)
        schedule(side, LATER)
        set_restricted(side.life, True)
        move(summit.life, LATEST, "", an_officer())
        assert hours_of(summit) == {LATEST}
        clock.move_to(LATER)
        assert lift_due() == 0, "it waits for the page above it"


@pytest.mark.parametrize("door", ["publication_embargo", "move_in_calendar"])
def test_every_form_that_moves_an_hour_says_why_not(index: NewsIndexPage, door: str) -> None:
    release = ReleasePageFactory(parent=index, live=False)
    with time_machine.travel(NOW, tick=False):
        schedule(release, LATER)
        Page.objects.filter(pk=index.pk).update(live=False)
        typed = {"act": "move", "embargoed_until": "2026-07-14", "embargoed_until_time": "12:00:00"}
        typed["embargoed_until_zone"] = "UTC"
        answer = browser_of(an_officer()).post(reverse(door, args=[release.pk]), typed, follow=True)
        assert "The page above this one is not public" in answer.content.decode()
        assert hours_of(release) == {LATER}


def hours_of(page: Any) -> set[datetime.datetime]:
    """For when a page is on the schedule, by its life, its row and the version that was approved."""
    stands = as_stored(page)
    approved = stands.revisions.filter(approved_go_live_at__isnull=False).values_list("approved_go_live_at", flat=True)
    return {stands.life.embargoed_until, stands.go_live_at, *approved}
