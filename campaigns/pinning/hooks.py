"""What the CMS asks of us about pins: the pages on which hubs are arranged, the ways to them, the history."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.ui.menus.pages import PageMenuItem
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry, Page

from campaigns.models import CampaignHubPage
from campaigns.pinning import service, views
from newsroom.base.models import User


@hooks.register("register_admin_urls")
def pinning_urls() -> list[URLPattern]:
    """The pages of the CMS about pins."""
    return views.ADMIN_URLS


class ArrangeButton(PageMenuItem):
    """To what stands first on a hub, in the menus of its page."""

    label = gettext_lazy("Arrange the hub")
    icon_name = "order"
    url_name = "arrange_hub"

    def is_shown(self, user: User) -> bool:
        """For those who may publish the hub."""
        return self.page.specific_class is CampaignHubPage and service.may_pin(self.page, user)


class PinButton(PageMenuItem):
    """To the hubs on which something can be pinned, in the menus of its page."""

    label = gettext_lazy("Pin on hub")
    icon_name = "pick"
    url_name = "pin_on_hub"

    def is_shown(self, user: User) -> bool:
        """For those who may publish it."""
        return service.can_be_pinned(self.page) and bool(self.page.permissions_for_user(user).publishes)


@hooks.register("register_page_listing_more_buttons")
def pins_in_the_list(page: Page, user: User, next_url: str | None = None) -> Iterator[PageMenuItem]:
    """In the lists of releases, hubs and whatever else hubs gather."""
    yield ArrangeButton(page=page, priority=14)
    yield PinButton(page=page, priority=14)


@hooks.register("register_page_header_buttons")
def pins_in_the_editor(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[PageMenuItem]:
    """At the head of the editor and of the history."""
    yield ArrangeButton(page=page, priority=14)
    yield PinButton(page=page, priority=14)


@hooks.register("register_log_actions")
def pinning_log_actions(actions: LogActionRegistry) -> None:
    """What the history of a hub says of its pins."""

    class PinFormatter(LogFormatter):
        """Says what was pinned, where that was public; `plain` is for what was not."""

        named: Any = ""
        plain: Any = ""

        def format_message(self, log_entry: ModelLogEntry) -> str:
            title = log_entry.data.get("title", "")
            return str(self.named % {"title": title} if title else self.plain)

    @actions.register_action(service.PINNED)
    class PinnedFormatter(PinFormatter):
        label = gettext_lazy("Pin on a campaign hub")
        named, plain = gettext_lazy("“%(title)s” pinned"), gettext_lazy("Something pinned that is not public yet")

    @actions.register_action(service.UNPINNED)
    class UnpinnedFormatter(PinFormatter):
        label = gettext_lazy("Take from what is pinned")
        named, plain = gettext_lazy("“%(title)s” no longer pinned"), gettext_lazy("Something no longer pinned")

    @actions.register_action(service.ARRANGED)
    class ArrangedFormatter(PinFormatter):
        label = gettext_lazy("Put pinned items in order")
        named, plain = gettext_lazy("“%(title)s” moved among what is pinned"), gettext_lazy("Pinned items moved")
