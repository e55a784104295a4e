"""The CMS's forms for images and documents: a broken picture is a message at its field, a replaced file is kept."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image, ImageSequence
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from newsroom.base.files.measures import size_needed
from newsroom.base.models.rule_settings import RuleSettings

#: What is decoded whole when it is added takes four bytes a pixel.
MOST_PIXELS = 64_000_000


class ReadableImageField(WagtailImageField):
    """A picture that can be read to its end; Wagtail looks at its beginning, and fails where it is first shown."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.max_image_pixels = MOST_PIXELS

    def to_python(self, data: Any) -> Any:
        """The file, decoded once. Raises ValidationError."""
        try:
            file = super().to_python(data)
            if file is not None:
                decode(file)
        except ValidationError:
            raise
        except Exception as error:  # decoders raise whatever the bytes make them stumble over
            raise ValidationError(self.error_messages["invalid_image"], code="invalid_image") from error
        return file


def decode(file: Any) -> None:
    """Reads every frame of a picture, whose number of pixels was looked at before."""
    file.seek(0)
    with Image.open(file) as picture:
        for frame in ImageSequence.Iterator(picture):
            frame.load()
    file.seek(0)


class ImageForm(BaseImageForm):
    """The base of every form for images."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if usual := self.fields.get("file"):
            self.fields["file"] = ReadableImageField(label=usual.label, required=usual.required, widget=usual.widget)

    def clean_file(self) -> Any:
        """A picture that nobody could show, since it has too few pixels, is refused with the size it needs.

        Raises ValidationError.
        """
        file = self.cleaned_data["file"]
        picture = getattr(file, "image", None)
        if picture is not None and "file" in self.changed_data:
            width, height = picture.get_size()
            side = RuleSettings.current().upload_short_side
            if lack := size_needed(width, height, side, side):
                raise ValidationError(_("This picture is too small. %(size)s") % {"size": lack})
        return file

    def save(self, commit: bool = True) -> Any:
        """As Wagtail's, which would delete the file before; the model keeps it."""
        self.original_file = None
        return super().save(commit)


class DocumentForm(BaseDocumentForm):
    """The base of every form for documents."""

    def save(self, commit: bool = True) -> Any:
        """As Wagtail's, which would delete the file before; the model keeps it."""
        self.original_file = None
        return super().save(commit)
