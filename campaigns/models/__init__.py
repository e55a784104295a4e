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
from campaigns.models.hub import CampaignHubPage, KeyFigure
from campaigns.models.index import CampaignIndexPage

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
    "OutcomeReminder",
]
