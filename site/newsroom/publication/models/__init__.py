from newsroom.publication.models.edition import CorrectionBase, EditionBase, PermanentRecordError, RecordedInEditions
from newsroom.publication.models.embargo import Embargo
from newsroom.publication.models.heartbeat import Heartbeat
from newsroom.publication.models.life import Life, LifeEvent, LifeLanguage, LiftFailure
from newsroom.publication.models.withdrawal import Withdrawable, Withdrawal

__all__ = [
    "CorrectionBase",
    "EditionBase",
    "Embargo",
    "Heartbeat",
    "Life",
    "LifeEvent",
    "LifeLanguage",
    "LiftFailure",
    "PermanentRecordError",
    "RecordedInEditions",
    "Withdrawable",
    "Withdrawal",
]
