import json
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField
from wagtail_localize.models import TranslationSource

from newsroom.base.normalising import Normalised
from newsroom.publication.files.secrets import reason_to_wait
from newsroom.publication.gates import RefusedError
from organisations.models.address import FormerAddress


class AddressedRecord(Normalised, TranslatableMixin):
    """A record with a page of its own, at one address shared by its languages.

    `view_name` names that page's address pattern; it takes the slug. An address that changes goes on leading to
    the record (docs/domain.md, “Addresses”).
    """

    slug = models.SlugField(_("address"), max_length=200, help_text=_("The same in every language."))

    view_name: str
    #: The field that holds the picture of the record.
    picture: str
    #: Whether it was given another address just now: what names it is then found at that.
    was_readdressed = False
    override_translatable_fields = [SynchronizedField("slug", overridable=False)]

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=("translation_key", "locale"), name="%(class)s_once_a_language"),
            models.UniqueConstraint(fields=("slug", "locale"), name="%(class)s_address_once_a_language"),
        ]

    def get_absolute_url(self) -> str:
        """The record's page in the active language."""
        return reverse(self.view_name, args=[self.slug])

    def clean(self) -> None:
        """Refuses an address that is or was somebody else's, and a picture that is under embargo elsewhere."""
        super().clean()
        if reason := self.reason_against_picture():
            raise ValidationError({self.picture: reason})
        rows: Any = type(self)._default_manager
        if other := rows.filter(slug=self.slug).exclude(translation_key=self.translation_key).first():
            message = _("“%(name)s” has this address already. Choose them, or give this record another address.")
            raise ValidationError({"slug": message % {"name": other}})
        former = FormerAddress.objects.of(self.view_name, self.slug).exclude(record=self.translation_key).first()
        if former and (other := rows.filter(translation_key=former.record).first()):
            message = _("This address was “%(name)s”’s and still leads to them. Give this record another address.")
            raise ValidationError({"slug": message % {"name": other}})

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Writes the record; a new address holds for all its languages, and the old one leads to it."""
        if (update_fields is None or self.picture in update_fields) and (reason := self.reason_against_picture()):
            raise RefusedError(reason, f"{self._meta.model_name} {self.pk} names a file under embargo")
        is_written = update_fields is None or "slug" in update_fields
        with transaction.atomic():
            before = self.stored_slug() if is_written and self.pk else None
            super().save(*args, update_fields=update_fields, **kwargs)
            if is_written:
                FormerAddress.objects.of(self.view_name, self.slug).delete()
            if before and before != self.slug:
                self.lead_here(before)

    def reason_against_picture(self) -> str:
        """Why a record that readers see may not have the picture it was given now; empty where it may."""
        picture = getattr(self, self.picture)
        rows: Any = type(self)._default_manager
        own = rows.filter(translation_key=self.translation_key)
        if picture is None or own.filter(**{self.picture: picture}).exists() or not own.released().exists():
            return ""
        return reason_to_wait(picture, self.translation_key)

    def stored_slug(self) -> str | None:
        """The address under which this row is stored."""
        rows: Any = type(self)._default_manager
        slug: str | None = rows.filter(pk=self.pk).values_list("slug", flat=True).first()
        return slug

    def lead_here(self, before: str) -> None:
        """Renames the other languages too, and what translators work from, and remembers the former address."""
        rows: Any = type(self)._default_manager
        rows.filter(translation_key=self.translation_key).exclude(pk=self.pk).update(slug=self.slug)
        for source in TranslationSource.objects.filter(object_id=self.translation_key):
            source.content_json = json.dumps({**json.loads(source.content_json), "slug": self.slug})
            source.save(update_fields=["content_json"])
        FormerAddress.objects.remember(self.view_name, before, self.translation_key)
        self.was_readdressed = True
