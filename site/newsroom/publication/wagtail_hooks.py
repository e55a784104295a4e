from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import UnpublishMenuItem
from wagtail.documents.models import AbstractDocument
from wagtail.log_actions import LogActionRegistry

from newsroom.publication.file_views import former_files
from newsroom.publication.files import is_public_file, reads_private_file
from newsroom.publication.taking_off import WITHDRAWN


@hooks.register("before_serve_document")
def guard_private_documents(document: AbstractDocument, request: HttpRequest) -> HttpResponse | None:
    """A document that nothing public uses answers 404 to a stranger, as if it did not exist.

    Those who may see it get it to save, never to be kept by a cache.
    """
    if is_public_file(document):
        return None
    if not reads_private_file(request.user, document):
        raise Http404
    with document.file.open("rb") as file:
        response = HttpResponse(file.read(), content_type=document.content_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=document.filename)
    patch_cache_control(response, private=True, no_store=True)
    return response


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern]:
    """The way back to files that were replaced."""
    return [
        path("images/<int:pk>/former/", former_files, {"kind": "image"}, name="former_image_files"),
        path("documents/<int:pk>/former/", former_files, {"kind": "document"}, name="former_document_files"),
    ]


@hooks.register("construct_page_action_menu")
def taking_off_is_named(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """What the editor's menu calls "Unpublish" asks more than that, and says so."""
    for item in menu_items:
        if isinstance(item, UnpublishMenuItem):
            item.label = _("Take off or withdraw …")


@hooks.register("before_bulk_action")
def taken_off_one_by_one(
    request: HttpRequest, action_type: str, objects: list[Any], action_class_instance: Any
) -> HttpResponse | None:
    """Each page that leaves states why; several at once cannot."""
    if action_type != "unpublish":
        return None
    messages.error(request, _("Take pages off one by one: each says where its readers go and why."))
    return redirect("wagtailadmin_explore", objects[0].get_parent().pk)


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    """What the history of a page calls its leaving."""
    actions.register_action(WITHDRAWN, _("Take off"), _("Taken off, with a notice or a redirect"))
