from pathlib import PurePosixPath
from typing import Any

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from wagtail.documents.views.serve import serve as wagtail_serve
from wagtail.images import get_image_model
from wagtail.images.models import SourceImageIOError

from newsroom.publication.files.downloads import note_download
from newsroom.publication.files.storage import is_public_file, reads_private_file

IMAGE_TYPES = {
    ".gif": "image/gif",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}
#: How long a shared cache may show what was taken off or replaced.
A_MINUTE = 60


def serve_image(request: HttpRequest, path: str) -> HttpResponseBase:
    """A rendition of an image, if something public uses the image or whoever asks may see drafts that do.

    The address of the file that was uploaded answers with a rendition of the same size: nobody gets what a camera wrote
    into it. Served by its own type and never by another, so that nothing uploaded can run. Raises Http404.
    """
    renditions = get_image_model().get_rendition_model().objects.select_related("image")
    rendition = renditions.filter(file=path).first()
    image = rendition.image if rendition else get_image_model().objects.filter(file=path).first()
    if image is None:
        raise Http404
    is_public = is_public_file(image)
    if not is_public and not reads_private_file(request.user, image):
        raise Http404
    if not is_public and rendition is None:
        note_download(image, request)
    rendition = rendition or whole_picture(image)
    content_type = IMAGE_TYPES.get(PurePosixPath(rendition.file.name).suffix)
    if content_type is None:
        raise Http404
    # Another picture has another path: what a cache has of this one is what there is.
    response: HttpResponseBase | None = None
    etag = quote_etag(PurePosixPath(path).stem)
    if is_public:
        response = get_conditional_response(request, etag)
    if response is None:
        if not default_storage.exists(rendition.file.name) and not rendition.make_file_anew():
            raise Http404
        response = FileResponse(default_storage.open(rendition.file.name), content_type=content_type)
        response["X-Content-Type-Options"] = "nosniff"
    response["ETag"] = etag
    patch_cache_control(
        response, **({"public": True, "max_age": A_MINUTE} if is_public else {"private": True, "no_store": True})
    )
    return response


def whole_picture(image: Any) -> Any:
    """Return an image in its own size, as readers may have it. Raises Http404 where its file is lost."""
    try:
        return image.get_rendition("original")
    except SourceImageIOError as error:
        raise Http404 from error


def serve_document(request: HttpRequest, document_id: int, document_filename: str) -> HttpResponseBase:
    """As Wagtail's, asked again each minute: its own says nothing to caches, and they keep what they like."""
    response: HttpResponseBase = wagtail_serve(request, document_id, document_filename)
    if not response.has_header("Cache-Control"):
        patch_cache_control(response, public=True, max_age=A_MINUTE)
    return response
