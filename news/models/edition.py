from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from news.choices import EditionKind
from news.editions.serialisation import digest_of
from news.fields import DocumentField
from news.querysets import EditionQuerySet
from newsroom.base.kept_names import SignerField, SignerNameField


class PermanentRecordError(Exception):
    """Something tried to change or delete what is on record for good."""


class Edition(models.Model):
    """One language of a release as it was published: the document, its number, when and by whom it was issued.

    Each publication that says something else than the one before writes one, and so does each correction. The database
    refuses to change or delete what is written (migration 0019). Readers see the last one and those before a
    correction.
    """

    #: That a page which was public stays is refused where pages are deleted, in words; here the database guards it.
    release = models.ForeignKey("news.ReleasePage", on_delete=models.DO_NOTHING, related_name="editions")
    number = models.PositiveIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=12, choices=EditionKind.choices)
    document = DocumentField(_("document"))
    digest = models.CharField(_("digest"), max_length=64)
    issued_at = models.DateTimeField(_("issued at"))
    issued_by_name = SignerNameField()
    issued_by = SignerField(verbose_name=_("issued by"), name_field="issued_by_name")

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["release", "number"]
        constraints = [models.UniqueConstraint(fields=("release", "number"), name="edition_number_once")]

    def __str__(self) -> str:
        return f"{self.document.headline}, {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Writes the edition with its digest. Raises PermanentRecordError for one that is written already."""
        if not self._state.adding:
            raise PermanentRecordError(f"{self} is on record and cannot be changed.")
        self.digest = digest_of(self.document)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Raises PermanentRecordError: what was published stays on record."""
        raise PermanentRecordError(f"{self} is on record and cannot be deleted.")
