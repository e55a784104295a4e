from newsroom.publication.models.edition import CorrectionBase, EditionBase, PermanentRecordError, RecordedInEditions
from newsroom.publication.models.embargo import Embargo
from newsroom.publication.models.extension import ExtensionBase
from newsroom.publication.models.heartbeat import Heartbeat
from newsroom.publication.models.life import Life, LifeEvent, LifeLanguage, LiftFailure
from newsroom.publication.models.preview_link import OutsideComment, PreviewLink, PreviewOpening
from newsroom.publication.models.restriction import Restriction
from newsroom.publication.models.review_settings import ReviewSettings, UnapprovedPublication
from newsroom.publication.models.review_task import ReviewTask, ReviewTaskState
from newsroom.publication.models.withdrawal import Withdrawable, Withdrawal

__all__ = [
    "CorrectionBase",
    "EditionBase",
    "Embargo",
    "ExtensionBase",
    "Heartbeat",
    "Life",
    "LifeEvent",
    "LifeLanguage",
    "LiftFailure",
    "OutsideComment",
    "PermanentRecordError",
    "PreviewLink",
    "PreviewOpening",
    "RecordedInEditions",
    "Restriction",
    "ReviewSettings",
    "ReviewTask",
    "ReviewTaskState",
    "UnapprovedPublication",
    "Withdrawable",
    "Withdrawal",
]
