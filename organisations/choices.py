from zoneinfo import available_timezones

from django.db import models
from django.utils.translation import gettext_lazy as _


class OrganisationKind(models.TextChoices):
    """What sort of body an organisation is."""

    NETWORK = "network", _("Network of cities")
    CITY = "city", _("City or region")
    AGENCY = "agency", _("Agency")
    FEDERATION = "federation", _("Federation")
    PARTNER = "partner", _("Partner")


class Weekday(models.TextChoices):
    """Days of the week by ISO 8601 number."""

    MONDAY = "1", _("Monday")
    TUESDAY = "2", _("Tuesday")
    WEDNESDAY = "3", _("Wednesday")
    THURSDAY = "4", _("Thursday")
    FRIDAY = "5", _("Friday")
    SATURDAY = "6", _("Saturday")
    SUNDAY = "7", _("Sunday")


class NamedAs(models.TextChoices):
    """As what a page names a record of the directory."""

    SPEAKER = "speaker", _("Speaker")
    SPOKEN_FOR = "spoken-for", _("Organisation of a speaker")
    PARTICIPANT = "participant", _("Participant")
    SIGNATORY = "signatory", _("Signatory")
    ISSUER = "issuer", _("Issuing or supporting organisation")
    BOILERPLATE = "boilerplate", _("Boilerplate")
    CONTACT = "contact", _("Media contact")
    HASHTAG = "hashtag", _("Hashtag")
    ORGANISER = "organiser", _("Organiser or partner")
    MANDATED = "mandated", _("Holder of the mandate")
    INVITED = "invited", _("Invited")
    CALLER = "caller", _("Calling organisation")
    FOCAL_POINT = "focal-point", _("Focal point")


class Version(models.TextChoices):
    """In which version of a page a record is named: as last published, before that, or as somebody is writing it."""

    PUBLISHED = "published", _("as published")
    EARLIER = "earlier", _("as published earlier")
    DRAFT = "draft", _("draft")


def time_zone_choices() -> list[tuple[str, str]]:
    """The IANA time zones that name a place, and UTC, sorted."""
    places = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/"))
    return [("UTC", "UTC"), *((zone, zone.replace("_", " ")) for zone in places)]
