"""What feeds tell of events: when and where, and first what became of that."""

from collections.abc import Mapping, Sequence
from copy import copy
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from campaigns.events.choices import Attendance, EventState
from campaigns.events.presentation.page import with_when
from newsroom.language.html import text_of_html
from newsroom.language.separators import side_by_side
from newsroom.language.spacing import spaced
from search.registry import FeedEntry

#: What is said before the title.
SAID_FIRST = (EventState.MOVED, EventState.POSTPONED, EventState.CANCELLED)


def events_followed(events: Sequence[Any]) -> Mapping[int, FeedEntry]:
    """What feeds tell of public events."""
    return {event.pk: event_followed(event) for event in with_when(map(copy, events))}


def event_followed(event: Any) -> FeedEntry:
    """What a feed tells of one event with `shown_when` and `state`."""
    code, title, state = event.locale.language_code, event.title, EventState(event.state)
    if state in SAID_FIRST:
        words = {"state": state.label, "title": title}
        title = pgettext("what became of something, and its title", "%(state)s: %(title)s") % words
    lines = (event.status_note, when_and_where(event), event.summary)
    return FeedEntry(
        group=event.translation_key,
        language=code,
        title=spaced(title, code),
        url=event.url,
        text=spaced("\n".join(filter(None, lines)), code),
        released_at=event.released_at,
        changed_at=event.last_published_at,
    )


def when_and_where(event: Any) -> str:
    """Days, hours on the clocks of the place, house and city, and whether one can take part from afar."""
    when = event.shown_when
    hours = text_of_html(when.in_short) if when.begins else ""
    afar = event.get_attendance_display() if event.attendance in (Attendance.ONLINE, Attendance.BOTH) else ""
    place = "" if when.begins else event.place
    return side_by_side((when.days or _("Date to come"), hours, event.venue, place, afar))
