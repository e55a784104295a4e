from campaigns.models.calendar import CalendarVersion
from campaigns.models.events.edition import EventCorrection, EventEdition
from campaigns.models.events.index import EventIndexPage
from campaigns.models.events.page import EventPage
from campaigns.models.events.rows import (
    EventAttachment,
    EventEarlierDate,
    EventFocalPoint,
    EventHashtag,
    EventOrganisation,
    EventRelease,
)
from campaigns.models.hub import CampaignHubPage, KeyFigure
from campaigns.models.index import CampaignIndexPage

__all__ = [
    "CalendarVersion",
    "CampaignHubPage",
    "CampaignIndexPage",
    "EventAttachment",
    "EventCorrection",
    "EventEarlierDate",
    "EventEdition",
    "EventFocalPoint",
    "EventHashtag",
    "EventIndexPage",
    "EventOrganisation",
    "EventPage",
    "EventRelease",
    "KeyFigure",
]
