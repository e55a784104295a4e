"""The editorial calendar: what stands in it for whom, and how a release is moved."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from desk import a_translator, an_officer, ask
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from people import browser_of
from wagtail.users.models import UserProfile

from campaigns.calls.factories import CallPageFactory
from campaigns.factories import EventPageFactory
from campaigns.models import CallIndexPage, EventIndexPage
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.home.calendar.choices import CalendarSpan, EntryKind
from newsroom.home.calendar.days import day_in, period_around
from newsroom.home.calendar.entries import PlannedEntry, by_day, entries_in
from newsroom.publication.choices import LifeAct, LifeState
from newsroom.publication.models import Life

NOW = datetime.datetime(2026, 11, 24, 12, 19, tzinfo=datetime.UTC)
CALENDAR = reverse("calendar_admin")


@pytest.fixture(autouse=True)
def tuesday() -> Iterator[None]:
    """Tuesday, 24 November 2026."""
    with time_machine.travel(NOW, tick=False):
        yield


def planned(index: NewsIndexPage, until: datetime.datetime, is_scheduled: bool = True, **facts: Any) -> Any:
    """A release that becomes public by itself, or a draft that shall be public then."""
    page: Any = ReleasePageFactory(parent=index, live=False, **facts)
    page.embargoed_until = until
    page.save_revision().publish() if is_scheduled else page.save()
    return ReleasePage.objects.get(pk=page.pk)


def at(day: int, hour: int = 9, month: int = 11) -> datetime.datetime:
    """An instant of 2026."""
    return datetime.datetime(2026, month, day, hour, tzinfo=datetime.UTC)


def november(user: Any) -> list[PlannedEntry]:
    """What stands in the month for somebody."""
    return entries_in(period_around(CalendarSpan.MONTH, NOW.date()), user, may_move=True)


def test_month_has_whole_weeks_from_monday_and_a_week_seven_days() -> None:
    month = period_around(CalendarSpan.MONTH, datetime.date(2026, 11, 24))
    assert (month.first, month.last) == (datetime.date(2026, 10, 26), datetime.date(2026, 12, 6))
    assert [len(week) for week in month.weeks] == [7] * 6 and month.weeks[0][0].weekday() == 0
    week = period_around(CalendarSpan.WEEK, datetime.date(2026, 11, 24))
    assert (week.first, week.last) == (datetime.date(2026, 11, 23), datetime.date(2026, 11, 29))
    assert period_around(CalendarSpan.LIST, month.after).first == datetime.date(2026, 12, 1)
    assert period_around(CalendarSpan.LIST, month.before).first == datetime.date(2026, 10, 1)


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13-01", "0000-00-00"])
def test_day_that_is_none_is_today(text: str) -> None:
    assert day_in(text) == NOW.date()


def test_everything_that_is_planned_stands_once_with_its_state(index: NewsIndexPage) -> None:
    scheduled = planned(index, at(25), title="One ticket")
    ask(scheduled, "fr")
    planned(index, at(26), is_scheduled=False, title="Eight minutes")
    ReleasePageFactory(parent=index, title="Night buses")
    events, calls = (model.objects.get(locale__language_code="en") for model in (EventIndexPage, CallIndexPage))
    EventPageFactory(
        parent=events, title="Two days", starts_on=datetime.date(2026, 11, 27), ends_on=datetime.date(2026, 11, 28)
    )
    CallPageFactory(parent=calls, title="Benches", closes=at(28))
    ReleasePageFactory(parent=index, live=False, title="Nobody knows when")
    found = november(an_officer())
    assert [(entry.page.title, entry.state, entry.can_move) for entry in found] == [
        ("Night buses", "public", False),
        ("One ticket", "scheduled", True),
        ("Eight minutes", "draft", True),
        ("Two days", EntryKind.EVENT, False),
        ("Benches", EntryKind.CALL, False),
    ]
    days = by_day(found, period_around(CalendarSpan.MONTH, NOW.date()))
    assert [day.day for day, entries in days.items() if any(each.page.title == "Two days" for each in entries)] == [
        27,
        28,
    ]


def test_day_to_look_again_stands_in_it(index: NewsIndexPage) -> None:
    page: Any = ReleasePageFactory(parent=index, title="Night buses", first_issued_at=None)
    Life.objects.filter(pk=page.life.pk).update(review_on=datetime.date(2026, 11, 30))
    again = [entry for entry in november(an_officer()) if entry.kind == EntryKind.AGAIN]
    assert [(entry.page.title, entry.day, entry.can_move) for entry in again] == [
        ("Night buses", datetime.date(2026, 11, 30), False)
    ]
    assert "Look again" in browser_of(an_officer()).get(CALENDAR).content.decode()


def test_day_is_that_of_the_officers_clock_and_utc_is_said(index: NewsIndexPage) -> None:
    planned(index, at(25, 22), title="Late")
    officer = an_officer()
    profile = UserProfile.get_for_user(officer)
    profile.current_time_zone = "Africa/Nairobi"
    profile.save()
    with timezone.override("Africa/Nairobi"):
        assert november(officer)[0].day == datetime.date(2026, 11, 26)
    html = browser_of(officer).get(CALENDAR).content.decode()
    cell = html.split('data-day="2026-11-26"')[1].split("</td>")[0]
    assert "Late" in cell and "1:00" in cell
    assert "Wednesday 22:00 UTC" in re.sub("<[^>]*>|[\u2066\u2069]", "", cell)


@pytest.mark.parametrize("span", CalendarSpan.values)
def test_each_form_says_the_same_and_leads_to_the_thing(index: NewsIndexPage, span: str) -> None:
    page = planned(index, at(25), title="One ticket")
    html = browser_of(an_officer()).get(CALENDAR, {"span": span}).content.decode()
    assert "One ticket" in html and reverse("wagtailadmin_pages:edit", args=[page.pk]) in html
    assert reverse("move_in_calendar", args=[page.pk]) in html
    assert ("data-calendar" in html) == (span != "list")


def test_translator_has_no_calendar(index: NewsIndexPage) -> None:
    page = planned(index, at(25), title="A secret until tomorrow")
    browser = browser_of(a_translator("fr"))
    assert browser.get(CALENDAR).status_code in (302, 403)
    assert browser.get(reverse("move_in_calendar", args=[page.pk])).status_code in (302, 403)
    assert CALENDAR not in browser.get("/admin/").content.decode()
    assert CALENDAR in browser_of(an_officer()).get("/admin/").content.decode()


def moved(browser: Any, page: Any, day: str, time: str = "09:30:00", zone: str = "UTC") -> Any:
    """The answer to whoever moves a release."""
    sent = {"embargoed_until": day, "embargoed_until_time": time, "embargoed_until_zone": zone}
    return browser.post(reverse("move_in_calendar", args=[page.pk]), sent)


def test_what_is_scheduled_moves_in_all_its_languages_and_stays_approved(index: NewsIndexPage) -> None:
    page = planned(index, at(25), title="One ticket")
    ask(page, "ar")
    officer = an_officer()
    browser = browser_of(officer)
    html = browser.get(reverse("move_in_calendar", args=[page.pk]), {"to": "2026-11-30"}).content.decode()
    assert 'value="2026-11-30"' in html and 'value="09:00:00"' in html, "the hour stays"
    assert "Arabic" in html and "stands" in html and "Nobody gets a mail" in html
    assert ReleasePage.objects.get(pk=page.pk).life.embargoed_until == at(25), "asked, not moved"
    assert moved(browser, page, "2026-11-30").status_code == 302
    life = ReleasePage.objects.get(pk=page.pk).life
    assert life.embargoed_until == datetime.datetime(2026, 11, 30, 9, 30, tzinfo=datetime.UTC)
    assert life.state == LifeState.SCHEDULED and life.events.first().act == LifeAct.MOVED
    assert life.events.first().user == officer


def test_draft_moves_and_stays_a_draft(index: NewsIndexPage) -> None:
    page = planned(index, at(26), is_scheduled=False)
    assert moved(browser_of(an_officer()), page, "2026-12-01").status_code == 302
    life = ReleasePage.objects.get(pk=page.pk).life
    assert life.state == LifeState.DRAFT and life.embargoed_until and life.embargoed_until.day == 1


def test_nothing_moves_into_the_past_and_nothing_public_at_all(index: NewsIndexPage) -> None:
    page = planned(index, at(25))
    browser = browser_of(an_officer())
    assert moved(browser, page, "2026-11-20").status_code == 422
    assert ReleasePage.objects.get(pk=page.pk).life.embargoed_until == at(25)
    public = ReleasePageFactory(parent=index)
    assert moved(browser, public, "2026-12-01").status_code in (302, 403)
    assert ReleasePage.objects.get(pk=public.pk).life.embargoed_until is None


def test_locked_draft_stays_where_it_is(index: NewsIndexPage) -> None:
    page = planned(index, at(26), is_scheduled=False)
    ReleasePage.objects.filter(pk=page.pk).update(locked=True, locked_by=an_officer())
    moved(browser_of(an_officer()), page, "2026-12-01")
    assert ReleasePage.objects.get(pk=page.pk).life.embargoed_until == at(26)


@pytest.mark.usefixtures("unsearched")
def test_calendar_asks_no_more_for_more(index: NewsIndexPage) -> None:
    browser = browser_of(an_officer())
    events = EventIndexPage.objects.get(locale__language_code="en")
    counts = []
    for number in (3, 30):
        for each in range(number):
            planned(index, at(25, each % 24), is_scheduled=False)
        EventPageFactory(parent=events, starts_on=datetime.date(2026, 11, 27))
        browser.get(CALENDAR)
        with CaptureQueriesContext(connection) as queries:
            browser.get(CALENDAR)
        counts.append(len(queries))
    assert counts[0] == counts[1]
