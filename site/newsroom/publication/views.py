from pathlib import PurePosixPath

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from wagtail.documents.views.serve import serve as wagtail_serve
from wagtail.images import get_image_model

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
    """An image or a rendition of it, if something public uses it or whoever asks may see drafts that do.

    Served by its own type and never by another, so that nothing uploaded can run. Raises Http404.
    """
    content_type = IMAGE_TYPES.get(PurePosixPath(path).suffix)
    renditions = get_image_model().get_rendition_model().objects.select_related("image")
    rendition = renditions.filter(file=path).first()
    image = rendition.image if rendition else get_image_model().objects.filter(file=path).first()
    if content_type is None or image is None:
        raise Http404
    is_public = is_public_file(image)
    if not is_public and not reads_private_file(request.user, image):
        raise Http404
    # Another picture has another path: what a cache has of this one is what there is.
    response: HttpResponseBase | None = None
    etag = quote_etag(PurePosixPath(path).stem)
    if is_public:
        response = get_conditional_response(request, etag)
    if response is None:
        if not default_storage.exists(path) and not (rendition and rendition.make_file_anew()):
            raise Http404
        response = FileResponse(default_storage.open(path), content_type=content_type)
        response["X-Content-Type-Options"] = "nosniff"
    response["ETag"] = etag
    patch_cache_control(
        response, **({"public": True, "max_age": A_MINUTE} if is_public else {"private": True, "no_store": True})
    )
    return response


def serve_document(request: HttpRequest, document_id: int, document_filename: str) -> HttpResponseBase:
    """As Wagtail's, asked again each minute: its own says nothing to caches, and they keep what they like."""
    response: HttpResponseBase = wagtail_serve(request, document_id, document_filename)
    if not response.has_header("Cache-Control"):
        patch_cache_control(response, public=True, max_age=A_MINUTE)
    return response
