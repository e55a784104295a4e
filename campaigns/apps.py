from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CampaignsConfig(AppConfig):
    """What people can join: campaign hubs and events."""

    name = "campaigns"
    verbose_name = _("Campaigns")

    def ready(self) -> None:
        from campaigns.events.finding import register_events
        from campaigns.finding import register_campaigns
        from organisations.uses import TIES, Tie

        register_campaigns()
        register_events()
        TIES.append(Tie("campaigns.CampaignHubPage", "hashtag", _("Gathered by the campaign hub")))
