"""When a call opens and closes, as its page says it."""

import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from campaigns.calls.choices import CallState
from newsroom.base.caching.holding import HOUR, holds_until
from newsroom.publication.deadlines.instants import DAY
from newsroom.publication.deadlines.moments import Moment


def closing_of(call: Any) -> Moment | None:
    """Return when a call closes; None where no day was given."""
    if call.closes_at is None:
        return None
    return Moment.in_zone(call.closes_at, call.time_zone, is_day_alone=call.closes_time is None)


def opening_of(call: Any) -> Moment | None:
    """Return when a call opens; None where it is open as soon as it is public."""
    if call.opens_at is None:
        return None
    return Moment.in_zone(call.opens_at, call.time_zone, is_day_alone=False)


def time_left(call: Any, state: CallState) -> str:
    """Return how long a call is open, in whole days; near its end in hours begun. "" where it takes no answer.

    The page learns when it would say otherwise, which is always later than now.
    """
    now = timezone.now()
    if call.closes_at is None or state not in (CallState.OPEN, CallState.EXTENDED, CallState.CLOSING):
        return ""
    left = call.closes_at - now
    if left <= datetime.timedelta():
        return ""
    if state == CallState.CLOSING:
        hours = -(-left // HOUR)
        holds_until(call.closes_at - (hours - 1) * HOUR)
        if hours == 1:
            return _("less than an hour left")
        return ngettext("%(number)s hour left", "%(number)s hours left", hours) % {"number": hours}
    days = (left - datetime.timedelta(microseconds=1)) // DAY
    holds_until(call.closes_at - days * DAY)
    return ngettext("%(number)s day left", "%(number)s days left", days) % {"number": days}
