"""What the CMS asks of us about quotes: their pages, the ways to them, and approvals when a release is saved."""

from collections.abc import Iterator
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest
from django.urls import URLPattern
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.menus.pages import PageMenuItem
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from news.clearance.accepting import TAKEN
from news.models import ReleasePage
from news.quotes.approvals import approve, may_approve, wanting_approval
from news.quotes.views import ADMIN_URLS
from newsroom.base.models import User
from newsroom.base.users import name_of
from newsroom.language.script.cutting import cut_text

FIRST_WORDS = 60


@hooks.register("register_admin_urls")
def quote_urls() -> list[URLPattern]:
    """The pages of the CMS about quotes."""
    return ADMIN_URLS


@hooks.register("after_create_page", order=-1)
@hooks.register("after_edit_page", order=-1)
@hooks.register("before_publish_page", order=-1)
def official_translations_are_approved(request: HttpRequest, page: Page) -> None:
    """An officer who saves a translation as official has approved it; they are told for which words.

    Asked before it is published and before a hook leads elsewhere. What the editor saves by itself while somebody types
    approves nothing.
    """
    user = request.user
    is_deliberate = request.method == "POST" and request.accepts("text/html")
    if not (isinstance(page, ReleasePage) and isinstance(user, User) and is_deliberate and may_approve(page, user)):
        return
    blocks = list(page.body)
    for number in wanting_approval(page, blocks):
        words = blocks[number].value["words"]
        approve(page, UUID(blocks[number].id), words, name_of(user), user)
        message = gettext("Approved in your name as official translation: “%(words)s”")
        messages.info(request, message % {"words": cut_text(words, FIRST_WORDS, "…")})


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


@hooks.register("register_log_actions")
def quote_log_actions(actions: LogActionRegistry) -> None:
    """What the history of a release says when words proposed in a clearance were taken."""
    actions.register_action(TAKEN, _("Take proposed words"), _("Words proposed in a clearance taken into the draft"))
