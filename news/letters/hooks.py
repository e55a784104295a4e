"""What the CMS asks of us about signatures: their page, the ways to it, and what the history says of who looked."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.ui.menus.pages import PageMenuItem
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import Page

from news.choices import ReleaseKind
from news.letters.moderation import APPROVED, REFUSED, SEEN, letter_signatories, may_moderate
from news.models import ReleasePage
from newsroom.base.models import User


@hooks.register("register_admin_urls")
def signature_urls() -> list[URLPattern]:
    """Where officers look through signatures."""
    return [path("releases/<int:pk>/signatories/", letter_signatories, name="letter_signatories")]


class SignatoriesButton(PageMenuItem):
    """To the signatures under a letter, in the menus of its page."""

    label = _("Signatories")
    icon_name = "group"
    url_name = "letter_signatories"

    def is_shown(self, user: User) -> bool:
        """For those who may look through them."""
        if self.page.specific_class is not ReleasePage:
            return False
        return self.page.specific.kind == ReleaseKind.OPEN_LETTER and may_moderate(user, self.page.specific)


@hooks.register("register_page_header_buttons")
def signatories_in_the_editor(
    page: Page, user: User, view_name: str, next_url: str | None = None
) -> Iterator[PageMenuItem]:
    """At the head of the editor and of the history."""
    yield SignatoriesButton(page=page, priority=13)


@hooks.register("register_log_actions")
def signature_log_actions(actions: LogActionRegistry) -> None:
    """Lines of a letter's history."""
    actions.register_action(SEEN, _("See signatures"), _("Signatures were looked through"))

    @actions.register_action(APPROVED)
    class SignaturesShown(LogFormatter):
        label = _("Show signatures")

        def format_message(self, log_entry: Any) -> str:
            number = log_entry.data.get("number", 0)
            return ngettext("%(number)d signature shown", "%(number)d signatures shown", number) % {"number": number}

    @actions.register_action(REFUSED)
    class SignaturesRefused(LogFormatter):
        label = _("Refuse signatures")

        def format_message(self, log_entry: Any) -> str:
            number = log_entry.data.get("number", 0)
            words = ngettext("%(number)d signature refused", "%(number)d signatures refused", number)
            return words % {"number": number}
