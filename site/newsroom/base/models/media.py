"""Images and documents. Files are kept under names that nobody can guess."""

import logging
import secrets
from pathlib import PurePosixPath
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, SourceImageIOError
from wagtail.images.models import Image as WagtailImage

from newsroom.base.caching.holding import holds_until
from newsroom.base.collecting import NewsroomDocumentQuerySet, NewsroomImageQuerySet
from newsroom.base.fields import LanguageField
from newsroom.base.files.licences import LONGEST_NOTE, Licence
from newsroom.base.files.pictures import PixelsFilter
from newsroom.base.files.storage import WholeFiles
from newsroom.base.models.former_file import KeepsFormerFiles
from newsroom.base.normalising import Normalised

logger = logging.getLogger(__name__)

#: What says whose picture it is, and what others may do with it.
RIGHTS = ("credit", "licence", "licence_note")


def private_name(folder: str, filename: str) -> str:
    """A path in `folder` that says nothing about the file but its type: 128 random bits and the suffix."""
    return f"{folder}/{secrets.token_hex(16)}{PurePosixPath(filename).suffix.lower()}"


def document_path(_document: models.Model, filename: str) -> str:
    """Where an uploaded document is kept."""
    return private_name("documents", filename)


def refuse_without_room(file: Any) -> None:
    """Raises ValidationError, at the field "file", for an upload that the disk has no room for."""
    if not file or file._committed:
        return
    storage = file.storage
    if isinstance(storage, WholeFiles) and not storage.has_room_for(file.size):
        words = _(
            "There is no room for this file: the newsroom's disk is full or may not be written to. Tell whoever "
            "runs it."
        )
        raise ValidationError({"file": words})


class NewsroomImage(Normalised, KeepsFormerFiles, AbstractImage):
    """An image with the caption, credit and terms that go wherever it goes."""

    caption = models.CharField(_("caption"), max_length=300, blank=True)
    credit = models.CharField(_("credit"), max_length=150, blank=True)
    licence = models.CharField(
        _("may be used by others"),
        max_length=20,
        blank=True,
        choices=Licence.choices,
        help_text=_("Readers see it beside the credit. Left empty: nothing is said."),
    )
    licence_note = models.CharField(
        _("other terms"),
        max_length=LONGEST_NOTE,
        blank=True,
        help_text=_("In your own words, such as: for reports on this event, until 2030."),
    )
    language = LanguageField(
        _("language"),
        blank=True,
        default=settings.LANGUAGE_CODE,
        help_text=_("Of the description, the caption, the credit and other terms."),
    )
    is_drawing = models.BooleanField(
        _("drawn on light paper"),
        default=False,
        help_text=_(
            "A map, a chart or a plan with dark lines on a light ground. On a dark screen its light and dark are "
            "exchanged, so that it does not dazzle. Never for photographs."
        ),
    )

    objects = NewsroomImageQuerySet.as_manager()

    admin_form_fields = (*WagtailImage.admin_form_fields, "caption", *RIGHTS, "language", "is_drawing")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Words are always in some language; an uploader that asks for none means the house's."""
        self.language = self.language or settings.LANGUAGE_CODE
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """An upload for which there is no room is refused at its field, before anything is written."""
        super().clean()
        refuse_without_room(self.file)

    def get_upload_to(self, filename: str) -> str:
        """Where the original is kept; renditions take their names from it."""
        return private_name("images", filename)

    def generate_rendition_file(self, filter: Filter, *, source: Any = None) -> Any:
        """Make a rendition, the picture alone: what readers get says nothing of where and with what it was taken.

        Raises SourceImageIOError for a picture of which none can be made: pages are then shown without it.
        """
        try:
            return super().generate_rendition_file(PixelsFilter(spec=filter.spec), source=source)
        except (InvalidFilterSpecError, SourceImageIOError):
            raise
        except Exception as error:  # decoders and encoders raise whatever a picture makes them stumble over
            logger.exception("No rendition %s can be made of image %s", filter.spec, self.pk)
            raise SourceImageIOError(str(error)) from error

    def rendition_or_none(self, spec: str) -> Any:
        """The image in a size and format; None where its file is lost or cannot be shown so."""
        try:
            return self.get_rendition(spec)
        except SourceImageIOError:
            holds_until(timezone.now())  # it may be shown again as soon as its file is back
            return None

    def file_was_replaced(self) -> None:
        """Renditions are of the file before."""
        self.renditions.all().delete()

    def measure_file(self) -> None:
        self._set_image_file_metadata()


class NewsroomRendition(AbstractRendition):
    """An image in the size and format that a page shows."""

    #: Made while a page is read, from what the image says; that one is gone changes pages.
    is_for_readers = "delete"

    image = models.ForeignKey(NewsroomImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("image", "filter_spec", "focal_point_key"), name="unique_rendition")
        ]

    def make_file_anew(self) -> bool:
        """Store the file again, under its own name, where it was lost. Returns whether that could be done."""
        try:
            content = self.image.generate_rendition_file(Filter(spec=self.filter_spec))
            return bool(self.file.storage.save(self.file.name, content) == self.file.name)
        except OSError as error:
            logger.warning("The file of rendition %s is missing and cannot be made anew: %s", self.pk, error)
            return False


class NewsroomDocument(Normalised, KeepsFormerFiles, AbstractDocument):
    """A file to take away; downloaded under its title."""

    file = models.FileField(_("file"), upload_to=document_path)

    language = LanguageField(
        _("language"), blank=True, help_text=_("Of the file. Left empty: the original language of what it goes with.")
    )

    objects = NewsroomDocumentQuerySet.as_manager()

    admin_form_fields = (*WagtailDocument.admin_form_fields, "language")

    class Meta(AbstractDocument.Meta):
        pass

    def clean(self) -> None:
        """An upload for which there is no room is refused at its field, before anything is written."""
        super().clean()
        refuse_without_room(self.file)

    @property
    def filename(self) -> str:
        """The name a reader's computer gives the file: its title, not the name it is kept under."""
        return f"{slugify(self.title) or 'document'}{PurePosixPath(self.file.name or '').suffix}"

    def measure_file(self) -> None:
        self._set_document_file_metadata()
