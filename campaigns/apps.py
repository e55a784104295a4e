from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CampaignsConfig(AppConfig):
    """What people can join: campaign hubs."""

    name = "campaigns"
    verbose_name = _("Campaigns")

    def ready(self) -> None:
        from campaigns.finding import register_campaigns
        from campaigns.hubs.following import HUBS_FOLLOW
        from news.hashtags.following import FOLLOWERS
        from organisations.uses import TIES, Tie

        register_campaigns()
        FOLLOWERS.append(HUBS_FOLLOW)
        TIES.append(Tie("campaigns.CampaignHubPage", "hashtag", _("Gathered by the campaign hub")))
        TIES.append(Tie("campaigns.CampaignPartner", "organisation", _("Partner of the campaign hub"), shown="page"))
