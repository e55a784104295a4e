from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from wagtail.documents.views.serve import serve as wagtail_serve

from newsroom.publication.files.downloads import note_download
from newsroom.publication.files.sending import (
    etag_of_path,
    picture_answer,
    picture_at,
    type_of_picture,
    whole_picture,
)
from newsroom.publication.files.storage import is_public_file, reads_private_file

#: How long a shared cache may show what was taken off or replaced.
A_MINUTE = 60


def serve_image(request: HttpRequest, path: str) -> HttpResponseBase:
    """A rendition of an image, if something public uses the image or whoever asks may see drafts that do.

    The address of the file that was uploaded answers with a rendition of the same size. Served by its own type and
    never by another, so that nothing uploaded can run. Raises Http404.
    """
    image, rendition = picture_at(path)
    is_public = is_public_file(image)
    if not is_public and not reads_private_file(request.user, image):
        raise Http404
    if not is_public and rendition is None:
        note_download(image, request)
    rendition = rendition or whole_picture(image)
    type_of_picture(rendition)
    # What a cache has of this picture is what there is.
    etag = etag_of_path(path)
    response: Any = get_conditional_response(request, etag) if is_public else None
    if response is None:
        response = picture_answer(rendition)
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
