from django.db import models
from django.utils.translation import gettext_lazy as _

from campaigns.events.fields import EventDocumentField
from newsroom.publication.models import CorrectionBase, EditionBase


class EventEdition(EditionBase):
    """One language of an event as it was published."""

    page_field = "event"

    event = models.ForeignKey("campaigns.EventPage", on_delete=models.DO_NOTHING, related_name="editions")
    document = EventDocumentField(_("document"))

    class Meta(EditionBase.Meta):
        ordering = ["event", "number"]
        constraints = [models.UniqueConstraint(fields=("event", "number"), name="event_edition_number_once")]


class EventCorrection(CorrectionBase):
    """That one language of a public event was corrected."""

    page_field = "event"

    event = models.ForeignKey("campaigns.EventPage", on_delete=models.PROTECT, related_name="corrections")
    earlier = models.ForeignKey(
        EventEdition, on_delete=models.PROTECT, related_name="corrections", verbose_name=_("the edition until then")
    )

    class Meta(CorrectionBase.Meta):
        ordering = ["-corrected_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=("event", "number"), name="earlier_version_of_event_once"),
            models.UniqueConstraint(fields=("correction_id", "event"), name="event_corrected_once_a_language"),
        ]
