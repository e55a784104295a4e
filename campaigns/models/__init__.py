from campaigns.models.calendar import CalendarVersion
from campaigns.models.calls.answer import AnswerFile, CallAnswer, CallFormField
from campaigns.models.calls.extension import CallExtension
from campaigns.models.calls.index import CallIndexPage
from campaigns.models.calls.page import CallPage
from campaigns.models.calls.record import CallCorrection, CallEdition
from campaigns.models.calls.reminder import OutcomeReminder
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
from campaigns.models.figure import KeyFigure
from campaigns.models.hub import CampaignHubPage
from campaigns.models.index import CampaignIndexPage
from campaigns.models.message import KeyMessage
from campaigns.models.partner import CampaignPartner
from campaigns.models.pin import PinnedItem
from campaigns.models.share_kit import SharePicture, ShareText

__all__ = [
    "AnswerFile",
    "CalendarVersion",
    "CallAnswer",
    "CallCorrection",
    "CallEdition",
    "CallExtension",
    "CallFormField",
    "CallIndexPage",
    "CallPage",
    "CampaignHubPage",
    "CampaignIndexPage",
    "CampaignPartner",
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
    "KeyMessage",
    "OutcomeReminder",
    "PinnedItem",
    "SharePicture",
    "ShareText",
]
