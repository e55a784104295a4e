from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CalendarSpan(models.TextChoices):
    """How much of the calendar is shown, and how."""

    MONTH = "month", pgettext_lazy("a calendar", "Month")
    WEEK = "week", pgettext_lazy("a calendar", "Week")
    LIST = "list", pgettext_lazy("a calendar", "Plain list")


class EntryKind(models.TextChoices):
    """What an entry of the calendar is."""

    RELEASE = "release", _("Release")
    EVENT = "event", pgettext_lazy("in a calendar", "Event")
    CALL = "call", pgettext_lazy("in a calendar", "Call closes")
    AGAIN = "again", pgettext_lazy("in a calendar", "Look again")
