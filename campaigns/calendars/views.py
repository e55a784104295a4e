"""The addresses of calendars: of a list or search, of one event, of one session, of a whole programme."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from campaigns.calendars.entries import CalendarEntry, calendar_kinds
from campaigns.calendars.writing import calendar_answer
from campaigns.events.presentation.calendars import calendar_versions, entries_of_events, entries_of_sessions
from campaigns.models import EventIndexPage, EventPage
from newsroom.base.languages import active_code
from newsroom.language.separators import side_by_side
from search import registry
from search.forms import form_of
from search.presentation.listing import answer_list

#: So many entries stand in a calendar, those that come next first.
MOST = 1000


@require_safe
def calendar_of_choices(request: HttpRequest) -> HttpResponse:
    """What of a list or search stands in a calendar, by the names that its address has there; of the past a year too.

    What cannot be read in the address fits nothing.
    """
    form, code = form_of(request.GET), active_code()
    kinds = calendar_kinds()
    entries: list[CalendarEntry] = []
    words = ""
    if form.is_valid():
        asked = form.request(code).with_changes(language=code, listed=tuple(kinds), sort="next")
        words = side_by_side((asked.words, *(value for values in asked.narrowing.values() for value in values)))
        rows: dict[str, list[Any]] = {kind: [] for kind in kinds}
        for row in answer_list(asked, MOST).rows:
            source = registry.source_of(row)
            if source and source.name in rows:
                rows[source.name].append(row)
        entries = [entry for kind, found in rows.items() for entry in kinds[kind](found, request)]
    index = EventIndexPage.objects.released().in_language(code).first()
    name = side_by_side((index.title if index else _("Events"), words))
    return calendar_answer(entries, name, code, "calendar")


def public_event(key: UUID) -> EventPage:
    """The event with a translation key in the reader's language or in its original. Raises Http404 for none public."""
    event = EventPage.objects.for_reader().filter(translation_key=key).select_related("locale", "life").first()
    if event is None:
        raise Http404
    return event


@require_safe
def calendar_of_event(request: HttpRequest, key: UUID) -> HttpResponse:
    """One event. Raises Http404 where it is not public or has no day."""
    event = public_event(key)
    return answer_of(request, event, entries_of_events([event], request))


@require_safe
def calendar_of_session(request: HttpRequest, key: UUID, session: UUID) -> HttpResponse:
    """One session of an event. Raises Http404 where the event is not public or has no such session with a day."""
    event = public_event(key)
    entries = entries_of_programme(request, event)
    return answer_of(request, event, [entry for entry in entries if entry.uid == str(session)])


@require_safe
def calendar_of_programme(request: HttpRequest, key: UUID) -> HttpResponse:
    """The sessions of an event, and the public events that are part of it. Raises Http404 where it is not public."""
    event = public_event(key)
    below = EventPage.objects.part_of(event, at_any_depth=True).for_listing().order_by("happens_from", "pk")
    return answer_of(request, event, [*entries_of_programme(request, event), *entries_of_events(list(below), request)])


def entries_of_programme(request: HttpRequest, event: EventPage) -> list[CalendarEntry]:
    """The sessions of a public event as entries."""
    version = calendar_versions([event]).get(event.translation_key)
    return list(entries_of_sessions(event, version, request.build_absolute_uri(event.url)))


def answer_of(request: HttpRequest, event: EventPage, entries: list[CalendarEntry]) -> HttpResponse:
    """Entries as a file called as the event is in its address. Raises Http404 where none of them has a day."""
    if not any(entry.is_dated for entry in entries):
        raise Http404
    return calendar_answer(entries, event.title, event.locale.language_code, event.slug)
