from typing import ClassVar

from campaigns.events.document import EventDocument
from newsroom.publication.editions.fields import DocumentFieldBase


class EventDocumentField(DocumentFieldBase):
    """The document of an event."""

    #: For the type checker, which would take it for a text.
    _pyi_private_get_type: EventDocument  # type: ignore[assignment]
    _pyi_private_set_type: EventDocument  # type: ignore[assignment]

    document_type: ClassVar[type[EventDocument]] = EventDocument
