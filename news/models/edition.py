from django.db import models
from django.utils.translation import gettext_lazy as _

from news.fields import DocumentField
from newsroom.publication.models import EditionBase


class Edition(EditionBase):
    """One language of a release as it was published."""

    page_field = "release"

    #: That a page which was public stays is refused where pages are deleted, in words; here the database guards it.
    release = models.ForeignKey("news.ReleasePage", on_delete=models.DO_NOTHING, related_name="editions")
    document = DocumentField(_("document"))

    class Meta(EditionBase.Meta):
        ordering = ["release", "number"]
        constraints = [models.UniqueConstraint(fields=("release", "number"), name="edition_number_once")]
