from typing import ClassVar

from django.db import models


class FormUse(models.Model):
    """That somebody sent a form, as a digest, for as long as it counts."""

    #: Written whenever somebody sends a form, and seen by nobody.
    is_for_readers: ClassVar[bool] = False

    digest = models.CharField(max_length=64, db_index=True)
    counts_until = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.digest
