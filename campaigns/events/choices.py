from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class EventKind(models.TextChoices):
    """What sort of event people are invited to."""

    MEETING = "meeting", _("Meeting")
    SIDE_EVENT = "side-event", _("Side event")
    CONSULTATION = "consultation", _("Consultation")
    WEBINAR = "webinar", _("Webinar")
    ROUNDTABLE = "roundtable", _("Roundtable")
    PRESS_CONFERENCE = "press-conference", _("Press conference")


class EventStatus(models.TextChoices):
    """Whether an event takes place as announced; that it is over is said by the clock."""

    SCHEDULED = "scheduled", pgettext_lazy("state of an event", "Scheduled")
    POSTPONED = "postponed", pgettext_lazy("state of an event", "Postponed, the new date is open")
    MOVED = "moved", pgettext_lazy("state of an event", "Moved to another date or place")
    CANCELLED = "cancelled", pgettext_lazy("state of an event", "Cancelled")


class EventState(models.TextChoices):
    """What an event is for a reader at an instant."""

    AHEAD = "ahead", pgettext_lazy("state of an event", "Ahead")
    NOW = "now", pgettext_lazy("state of an event", "Taking place now")
    HELD = "held", pgettext_lazy("state of an event", "Held")
    POSTPONED = "postponed", pgettext_lazy("state of an event", "Postponed")
    MOVED = "moved", pgettext_lazy("state of an event", "Moved")
    CANCELLED = "cancelled", pgettext_lazy("state of an event", "Cancelled")


class Attendance(models.TextChoices):
    """How one takes part."""

    ON_SITE = "on-site", _("On site")
    ONLINE = "online", _("Online")
    BOTH = "both", _("On site and online")


class AgendaStatus(models.TextChoices):
    """How settled an agenda is."""

    DRAFT = "draft", _("Draft agenda")
    SUGGESTED = "suggested", _("Suggested agenda")


class OrganisationPart(models.TextChoices):
    """What an organisation does in an event."""

    ORGANISER = "organiser", _("Organiser")
    PARTNER = "partner", _("Partner")


class Confirmation(models.TextChoices):
    """Whether a speaker has said that they come."""

    CONFIRMED = "confirmed", _("Confirmed")
    PENDING = "pending", _("To be confirmed")
