from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry, Page
from wagtail.snippets.models import register_snippet

from news import quote_hooks  # noqa: F401  (registers its own)
from news.action_menu import CORRECT, choose_minor_or_major
from news.admin_views import boilerplate_releases, releases
from news.contacts import refuse_unreachable
from news.correcting import CORRECTED
from news.correction_views import correct_release
from news.freezing import REFRESHED
from news.models import ReleasePage
from news.sense_views import check_release
from news.viewsets import HashtagViewSet
from organisations.models import Boilerplate


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern]:
    """Our own pages of the CMS."""
    return [
        path("boilerplates/<int:pk>/releases/", boilerplate_releases, name="boilerplate_releases"),
        path("releases/", releases, name="releases_admin"),
        path("releases/<int:pk>/correct/", correct_release, name="correct_release"),
        path("releases/<int:pk>/check/", check_release, name="check_release"),
    ]


hooks.register("construct_page_action_menu", choose_minor_or_major)
register_snippet(HashtagViewSet)


@hooks.register("after_edit_page")
def ask_for_the_correction(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The draft is saved; now what readers are told of it."""
    return redirect("correct_release", page.pk) if CORRECT in request.POST else None


@hooks.register("before_edit_page")
def say_what_is_gone(request: HttpRequest, page: Page) -> None:
    """A draft that names what was deleted since says so when it is opened; see `news.gone`."""
    if request.method == "GET":
        for gone in getattr(page, "gone", ()):
            messages.warning(request, gone.message)


def say_who_cannot_be_reached(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Where several pages are published at once there is no form whose field could say it."""
    for release in ReleasePage.objects.descendant_of(page, inclusive=True).filter(live=False):
        try:
            refuse_unreachable(release.get_latest_revision_as_object())
        except ValidationError as error:
            messages.error(request, " ".join([f"{release.draft_title}:", *error.messages]))
            return redirect("wagtailadmin_pages:edit", release.pk)
    return None


@hooks.register("before_bulk_action")
def all_can_be_reached(
    request: HttpRequest, action_type: str, objects: list[Any], action_class_instance: Any
) -> HttpResponse | None:
    """Of several pages published at once, one that lacks a contact keeps them all."""
    if action_type != "publish":
        return None
    answers = (say_who_cannot_be_reached(request, page) for page in objects if isinstance(page, Page))
    return next((answer for answer in answers if answer), None)


@hooks.register("register_admin_menu_item")
def releases_in_the_menu() -> MenuItem:
    """From anywhere in the CMS to the list of releases in one step."""
    return MenuItem(_("Releases"), reverse_lazy("releases_admin"), icon_name="doc-full-inverse", order=90)


@hooks.register("register_snippet_listing_buttons")
def where_a_boilerplate_is_used(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """In the list of boilerplates, a way to the releases that show one."""
    if isinstance(snippet, Boilerplate):
        yield Button(
            _("Where it is used"), reverse("boilerplate_releases", args=[snippet.pk]), icon_name="doc-full", priority=20
        )


@hooks.register("register_page_header_buttons")
def check_before_publishing(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """In the header of a release, the way to what is to be looked at in it."""
    if page.specific_class is ReleasePage and page.permissions_for_user(user).can_edit():
        yield Button(_("Check"), reverse("check_release", args=[page.pk]), icon_name="glasses", priority=5)


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    """What the history of a release says when it was corrected, or when a boilerplate was refreshed on it."""

    @actions.register_action(CORRECTED)
    class CorrectionFormatter(LogFormatter):
        label = _("Correct")

        def format_message(self, log_entry: ModelLogEntry) -> str:
            return _("Corrected: %(reason)s") % {"reason": log_entry.data.get("reason", "")}

    @actions.register_action(REFRESHED)
    class RefreshFormatter(LogFormatter):
        label = _("Refresh a boilerplate")

        def format_message(self, log_entry: ModelLogEntry) -> str:
            return _("Boilerplate “%(name)s” refreshed") % {"name": log_entry.data.get("boilerplate", "")}
