"""A journalist takes a quote and a release away, with the keyboard alone."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.home.models import HomePage
from organisations.factories import PersonFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WORDS = "We opened the depot because it was the coolest room we own."


@pytest.fixture
def release(newsroom: HomePage) -> ReleasePage:
    """A public release with a quote."""
    body = [text_block("<p>The depots open tonight.</p>"), quote_block(WORDS, PersonFactory(name="Naima Belhadri"))]
    return ReleasePageFactory(parent=NewsIndexPage.objects.child_of(newsroom).get(), title="Depots open", body=body)


@pytest.fixture
def journalist(browse: Callable[..., Page]) -> Page:
    """A reader's browser with scripts, whose clipboard can be read."""
    return browse(permissions=["clipboard-read", "clipboard-write"])


def test_quote_and_text_are_copied_by_keyboard_and_it_is_said(
    release: ReleasePage, journalist: Page, server: Any
) -> None:
    journalist.goto(f"{server.url}{release.url}")
    button = journalist.get_by_role("button", name="Copy this quote by Naima Belhadri")
    button.focus()
    journalist.keyboard.press("Enter")
    expect(button).to_have_text("Copied")
    expect(journalist.get_by_role("status")).to_have_text("Copied")
    address = f"{server.url}/en/quotes/{release.body[1].id}/"
    copied = journalist.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"“{WORDS}” — Naima Belhadri, Mayor of Mito Miwili, Depots open, ")
    assert copied.endswith(f", {address}")
    whole = journalist.locator("[data-copy-from]")
    expect(whole).to_have_accessible_name("Copy the text")
    whole.focus()
    journalist.keyboard.press("Enter")
    expect(whole).to_have_text("Copied")
    assert "The depots open tonight." in journalist.evaluate("navigator.clipboard.readText()")


def test_without_scripts_no_button_promises_what_it_cannot_do(
    release: ReleasePage, stranger: Page, server: Any
) -> None:
    stranger.goto(f"{server.url}{release.url}")
    expect(stranger.get_by_role("button", name="Copy this quote by Naima Belhadri")).to_have_count(0)
    expect(stranger.get_by_role("link", name="Plain text")).to_be_visible()
