"""What the CMS asks of us about restricted drafts: their page, the way to it, what the history says of it."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import Permission
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry, Page

from newsroom.language.separators import as_list
from newsroom.publication.models.embargo import Embargo
from newsroom.publication.restrictions.views import RESTRICTED, draft_restriction, may_restrict


@hooks.register("register_admin_urls")
def restriction_urls() -> list[URLPattern]:
    """Who may know of a draft."""
    return [path("pages/<int:pk>/restriction/", draft_restriction, name="draft_restriction")]


@hooks.register("register_page_header_buttons")
def restricting_in_the_header(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """From the header of a draft to who may know of it."""
    if issubclass(page.specific_class or Page, Embargo) and may_restrict(page.specific, user):
        yield Button(_("Who may see it"), reverse("draft_restriction", args=[page.pk]), icon_name="view", priority=14)


@hooks.register("register_permissions")
def life_permissions() -> Any:
    """To be given in the form of a group."""
    return Permission.objects.filter(content_type__app_label="publication", codename="see_restricted_life")


@hooks.register("register_log_actions")
def restriction_log_actions(actions: LogActionRegistry) -> None:
    """What the history of a page says of who may know of it."""

    @actions.register_action(RESTRICTED)
    class RestrictedFormatter(LogFormatter):
        label = _("Say who may see it")

        def format_message(self, log_entry: ModelLogEntry) -> Any:
            if not log_entry.data.get("is_restricted"):
                return _("No longer restricted")
            names = log_entry.data.get("people", [])
            return _("Restricted, and known to %(names)s") % {"names": as_list(names)} if names else _("Restricted")
