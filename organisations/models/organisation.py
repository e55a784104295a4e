from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelsearch import index
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from organisations.choices import OrganisationKind
from organisations.querysets import OrganisationQuerySet


class Organisation(index.Indexed, TranslatableMixin, models.Model):
    """A body that issues releases or joins in them, with a page of its own (features.md, A2)."""

    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(_("address"), max_length=200, help_text=_("The same in every language."))
    acronym = models.CharField(_("acronym"), max_length=40, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind.choices)
    description = models.TextField(
        _("description"), max_length=400, blank=True, help_text=_("Who they are, in two sentences.")
    )
    logo = models.ForeignKey(
        "base.NewsroomImage", verbose_name=_("logo"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    website = models.URLField(_("website"), blank=True)
    parent = models.ForeignKey(
        "self", verbose_name=_("part of"), null=True, blank=True, on_delete=models.SET_NULL, related_name="members"
    )

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("acronym"), FieldPanel("kind"), FieldPanel("slug")], _("Who")),
        FieldPanel("description"),
        FieldPanel("logo"),
        FieldPanel("website"),
        FieldPanel("parent"),
    ]
    search_fields = [
        index.SearchField("name", boost=2),
        index.SearchField("acronym", boost=2),
        index.AutocompleteField("name"),
        index.AutocompleteField("acronym"),
        index.FilterField("kind"),
        index.FilterField("locale"),
    ]
    override_translatable_fields = [SynchronizedField("slug", overridable=False), SynchronizedField("parent")]

    objects = OrganisationQuerySet.as_manager()

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=("translation_key", "locale"), name="organisation_once_a_language"),
            models.UniqueConstraint(fields=("slug", "locale"), name="organisation_address_once_a_language"),
        ]
        unique_together = ()

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The organisation's page in the active language."""
        return reverse("organisation", args=[self.slug])
