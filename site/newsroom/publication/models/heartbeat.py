import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Heartbeat(models.Model):
    """When a process that runs beside the web process last said that it is at work, and what kept it from it."""

    #: Written every few seconds.
    is_for_readers = False

    name = models.CharField(_("process"), max_length=40, primary_key=True)
    beaten_at = models.DateTimeField(_("last sign of life"))
    trouble = models.CharField(_("trouble"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("sign of life")
        verbose_name_plural = _("signs of life")

    def __str__(self) -> str:
        return self.name

    @classmethod
    def beat(cls, name: str, trouble: str = "") -> None:
        """A process is at work now, or tries to."""
        cls.objects.update_or_create(name=name, defaults={"beaten_at": timezone.now(), "trouble": trouble[:300]})

    @classmethod
    def age(cls, name: str) -> datetime.timedelta | None:
        """How long ago a process gave its last sign of life; None if it never did."""
        beaten_at = cls.objects.filter(name=name).values_list("beaten_at", flat=True).first()
        return timezone.now() - beaten_at if beaten_at else None
