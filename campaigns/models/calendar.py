import datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class CalendarVersion(models.Model):
    """How often that which calendars show of something changed: one row for all its languages.

    A program that follows a calendar takes a change only where the number has risen.
    """

    translation_key = models.UUIDField(unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(default=timezone.now)
    #: What calendars show, in short, by language.
    shown = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("version for calendars")

    def __str__(self) -> str:
        return f"{self.translation_key}, {self.sequence}"

    @classmethod
    def note(cls, key: UUID, language: str, shown: str, now: datetime.datetime) -> None:
        """Write down what calendars show in a language as it is published; another raises the number.

        Called inside the transaction of a publication; the row is locked, so that two languages that are published at
        once count one after the other.
        """
        rows: Any = cls._default_manager
        rows.get_or_create(translation_key=key)
        version = rows.select_for_update().get(translation_key=key)
        before = version.shown.get(language)
        if before == shown:
            return
        version.sequence += 1 if before else 0
        version.changed_at, version.shown = now.replace(microsecond=0), {**version.shown, language: shown}
        version.save()
