"""What was replaced is kept: the files an image or a document had before the one it has."""

from collections.abc import Iterable
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class KeepsFormerFiles(models.Model):
    """For images and documents: whoever puts another file in the place of theirs, the one before can be put back."""

    file: Any

    class Meta:
        abstract = True

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Writes the record; where its file is another now, the one before is kept beside it."""
        is_written = update_fields is None or "file" in update_fields
        rows: Any = type(self)._default_manager
        with transaction.atomic():
            stored = rows.filter(pk=self.pk).values_list("file", flat=True) if is_written and self.pk else []
            before = next(iter(stored), None)
            super().save(*args, update_fields=update_fields, **kwargs)
            if before and before != self.file.name:
                self.former_files.create(file=before)  # type: ignore[attr-defined]  # the other end of a foreign key
                self.file_was_replaced()

    def file_was_replaced(self) -> None:
        """What was made from the file before is made again."""

    def measure_file(self) -> None:
        """Size and hash of the file as it is now."""
        raise NotImplementedError


class FormerFile(models.Model):
    """A file that an image or a document had, and until when. It goes with the record, and never before."""

    image = models.ForeignKey("base.NewsroomImage", null=True, on_delete=models.CASCADE, related_name="former_files")
    document = models.ForeignKey(
        "base.NewsroomDocument", null=True, on_delete=models.CASCADE, related_name="former_files"
    )
    file = models.FileField(_("file"))
    replaced_at = models.DateTimeField(_("replaced at"), default=timezone.now)

    #: That a record had another file once is no use of the record.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("former file")
        verbose_name_plural = _("former files")
        ordering = ["-replaced_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(image__isnull=True) ^ models.Q(document__isnull=True),
                name="former_file_of_one_record",
            )
        ]

    def __str__(self) -> str:
        return f"{self.record}, {self.replaced_at:%Y-%m-%d %H:%M}"

    @property
    def record(self) -> Any:
        """The image or document whose file this was."""
        return self.image or self.document

    @property
    def size(self) -> int | None:
        """In bytes; None where the storage has lost it."""
        name = self.file.name or ""
        return self.file.storage.size(name) if self.file.storage.exists(name) else None

    @transaction.atomic
    def put_back(self) -> None:
        """Makes this the record's file again; the one it has now is kept as former in turn."""
        record = self.record
        record.file = self.file.name
        record.measure_file()
        record.save()
        self.delete()


def forget_file(instance: FormerFile, **kwargs: Any) -> None:
    """A former file goes with its row, unless it was put back."""
    name, storage = instance.file.name or "", instance.file.storage
    record: Any = FormerFile._meta.get_field("image" if instance.image_id else "document").related_model
    if not record._default_manager.filter(file=name).exists():
        transaction.on_commit(lambda: storage.delete(name))
