from campaigns.models.figure import KeyFigure
from campaigns.models.hub import CampaignHubPage
from campaigns.models.index import CampaignIndexPage
from campaigns.models.message import KeyMessage
from campaigns.models.partner import CampaignPartner
from campaigns.models.pin import PinnedItem
from campaigns.models.share_kit import SharePicture, ShareText

__all__ = [
    "CampaignHubPage",
    "CampaignIndexPage",
    "CampaignPartner",
    "KeyFigure",
    "KeyMessage",
    "PinnedItem",
    "SharePicture",
    "ShareText",
]
