from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, TranslatableMixin


class KeyMessage(TranslatableMixin, Orderable):
    """A sentence that whoever speaks for a campaign may take as it stands."""

    page = ParentalKey("campaigns.CampaignHubPage", on_delete=models.CASCADE, related_name="key_messages")
    text = models.TextField(_("message"), max_length=300)

    panels = [FieldPanel("text")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("key message")

    def __str__(self) -> str:
        return self.text
