from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField


class AddressedRecord(TranslatableMixin):
    """A record with a page of its own, at one address shared by its languages.

    `view_name` names that page's address pattern; it takes the slug.
    """

    slug = models.SlugField(_("address"), max_length=200, help_text=_("The same in every language."))

    view_name: str
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
