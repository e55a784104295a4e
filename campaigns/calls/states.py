"""Where a call stands, by the clock alone: no job has to run for it."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from campaigns.calls.choices import CallState
from newsroom.base.caching.holding import holds_until

#: So long before its end a call is closing soon.
SOON = datetime.timedelta(hours=72)


def state_of_call(call: Any, now: datetime.datetime | None = None) -> CallState:
    """Return the state of a call, or of its `Bounds`, at an aware instant, by default now.

    It opens and closes at the very second: at `closes_at` itself it is closed. Where it is asked for a page, the page
    learns how long that holds.
    """
    asked_of_clock = now is None
    now = now or timezone.now()
    if asked_of_clock:
        holds_until(next_change([call], now))
    if call.has_outcome:
        return CallState.OUTCOME
    if call.opens_at and now < call.opens_at:
        return CallState.UPCOMING
    if call.closes_at and now >= call.closes_at:
        return CallState.CLOSED
    if call.closes_at and call.closes_at - now <= SOON:
        return CallState.CLOSING
    return CallState.EXTENDED if call.is_extended else CallState.OPEN


def turns(call: Any) -> list[datetime.datetime]:
    """Return the instants at which a call comes into another state."""
    soon = call.closes_at and call.closes_at - SOON
    return [instant for instant in (call.opens_at, soon, call.closes_at) if instant]


def next_change(calls: Iterable[Any], now: datetime.datetime) -> datetime.datetime | None:
    """Return the first instant after `now` at which one of some calls comes into another state."""
    return min((instant for call in calls for instant in turns(call) if instant > now), default=None)
