"""Pages of the CMS about files: why one is not deleted, and the way back to one that was replaced."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.auth import require_admin_access
from wagtail.documents.views.documents import DeleteView as DeleteDocument
from wagtail.images.views.images import DeleteView as DeleteImage
from wagtail.permissions import policy_registry

from newsroom.base.models import NewsroomDocument, NewsroomImage
from newsroom.publication.files.uses import uses_that_keep
from newsroom.publication.restrictions.service import nameable

MODELS: dict[str, type[Any]] = {"image": NewsroomImage, "document": NewsroomDocument}
EDIT = {"image": "wagtailimages:edit", "document": "wagtaildocs:edit"}


@require_admin_access
def delete_image(request: HttpRequest, image_id: int) -> HttpResponse:
    """In place of Wagtail's: says first what uses the image."""
    return deletion_refused(request, changeable(request, NewsroomImage, image_id)) or DeleteImage.as_view()(
        request, image_id=image_id
    )


@require_admin_access
def delete_document(request: HttpRequest, document_id: int) -> HttpResponse:
    """In place of Wagtail's: says first what uses the document."""
    return deletion_refused(request, changeable(request, NewsroomDocument, document_id)) or DeleteDocument.as_view()(
        request, document_id=document_id
    )


def changeable(request: HttpRequest, model: type[Any], number: int) -> Any:
    """A file that somebody may change. Raises Http404 and PermissionDenied."""
    media = get_object_or_404(model, pk=number)
    policy = policy_registry.get_by_type(model)
    if not policy.user_has_permission_for_instance(request.user, "change", media):
        raise PermissionDenied
    return media


def deletion_refused(request: HttpRequest, media: Model) -> HttpResponse | None:
    """The page that says what uses a file; None where nothing keeps it."""
    uses = uses_that_keep(media)
    if not uses:
        return None
    finder = AdminURLFinder(request.user)
    context = {
        "page_title": _("This cannot be deleted"),
        "media": media,
        "uses": [(use, isinstance(use, Model) and finder.get_edit_url(use)) for use in nameable(uses)],
    }
    return render(request, "publication/admin/file_kept.html", context, status=409)


@require_admin_access
def former_files(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """The files that an image or document had before, each with the button that puts it back."""
    media = changeable(request, MODELS[kind], pk)
    if request.method == "POST":
        number = request.POST.get("former", "")
        former = get_object_or_404(media.former_files, pk=number if number.isdecimal() and len(number) < 19 else 0)
        former.put_back()
        messages.success(request, _("“%(file)s” has its former file again.") % {"file": media})
        return redirect(EDIT[kind], pk)
    finder = AdminURLFinder(request.user)
    context = {
        "page_title": _("Former files"),
        "media": media,
        "kind": kind,
        "edit_address": finder.get_edit_url(media),
        "files": [{"former": each, "size": each.size} for each in media.former_files.all()],
        "uses": nameable(uses_that_keep(media)),
    }
    return render(request, "publication/admin/former_files.html", context)
