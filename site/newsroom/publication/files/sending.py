"""How an image or a document is sent, whoever may have it."""

from pathlib import PurePosixPath
from typing import Any

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header, quote_etag
from wagtail.images import get_image_model
from wagtail.images.models import SourceImageIOError

IMAGE_TYPES = {
    ".gif": "image/gif",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}


def picture_at(path: str) -> tuple[Any, Any]:
    """Return the image whose file, or one made of it, lies at a path, and that rendition. Raises Http404.

    Of the file that was uploaded there is none yet: nobody gets what a camera wrote into it.
    """
    renditions = get_image_model().get_rendition_model().objects.select_related("image")
    rendition = renditions.filter(file=path).first()
    image = rendition.image if rendition else get_image_model().objects.filter(file=path).first()
    if image is None:
        raise Http404
    return image, rendition


def whole_picture(image: Any) -> Any:
    """Return an image in its own size, as readers may have it. Raises Http404 where its file is lost."""
    try:
        return image.get_rendition("original")
    except SourceImageIOError as error:
        raise Http404 from error


def type_of_picture(rendition: Any) -> str:
    """The type that a rendition is sent as, and never as another. Raises Http404 for what is none."""
    content_type = IMAGE_TYPES.get(PurePosixPath(rendition.file.name).suffix)
    if content_type is None:
        raise Http404
    return content_type


def picture_answer(rendition: Any) -> FileResponse:
    """The file of a rendition, which is made again where it was lost. Raises Http404 where it cannot be."""
    content_type = type_of_picture(rendition)
    if not default_storage.exists(rendition.file.name) and not rendition.make_file_anew():
        raise Http404
    response = FileResponse(default_storage.open(rendition.file.name), content_type=content_type)
    response["X-Content-Type-Options"] = "nosniff"
    return response


def etag_of_path(path: str) -> str:
    """What tells one file from another: another picture has another path."""
    return quote_etag(PurePosixPath(path).stem)


def private_document(document: Any) -> HttpResponse:
    """A document to save, never to be kept by a cache."""
    with document.file.open("rb") as file:
        response = HttpResponse(file.read(), content_type=document.content_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=document.filename)
    patch_cache_control(response, private=True, no_store=True)
    return response
