from typing import ClassVar

from news.editions.document import ReleaseDocument
from newsroom.publication.editions.fields import DocumentFieldBase


class DocumentField(DocumentFieldBase):
    """The document of a release."""

    #: For the type checker, which would take it for a text.
    _pyi_private_get_type: ReleaseDocument  # type: ignore[assignment]
    _pyi_private_set_type: ReleaseDocument  # type: ignore[assignment]

    document_type: ClassVar[type[ReleaseDocument]] = ReleaseDocument
