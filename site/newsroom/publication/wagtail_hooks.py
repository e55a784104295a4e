from django.http import Http404, HttpRequest
from wagtail import hooks
from wagtail.documents.models import AbstractDocument

from newsroom.publication.files import is_public_file, reads_drafts


@hooks.register("before_serve_document")
def refuse_private_documents(document: AbstractDocument, request: HttpRequest) -> None:
    """A document that nothing public uses answers 404 to a stranger, as if it did not exist."""
    if not is_public_file(document) and not reads_drafts(request.user):
        raise Http404
