"""What the CMS asks of us about links to drafts: their page, the ways to it, what the history says of them."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry, Page

from newsroom.publication.models import Embargo
from newsroom.publication.preview_links.admin_views import preview_links, revoke_preview_link
from newsroom.publication.preview_links.commenting import COMMENTED
from newsroom.publication.preview_links.service import MADE, REVOKED, may_share


@hooks.register("register_admin_urls")
def preview_link_urls() -> list[URLPattern]:
    """The pages about links to a draft."""
    return [
        path("pages/<int:pk>/preview-links/", preview_links, name="preview_links"),
        path("pages/<int:pk>/preview-links/<int:link_id>/revoke/", revoke_preview_link, name="revoke_preview_link"),
    ]


@hooks.register("register_page_header_buttons")
def sharing_in_the_header(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """From the header of a page to its links."""
    if issubclass(page.specific_class or Page, Embargo) and may_share(page.specific, user):
        yield Button(_("Share outside"), reverse("preview_links", args=[page.pk]), icon_name="link", priority=15)


@hooks.register("register_log_actions")
def preview_link_log_actions(actions: LogActionRegistry) -> None:
    """What the history of a page says of links to its draft."""

    @actions.register_action(MADE)
    class MadeFormatter(LogFormatter):
        label = _("Share outside")

        def format_message(self, log_entry: ModelLogEntry) -> Any:
            return named(log_entry, _("Preview link made"), _("Preview link made for %(name)s"))

    @actions.register_action(REVOKED)
    class RevokedFormatter(LogFormatter):
        label = _("Revoke a preview link")

        def format_message(self, log_entry: ModelLogEntry) -> Any:
            return named(log_entry, _("Preview link revoked"), _("Preview link for %(name)s revoked"))

    @actions.register_action(COMMENTED)
    class CommentFormatter(LogFormatter):
        label = _("Comment from outside")

        def format_message(self, log_entry: ModelLogEntry) -> Any:
            return named(log_entry, _("Comment from outside"), _("Comment from outside by %(name)s"))


def named(log_entry: ModelLogEntry, plain: Any, words: Any) -> Any:
    """What happened, with a name where there is one."""
    name = log_entry.data.get("name", "")
    return words % {"name": name} if name else plain
