"""When a call opens and closes, as its page says it."""

import datetime
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from campaigns.calls.choices import CallState
from newsroom.base.caching.holding import HOUR, MINUTE, holds_until
from newsroom.base.dates import full_date, offset_in_words, time_of_day

DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Moment:
    """An instant at which a call opens or closes, at its place. `day` is the one that officers entered."""

    at: datetime.datetime
    day: datetime.date
    is_day_alone: bool
    place: str

    @property
    def utc(self) -> datetime.datetime:
        """The same in UTC."""
        return self.at.astimezone(datetime.UTC)

    @property
    def time(self) -> str:
        """The time of day at its place; the end of a day alone is 24:00."""
        return "24:00" if self.is_day_alone else time_of_day(self.at)

    @property
    def utc_time(self) -> str:
        """The time of day in UTC."""
        return time_of_day(self.utc)

    @property
    def offset(self) -> str:
        """How the clocks of the place lie to UTC then."""
        before = self.at - MINUTE if self.is_day_alone else self.at
        return offset_in_words(before)

    @property
    def in_words(self) -> str:
        """Until when, in one phrase."""
        words = {"day": full_date(self.day), "place": self.place, "time": self.time}
        if self.is_day_alone:
            return _("to the end of %(day)s in %(place)s") % words
        return _("%(day)s, %(time)s in %(place)s") % words


def place_of_zone(zone: str) -> str:
    """What the place is called whose clocks are meant: "Europe/Oslo" is Oslo."""
    return zone.rpartition("/")[2].replace("_", " ")


def closing_of(call: Any, at: datetime.datetime | None = None, *, is_day_alone: bool | None = None) -> Moment | None:
    """Return when a call closes, or when it would have closed earlier; None where no day was given."""
    instant = at or call.closes_at
    if instant is None:
        return None
    alone = call.closes_time is None if is_day_alone is None else is_day_alone
    local = instant.astimezone(ZoneInfo(call.time_zone))
    day = (local - MINUTE).date() if alone else local.date()
    return Moment(local, day, alone, place_of_zone(call.time_zone))


def opening_of(call: Any) -> Moment | None:
    """Return when a call opens; None where it is open as soon as it is public."""
    if call.opens_at is None:
        return None
    local = call.opens_at.astimezone(ZoneInfo(call.time_zone))
    return Moment(local, local.date(), False, place_of_zone(call.time_zone))


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


def lengthened_by(gained: datetime.timedelta) -> str:
    """Return how much time an extension gave, in weeks, days or hours."""
    days, rest = divmod(gained, DAY)
    if days and not days % 7 and rest < HOUR:
        return ngettext("%(number)s week", "%(number)s weeks", days // 7) % {"number": days // 7}
    if days:
        return ngettext("%(number)s day", "%(number)s days", days) % {"number": days}
    hours = max(1, round(gained / HOUR))
    return ngettext("%(number)s hour", "%(number)s hours", hours) % {"number": hours}
