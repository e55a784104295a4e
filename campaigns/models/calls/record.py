"""What was published of a call, and what was corrected in it, for good."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from campaigns.calls.document import CallDocument
from newsroom.publication.editions.fields import DocumentFieldBase
from newsroom.publication.models import CorrectionBase, EditionBase


class CallDocumentField(DocumentFieldBase):
    """The document of a call."""

    #: For the type checker, which would take it for a text.
    _pyi_private_get_type: CallDocument  # type: ignore[assignment]
    _pyi_private_set_type: CallDocument  # type: ignore[assignment]

    document_type: ClassVar[type[CallDocument]] = CallDocument


class CallEdition(EditionBase):
    """One language of a call as it was published."""

    page_field = "call"

    #: That a page which was public stays is refused where pages are deleted, in words; here the database guards it.
    call = models.ForeignKey("campaigns.CallPage", on_delete=models.DO_NOTHING, related_name="editions")
    document = CallDocumentField(_("document"))

    class Meta(EditionBase.Meta):
        ordering = ["call", "number"]
        constraints = [models.UniqueConstraint(fields=("call", "number"), name="edition_of_call_once")]


class CallCorrection(CorrectionBase):
    """That one language of a public call was corrected."""

    page_field = "call"

    call = models.ForeignKey("campaigns.CallPage", on_delete=models.PROTECT, related_name="corrections")
    earlier = models.ForeignKey(
        CallEdition, on_delete=models.PROTECT, related_name="corrections", verbose_name=_("the edition until then")
    )

    class Meta(CorrectionBase.Meta):
        ordering = ["-corrected_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=("call", "number"), name="earlier_call_once"),
            models.UniqueConstraint(fields=("correction_id", "call"), name="call_corrected_once_a_language"),
        ]
