from django.db import models
from django.utils.translation import gettext_lazy as _

from news.models.edition import Edition
from newsroom.publication.models import CorrectionBase


class Correction(CorrectionBase):
    """That one language of a public release was corrected."""

    page_field = "release"

    release = models.ForeignKey("news.ReleasePage", on_delete=models.PROTECT, related_name="corrections")
    earlier = models.ForeignKey(
        Edition, on_delete=models.PROTECT, related_name="corrections", verbose_name=_("the edition until then")
    )

    class Meta(CorrectionBase.Meta):
        ordering = ["-corrected_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=("release", "number"), name="earlier_version_once"),
            models.UniqueConstraint(fields=("correction_id", "release"), name="corrected_once_a_language"),
        ]
