"""What pages show of events: how their days and hours are written, and the few facts that stay live."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.db.models import Q, prefetch_related_objects
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from campaigns.events.choices import AgendaStatus, EventKind, EventState, OrganisationPart
from campaigns.events.composing import compose_event
from campaigns.events.document import EventDocument, EventWhen, ProgrammeSession
from campaigns.events.presentation.structured_data import event_data
from campaigns.events.presentation.timetable import timetable_of
from campaigns.events.times import month_days, zone_called
from news.editions.showing import PICTURE, ShownPicture
from news.models.hashtag import with_hubs
from news.releases.presentation import with_languages, with_states
from newsroom.base.caching.holding import holds_until
from newsroom.base.dates import from_to, full_date, month_by_itself, offset_in_words, with_weekday
from newsroom.base.languages import active_code
from newsroom.base.querysets import manager_behind
from newsroom.language.catalogue import language_row
from newsroom.language.separators import side_by_side
from newsroom.publication.choices import RecordState
from newsroom.publication.corrections.versions import corrections_shown, state_of
from newsroom.publication.deadlines.moments import place_of_zone
from newsroom.publication.editions.issuing import last_edition
from newsroom.publication.editions.reading import document_for_reader
from organisations.duty import duties_of

if TYPE_CHECKING:
    from campaigns.models.events.page import EventPage

#: How many events that are over a page of the list shows.
PAST = 20
LONG_TITLE = 110


@dataclass(frozen=True)
class ShownWhen:
    """When something takes place, in the words of the reader's language."""

    when: EventWhen
    place: str
    label: str

    @property
    def zone(self) -> ZoneInfo:
        """The zone of its hours."""
        return zone_called(self.when.zone)

    @property
    def is_utc(self) -> bool:
        """Whether its clocks show UTC."""
        return self.zone.key == "UTC"

    @property
    def begins(self) -> datetime.datetime | None:
        """The instant at which it begins, on the clocks of its zone; None where no hour is known."""
        return self.when.begins_at.astimezone(self.zone) if self.when.begins_at else None

    @property
    def ends(self) -> datetime.datetime | None:
        """The instant at which it ends, on the clocks of its zone."""
        return self.when.ends_at.astimezone(self.zone) if self.when.ends_at else None

    @property
    def day(self) -> datetime.date | None:
        """The first day, or that of a month alone."""
        return self.when.first_day or (month_days(self.when.month)[0] if self.when.month else None)

    @property
    def is_of_days(self) -> bool:
        """Whether it lasts for more than one day."""
        return bool(self.when.first_day and self.when.last_day and self.when.last_day > self.when.first_day)

    @property
    def days(self) -> str:
        """The days in words: "Tuesday 9 March 2027", "9 March 2027 – 11 March 2027", "March 2027"."""
        if not self.when.first_day:
            return month_by_itself(self.day) if self.day else ""
        first = full_date(self.when.first_day)
        if self.is_of_days:
            return _("%(first)s to %(last)s") % {"first": first, "last": full_date(self.when.last_day)}
        return side_by_side((date_format(self.when.first_day, "l"), first))

    @property
    def hours(self) -> SafeString:
        """From when to when, in its zone; empty where no hour is known."""
        return from_to(self.begins, self.ends)

    @property
    def begins_in_utc(self) -> datetime.datetime | None:
        """The instant at which it begins, in UTC."""
        return self.when.begins_at.astimezone(datetime.UTC) if self.when.begins_at else None

    @property
    def utc(self) -> SafeString:
        """The same in UTC."""
        return from_to(self.begins_in_utc, self.when.ends_at)

    @property
    def utc_days(self) -> str:
        """The day in UTC where it is another one than at the place."""
        begins, utc = self.begins, self.begins_in_utc
        return date_format(utc, "l") if begins and utc and utc.date() != begins.date() else ""

    @property
    def where(self) -> str:
        """Whose clocks these are, and how they lie to UTC then."""
        return side_by_side((self.whose, offset_in_words(self.begins) if self.begins else ""))

    @property
    def whose(self) -> str:
        """The place, and what the zone is called."""
        return side_by_side((self.place or place_of_zone(self.when.zone), self.label))

    @property
    def in_short(self) -> SafeString:
        """Hours and whose clocks they are, in one line."""
        comma = language_row(active_code()).comma
        return format_html("{}{}{}", self.hours, comma, self.where) if self.begins else SafeString("")


@dataclass(frozen=True)
class ShownSession:
    """A session as the agenda shows it."""

    session: ProgrammeSession
    zone: ZoneInfo
    is_first_of_day: bool

    @property
    def begins(self) -> datetime.datetime | None:
        """When it begins, on the clocks of the event's zone."""
        return self.session.begins_at.astimezone(self.zone) if self.session.begins_at else None

    @property
    def hours(self) -> SafeString:
        """When it begins."""
        return from_to(self.begins, None)

    @property
    def day_there(self) -> datetime.date | None:
        """The day on which it begins at the place."""
        return self.begins.date() if self.begins else None

    @property
    def begins_in_utc(self) -> datetime.datetime | None:
        """When it begins, in UTC."""
        return self.session.begins_at.astimezone(datetime.UTC) if self.session.begins_at else None

    @property
    def utc(self) -> SafeString:
        """When it begins in UTC; with the weekday where that is another one than at the place."""
        begins, utc = self.begins, self.begins_in_utc
        if not begins or not utc:
            return SafeString("")
        return with_weekday(utc, from_to(utc, None)) if utc.date() != begins.date() else from_to(utc, None)


def state_of_event(document: EventDocument, now: datetime.datetime) -> EventState:
    """What an event is for a reader at an aware instant; says until when that holds."""
    if document.status in (EventState.CANCELLED, EventState.POSTPONED):
        return EventState(document.status)
    when = ShownWhen(document.when, document.place, document.zone_label)
    begins, ends = when.when.begins_at, end_for_lists(when)
    for instant in (begins, ends):
        if instant and instant > now:
            holds_until(instant)
    if ends and ends <= now:
        return EventState.HELD
    if begins and begins <= now:
        return EventState.NOW
    return EventState.MOVED if document.status == EventState.MOVED else EventState.AHEAD


def end_for_lists(when: ShownWhen) -> datetime.datetime | None:
    """The instant from which an event is over: without an hour the end of its last day, without a day of its month."""
    if when.when.ends_at or not when.day:
        return when.when.ends_at
    last = when.when.last_day or month_days(when.when.month)[1]
    return datetime.datetime.combine(last + datetime.timedelta(1), datetime.time(), when.zone)


def shown_sessions(document: EventDocument) -> list[ShownSession]:
    """The agenda; where it runs over several days, each of these begins with its date."""
    zone, day, shown = zone_called(document.when.zone), None, []
    is_of_days = len({session.day for session in document.sessions}) > 1
    for session in document.sessions:
        shown.append(ShownSession(session, zone, is_of_days and session.day != day))
        day = session.day
    return shown


def event_context(event: "EventPage", request: HttpRequest) -> dict[str, Any]:
    """Everything that an event's page shows; the same for the public page and a preview."""
    now, document = timezone.now(), event_document_shown(event, request)
    corrections = corrections_shown(event)
    record_state = state_of(event, corrections)
    when = ShownWhen(document.when, document.place, document.zone_label)
    state = event.shown_event_state or state_of_event(document, now)
    parent = public_parent(event)
    children = with_when(below(event))
    is_public = event.live and record_state != RecordState.SUPERSEDED and not getattr(request, "is_preview", False)
    return {
        "document": document,
        "state": state,
        "state_label": state.label,
        "record_state": record_state,
        "corrections": corrections,
        "kind": EventKind(document.kind).label,
        "is_long": len(document.title) > LONG_TITLE,
        "when": when,
        "earlier": [ShownWhen(each, document.place, document.zone_label) for each in document.earlier],
        "registration": registration_of(document, state, now, when.zone),
        "agenda_label": AgendaStatus(document.agenda_status).label if document.agenda_status else "",
        "sessions": shown_sessions(document),
        "timetable": timetable_of(document, children),
        "organisers": named_as(document, OrganisationPart.ORGANISER),
        "partners": named_as(document, OrganisationPart.PARTNER),
        "contacts": duties_of(contact_keys(event)),
        "parent": parent,
        "children": children,
        "releases": releases_issued_at(event),
        "picture": picture_of_event(event, document),
        "hashtags": with_hubs(list(event.hashtags.all())),
        "is_public": is_public,
        "has_calendar": document.when.begins_at is not None or document.when.first_day is not None,
        "structured_data": event_data(document, parent, children, event, request) if is_public else "",
    }


def event_document_shown(event: "EventPage", request: HttpRequest) -> EventDocument:
    """The edition that readers get, an earlier one, or a draft as it would be published."""
    earlier = event.superseded_by
    if earlier and earlier.pk:
        document: EventDocument = earlier.earlier.document
        return document_for_reader(document, request)
    edition = last_edition(event)
    if edition and event.live and not getattr(request, "is_preview", False):
        current: EventDocument = edition.document
        return document_for_reader(current, request)
    return document_for_reader(compose_event(event), request)


def named_as(document: EventDocument, part: str) -> list[Any]:
    """The organisations with a part in the event, in order."""
    return [each.organisation for each in document.organisations if each.part == part]


def registration_of(
    document: EventDocument, state: EventState, now: datetime.datetime, zone: ZoneInfo
) -> dict[str, Any] | None:
    """Whether and until when one can register; None where there is no registration. What lies ahead ends the answer."""
    if not document.registration_url and not document.registration_note:
        return None
    opens = document.registration_opens_at
    closes = document.registration_closes_at or document.when.begins_at
    for instant in (opens, closes):
        if instant and instant > now:
            holds_until(instant)
    is_over = state in (EventState.HELD, EventState.CANCELLED) or bool(closes and closes <= now)
    stated = document.registration_closes_at
    shown = stated - datetime.timedelta(seconds=1) if stated and document.is_registration_day else stated
    return {
        "is_open": bool(document.registration_url) and not is_over and not (opens and opens > now),
        "is_over": is_over,
        "opens": opens.astimezone(zone) if opens and opens > now else None,
        "until": shown.astimezone(zone) if shown and not is_over else None,
        "is_day": document.is_registration_day,
    }


def contact_keys(event: "EventPage") -> list[Any]:
    """The translation keys of the media contacts among the focal points, in order."""
    points = [point for point in event.focal_points.all() if point.contact_id]
    prefetch_related_objects(points, "contact")
    return [point.contact.translation_key for point in points if point.contact]


def public_parent(event: "EventPage") -> Any:
    """The event that this one is part of, where a stranger may see it; else None."""
    if not event.pk and not event.path:
        return None
    parents = type(event).objects.released().select_related("locale", "life")
    return parents.filter(path=event.path[: -event.steplen]).first()


def below(event: "EventPage") -> list[Any]:
    """The public events that are part of this one, in the order in which they take place."""
    if not event.pk:
        return []
    return list(type(event).objects.part_of(event).for_listing().order_by("happens_from", "pk"))


def with_when(events: Iterable[Any]) -> list[Any]:
    """Events, each with `shown_when` and `state`, for the rows of lists."""
    now, rows = timezone.now(), list(events)
    for event in rows:
        event.shown_when = ShownWhen(EventWhen.of(event.kept_span, event.time_zone), event.place, event.zone_label)
        event.state = event.state_at(now)
        for instant in (event.happens_from, event.happens_until):
            if instant and instant > now:
                holds_until(instant)
    return rows


def releases_issued_at(event: "EventPage") -> Sequence[Any]:
    """The public releases that were issued at the event, said by it or by them, in the reader's language where there is
    one."""
    keys = [link.release_id for link in event.release_links.all()]
    releases = manager_behind(event.release_links.model, "release")
    says_so = Q(issued_at_event__translation_key=event.translation_key)
    named = releases.filter(Q(pk__in=keys) | says_so).values("translation_key")
    rows = releases.for_reader(active_code()).filter(translation_key__in=named).for_listing()
    return with_states(with_languages(rows))


def picture_of_event(event: "EventPage", document: EventDocument) -> ShownPicture | None:
    """The image of an event with its file; None where there is none that can be shown."""
    file = event.image.rendition_or_none(PICTURE) if event.image else None
    return ShownPicture(document.picture, file) if document.picture and file else None


def events_context(now: datetime.datetime, page: int, model: Any) -> dict[str, Any]:
    """What the list of events shows: what is to come, and a page of what was."""
    rows = model.objects.for_reader().for_listing()
    ahead, past = with_when(rows.upcoming(now)), rows.past(now)
    last = max(1, -(-past.count() // PAST))
    number = min(max(page, 1), last)
    undated = with_when(rows.filter(happens_from=None).order_by("-pk"))
    return {
        "ahead": ahead,
        "undated": undated,
        "past": with_when(past[(number - 1) * PAST : number * PAST]),
        "number": number,
        "earlier": number + 1 if number < last else None,
        "later": number - 1 if number > 1 else None,
        "calendar": reverse("calendar"),
    }
