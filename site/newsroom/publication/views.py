from pathlib import PurePosixPath

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.utils.cache import patch_cache_control
from wagtail.images import get_image_model

from newsroom.publication.files import is_public_file, reads_private_file

IMAGE_TYPES = {
    ".gif": "image/gif",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}
AN_HOUR = 3600


def serve_image(request: HttpRequest, path: str) -> FileResponse:
    """An image or a rendition of it, if something public uses it or whoever asks may see drafts that do.

    Served by its own type and never by another, so that nothing uploaded can run. Raises Http404.
    """
    content_type = IMAGE_TYPES.get(PurePosixPath(path).suffix)
    renditions = get_image_model().get_rendition_model().objects.select_related("image")
    rendition = renditions.filter(file=path).first()
    image = rendition.image if rendition else get_image_model().objects.filter(file=path).first()
    if content_type is None or image is None or not default_storage.exists(path):
        raise Http404
    is_public = is_public_file(image)
    if not is_public and not reads_private_file(request.user, image):
        raise Http404
    response = FileResponse(default_storage.open(path), content_type=content_type)
    response["X-Content-Type-Options"] = "nosniff"
    patch_cache_control(
        response, **({"public": True, "max_age": AN_HOUR} if is_public else {"private": True, "no_store": True})
    )
    return response
