from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry, Page

from news.admin_views import boilerplate_releases
from news.freezing import REFRESHED
from news.models import ReleasePage
from organisations.models import Boilerplate


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern]:
    """Our own pages of the CMS."""
    return [path("boilerplates/<int:pk>/releases/", boilerplate_releases, name="boilerplate_releases")]


@hooks.register("before_delete_page")
def keep_the_record(request: HttpRequest, page: Page) -> HttpResponse | None:
    """What was public once is never deleted (domain.md, rule 9): neither a release nor a page above one."""
    record = ReleasePage.objects.descendant_of(page, inclusive=True).filter(released_at__isnull=False).first()
    if record is None:
        return None
    message = _("“%(title)s” has been public and is a record: it cannot be deleted. Unpublish it instead.")
    messages.error(request, message % {"title": record.title})
    return redirect("wagtailadmin_pages:edit", page.pk)


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

    @actions.register_action(REFRESHED)
    class RefreshFormatter(LogFormatter):
        label = _("Refresh a boilerplate")

        def format_message(self, log_entry: ModelLogEntry) -> str:
            return _("Boilerplate “%(name)s” refreshed") % {"name": log_entry.data.get("boilerplate", "")}
