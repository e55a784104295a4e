"""An instant at which something opens or closes, as readers are told of it, and how much time more it was given."""

import datetime
from dataclasses import dataclass
from typing import Self
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom.base.caching.holding import HOUR, MINUTE
from newsroom.base.dates import full_date, offset_in_words, time_of_day
from newsroom.base.languages import active_code
from newsroom.language.calendar.places import city_of_zone
from newsroom.publication.deadlines.instants import DAY


@dataclass(frozen=True)
class Moment:
    """An instant at which something opens or closes, at its place. `day` is the one that officers entered."""

    at: datetime.datetime
    day: datetime.date
    is_day_alone: bool
    place: str

    @classmethod
    def in_zone(cls, instant: datetime.datetime, zone: str, *, is_day_alone: bool) -> Self:
        """Return the moment of an aware instant on the clocks of a zone; a day alone is over at the instant."""
        local = instant.astimezone(ZoneInfo(zone))
        day = (local - MINUTE).date() if is_day_alone else local.date()
        return cls(local, day, is_day_alone, place_of_zone(zone))

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
    """What the place is called whose clocks are meant, in the language that is read."""
    return city_of_zone(zone, active_code())


def lengthened_by(gained: datetime.timedelta) -> str:
    """Return how much time an extension gave, in weeks, days or hours."""
    days, rest = divmod(gained, DAY)
    if days and not days % 7 and rest < HOUR:
        return ngettext("%(number)s week", "%(number)s weeks", days // 7) % {"number": days // 7}
    if days:
        return ngettext("%(number)s day", "%(number)s days", days) % {"number": days}
    hours = max(1, round(gained / HOUR))
    return ngettext("%(number)s hour", "%(number)s hours", hours) % {"number": hours}
