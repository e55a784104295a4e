from django.db import models
from django.utils.translation import pgettext_lazy


class TaskState(models.TextChoices):
    """How far a translation has come. A task that was signed off and is open again is in progress."""

    TO_DO = "to_do", pgettext_lazy("state of a translation", "To do")
    IN_PROGRESS = "in_progress", pgettext_lazy("state of a translation", "In progress")
    IN_REVIEW = "in_review", pgettext_lazy("state of a translation", "In review")
    SIGNED_OFF = "signed_off", pgettext_lazy("state of a translation", "Signed off")


class Priority(models.IntegerChoices):
    """What comes first among tasks that are due at the same instant."""

    HIGH = 1, pgettext_lazy("priority", "High")
    NORMAL = 2, pgettext_lazy("priority", "Normal")
    LOW = 3, pgettext_lazy("priority", "Low")


class SegmentChange(models.TextChoices):
    """What happened to a segment since the translation was signed off."""

    NEW = "new", pgettext_lazy("change of a segment", "New")
    CHANGED = "changed", pgettext_lazy("change of a segment", "Changed")
    REMOVED = "removed", pgettext_lazy("change of a segment", "Removed")
    REWRITTEN = "rewritten", pgettext_lazy("change of a segment", "Translated anew")
