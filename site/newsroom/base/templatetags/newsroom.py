"""What every template may use; loaded everywhere."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info, gettext, pgettext

from newsroom.base.alternates import Alternate
from newsroom.base.languages import active_code, direction, html_code, own_name

register = template.Library()


@register.filter
def bcp47(code: str) -> str:
    """A language code as HTML wants it: "zh-hans" becomes "zh-Hans"."""
    return html_code(code)


@register.filter
def text_direction(code: str) -> str:
    """ "rtl" or "ltr" for a language code."""
    return direction(code)


@register.filter
def called(code: str) -> str:
    """What a language calls itself."""
    return own_name(code)


@register.filter
def language_name(code: str) -> str:
    """A language's name in the reader's language, as inside a sentence; the code itself where it has none."""
    ours = {"sw": gettext("Kiswahili"), "zh-hans": gettext("Chinese")}
    if code in ours:
        return ours[code]
    try:
        return gettext(get_language_info(code)["name"])
    except KeyError:
        return code


@register.filter
def foreign(record: Any) -> SafeString:
    """`lang` and `dir` attributes for a record that is not in the reader's language; nothing for one that is."""
    return foreign_code(record.locale.language_code)


@register.filter
def foreign_code(code: str) -> SafeString:
    """`lang` and `dir` attributes for words in a language other than the reader's; nothing for the same."""
    if not code or code == active_code():
        return SafeString("")
    return format_html(' lang="{}" dir="{}"', html_code(code), direction(code))


@register.filter
def lookup(mapping: Mapping[Any, Any], key: Any) -> Any:
    """The value a mapping holds for a key, or None."""
    return mapping.get(key)


@register.filter
def telephone(number: str) -> str:
    """A telephone number as a `tel:` address: digits and the leading plus."""
    return "".join(character for character in number if character.isdigit() or character == "+")


@register.filter
def full_date(instant: datetime.date | None) -> str:
    """A day as written out in the reader's language: "19 November 2026"."""
    return date_format(instant, pgettext("date format", "j E Y")) if instant else ""


@register.filter
def long_month(instant: datetime.date | None) -> str:
    """What follows a large numeral of the day: "November 2026"."""
    return date_format(instant, pgettext("date format after the day's numeral", "E Y")) if instant else ""


@register.filter
def short_month(instant: datetime.date | None) -> str:
    """What follows the numeral of the day in a list: "Nov 2026"."""
    return date_format(instant, pgettext("short date format after the day's numeral", "M Y")) if instant else ""


@register.filter
def clock(instant: datetime.datetime) -> str:
    """A time of day in the zone it carries, with UTC beside it: "18:00 EAT (15:00 UTC)"."""
    if instant.utcoffset() == datetime.timedelta(0):
        return f"{instant:%H:%M} UTC"
    zone = instant.tzname() or ""
    here = f"{instant:%H:%M} {zone}" if zone.isalpha() else f"{instant:%H:%M}"
    return f"{here} ({instant.astimezone(datetime.UTC):%H:%M} UTC)"


@register.filter
def next_clock(instant: datetime.datetime) -> str:
    """A time to come, in the zone it carries, with its weekday unless that is today's there."""
    is_today = instant.date() == timezone.now().astimezone(instant.tzinfo).date()
    return clock(instant) if is_today else f"{date_format(instant, 'l')} {clock(instant)}"


@register.filter
def utc_offset(contact: Any) -> str:
    """How a contact's zone lies to UTC now: "EAT (UTC+3)"."""
    now = contact.local(timezone.now())
    minutes = int(now.utcoffset().total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    offset = f"UTC{'−' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "") if minutes else "UTC"
    name = now.tzname()
    return f"{name} ({offset})" if name.isalpha() and name != "UTC" else f"({offset})"


@register.simple_tag
def list_comma() -> str:
    """What stands between the items of a list in the reader's language."""
    return pgettext("between items of a list", ", ")


@register.simple_tag(takes_context=True)
def absolute(context: Mapping[str, Any], address: str) -> str:
    """An address with the host it was asked under."""
    return context["request"].build_absolute_uri(address)


@register.simple_tag
def language_switch(fronts: Iterable[Alternate], alternates: Iterable[Alternate] | str) -> list[Alternate]:
    """The languages of the newsroom, each leading to this page in it or, where that does not exist, to its front page."""
    here = {alternate.code: alternate for alternate in alternates or []}
    return [here.get(front.code, front) for front in fronts]
