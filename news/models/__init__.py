from news.models.approval import QuoteApproval
from news.models.clearance import ClearanceEvent, QuoteClearance
from news.models.correction import Correction
from news.models.edition import Edition
from news.models.extension import LetterExtension
from news.models.former_hashtag import FormerHashtag
from news.models.hashtag import Hashtag, ReleaseHashtag
from news.models.index import NewsIndexPage
from news.models.leadership import FormerLeadership
from news.models.links import (
    ReleaseAttachment,
    ReleaseBoilerplate,
    ReleaseContact,
    ReleaseOrganisation,
    ReleaseParticipant,
)
from news.models.quote import Quote
from news.models.reference import ReferenceCounter
from news.models.release import ReleasePage
from news.models.signatory import ReleaseSignatory, Signatory
from news.models.signature_reminder import SignatureReminder

__all__ = [
    "ClearanceEvent",
    "Correction",
    "Edition",
    "FormerHashtag",
    "FormerLeadership",
    "Hashtag",
    "LetterExtension",
    "NewsIndexPage",
    "Quote",
    "QuoteApproval",
    "QuoteClearance",
    "ReferenceCounter",
    "ReleaseAttachment",
    "ReleaseBoilerplate",
    "ReleaseContact",
    "ReleaseHashtag",
    "ReleaseOrganisation",
    "ReleasePage",
    "ReleaseParticipant",
    "ReleaseSignatory",
    "Signatory",
    "SignatureReminder",
]
