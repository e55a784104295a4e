from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.menus.pages import PageMenuItem
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry, Page

from news import quote_admin
from news.admin_views import boilerplate_releases, releases
from news.approving import approve_what_was_saved
from news.freezing import REFRESHED
from news.models import ReleasePage
from news.taking import TAKEN
from newsroom.base.models import User
from organisations.models import Boilerplate


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern]:
    """Our own pages of the CMS."""
    return [
        path("boilerplates/<int:pk>/releases/", boilerplate_releases, name="boilerplate_releases"),
        path("releases/", releases, name="releases_admin"),
        *quote_admin.ADMIN_URLS,
    ]


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
@hooks.register("before_publish_page")
def official_translations_are_approved(request: HttpRequest, page: Page) -> None:
    """Saving a translation as official approves it; before it is published, so that it is recorded as such."""
    approve_what_was_saved(request, page)


class QuotesButton(PageMenuItem):
    """To the quotes of a release, in the menus of its page."""

    label = _("Quotes of this release")
    icon_name = "openquote"
    url_name = "release_quotes"

    def is_shown(self, user: User) -> bool:
        """For those who may edit the release."""
        return self.page.specific_class is ReleasePage and self.page.permissions_for_user(user).can_edit()


@hooks.register("register_page_listing_more_buttons")
def quotes_in_the_list(page: Page, user: User, next_url: str | None = None) -> Iterator[PageMenuItem]:
    """In the list of releases."""
    yield QuotesButton(page=page, priority=12)


@hooks.register("register_page_header_buttons")
def quotes_in_the_editor(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[PageMenuItem]:
    """At the head of the editor and of the history."""
    yield QuotesButton(page=page, priority=12)


@hooks.register("before_delete_page")
def keep_the_record(request: HttpRequest, page: Page) -> HttpResponse | None:
    """What was public once is never deleted (domain.md, rule 9): neither a release nor a page above one.

    What is to be lifted goes only by the hand of those who may publish; Wagtail lets everybody who may change a
    page delete it while it is not live.
    """
    releases = ReleasePage.objects.descendant_of(page, inclusive=True)
    record = releases.filter(released_at__isnull=False).first()
    if record:
        message = _("“%(title)s” has been public and is a record: it cannot be deleted. Unpublish it instead.")
        messages.error(request, message % {"title": record.title})
    elif releases.exists() and not page.permissions_for_user(request.user).can_publish():
        messages.error(request, _("Only those who may publish a release may delete it."))
    else:
        return None
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("before_bulk_action")
def keep_the_records(
    request: HttpRequest, action_type: str, objects: list[Any], action_class_instance: Any
) -> HttpResponse | None:
    """The same for several pages at once: one that must stay keeps them all."""
    if action_type != "delete":
        return None
    pages = (each for each in objects if isinstance(each, Page))
    return next((answer for page in pages if (answer := keep_the_record(request, page))), None)


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


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    """What the history of a release says when a boilerplate was refreshed on it."""

    actions.register_action(TAKEN, _("Take proposed words"), _("Words proposed in a clearance taken into the draft"))

    @actions.register_action(REFRESHED)
    class RefreshFormatter(LogFormatter):
        label = _("Refresh a boilerplate")

        def format_message(self, log_entry: ModelLogEntry) -> str:
            return _("Boilerplate “%(name)s” refreshed") % {"name": log_entry.data.get("boilerplate", "")}
