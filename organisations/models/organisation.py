from django.db import models
from django.utils.translation import gettext_lazy as _
from modelsearch import index
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail_localize.fields import SynchronizedField

from newsroom.base.fields import SortKeyField, VisibleField
from newsroom.base.models import Signable
from newsroom.base.rights.record_form import WordsAndFactsForm
from organisations.choices import OrganisationKind
from organisations.models.addressed import AddressedRecord
from organisations.querysets import OrganisationQuerySet
from search.findable import Findable


class Organisation(Findable, index.Indexed, AddressedRecord, Signable, models.Model):
    """A body that issues releases or joins in them, with a page of its own."""

    name = VisibleField(_("name"), max_length=200)
    sort_key = SortKeyField(of="name")
    acronym = VisibleField(_("acronym"), max_length=40, blank=True)
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
    view_name, picture = "organisation", "logo"
    base_form_class = WordsAndFactsForm
    override_translatable_fields = [
        *AddressedRecord.override_translatable_fields,
        *(SynchronizedField(name, overridable=False) for name in ("kind", "logo", "website", "parent")),
    ]

    objects = OrganisationQuerySet.as_manager()

    class Meta(AddressedRecord.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return self.name
