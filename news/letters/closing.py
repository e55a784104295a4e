"""Until when others can sign a letter: an instant, from a day, a time and a named zone."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from news.choices import ReleaseKind
from newsroom.base.caching.holding import holds_until
from newsroom.base.dates import full_date
from newsroom.publication.deadlines.instants import closing_instant
from newsroom.publication.deadlines.moments import Moment
from newsroom.publication.embargoes.instants import UTC

if TYPE_CHECKING:
    from news.models.release import ReleasePage


@dataclass(frozen=True)
class SigningEnd(Moment):
    """The instant from which nobody can sign any more; `day` is the last one."""

    is_extended: bool = False

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

    @property
    def in_list(self) -> str:
        """Where signing stands now, as a list says it; the page learns how long that holds."""
        if not takes_signatures(self):
            return self.closed_in_words
        words = {"day": full_date(self.day), "time": self.time, "place": self.place}
        if self.is_extended:
            return _("Extended: open for signature until %(day)s, %(time)s in %(place)s.") % words
        return _("Open for signature until %(day)s, %(time)s in %(place)s.") % words


def signing_end(release: "ReleasePage") -> SigningEnd | None:
    """Return until when others can sign; None where that was never so or no clock knows the time."""
    if release.kind != ReleaseKind.OPEN_LETTER or not release.is_open_for_signature or not release.signing_closes_on:
        return None
    zone, alone = release.signing_zone or UTC, release.signing_closes_time is None
    try:
        instant = closing_instant(release.signing_closes_on, release.signing_closes_time, zone)
    except ValidationError:
        return None
    if instant is None:
        return None
    moment = SigningEnd.in_zone(instant, zone, is_day_alone=alone)
    is_extended = release.signing_extended_from is not None
    return SigningEnd(moment.at, release.signing_closes_on, alone, moment.place, is_extended)


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
