from campaigns.models.calls.answer import AnswerFile, CallAnswer, CallFormField
from campaigns.models.calls.extension import CallExtension
from campaigns.models.calls.index import CallIndexPage
from campaigns.models.calls.page import CallPage
from campaigns.models.calls.record import CallCorrection, CallEdition
from campaigns.models.calls.reminder import OutcomeReminder
from campaigns.models.hub import CampaignHubPage, KeyFigure
from campaigns.models.index import CampaignIndexPage

__all__ = [
    "AnswerFile",
    "CallAnswer",
    "CallCorrection",
    "CallEdition",
    "CallExtension",
    "CallFormField",
    "CallIndexPage",
    "CallPage",
    "CampaignHubPage",
    "CampaignIndexPage",
    "KeyFigure",
    "OutcomeReminder",
]
