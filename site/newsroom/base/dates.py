"""Days and times as readers of each language write them; filters for every template."""

import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_noop

from newsroom.language.catalogue import language_row

#: Named here so that a catalogue can say them its own way: Arabic gives both names of a month, as the UN does.
MONTHS = (
    *(gettext_noop("January"), gettext_noop("February"), gettext_noop("March"), gettext_noop("April")),
    *(gettext_noop("May"), gettext_noop("June"), gettext_noop("July"), gettext_noop("August")),
    *(gettext_noop("September"), gettext_noop("October"), gettext_noop("November"), gettext_noop("December")),
)


def day_in_words(instant: datetime.date | None, form: str) -> str:
    """A day in one of the forms of the reader's language, nothing for none."""
    return date_format(instant, getattr(language_row(get_language() or "en").date_forms, form)) if instant else ""


def full_date(instant: datetime.date | None) -> str:
    """A day as written out: "19 November 2026"."""
    return day_in_words(instant, "full")


def long_month(instant: datetime.date | None) -> str:
    """What follows a large numeral of the day: "November 2026"."""
    return day_in_words(instant, "after_day")


def short_month(instant: datetime.date | None) -> str:
    """What follows the numeral of the day in a list: "Nov 2026"."""
    return day_in_words(instant, "short_after_day")


def month_alone(instant: datetime.date | None) -> str:
    """A month inside a phrase such as "since November 2026"."""
    return day_in_words(instant, "month")


def month_by_itself(instant: datetime.date | None) -> str:
    """A month that stands in no phrase: "November 2026"."""
    return day_in_words(instant, "lone_month")


def short_month_alone(instant: datetime.date | None) -> str:
    """A month inside a short phrase such as "since Nov 2026"."""
    return day_in_words(instant, "short_month")


def clock(instant: datetime.datetime) -> SafeString:
    """A time of day in the zone it carries, with UTC beside it: "18:00 EAT (15:00 UTC)"."""
    if instant.utcoffset() == datetime.timedelta(0):
        return left_to_right(f"{instant:%H:%M} UTC")
    zone = instant.tzname() or ""
    here = f"{instant:%H:%M} {zone}" if zone.isalpha() else f"{instant:%H:%M}"
    return left_to_right(f"{here} ({instant.astimezone(datetime.UTC):%H:%M} UTC)")


def next_clock(instant: datetime.datetime) -> SafeString:
    """A time to come, in the zone it carries, with its weekday unless that is today's there."""
    is_today = instant.date() == timezone.now().astimezone(instant.tzinfo).date()
    return clock(instant) if is_today else format_html("{} {}", date_format(instant, "l"), clock(instant))


def utc_offset(contact: Any) -> SafeString:
    """How a contact's zone lies to UTC now: "EAT (UTC+3)"."""
    now = contact.local(timezone.now())
    minutes = int(now.utcoffset().total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    offset = f"UTC{'−' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "") if minutes else "UTC"
    name = now.tzname()
    return left_to_right(f"{name} ({offset})" if name.isalpha() and name != "UTC" else f"({offset})")


def left_to_right(text: str) -> SafeString:
    """A piece of Latin text that keeps its order inside a line from right to left."""
    return format_html('<bdi dir="ltr">{}</bdi>', text)
