from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CampaignsConfig(AppConfig):
    """What people can join: campaign hubs and events."""

    name = "campaigns"
    verbose_name = _("Campaigns")

    def ready(self) -> None:
        from wagtail.models import ReferenceIndex

        from campaigns.events.finding import register_events
        from campaigns.finding import register_campaigns
        from campaigns.models import EventEdition
        from organisations.uses import TIES, Tie

        register_campaigns()
        register_events()
        ReferenceIndex.register_model(EventEdition)
        TIES.append(Tie("campaigns.CampaignHubPage", "hashtag", _("Gathered by the campaign hub")))
