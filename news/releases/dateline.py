"""The dateline: place and date of issue, running into the first paragraph as print does."""

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from news.editions.document import PlaceAndDay
from newsroom.base.dates import full_date
from newsroom.language.calendar.places import known_zones, zone_of_place

if TYPE_CHECKING:
    from news.models.release import ReleasePage

NO_ZONE = "UTC"


def stated_dateline(release: "ReleasePage", released_at: datetime) -> PlaceAndDay | None:
    """Place and day of issue of a release, the day as it is at the place at an aware instant; None without a place.

    What was first issued at midnight UTC was entered as a day without an hour, which is that day everywhere.
    """
    if not release.dateline_place:
        return None
    zone = zone_of_dateline(release)
    is_day_alone = release.first_issued_at is not None and released_at.astimezone(UTC).time() == time()
    day = released_at.astimezone(UTC if is_day_alone else ZoneInfo(zone)).date()
    return PlaceAndDay(release.dateline_place, day, zone)


def zone_of_dateline(release: "ReleasePage") -> str:
    """The IANA zone of a dateline: as stated, else that of the place where a zone has its name from it, else that in
    which the embargo was entered, else UTC.

    A translation asks its original too, which may write a place as more people know it.
    """
    if release.dateline_zone in known_zones():
        return release.dateline_zone
    found = zone_of_place(release.dateline_place, release.locale.language_code)
    if not found and not release.is_original:
        originals = type(release)._default_manager.filter(
            translation_key=release.translation_key, locale__language_code=release.original_language
        )
        place = originals.values_list("dateline_place", flat=True).first()
        found = zone_of_place(place, release.original_language) if place else ""
    return found or release.embargo_time_zone or NO_ZONE


def dateline_line(dateline: PlaceAndDay) -> SafeString:
    """ "NAIROBI, 14 July 2020." in the reader's language."""
    line = pgettext("dateline", "%(place)s, %(date)s. ") % {
        "place": dateline.place.upper(),
        "date": full_date(dateline.day),
    }
    return format_html('<span class="dateline">{}</span>', line)
