from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header
from wagtail import hooks
from wagtail.documents.models import AbstractDocument

from newsroom.publication.files import is_public_file, reads_drafts


@hooks.register("before_serve_document")
def guard_private_documents(document: AbstractDocument, request: HttpRequest) -> HttpResponse | None:
    """A document that nothing public uses answers 404 to a stranger, as if it did not exist.

    Those who work here get it to save, never to be kept by a cache.
    """
    if is_public_file(document):
        return None
    if not reads_drafts(request.user):
        raise Http404
    with document.file.open("rb") as file:
        response = HttpResponse(file.read(), content_type=document.content_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=document.filename)
    patch_cache_control(response, private=True, no_store=True)
    return response
