from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CampaignsConfig(AppConfig):
    """What people can join: campaign hubs."""

    name = "campaigns"
    verbose_name = _("Campaigns")

    def ready(self) -> None:
        from campaigns.calls.finding import register_calls
        from campaigns.calls.terms import PREFIX
        from campaigns.finding import register_campaigns
        from news.models.reference import PREFIXES
        from organisations.uses import TIES, Tie

        register_campaigns()
        register_calls()
        PREFIXES.append(PREFIX)
        TIES.append(Tie("campaigns.CampaignHubPage", "hashtag", _("Gathered by the campaign hub")))
