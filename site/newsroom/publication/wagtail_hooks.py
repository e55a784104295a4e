from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.widgets import Button
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.documents.models import AbstractDocument
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry

from newsroom.base.pages.link_handler import PublicPageLink
from newsroom.base.rights.permissions import NewsroomPagePermissionTester
from newsroom.publication.admin_api import Documents, Images, Pages
from newsroom.publication.corrections import hooks as correction_hooks  # noqa: F401  (register their own)
from newsroom.publication.embargoes.views import CALLED_OFF, LIFTED_NOW, MOVED
from newsroom.publication.files.downloads import DOWNLOADED, note_download
from newsroom.publication.files.sending import private_document
from newsroom.publication.files.storage import is_public_file, reads_private_file
from newsroom.publication.files.views import former_files
from newsroom.publication.models import Life
from newsroom.publication.page_states import with_marks
from newsroom.publication.preview_links import hooks as preview_link_hooks  # noqa: F401  (register their own)
from newsroom.publication.record import with_record_below
from newsroom.publication.restrictions import hooks as restriction_hooks  # noqa: F401  (register their own)
from newsroom.publication.review import hooks as review_hooks  # noqa: F401  (register their own)
from newsroom.publication.withdrawals.service import WITHDRAWN

AFTER_WAGTAILS_OWN = 1


@hooks.register("register_rich_text_features", order=AFTER_WAGTAILS_OWN)
def links_to_public_pages(features: FeatureRegistry) -> None:
    """In place of Wagtail's own, which tell readers the addresses of drafts."""
    features.register_link_type(PublicPageLink)


@hooks.register("before_serve_document")
def guard_private_documents(document: AbstractDocument, request: HttpRequest) -> HttpResponse | None:
    """A document that nothing public uses answers 404 to a stranger, as if it did not exist.

    Those who may see it get it to save, never to be kept by a cache.
    """
    if is_public_file(document):
        return None
    if not reads_private_file(request.user, document):
        raise Http404
    note_download(document, request)
    return private_document(document)


def can_take_off(page: Page, user: Any) -> bool:
    """Whether somebody may take a page off; the root of the tree asks no tester of ours."""
    tester = page.permissions_for_user(user)
    return isinstance(tester, NewsroomPagePermissionTester) and tester.can_take_off()


@hooks.register("construct_admin_api", order=AFTER_WAGTAILS_OWN)
def endpoints(router: WagtailAPIRouter) -> None:
    """In the place of Wagtail's, which show everything to whoever works here."""
    router.register_endpoint("pages", Pages)
    router.register_endpoint("images", Images)
    router.register_endpoint("documents", Documents)


@hooks.register("register_admin_urls")
def publication_admin_urls() -> list[URLPattern]:
    """The way back to files that were replaced."""
    return [
        path("images/<int:pk>/former/", former_files, {"kind": "image"}, name="former_image_files"),
        path("documents/<int:pk>/former/", former_files, {"kind": "document"}, name="former_document_files"),
    ]


class TakeOffMenuItem(ActionMenuItem):
    """In the editor's menu, where Wagtail would offer "Unpublish". Shown under a lock too: it keeps nothing public."""

    name = "action-take-off"
    label = _("Take off or withdraw …")
    icon_name = "download"

    def is_shown(self, context: dict[str, Any]) -> bool:
        return context["view"] == "edit" and can_take_off(context["page"], context["request"].user)

    def get_url(self, context: dict[str, Any]) -> str:
        return reverse("wagtailadmin_pages:unpublish", args=[context["page"].pk])


@hooks.register("register_page_action_menu_item")
def taking_off_in_the_editor() -> TakeOffMenuItem:
    """From the editor to the question where readers go and why."""
    return TakeOffMenuItem(order=20)


@hooks.register("register_page_listing_more_buttons")
def taking_off_in_lists(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """From a list of pages to the same question."""
    if can_take_off(page, user):
        address = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
        yield Button(_("Take off or withdraw …"), address, icon_name="download", priority=40)


@hooks.register("register_page_header_buttons")
def taking_off_in_the_header(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """And from the header of a page."""
    yield from taking_off_in_lists(page, user, next_url)


@hooks.register("construct_explorer_page_queryset")
def with_facts_of_life(parent: Page, pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    """In the explorer each page knows its marks, its life's state and whether it stands in other languages."""
    lives = Life.objects.filter(translation_key=OuterRef("translation_key"))
    others = Page.objects.filter(translation_key=OuterRef("translation_key")).exclude(pk=OuterRef("pk"))
    return with_record_below(with_marks(pages)).annotate(
        state_of_life=Subquery(lives.values("state")[:1]),
        is_one_of_several=Exists(others),
        code_of_locale=F("locale__language_code"),
    )


@hooks.register("register_log_actions")
def publication_log_actions(actions: LogActionRegistry) -> None:
    """What the history of a page calls its leaving."""
    actions.register_action(WITHDRAWN, _("Take off"), _("Taken off, with a notice or a redirect"))
    actions.register_action(MOVED, _("Move the embargo"), _("Embargo moved, in all languages"))
    actions.register_action(CALLED_OFF, _("Call off"), _("Schedule called off, in all languages"))
    actions.register_action(DOWNLOADED, _("Download"), _("Private file downloaded"))
    actions.register_action(LIFTED_NOW, _("Lift now"), _("Embargo lifted by hand, in all languages"))


@hooks.register("insert_editor_js")
def locked_editor() -> SafeString:
    """Make the editor of a locked page look and behave as locked as it is."""
    return format_html('<script src="{}" defer></script>', static("newsroom/locked-editor.js"))
