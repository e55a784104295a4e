from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from campaigns.hubs.querysets import HubRowQuerySet


class CampaignPartner(TranslatableMixin, Orderable):
    """An organisation that carries a campaign, with what it does in it."""

    page = ParentalKey("campaigns.CampaignHubPage", on_delete=models.CASCADE, related_name="partner_links")
    organisation = models.ForeignKey(
        "organisations.Organisation",
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="campaign_links",
    )
    part = models.CharField(
        _("part in the campaign"), max_length=120, blank=True, help_text=_("“leads”, “method and figures”.")
    )

    panels = [FieldPanel("organisation"), FieldPanel("part")]
    listed_once = ("page", "organisation")
    override_translatable_fields = [SynchronizedField("organisation", overridable=False)]

    objects = HubRowQuerySet.as_manager()

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("partner")

    def __str__(self) -> str:
        return str(self.organisation)
