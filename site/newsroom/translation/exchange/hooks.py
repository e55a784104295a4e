"""Where people find the way out to an agency and back: on every page and record that can be translated."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page, TranslatableMixin

from newsroom.translation.exchange.views import bring_back, exchange_route, send_out


@hooks.register("register_admin_urls")
def exchange_urls() -> list[URLPattern]:
    """The pages of the exchange."""
    record = "exchange/<slug:app_label>/<slug:model_name>/<str:pk>"
    return [
        path(f"{record}/send/", send_out, name="exchange_send"),
        path(f"{record}/bring-back/", bring_back, name="exchange_bring_back"),
    ]


def exchange_buttons(record: Any) -> Iterator[Button]:
    """Out and back. They ask the database nothing, for they stand in every row of a list."""
    yield Button(_("Send to an agency"), exchange_route("exchange_send", record), icon_name="download", priority=62)
    yield Button(_("Bring back"), exchange_route("exchange_bring_back", record), icon_name="upload", priority=63)


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def beside_pages(page: Page, user: Any, view_name: str = "", next_url: str | None = None) -> Iterator[Button]:
    """In the header of a page, as original and as translation, and in the lists of pages."""
    if not page.is_root() and page.permissions_for_user(user).can_edit():
        yield from exchange_buttons(page)


@hooks.register("register_snippet_listing_buttons")
def beside_records(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """In the lists of the directory."""
    if isinstance(snippet, TranslatableMixin):
        yield from exchange_buttons(snippet)
