"""A call stands where the clock says, to the second, in whatever zone it was entered."""

import datetime
from zoneinfo import ZoneInfo, available_timezones

import pytest
import time_machine
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from campaigns.calls.choices import CallState
from campaigns.calls.factories import CallPageFactory
from campaigns.calls.querysets import Bounds
from campaigns.calls.states import SOON, next_change, state_of_call
from campaigns.models import CallIndexPage, CallPage
from newsroom.base.caching.holding import heard_until
from newsroom.publication.deadlines.instants import closing_instant, opening_instant

SECOND = datetime.timedelta(seconds=1)
ZONES = sorted(
    name for name in available_timezones() if "/" in name and not name.startswith(("Etc/", "posix", "right"))
)
DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2036, 12, 30))
NOON = datetime.datetime(2026, 11, 28, 12, 0, tzinfo=datetime.UTC)


@given(day=DAYS, zone=st.sampled_from(ZONES))
def test_a_day_alone_is_the_callers_to_its_last_second(day: datetime.date, zone: str) -> None:
    closes = closing_instant(day, None, zone)
    assert closes is not None
    last, first = ((closes + step).astimezone(ZoneInfo(zone)) for step in (-SECOND, SECOND - SECOND))
    assert last.date() <= day < first.date()
    assert state_of_call(Bounds(None, closes), closes - SECOND) in (CallState.OPEN, CallState.CLOSING)
    assert state_of_call(Bounds(None, closes), closes) == CallState.CLOSED


@given(day=DAYS, zone=st.sampled_from(ZONES))
def test_a_day_alone_opens_with_its_first_second(day: datetime.date, zone: str) -> None:
    opens = opening_instant(day, None, zone)
    assert opens is not None
    assert opens.astimezone(ZoneInfo(zone)).date() >= day
    assert (opens - SECOND).astimezone(ZoneInfo(zone)).date() < day
    assert state_of_call(Bounds(opens, None), opens - SECOND) == CallState.UPCOMING
    assert state_of_call(Bounds(opens, None), opens) == CallState.OPEN


@given(day=DAYS, time=st.times(), zone=st.sampled_from(ZONES))
def test_a_time_is_that_of_its_zone_or_refused_in_words(day: datetime.date, time: datetime.time, zone: str) -> None:
    time = time.replace(microsecond=0)
    try:
        closes = closing_instant(day, time, zone)
    except ValidationError as error:
        assert "There is no" in str(error) or "comes twice" in str(error)
        return
    assert closes is not None
    assert closes.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == datetime.datetime.combine(day, time)


@pytest.mark.parametrize(
    ("before", "state"),
    [
        (SOON + SECOND, CallState.OPEN),
        (SOON, CallState.CLOSING),
        (SECOND, CallState.CLOSING),
        (SECOND - SECOND, CallState.CLOSED),
    ],
)
def test_it_is_closing_soon_for_its_last_72_hours(before: datetime.timedelta, state: CallState) -> None:
    assert state_of_call(Bounds(None, NOON), NOON - before) == state


def test_more_time_and_an_outcome_are_states_too() -> None:
    assert state_of_call(Bounds(None, NOON, is_extended=True), NOON - 2 * SOON) == CallState.EXTENDED
    assert state_of_call(Bounds(None, NOON, is_extended=True), NOON - SECOND) == CallState.CLOSING
    assert state_of_call(Bounds(None, NOON, has_outcome=True), NOON - SECOND) == CallState.OUTCOME


def test_the_next_change_is_the_first_ahead() -> None:
    calls = [Bounds(NOON, NOON + 2 * SOON), Bounds(None, NOON + SOON)]
    assert next_change(calls, NOON - SECOND) == NOON
    assert next_change(calls, NOON) == NOON + SOON
    assert next_change(calls, NOON + 2 * SOON) is None


@pytest.mark.django_db
def test_lists_ask_the_clock_and_say_until_when_they_hold(calls: CallIndexPage) -> None:
    open_one = CallPageFactory(parent=calls, closes=NOON + 2 * SOON)
    soon = CallPageFactory(parent=calls, closes=NOON + SOON)
    to_come = CallPageFactory(parent=calls, opens=NOON + SECOND, closes=NOON + 3 * SOON)
    done = CallPageFactory(parent=calls, closes=NOON)
    draft = CallPageFactory(parent=calls, closes=NOON + SOON, live=False)
    public = CallPage.objects.released()
    with time_machine.travel(NOON, tick=False), heard_until() as holding:
        assert list(public.open()) == [soon, open_one]
        assert list(public.closing_soon()) == [soon]
        assert list(public.upcoming()) == [to_come]
        assert list(public.closed()) == [done]
        assert holding.until == NOON + SECOND
    with time_machine.travel(NOON + SECOND, tick=False):
        assert to_come in public.open() and draft not in public.open()
