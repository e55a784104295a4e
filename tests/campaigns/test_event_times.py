"""When events begin and end, for random zones and around each change of clocks, to the second."""

import datetime
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from campaigns.events.choices import EventState, EventStatus
from campaigns.events.completeness import reason_against_hour
from campaigns.events.times import EventSpan, end_of_day, local_instant, session_times, span_of, span_of_month
from campaigns.models import EventPage
from newsroom.publication.embargoes.fields import zones

SECOND = datetime.timedelta(seconds=1)
MINUTE = datetime.timedelta(minutes=1)
ZONES = [name for name, _words in zones()]
DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2036, 12, 30))
TIMES = st.times().map(lambda time: time.replace(second=0, microsecond=0))


def changes_of(zone: str, year: int) -> list[datetime.datetime]:
    """The instants in a year at which the clocks of a zone change, to the minute."""
    found, at = [], datetime.datetime(year, 1, 1, tzinfo=datetime.UTC)
    while at.year == year:
        after = at + datetime.timedelta(days=1)
        low, high = at, after
        if offset(low, zone) != offset(high, zone):
            while high - low > MINUTE:
                middle = low + (high - low) // 2
                low, high = (middle, high) if offset(middle, zone) == offset(low, zone) else (low, middle)
            found.append(high.replace(second=0, microsecond=0))
        at = after
    return found


def offset(instant: datetime.datetime, zone: str) -> Any:
    """How the clocks of a zone lie to UTC at an instant."""
    return instant.astimezone(ZoneInfo(zone)).utcoffset()


def occasion(zone: str, **values: Any) -> Any:
    """What `span_of` reads of an event."""
    sessions = values.pop("sessions", [])
    stated = {"starts_on": None, "starts_time": None, "ends_on": None, "ends_time": None, "duration": None, "month": ""}
    event = SimpleNamespace(time_zone=zone, **{**stated, **values})
    event.session_times = lambda: session_times(sessions, event.starts_on, zone, event.starts_time)
    return event


@settings(deadline=None)
@given(day=DAYS, time=TIMES, zone=st.sampled_from(ZONES))
def test_an_event_begins_as_the_clocks_of_its_zone_show_it(day: datetime.date, time: datetime.time, zone: str) -> None:
    assume(not reason_against_hour(day, time, zone))
    span = span_of(occasion(zone, starts_on=day, starts_time=time, duration=90))
    assert span.begins_at and span.ends_at
    there = span.begins_at.astimezone(ZoneInfo(zone))
    assert (there.date(), there.time()) == (day, time)
    assert span.ends_at - span.begins_at == datetime.timedelta(minutes=90)
    assert span.happens_from == span.begins_at and span.happens_until == span.ends_at


@settings(deadline=None)
@given(zone=st.sampled_from(ZONES), year=st.integers(1995, 2036), lasts=st.integers(1, 600), data=st.data())
def test_sessions_follow_one_another_over_a_change_of_clocks(
    zone: str, year: int, lasts: int, data: st.DataObject
) -> None:
    changes = changes_of(zone, year)
    assume(changes)
    begins = data.draw(st.sampled_from(changes)) - datetime.timedelta(minutes=data.draw(st.integers(1, 600)))
    there = begins.astimezone(ZoneInfo(zone))
    assume(not reason_against_hour(there.date(), there.time(), zone))
    rows = [{"day": None, "starts": there.time(), "minutes": lasts}, {"day": None, "starts": None, "minutes": lasts}]
    first, second = session_times(rows, there.date(), zone)
    assert first.begins_at == begins and first.ends_at == second.begins_at
    assert second.ends_at == begins + 2 * datetime.timedelta(minutes=lasts)
    [derived, _next] = session_times([{**rows[0], "starts": None}, rows[1]], there.date(), zone, there.time())
    assert derived.begins_at == begins and derived.is_derived


@settings(deadline=None)
@given(zone=st.sampled_from(ZONES), year=st.integers(1995, 2036), data=st.data())
def test_hours_that_clocks_skip_or_show_twice_are_refused_and_those_beside_them_are_not(
    zone: str, year: int, data: st.DataObject
) -> None:
    changes = changes_of(zone, year)
    assume(changes)
    change = data.draw(st.sampled_from(changes))
    before, after = offset(change - MINUTE, zone), offset(change, zone)
    shift = after - before
    assume(abs(shift) < datetime.timedelta(hours=20))
    wall = (change + (before if shift > datetime.timedelta() else after)).replace(tzinfo=None)
    inside = wall + data.draw(st.integers(0, int(abs(shift) / MINUTE) - 1)) * MINUTE
    words = "There is no" if shift > datetime.timedelta() else "comes twice"
    assert words in reason_against_hour(inside.date(), inside.time(), zone)
    for beside in (wall - MINUTE, wall + abs(shift)):
        assert not reason_against_hour(beside.date(), beside.time(), zone)


@settings(deadline=None)
@given(day=DAYS, zone=st.sampled_from(ZONES))
def test_a_day_without_an_hour_lasts_to_its_last_second(day: datetime.date, zone: str) -> None:
    span = span_of(occasion(zone, starts_on=day))
    assert span.happens_from and span.happens_until and span.begins_at is None
    assert (span.happens_until - SECOND).astimezone(ZoneInfo(zone)).date() <= day
    assert span.happens_until.astimezone(ZoneInfo(zone)).date() > day
    assert span.happens_until == end_of_day(day, zone)


@settings(deadline=None)
@given(day=DAYS, zone=st.sampled_from(ZONES))
def test_a_month_lasts_from_its_first_day_to_its_last(day: datetime.date, zone: str) -> None:
    span = span_of_month(f"{day:%Y-%m}", zone)
    assert span.happens_from and span.happens_until
    assert span.happens_from <= local_instant(day, datetime.time(12), zone) < span.happens_until


@pytest.mark.parametrize("status", [EventStatus.SCHEDULED, EventStatus.MOVED])
@settings(deadline=None)
@given(day=DAYS, time=TIMES, zone=st.sampled_from(ZONES))
def test_the_clock_turns_the_state_at_the_very_second(
    status: EventStatus, day: datetime.date, time: datetime.time, zone: str
) -> None:
    assume(not reason_against_hour(day, time, zone))
    span: EventSpan = span_of(occasion(zone, starts_on=day, starts_time=time, duration=45))
    event: Any = SimpleNamespace(status=status, **vars(span))
    assert span.begins_at and span.ends_at
    ahead = EventState.MOVED if status == EventStatus.MOVED else EventState.AHEAD
    assert EventPage.state_at(event, span.begins_at - SECOND) == ahead
    for instant in (span.begins_at, span.ends_at - SECOND):
        assert EventPage.state_at(event, instant) == EventState.NOW
    assert EventPage.state_at(event, span.ends_at) == EventState.HELD
