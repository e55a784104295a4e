from typing import Self
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _


class FormerAddressQuerySet(models.QuerySet):
    """Addresses that once led to a record."""

    def of(self, view_name: str, slug: str) -> Self:
        """What is remembered of one address."""
        return self.filter(view_name=view_name, slug=slug)

    def remember(self, view_name: str, slug: str, record: UUID) -> None:
        """From now on an address leads to a record, whatever it led to before."""
        self.update_or_create(view_name=view_name, slug=slug, defaults={"record": record})


class FormerAddress(models.Model):
    """An address that a record had before it was renamed or merged; it leads to the record for good.

    `record` is the translation key, so that however often a record is renamed or merged there is one step to it.
    """

    view_name = models.CharField(_("kind of page"), max_length=40)
    slug = models.SlugField(_("address"), max_length=200)
    record = models.UUIDField(_("record"), db_index=True)

    objects = FormerAddressQuerySet.as_manager()

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")
        constraints = [models.UniqueConstraint(fields=("view_name", "slug"), name="former_address_once")]

    def __str__(self) -> str:
        return f"{self.view_name}: {self.slug}"
