import datetime
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

#: The version of a thing that never changed since changes are noted; its first change makes it the next.
UNCHANGED = 1


class OutgoingQuerySet(models.QuerySet):
    """What changed, and what of it the server has."""

    def pending(self) -> Self:
        """What the server has not heard of, the oldest first."""
        return self.filter(version__gt=F("sent")).order_by("changed_at", "pk")

    def due(self) -> Self:
        """What is to be sent now: all that waits, without what was refused a moment ago."""
        return self.pending().filter(Q(not_before=None) | Q(not_before__lte=timezone.now()))

    def waiting_since(self) -> datetime.datetime | None:
        """The instant of the oldest change that the server has not heard of, refused ones aside; None for none."""
        instant: datetime.datetime | None = (
            self.pending().filter(not_before=None).values_list("changed_at", flat=True).first()
        )
        return instant


class Outgoing(models.Model):
    """One thing and how often it changed, written with the change itself; the search server is told in its own time.

    It holds the key of a row and not a word of it. `version` never falls, so a late message cannot overwrite a newer.
    """

    #: What the search server was told.
    is_for_readers = False

    source = models.CharField(max_length=40)
    object_id = models.PositiveBigIntegerField()
    version = models.PositiveBigIntegerField(default=UNCHANGED + 1)
    #: The version that the server confirmed last.
    sent = models.PositiveBigIntegerField(default=0)
    changed_at = models.DateTimeField()
    #: A thing that the server refused waits, longer each time, and does not hold up the others.
    attempts = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=300, blank=True)

    objects: Any = OutgoingQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("source", "object_id"), name="outgoing_once")]
        indexes = [
            models.Index(fields=("changed_at", "id"), condition=Q(version__gt=F("sent")), name="outgoing_pending")
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.object_id}"
