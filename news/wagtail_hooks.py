from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry, Page
from wagtail.snippets.models import register_snippet

from news.admin_views import boilerplate_releases
from news.hashtags.service import RENAMED
from news.leadership import hooks as leadership_hooks  # noqa: F401  (register their own)
from news.letters import hooks as letter_hooks  # noqa: F401  (register their own)
from news.models import ReleasePage
from news.quotes import hooks as quote_hooks  # noqa: F401  (register their own)
from news.releases import bulk_publishing  # noqa: F401  (register their own)
from news.releases.boilerplates import REFRESHED
from news.rules import hooks as rule_hooks  # noqa: F401  (register their own)
from news.rules.findings import findings
from news.viewsets import HashtagViewSet
from newsroom.base.models import RuleSettings
from organisations.models import Boilerplate


@hooks.register("register_admin_urls")
def news_admin_urls() -> list[URLPattern]:
    """Our own pages of the CMS."""
    return [
        path("boilerplates/<int:pk>/releases/", boilerplate_releases, name="boilerplate_releases"),
    ]


register_snippet(HashtagViewSet)


@hooks.register("before_edit_page")
def say_what_is_gone(request: HttpRequest, page: Page) -> None:
    """A draft that names what was deleted since says so when it is opened; see `news.releases.missing_records`."""
    if request.method == "GET":
        for gone in getattr(page, "gone", ()):
            messages.warning(request, gone.message)


@hooks.register("before_edit_page")
def say_what_to_look_at(request: HttpRequest, page: Page) -> None:
    """Above the editor of what is not public yet, for those who may publish it: how much there is to look at first."""
    is_release = page.specific_class is ReleasePage and not page.live
    if request.method == "GET" and is_release and page.permissions_for_user(request.user).can_publish():
        remark_on(request, page, page.specific)


@hooks.register("after_edit_page")
def say_what_was_not_looked_at(request: HttpRequest, page: Page) -> None:
    """The same after a publication: what was written and published in one step has been shown to nobody before."""
    if page.specific_class is ReleasePage and "action-publish" in request.POST:
        remark_on(request, page)


def remark_on(request: HttpRequest, page: Page, opened: ReleasePage | None = None) -> None:
    """How many things a careful reader would notice, with the way to them. Nothing is blocked by it."""
    number = len(findings(page.specific, opened, RuleSettings.for_answer(request)))
    if number:
        words = ngettext("%(number)d thing to look at", "%(number)d things to look at", number) % {"number": number}
        link = format_html('<a href="{}">{}</a>', reverse("check_release", args=[page.pk]), _("Check"))
        messages.warning(request, format_html("{}: {}. {}", page.specific.draft_title, words, link))


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
def news_log_actions(actions: LogActionRegistry) -> None:
    """What the history of a release says when a boilerplate was refreshed on it."""

    @actions.register_action(RENAMED)
    class RenameFormatter(LogFormatter):
        label = _("Rename a hashtag")

        def format_message(self, log_entry: ModelLogEntry) -> str:
            return _("Renamed from “%(before)s” to “%(now)s”") % log_entry.data

    @actions.register_action(REFRESHED)
    class RefreshFormatter(LogFormatter):
        label = _("Refresh a boilerplate")

        def format_message(self, log_entry: ModelLogEntry) -> str:
            return _("Boilerplate “%(name)s” refreshed") % {"name": log_entry.data.get("boilerplate", "")}
