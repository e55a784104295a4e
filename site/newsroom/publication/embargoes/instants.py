"""Instants as officers write and read them: a day, a time and the zone they are meant in, with UTC beside."""

import datetime
import re
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import get_language_bidi, gettext_lazy
from django.utils.translation import gettext as _

from newsroom.language.calendar.places import known_zones

UTC = "UTC"
#: Clocks of every zone can show these.
YEARS = range(1900, 2999 + 1)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
TIME = re.compile(r"\d{2}:\d{2}(:\d{2})?")
IN_WORDS = gettext_lazy("%(utc)s (%(here)s in %(zone)s)")


def instant_of(day: str, time: str, zone_name: str) -> datetime.datetime:
    """The instant in UTC that a day and a time mean in a zone.

    Raises ValidationError, in words, where they cannot be read, where no zone has that name, where the clocks of the
    zone skip that time, and where they show it twice.
    """
    local = datetime.datetime.combine(read_day(day), read_time(time))
    zone = zone_named(zone_name)
    first, second = (local.replace(tzinfo=zone, fold=fold).astimezone(datetime.UTC) for fold in (0, 1))
    if first == second:
        return first
    words = {
        "local": f"{local:%Y-%m-%d %H:%M:%S}",
        "zone": zone_name,
        "first": instant_without_zone(first),
        "second": instant_without_zone(second),
    }
    if first.astimezone(zone).replace(tzinfo=None) != local:
        words |= {"earlier": local_text(second, zone_name), "later": local_text(first, zone_name)}
        raise ValidationError(
            _(
                "There is no %(local)s in %(zone)s: the clocks go forward over it. Did you mean %(earlier)s or "
                "%(later)s?"
            )
            % words
        )
    raise ValidationError(
        _(
            "%(local)s comes twice in %(zone)s, where the clocks go back: at %(first)s and at %(second)s UTC. Choose "
            "the zone UTC and write the one you mean."
        )
        % words
    )


def zone_named(name: str) -> ZoneInfo:
    """The zone of a name that was typed. Raises ValidationError for a name of none, whatever it is made of."""
    if name not in known_zones():
        raise ValidationError(_("Choose the time zone in which this is meant."))
    return ZoneInfo(name)


def read_day(text: str) -> datetime.date:
    """A day in ISO form. Raises ValidationError."""
    try:
        day = datetime.date.fromisoformat(text if DAY.fullmatch(text) else "")
        if day.year in YEARS:
            return day
    except ValueError:
        pass
    if not text:
        raise ValidationError(_("The day is missing: write it as year-month-day, 2026-12-05."))
    raise ValidationError(_("“%(text)s” is no day. Write it as year-month-day, 2026-12-05.") % {"text": text})


def read_time(text: str) -> datetime.time:
    """A time of day on a clock of 24 hours. Raises ValidationError."""
    try:
        return datetime.time.fromisoformat(text if TIME.fullmatch(text) else "")
    except ValueError:
        pass
    if not text:
        raise ValidationError(_("The time is missing: write it with 24 hours, 09:30 or 09:30:15."))
    raise ValidationError(_("“%(text)s” is no time. Write it with 24 hours, 09:30 or 09:30:15.") % {"text": text})


def instant_without_zone(instant: datetime.datetime) -> str:
    """Without its zone: "2026-12-05 09:30:15"."""
    return f"{instant:%Y-%m-%d %H:%M:%S}"


def local_text(instant: datetime.datetime, zone_name: str) -> str:
    """An instant on the clocks of a zone."""
    return instant_without_zone(instant.astimezone(ZoneInfo(zone_name)))


def is_shown_twice(instant: datetime.datetime, zone_name: str) -> bool:
    """Whether the clocks of a zone show the time of an instant twice."""
    local = instant.astimezone(ZoneInfo(zone_name))
    return local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()


def instant_in_words(instant: datetime.datetime) -> str:
    """As the CMS states an instant: in UTC, and on the officer's own clock where that is another."""
    utc = instant_without_zone(instant.astimezone(datetime.UTC))
    own = timezone.get_current_timezone_name()
    here = local_text(instant, own)
    text = isolated_figures(f"{utc} UTC")
    return text if here == utc else str(IN_WORDS % {"utc": text, "here": isolated_figures(here), "zone": own})


def isolated_figures(text: str) -> str:
    """A clock's figures so that they keep their order within words that are written from right to left."""
    return f"\N{LEFT-TO-RIGHT ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}" if get_language_bidi() else text
