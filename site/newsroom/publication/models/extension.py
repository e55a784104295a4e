import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _


class ExtensionBase(models.Model):
    """That a public page was given more time: when it would have closed, when it closes now, when that was said.

    `page_key` is what all languages of the page share.
    """

    page_key = models.UUIDField(_("page"), db_index=True, editable=False)
    earlier = models.DateTimeField(_("would have closed"))
    later = models.DateTimeField(_("closes now"))
    #: Whether the earlier end was a day alone.
    was_day_alone = models.BooleanField(default=False)
    time_zone = models.CharField(max_length=64)
    extended_at = models.DateTimeField(_("extended at"))

    class Meta:
        abstract = True
        default_permissions = ()
        ordering = ["extended_at", "pk"]

    def __str__(self) -> str:
        return f"{self.earlier:%Y-%m-%d %H:%M} → {self.later:%Y-%m-%d %H:%M}"

    @property
    def gained(self) -> datetime.timedelta:
        """How much time it gave."""
        return self.later - self.earlier
