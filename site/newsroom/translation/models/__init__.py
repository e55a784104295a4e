from newsroom.translation.models.group import TranslatorGroup
from newsroom.translation.models.request import TranslationRequest
from newsroom.translation.models.task import TranslationTask

__all__ = ["TranslationRequest", "TranslationTask", "TranslatorGroup"]
