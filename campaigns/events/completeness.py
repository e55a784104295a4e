"""What an event must have to become public: asked by its form at each field, and by the chain of a publication."""

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from campaigns.events.choices import EventStatus
from campaigns.events.times import is_month
from newsroom.base.dates import full_date
from newsroom.language.calendar.places import known_zones
from newsroom.language.normalisation import shows_something
from newsroom.publication.embargoes.instants import instant_of
from newsroom.publication.record import reason_against_its_address

if TYPE_CHECKING:
    from campaigns.models.events.page import EventPage


class EventLack(NamedTuple):
    """Something lacking or wrong: the field that must change, and what to do."""

    field: str
    message: str


def lacks_of_event(event: "EventPage", organisers: int) -> Iterator[EventLack]:
    """What keeps an event from being published."""
    if not shows_something(event.title):
        yield EventLack("title", _("Write the name of the event."))
    if not (event.span.happens_from or event.is_date_open or event.status == EventStatus.POSTPONED):
        yield EventLack("starts_on", _("Write the day or the month, or tick that the date is still to come."))
    if not event.time_zone and not event.is_date_open:
        yield EventLack("time_zone", _("Choose the time zone of the event."))
    if any(session["starts"] and not session["day"] for session in event.stored_times()) and not event.span.first_day:
        yield EventLack("programme", _("A session has an hour and no day: write its day, or that of the event."))
    if not any((event.venue, event.place, event.online_url, event.online_note, event.webcast_url)):
        yield EventLack("place", _("Write where it takes place, or how to take part online."))
    if not organisers:
        yield EventLack("organisation_links", _("Choose at least one organiser."))


def faults_in_time(event: "EventPage") -> Iterator[EventLack]:
    """Hours that the clocks of the zone skip or show twice, ends before their beginnings, months that are none."""
    if event.time_zone and event.time_zone not in known_zones():
        yield EventLack("time_zone", _("There is no time zone of this name. Choose one from the list."))
        return
    if event.month and not is_month(event.month):
        yield EventLack("month", _("Write the month as year-month, such as 2027-03."))
    first = event.starts_on
    last = event.ends_on or first
    if first and last and last < first:
        yield EventLack("ends_on", _("The last day comes before the first."))
    hours = (("starts_time", first, event.starts_time), ("ends_time", last, event.ends_time))
    for name, day, time in hours:
        if reason := reason_against_hour(day, time, event.time_zone):
            yield EventLack(name, reason)
    is_one_day = first is not None and last == first
    if is_one_day and event.starts_time and event.ends_time and event.ends_time <= event.starts_time:
        yield EventLack("ends_time", _("The event ends before it begins. If it ends on another day, write that day."))
    if is_registration_backwards(event):
        yield EventLack("registration_closes_on", _("Registration would close before it opens."))
    yield from faults_of_sessions(event)


def faults_of_sessions(event: "EventPage") -> Iterator[EventLack]:
    """Hours that the clocks of the zone skip or show twice, and days that are none of the event."""
    for session, takes_place in zip(event.stored_times(), event.session_times(), strict=True):
        if reason := reason_against_hour(takes_place.day, session["starts"], event.time_zone):
            yield EventLack("programme", reason)
        if is_beside_the_event(session["day"], event):
            words = _("A session takes place on %(day)s, which is no day of the event.")
            yield EventLack("programme", words % {"day": full_date(session["day"])})


def is_registration_backwards(event: "EventPage") -> bool:
    """Whether registration closes before it opens; a day alone counts from its beginning or to its end."""
    opens, closes = event.registration_opens_on, event.registration_closes_on
    if not (opens and closes):
        return False
    hours = event.registration_opens_time or datetime.time.min, event.registration_closes_time or datetime.time.max
    return bool((closes, hours[1]) <= (opens, hours[0]))


def is_beside_the_event(day: datetime.date | None, event: "EventPage") -> bool:
    """Whether a day comes before the first day that is stated of an event, or after the last one."""
    first, last = event.starts_on, event.ends_on
    return bool(day and ((first and day < first) or (last and day > last)))


def reason_against_hour(day: Any, time: Any, zone: str) -> str:
    """Why the clocks of a zone do not show an hour of a day just once; empty where they do, or nothing is stated."""
    if not (day and time):
        return ""
    try:
        instant_of(day.isoformat(), time.isoformat("seconds"), zone or "UTC")
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def reasons_against(event: "EventPage") -> list[str]:
    """Everything that is lacking or wrong, in words, each once."""
    lacks = [*lacks_of_event(event, len(event.organisation_links.all())), *faults_in_time(event)]
    return list(dict.fromkeys(filter(None, (*(lack.message for lack in lacks), reason_against_its_address(event)))))
