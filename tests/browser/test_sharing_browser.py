"""An officer shows a draft to somebody outside, who comments on it without a script, a cookie or an account."""

import datetime
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from press_officer import Officer

from news.factories import ReleasePageFactory, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.public_forms import forms, shown
from newsroom.home.models import HomePage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WORDS = "The depots open at six, not at five."


@pytest.fixture
def draft(directory: None, newsroom: HomePage) -> ReleasePage:
    """A draft of one paragraph."""
    parent = NewsIndexPage.objects.child_of(newsroom).get()
    page: ReleasePage = ReleasePageFactory(
        parent=parent, title="Depots open", body=[text_block("<p>The depots open at five.</p>")], live=False
    )
    page.save_revision()
    return page


def test_outsider_comments_and_the_officer_reads_it_beside_the_text(
    officer: Officer,
    draft: ReleasePage,
    chromium: Browser,
    server: Any,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings.BASE_URL = server.url
    for module in (shown, forms):
        monkeypatch.setattr(module, "LEAST", datetime.timedelta())  # a program types faster than people
    officer.page.goto(f"{server.url}/admin/pages/{draft.pk}/edit/")
    officer.page.get_by_role("button", name="Actions").first.click()
    officer.page.get_by_role("link", name="Share outside").click()
    officer.page.get_by_label("May comment").check()
    officer.page.get_by_role("button", name="Make the link").click()
    address = officer.page.get_by_label("Copy it now").input_value()

    outside = chromium.new_context(java_script_enabled=False)
    page = outside.new_page()
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("Depots open")
    page.get_by_label("Your name").fill("Mariam Haddad")
    page.locator("select[name=about]").select_option(label="Text: The depots open at five.")
    page.get_by_label("Comment", exact=True).fill(WORDS)
    page.get_by_role("button", name="Send the comment").click()
    expect(page.get_by_text("Your comment was sent.")).to_be_visible()
    assert outside.cookies() == []
    page.goto(f"{server.url}/admin/pages/{draft.pk}/edit/")
    assert "/login/" in page.url
    outside.close()

    officer.page.goto(f"{server.url}/admin/pages/{draft.pk}/edit/")
    officer.page.get_by_role("button", name="Toggle comments").click()
    expect(officer.page.get_by_text("Mariam Haddad")).to_be_visible()
    expect(officer.page.get_by_text(WORDS).first).to_be_visible()

    officer.page.goto(f"{server.url}/admin/pages/{draft.pk}/preview-links/")
    officer.page.get_by_role("button", name="Revoke").click()
    expect(officer.page.get_by_text("The link is revoked and opens nothing any more.")).to_be_visible()
    assert officer.page.request.get(address).status == 404
