"""What every template may use; loaded everywhere."""

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.template.base import FilterExpression, Parser, Token
from django.utils import timezone
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from newsroom.base import dates
from newsroom.base.caching.parts import made_once
from newsroom.base.files.licences import stated_terms
from newsroom.base.languages import active_code, direction, html_code, language_in_words, own_name
from newsroom.base.pages.alternates import Alternate
from newsroom.language.addresses import dialled
from newsroom.language.catalogue import language_row
from newsroom.language.script.cutting import cut_text
from newsroom.language.script.letters import parts_of_word
from newsroom.language.separators import as_list

register = template.Library()

#: A longer word hardly fits a line on a phone.
LONGEST_WORD = 20
WORD_BREAK = SafeString("<wbr>")

for date_filter in (
    *(dates.full_date, dates.weekday_and_date, dates.month_alone, dates.month_by_itself, dates.short_month_alone),
    *(dates.clock, dates.next_clock, dates.opening_hours, dates.waiting_time),
):
    register.filter(date_filter)
register.filter(language_in_words)
register.filter(as_list)
register.filter(dates.day_and_time, expects_localtime=True)
register.filter("clock_here", dates.clock, expects_localtime=True)
register.filter("time_here", dates.time_of_day, expects_localtime=True)
register.filter("clock_in_utc", dates.clock_in_utc, expects_localtime=True)
register.simple_tag(dates.large_day)
register.simple_tag(stated_terms)


@register.filter
def to_the_second(instant: datetime.datetime | None) -> str:
    """An instant as `datetime` states it in HTML, which bears no millionths: "2026-07-14T09:00:00+00:00"."""
    return timezone.localtime(instant).isoformat(timespec="seconds") if instant else ""


@register.filter
def breakable(text: str, longest: int = LONGEST_WORD) -> SafeString:
    """Let a line break inside words that are longer than so many letters, where they were joined."""
    words = re.split(r"(\w+)", text)
    if all(len(word) <= longest for word in words):
        return escape(text)
    parts = (parts_of_word(word) if len(word) > longest else [word] for word in words)
    return format_html_join("", "{}", ((format_html_join(WORD_BREAK, "{}", zip(each, strict=True)),) for each in parts))


@register.filter
def bcp47(code: str) -> str:
    """A language code as HTML wants it: "zh-hans" becomes "zh-Hans"."""
    return html_code(code)


@register.filter
def text_direction(code: str) -> str:
    """ "rtl" or "ltr" for a language code."""
    return direction(code)


@register.filter
def script_of(code: str) -> str:
    """The script of a language, by ISO 15924: "Latn"."""
    return language_row(code).script


@register.filter
def called(code: str) -> str:
    """What a language calls itself."""
    return own_name(code)


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
def cut(text: str, limit: int) -> str:
    """A text of at most so many characters, cut where a reader of its script would, with "…" behind it."""
    return cut_text(str(text), limit, "…")


@register.filter
def telephone(number: str) -> str:
    """A telephone number as a `tel:` address."""
    return dialled(number)


@register.filter
def row_keys(rows: Iterable[Any]) -> tuple[Any, ...]:
    """The keys of rows in their order, to name what is made of them."""
    return tuple(row.pk for row in rows)


@register.simple_tag
def list_comma() -> str:
    """What stands between the items of a list in the reader's language."""
    return language_row(active_code()).list_separator


@register.simple_tag
def comma() -> str:
    """What stands between the parts of a line in the reader's language: after a name, before a role."""
    return language_row(active_code()).comma


@register.simple_tag
def semicolon() -> str:
    """What stands between longer items of a list, which may have commas, in the reader's language."""
    return language_row(active_code()).semicolon


@register.simple_tag
def full_stop() -> str:
    """What ends a sentence before another in the reader's language, with its space."""
    return language_row(active_code()).full_stop


@register.simple_tag
def colon() -> str:
    """What stands between a label and what it is of in the reader's language."""
    return language_row(active_code()).colon


@register.simple_tag
def clock_forms() -> SafeString:
    """How the reader's language writes a time of day, as attributes for the script that shows the reader's own."""
    forms = language_row(active_code()).date_forms
    with_weekday = pgettext("a weekday and a time of day", "%(weekday)s %(time)s")
    return format_html(
        ' data-time="{}" data-whole-hour="{}" data-with-weekday="{}"', forms.time, forms.whole_hour, with_weekday
    )


@register.simple_tag(takes_context=True)
def absolute(context: Mapping[str, Any], address: str) -> str:
    """An address with the host it was asked under."""
    return context["request"].build_absolute_uri(address)


@register.simple_tag
def language_switch(fronts: Iterable[Alternate], alternates: Iterable[Alternate]) -> list[Alternate]:
    """The languages of the newsroom, each leading to this page in it or, failing that, to its front page."""
    here = {alternate.code: alternate for alternate in alternates or []}
    return [here.get(front.code, front) for front in fronts]


class MadeOnce(template.Node):
    """A part of a page that is made once for everybody, until something changes."""

    def __init__(self, key: list[FilterExpression], nodelist: template.NodeList) -> None:
        self.key, self.nodelist = key, nodelist

    def render(self, context: template.Context) -> SafeString:
        """The part as it was made before, or as its template makes it."""
        key = tuple(each.resolve(context) for each in self.key)
        # What a template made is escaped already.
        return SafeString(made_once(context.get("request"), key, lambda: self.nodelist.render(context)))


@register.tag("made_once")
def made_once_tag(parser: Parser, token: Token) -> MadeOnce:
    """Make what stands up to `{% endmade_once %}` once, for whatever page shows it.

    `{% made_once "release row" release.pk level %}`: what follows names the part and everything that it depends on
    beside the database, the reader's language and the host. What somebody must be asked for, or what only this page
    knows, does not stand inside.
    """
    key = [parser.compile_filter(word) for word in token.split_contents()[1:]]
    nodelist = parser.parse(("endmade_once",))
    parser.delete_first_token()
    return MadeOnce(key, nodelist)
