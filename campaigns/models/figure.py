from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField


class KeyFigure(TranslatableMixin, Orderable):
    """A number that matters in a campaign: what it counts, who counted it and of which day it is."""

    page = ParentalKey("campaigns.CampaignHubPage", on_delete=models.CASCADE, related_name="key_figures")
    value = models.CharField(_("figure"), max_length=20)
    label = models.CharField(_("what it counts"), max_length=200)
    source = models.CharField(
        _("source"), max_length=120, blank=True, help_text=_("Who counted it, or where it stands.")
    )
    source_link = models.URLField(_("address of the source"), blank=True)
    as_of = models.DateField(
        _("as of"), null=True, blank=True, help_text=_("The day of the count. Readers see it beside the source.")
    )

    panels = [
        FieldRowPanel([FieldPanel("value"), FieldPanel("as_of")]),
        FieldPanel("label"),
        FieldPanel("source"),
        FieldPanel("source_link"),
    ]
    override_translatable_fields = [
        SynchronizedField("source_link"),
        SynchronizedField("as_of", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("key figure")

    def __str__(self) -> str:
        return f"{self.value} {self.label}"
