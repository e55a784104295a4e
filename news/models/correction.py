from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from news.choices import CorrectionKind
from news.models.edition import Edition, PermanentRecordError
from news.querysets import CorrectionQuerySet
from newsroom.base.kept_names import SignerField, SignerNameField

LONGEST_TEXT = 1000


class Correction(models.Model):
    """That one language of a public release was corrected: what it said, what it says, why and when.

    Written once and never changed or deleted. Names the edition that stood until then, so that the earlier version
    stays readable. The rows of one correction in several languages share `correction_id`.
    """

    correction_id = models.UUIDField(_("correction id"), db_index=True)
    release = models.ForeignKey("news.ReleasePage", on_delete=models.PROTECT, related_name="corrections")
    number = models.PositiveSmallIntegerField(_("number of the earlier version"))
    kind = models.CharField(_("kind"), max_length=15, choices=CorrectionKind.choices)
    said = models.TextField(_("what it said"), max_length=LONGEST_TEXT)
    says = models.TextField(_("what it says"), max_length=LONGEST_TEXT)
    reason = models.TextField(_("why"), max_length=LONGEST_TEXT)
    corrected_at = models.DateTimeField(_("corrected at"))
    corrected_by_name = SignerNameField()
    corrected_by = SignerField(verbose_name=_("corrected by"), name_field="corrected_by_name")
    earlier = models.ForeignKey(
        Edition, on_delete=models.PROTECT, related_name="corrections", verbose_name=_("the edition until then")
    )

    #: The codes of the languages in which it was made, where a page shows them.
    languages: list[str]

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-corrected_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=("release", "number"), name="earlier_version_once"),
            models.UniqueConstraint(fields=("correction_id", "release"), name="corrected_once_a_language"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.release}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Writes the correction. Raises PermanentRecordError for one that is written already."""
        if not self._state.adding:
            raise PermanentRecordError(f"{self} is on record and cannot be changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Raises PermanentRecordError: a correction cannot be taken back, only followed by another."""
        raise PermanentRecordError(f"{self} is on record and cannot be deleted.")

    @property
    def earlier_version_url(self) -> str:
        """Where the release can be read as it stood until this correction."""
        return f"{self.release.url}versions/{self.number}/"
