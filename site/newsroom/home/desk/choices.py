from django.db import models
from django.utils.translation import pgettext_lazy


class DeskState(models.TextChoices):
    """What an officer calls the state of a release, all its languages together."""

    DRAFT = "draft", pgettext_lazy("state of a release", "Draft")
    REVIEW = "review", pgettext_lazy("state of a release", "In review")
    HELD = "held", pgettext_lazy("state of a release", "Held back")
    SCHEDULED = "scheduled", pgettext_lazy("state of a release", "Scheduled")
    PUBLIC = "public", pgettext_lazy("state of a release", "Public")
    CORRECTED = "corrected", pgettext_lazy("state of a release", "Corrected")
    WITHDRAWN = "withdrawn", pgettext_lazy("state of a release", "Withdrawn")
    GONE = "gone", pgettext_lazy("state of a release", "Gone")


class Turn(models.IntegerChoices):
    """The groups of the list, in their order: what is late, what is to come, what has no date, what was public."""

    LATE = 0, pgettext_lazy("releases in a list", "Late")
    TO_COME = 1, pgettext_lazy("releases in a list", "To come")
    UNDATED = 2, pgettext_lazy("releases in a list", "Without a date")
    ON_RECORD = 3, pgettext_lazy("releases in a list", "Published")
