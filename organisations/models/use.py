from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from organisations.choices import NamedAs, Version
from organisations.naming.kinds import all_naming_pages


def identity(record: Any) -> dict[str, Any]:
    """What names a record whatever its language: its translation key, or its number where it has no languages."""
    key = getattr(record, "translation_key", None)
    return {"record": key} if key else {"number": record.pk}


class RecordUseQuerySet(models.QuerySet):
    """Where records of the directory are named."""

    def of(self, record: models.Model) -> Self:
        """Every use of a record, in whatever language it was chosen."""
        return self.filter(kind=record._meta.model_name, **identity(record))

    def present(self) -> Self:
        """Without what stood on a public page earlier and stands there no more."""
        return self.exclude(version=Version.EARLIER)

    def released(self) -> Self:
        """What public pages name, of those types that make public whom they name."""
        public = Q(pk__in=[])
        for kind in all_naming_pages():
            if kind.makes_public:
                pages: Any = apps.get_model(kind.model)._default_manager
                public |= Q(Exists(pages.released().filter(pk=OuterRef("page_id"))))
        return self.filter(public, version=Version.PUBLISHED)


class RecordUse(models.Model):
    """That a page names a record of the directory, and as what. Derived from the page whenever it is written.

    Foreign keys know the published rows of a page only; a speaker in the body of a draft stands in a revision, as
    JSON. These rows know both, and what a public page named once.
    """

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="record_uses")
    kind = models.CharField(_("kind of record"), max_length=30)
    record = models.UUIDField(_("record"), null=True, help_text=_("The translation key of a record with languages."))
    number = models.BigIntegerField(_("number"), null=True, help_text=_("The number of a record without languages."))
    part = models.CharField(_("part"), max_length=20, choices=NamedAs.choices)
    version = models.CharField(_("version"), max_length=10, choices=Version.choices)

    objects = RecordUseQuerySet.as_manager()

    class Meta:
        verbose_name = _("use of a record")
        verbose_name_plural = _("uses of records")
        indexes = [
            models.Index(fields=["kind", "record"], name="use_by_record"),
            models.Index(fields=["kind", "number"], name="use_by_number"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.record or self.number}: {self.part}, {self.version}"
