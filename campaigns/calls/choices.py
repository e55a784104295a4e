from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CallKind(models.TextChoices):
    """What sort of call it is."""

    INVITATION = "invitation", _("Invitation")
    EVIDENCE = "evidence", _("Call for evidence")
    PROPOSALS = "proposals", _("Call for proposals")
    NOMINATIONS = "nominations", _("Call for nominations")


class CallState(models.TextChoices):
    """Where a call stands at an instant; each has its face on every page and its preview in the editor."""

    UPCOMING = "upcoming", pgettext_lazy("A call", "upcoming")
    OPEN = "open", pgettext_lazy("A call", "open")
    EXTENDED = "extended", pgettext_lazy("A call", "extended")
    CLOSING = "closing", pgettext_lazy("A call", "closing soon")
    CLOSED = "closed", pgettext_lazy("A call", "closed")
    OUTCOME = "outcome", pgettext_lazy("A call", "outcome published")


#: The states in which a call takes answers.
TAKING = (CallState.OPEN, CallState.EXTENDED, CallState.CLOSING)


class Reminder(models.TextChoices):
    """When officers are reminded that an outcome is due."""

    FOUR_WEEKS = "weeks", _("Due in four weeks")
    A_WEEK = "week", _("Due in a week")
    OVERDUE = "overdue", _("Overdue")
