from typing import ClassVar

from django.db import models


class SignatureReminder(models.Model):
    """On which day (UTC) officers were last told that signatures under a letter wait to be looked at."""

    is_for_readers: ClassVar[bool] = False

    letter_key = models.UUIDField(unique=True)
    told_on = models.DateField(null=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.letter_key}, {self.told_on}"
