from newsroom.translation.models.glossary import GlossaryTerm
from newsroom.translation.models.group import TranslatorGroup
from newsroom.translation.models.record_task import RecordTask
from newsroom.translation.models.request import TranslationRequest
from newsroom.translation.models.signature import RecordSignature
from newsroom.translation.models.task import TranslationTask

__all__ = ["GlossaryTerm", "RecordSignature", "RecordTask", "TranslationRequest", "TranslationTask", "TranslatorGroup"]
