from campaigns.models.hub import CampaignHubPage, KeyFigure
from campaigns.models.index import CampaignIndexPage

__all__ = ["CampaignHubPage", "CampaignIndexPage", "KeyFigure"]
