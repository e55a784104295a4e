from django.db import models
from django.utils.translation import gettext_lazy as _


class DocumentText(models.Model):
    """The text in a document's file as it was read for the search, "" where there is none; goes with the document."""

    document = models.OneToOneField(
        "base.NewsroomDocument", verbose_name=_("document"), on_delete=models.CASCADE, related_name="reading"
    )
    #: The file it was read from: a new file has a new name.
    file_name = models.CharField(max_length=100, db_index=True)
    text = models.TextField(_("text"), blank=True)

    #: That its text was read makes no document public.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("text of a document")
        verbose_name_plural = _("texts of documents")

    def __str__(self) -> str:
        return str(self.document)
