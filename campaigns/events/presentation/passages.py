"""An event as named passages of text, for people who compare two versions of it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from campaigns.events.presentation.words import POINTS, TEXTS, stored_speakers, stored_times
from newsroom.language.html import text_of_html
from newsroom.language.separators import side_by_side
from newsroom.publication.corrections.passages import Passage

if TYPE_CHECKING:
    from campaigns.models.events.page import EventPage

#: What stands on the page in one line each.
LINES = (
    *("title", "summary", "status", "time_zone", "zone_label", "starts_on", "starts_time", "ends_on", "ends_time"),
    *("month", "duration", "venue", "place", "address", "online_url", "online_note", "webcast_url", "recording_url"),
    *("capacity_on_site_words", "capacity_online_words", "capacity_on_site", "capacity_online", "registration_url"),
    *("registration_note", "registration_opens_on", "registration_closes_on", "working_languages"),
    *("interpretation_note", "mandate_adopted_by", "mandate_given_by", "objectives_introduction"),
)


def passages_of_event(event: "EventPage") -> Iterator[Passage]:
    """Everything a reader reads in an event, in the order of its form."""
    names = {field.name: str(getattr(field, "verbose_name", "")) for field in event._meta.get_fields()}
    for name in LINES:
        value = getattr(event, name)
        yield Passage(names[name], str(value) if value else "")
    for name in TEXTS:
        for line in text_of_html(getattr(event, name)).splitlines():
            yield Passage(names[name], line)
    for name in POINTS:
        for block in getattr(event, name).raw_data:
            yield Passage(names[name], str(block["value"]))
    yield from passages_of_programme(event)
    for link in event.organisation_links.all():
        yield Passage(_("Organisation"), str(link.organisation))
    for point in event.focal_points.all():
        yield Passage(_("Focal point"), side_by_side((str(point), point.role, point.email)))
    for attachment in event.attachments.all():
        yield Passage(_("Attachments"), str(attachment))


def passages_of_programme(event: "EventPage") -> Iterator[Passage]:
    """What a reader reads in the agenda."""
    for block, time in zip(event.programme.raw_data, stored_times(event), strict=True):
        value = block["value"]
        minutes = f"{time['minutes']} min" if time["minutes"] else ""
        words = (time["day"], time["starts"], minutes, value.get("title"), value.get("room"))
        yield Passage(_("Session"), side_by_side(words))
        for line in text_of_html(value.get("description") or "").splitlines():
            yield Passage(_("Session"), line)
        for room in (item["value"] for item in value.get("parallel") or ()):
            yield Passage(_("Parallel session"), side_by_side((room.get("title"), room.get("room"))))
    for speaker in stored_speakers(event):
        yield Passage(_("Speaker"), side_by_side((speaker.get("name"), speaker.get("role"))))
