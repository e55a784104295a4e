"""A mayor signs an open letter and confirms by mail; an officer shows it; after the last second nobody can."""

import datetime
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from post_office import PostOffice
from press_officer import Officer

from news.choices import ReleaseKind
from news.factories import ReleasePageFactory
from news.letters.mail import ask_to_confirm
from news.models import NewsIndexPage, ReleasePage, Signatory
from newsroom.base.public_forms import forms, shown
from newsroom.home.models import HomePage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TYPED = {"Name, as it should stand": "Esi Amponsah-Reyl", "Role": "Mayor of Lindmouth", "City or place": "Lindmouth"}
TYPED |= {"Country": "Thelmark", "E-mail": "esi@lindmouth.example"}


def fill_in(page: Page, letter: ReleasePage) -> None:
    page.goto(f"/en/news/{letter.slug}/")
    for label, words in TYPED.items():
        page.locator("#sign").get_by_label(re.compile(f"^{re.escape(label)}")).fill(words)
    page.get_by_label("A person", exact=True).check()
    page.get_by_label("My name, role, place").check()


def test_mayor_signs_and_is_shown_and_nobody_signs_after_the_end(
    officer: Officer,
    stranger: Page,
    newsroom: HomePage,
    post_office: PostOffice,
    server: Any,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings.BASE_URL = server.url
    for module in (shown, forms):
        monkeypatch.setattr(module, "LEAST", datetime.timedelta())  # a program types faster than people
    today = datetime.datetime.now(datetime.UTC).date()
    letter = ReleasePageFactory(
        parent=NewsIndexPage.objects.child_of(newsroom).get(),
        title="Tell the river",
        kind=ReleaseKind.OPEN_LETTER,
        is_open_for_signature=True,
        signing_closes_on=today + datetime.timedelta(days=2),
        signing_zone="Europe/Oslo",
    )
    fill_in(stranger, letter)
    stranger.get_by_role("button", name="Sign", exact=True).click()
    expect(stranger.get_by_role("heading", name="One more step: look into your mailbox.")).to_be_visible()
    assert ask_to_confirm.func(Signatory.objects.get().pk)
    link = re.search(rf"{server.url}(/\S+/letters/signature/\S+)", post_office.text_of_last())
    assert link
    stranger.goto(link[1])
    stranger.get_by_role("button", name="Yes, I sign").click()
    expect(stranger.get_by_role("heading", name="Thank you. Your signature is confirmed.")).to_be_visible()
    assert not stranger.context.cookies()

    page = officer.page
    page.goto(f"{server.url}/admin/pages/{letter.pk}/edit/")
    page.get_by_role("button", name="Actions").first.click()
    page.get_by_role("link", name="Signatories", exact=True).click()
    page.get_by_label("Esi Amponsah-Reyl").check()
    page.get_by_role("button", name="Show the chosen ones").click()
    expect(page.get_by_text("1 signature changed.")).to_be_visible()
    stranger.goto(f"/en/news/{letter.slug}/")
    expect(stranger.get_by_role("heading", name="1 has signed")).to_be_visible()
    expect(stranger.locator("table.signatories")).to_contain_text("Esi Amponsah-Reyl")

    fill_in(stranger, letter)
    ReleasePage.objects.filter(pk=letter.pk).update(signing_closes_on=today - datetime.timedelta(days=2))
    stranger.get_by_role("button", name="Sign", exact=True).click()
    expect(stranger.get_by_text("Your signature was not taken.")).to_be_visible()
    expect(stranger.get_by_label("Name, as it should stand")).to_have_value("Esi Amponsah-Reyl")
    assert Signatory.objects.count() == 1
