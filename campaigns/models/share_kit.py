"""What others may take to speak of a campaign: texts made for networks, and pictures."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from campaigns.fields import NetworkField
from campaigns.sharing.networks import LONGEST_TEXT, NETWORKS, Network


class ShareText(TranslatableMixin, Orderable):
    """A text for one network, within its length; each language of the hub has its own."""

    page = ParentalKey("campaigns.CampaignHubPage", on_delete=models.CASCADE, related_name="share_texts")
    network = NetworkField(_("network"))
    text = models.TextField(_("text"), max_length=LONGEST_TEXT)

    panels = [FieldPanel("network"), FieldPanel("text")]
    override_translatable_fields = [SynchronizedField("network", overridable=False)]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("text to share")

    def __str__(self) -> str:
        return self.text

    @property
    def made_for(self) -> Network:
        """The network, with its length."""
        return NETWORKS[self.network]

    @property
    def length(self) -> int:
        """How long the text is, as its network counts."""
        return self.made_for.length(self.text)

    def why_too_long(self) -> str:
        """The sentence that refuses a text longer than its network takes; empty for one that fits."""
        if not self.made_for.excess(self.text):
            return ""
        return gettext("%(network)s takes %(limit)d characters, and counts %(length)d in this text.") % {
            "network": self.made_for.name,
            "limit": self.made_for.limit,
            "length": self.length,
        }

    def clean(self) -> None:
        """Refuses what does not fit."""
        super().clean()
        if self.network in NETWORKS and self.text and (reason := self.why_too_long()):
            raise ValidationError({"text": reason})


class SharePicture(Orderable):
    """A picture that others may use, with the credit kept with it; the same in every language."""

    page = ParentalKey("campaigns.CampaignHubPage", on_delete=models.CASCADE, related_name="share_pictures")
    image = models.ForeignKey("base.NewsroomImage", verbose_name=_("image"), on_delete=models.CASCADE, related_name="+")

    panels = [FieldPanel("image")]

    class Meta(Orderable.Meta):
        verbose_name = _("picture to share")

    def __str__(self) -> str:
        return str(self.image)
