"""Until when others can sign a letter: an instant, from a day, a time and a named zone."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from news.choices import ReleaseKind
from newsroom.base.caching.holding import MINUTE, holds_until
from newsroom.base.dates import full_date, offset_in_words, time_of_day
from newsroom.publication.embargoes.instants import UTC, instant_of

if TYPE_CHECKING:
    from news.models.release import ReleasePage

DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class SigningEnd:
    """The instant from which nobody can sign any more. `at` carries the zone of the letter; `day` is the last one."""

    at: datetime.datetime
    day: datetime.date
    is_day_alone: bool

    @property
    def place(self) -> str:
        """Whose clocks are meant: "Europe/Oslo" is Oslo."""
        return str(self.at.tzinfo).rpartition("/")[2].replace("_", " ")

    @property
    def time(self) -> str:
        """The time of day at its place; the end of a day alone is 24:00."""
        return "24:00" if self.is_day_alone else time_of_day(self.at)

    @property
    def utc_time(self) -> str:
        """The time of day in UTC."""
        return time_of_day(self.at.astimezone(datetime.UTC))

    @property
    def offset(self) -> str:
        """How the clocks of the place lie to UTC then."""
        return offset_in_words(self.at - MINUTE if self.is_day_alone else self.at)

    @property
    def closed_in_words(self) -> str:
        """When signing closed, as a sentence."""
        words = {"day": full_date(self.day), "place": self.place, "time": self.time}
        if self.is_day_alone:
            return _("Signing closed at the end of %(day)s in %(place)s.") % words
        return _("Signing closed at %(time)s on %(day)s in %(place)s.") % words

    @property
    def open_in_words(self) -> str:
        """Until when it can be signed, as a sentence."""
        words = {"day": full_date(self.day), "place": self.place, "time": self.time, "utc": self.utc_time}
        if self.is_day_alone:
            return _("Open until the end of %(day)s in %(place)s (%(utc)s UTC).") % words
        return _("Open until %(time)s on %(day)s in %(place)s (%(utc)s UTC).") % words


def closing_instant_of(day: datetime.date, time: datetime.time | None, zone: str) -> datetime.datetime:
    """Return the instant in UTC from which nobody can sign any more.

    A day alone belongs to the letter as a whole, wherever in the zone its end falls. Raises ValidationError for a time
    that the clocks of the zone skip or show twice.
    """
    if time is not None:
        return instant_of(f"{day:%Y-%m-%d}", f"{time:%H:%M:%S}", zone or UTC)
    midnight = datetime.datetime.combine(day + DAY, datetime.time(), ZoneInfo(zone or UTC))
    return midnight.astimezone(datetime.UTC)


def signing_end(release: "ReleasePage") -> SigningEnd | None:
    """Return until when others can sign; None where that was never so or no clock knows the time."""
    if release.kind != ReleaseKind.OPEN_LETTER or not release.is_open_for_signature or not release.signing_closes_on:
        return None
    alone = release.signing_closes_time is None
    try:
        instant = closing_instant_of(release.signing_closes_on, release.signing_closes_time, release.signing_zone)
    except ValidationError:
        return None
    return SigningEnd(instant.astimezone(ZoneInfo(release.signing_zone or UTC)), release.signing_closes_on, alone)


def takes_signatures(end: SigningEnd | None, now: datetime.datetime | None = None) -> bool:
    """Whether a letter with such an end can be signed at an aware instant, by default now: not at the end itself.

    Where it is asked for a page, the page learns how long that holds.
    """
    if end is None:
        return False
    if now is None:
        now = timezone.now()
        holds_until(end.at if now < end.at else None)
    return now < end.at
