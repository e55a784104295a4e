"""Calls as entries of calendars: the moment at which each closes."""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from django.http import HttpRequest
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from campaigns.calendars.entries import CalendarEntry
from campaigns.models.calendar import CalendarVersion


def note_closing_in_calendars(call: Any) -> None:
    """What calendars show of a call as it is published. Called inside the publication."""
    entry = closing_entry(call, None, "")
    shown = (entry.title, entry.begins_at, entry.first_day, entry.zone, entry.text)
    short = hashlib.blake2b(msgspec.json.encode(shown), digest_size=16).hexdigest()
    CalendarVersion.note(call.translation_key, call.locale.language_code, short, timezone.now())


def entries_of_calls(calls: Sequence[Any], request: HttpRequest) -> Iterable[CalendarEntry]:
    """The ends of public calls as entries; one query for all."""
    rows = CalendarVersion.objects.filter(translation_key__in=[call.translation_key for call in calls])
    versions = {row.translation_key: row for row in rows}
    for call in calls:
        yield closing_entry(call, versions.get(call.translation_key), request.build_absolute_uri(call.url))


def closing_entry(call: Any, version: CalendarVersion | None, url: str) -> CalendarEntry:
    """The end of a call as an entry: an hour in its zone, or the whole of the day to whose end it is open."""
    with translation.override(call.locale.language_code):
        title = _("Closes: %(title)s") % {"title": call.title}
    return CalendarEntry(
        uid=str(call.translation_key),
        sequence=version.sequence if version else 0,
        changed_at=version.changed_at if version else call.last_published_at or timezone.now(),
        title=title,
        zone=call.time_zone,
        begins_at=call.closes_at if call.closes_time else None,
        first_day=call.closes_on,
        text=call.summary,
        url=url,
    )
