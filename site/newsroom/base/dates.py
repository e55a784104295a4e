"""Days and times as readers of each language write them; filters for every template."""

import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, gettext_noop, ngettext, npgettext, pgettext

from newsroom.base.caching.holding import HOUR, MINUTE, holds_for_this_day, holds_until
from newsroom.language.catalogue import language_row
from newsroom.language.facts import Language
from newsroom.language.spacing import spaced

#: Named here so that a catalogue can say them its own way: Arabic gives both names of a month, as the UN does.
MONTHS = (
    *(gettext_noop("January"), gettext_noop("February"), gettext_noop("March"), gettext_noop("April")),
    *(gettext_noop("May"), gettext_noop("June"), gettext_noop("July"), gettext_noop("August")),
    *(gettext_noop("September"), gettext_noop("October"), gettext_noop("November"), gettext_noop("December")),
)


def readers_row() -> Language:
    """What is known of the reader's language."""
    return language_row(get_language() or "en")


def day_in_words(instant: datetime.date | None, form: str) -> str:
    """A day in one of the forms of the reader's language, nothing for none."""
    written = getattr(readers_row().date_forms, form)
    return date_format(instant, written) if instant and written else ""


def full_date(instant: datetime.date | None) -> str:
    """A day as written out: "19 November 2026"."""
    return day_in_words(instant, "full")


def weekday_and_date(instant: datetime.date | None) -> str:
    """A day with its weekday, as the reader's language puts the two together: "Thursday 19 November 2026"."""
    if not instant:
        return ""
    words = pgettext("a weekday and a date", "%(weekday)s %(date)s")
    return words % {"weekday": date_format(instant, "l"), "date": full_date(instant)}


def large_day(instant: datetime.date | None, *, is_short: bool = False) -> SafeString:
    """A date with its day set large, in the order of the reader's language: "<b>19</b> November 2026".

    `is_short` is for the column of a list. Nothing for no day.
    """
    if instant is None:
        return SafeString("")
    before = day_in_words(instant, "before_day")
    after = day_in_words(instant, "short_after_day" if is_short else "after_day")
    day = format_html("<b>{}</b>", day_in_words(instant, "day"))
    if before:
        day = format_html('<span class="month">{}</span>{}', before, day)
    month, _, year = after.rpartition(" ")
    return format_html("{} {} {}", day, unbroken(month), year) if after else day


def unbroken(name: str) -> str:
    """A name that stays in one line though it has spaces or, as Arabic months do, two forms with a stroke between."""
    return name.replace(" ", "\u00a0").replace("/", "/\u2060")


def month_alone(instant: datetime.date | None) -> str:
    """A month inside a phrase such as "since November 2026"."""
    return day_in_words(instant, "month")


def month_by_itself(instant: datetime.date | None) -> str:
    """A month that stands in no phrase: "November 2026"."""
    return day_in_words(instant, "lone_month")


def short_month_alone(instant: datetime.date | None) -> str:
    """A month inside a short phrase such as "since Nov 2026"."""
    return day_in_words(instant, "short_month")


def time_of_day(instant: datetime.datetime | datetime.time) -> str:
    """A time of day as the reader's language writes it, in the zone it carries: "8:30", "8 h 30"."""
    forms = readers_row().date_forms
    return time_format(instant, forms.whole_hour if forms.whole_hour and not instant.minute else forms.time)


def offset_in_words(instant: datetime.datetime) -> str:
    """How the zone that an instant carries lies to UTC then, which no abbreviation says for sure: "UTC+5:30"."""
    minutes = int((instant.utcoffset() or datetime.timedelta()).total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'−' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "") if minutes else "UTC"


def with_weekday(instant: datetime.datetime, time: str) -> SafeString:
    """A time with the weekday of an instant before it."""
    words = pgettext("a weekday and a time of day", "%(weekday)s %(time)s")
    weekday, _, rest = words.partition("%(time)s")
    return format_html("{}{}{}", weekday % {"weekday": date_format(instant, "l")}, time, rest)


def clock(instant: datetime.datetime) -> SafeString:
    """A time of day in the zone it carries, with UTC beside it: "18:00 UTC+3 (15:00 UTC)".

    UTC has its weekday where it is another one there.
    """
    here = left_to_right(f"{time_of_day(instant)} {offset_in_words(instant)}")
    if not instant.utcoffset():
        return here
    opening, closing = readers_row().brackets
    return format_html("{}{}{}{}", here, opening, clock_in_utc(instant), closing)


def clock_in_utc(instant: datetime.datetime) -> SafeString:
    """A time of day in UTC, with its weekday where it is another one there than in the zone it carries: "15:00 UTC"."""
    utc = instant.astimezone(datetime.UTC)
    there = left_to_right(f"{time_of_day(utc)} UTC")
    return there if utc.date() == instant.date() else with_weekday(utc, there)


def next_clock(instant: datetime.datetime) -> SafeString:
    """A time to come, in the zone it carries, with its weekday there unless it is today both there and in UTC."""
    zones = (instant.tzinfo, datetime.UTC)
    holds_for_this_day(instant)
    is_today = all(instant.astimezone(zone).date() == timezone.now().astimezone(zone).date() for zone in zones)
    return clock(instant) if is_today else with_weekday(instant, clock(instant))


def day_and_time(instant: datetime.datetime | None) -> str:
    """A day and a time of day in the zone they carry, as one line of text; nothing for none."""
    if instant is None:
        return ""
    time = f"\N{LEFT-TO-RIGHT ISOLATE}{time_of_day(instant)} {offset_in_words(instant)}\N{POP DIRECTIONAL ISOLATE}"
    time = time if readers_row().is_right_to_left else time[1:-1]
    return pgettext("a day and a time of day", "%(day)s, %(time)s") % {"day": full_date(instant), "time": time}


def opening_hours(contact: Any) -> SafeString:
    """When a contact answers, and how its zone lies to UTC today: "08:00–18:00 (UTC+3)"; nothing where not known."""
    if not contact.hours:
        return SafeString("")
    start, end = (left_to_right(time_of_day(each)) for each in (contact.opens_at, contact.closes_at))
    words = pgettext("from one time of day to another", "%(start)s–%(end)s") % {"start": start, "end": end}
    opening, closing = readers_row().brackets
    now = timezone.now()
    holds_until(now.replace(minute=0, second=0, microsecond=0) + HOUR)  # when zones change their offset
    offset = left_to_right(offset_in_words(contact.local(now)))
    return format_html("{}{}{}{}", SafeString(words), opening, offset, closing)


def from_to(begins: datetime.datetime | None, ends: datetime.datetime | None) -> SafeString:
    """From one time of day to another, "15:00–17:00", both in the zone of the first; nothing where that is None."""
    if begins is None:
        return SafeString("")
    start = left_to_right(time_of_day(begins))
    if ends is None:
        return start
    end = left_to_right(time_of_day(ends.astimezone(begins.tzinfo)))
    return SafeString(pgettext("from one time of day to another", "%(start)s–%(end)s") % {"start": start, "end": end})


def waiting_time(instant: datetime.datetime) -> str:
    """How long it is until or since an instant, in its two largest units: "4 hours and 58 minutes"."""
    now = timezone.now()
    minutes = int(abs((instant - now).total_seconds()) // 60)
    holds_until(instant - minutes * MINUTE if instant > now else instant + (minutes + 1) * MINUTE)
    days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days:
        large = ngettext("%(number)s day", "%(number)s days", days) % {"number": days}
        small = npgettext("after days", "and %(number)s hour", "and %(number)s hours", hours) % {"number": hours}
        has_small = bool(hours)
    elif hours:
        large = ngettext("%(number)s hour", "%(number)s hours", hours) % {"number": hours}
        small = npgettext("after hours", "and %(number)s minute", "and %(number)s minutes", minutes)
        small, has_small = small % {"number": minutes_after_hours(minutes)}, bool(minutes)
    elif minutes:
        large = ngettext("%(number)s minute", "%(number)s minutes", minutes) % {"number": minutes}
        small, has_small = "", False
    else:
        return gettext("less than a minute")
    row = readers_row()
    return spaced(("" if row.is_spaceless else " ").join([large, small] if has_small else [large]), row.code)


def minutes_after_hours(minutes: int) -> str:
    """The minutes behind hours, with two digits where hours and minutes have a sign between them as on a clock."""
    return f"{minutes:02}" if readers_row().date_forms.whole_hour else str(minutes)


def left_to_right(text: str) -> SafeString:
    """A piece of Latin text that keeps its order inside a line from right to left."""
    return format_html('<bdi dir="ltr">{}</bdi>', text)
