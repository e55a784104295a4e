"""A speaker's office clears a quote, and two officers meet over one, in real browsers."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from post_office import PostOffice
from press_officer import Officer

from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory, locale_of
from newsroom.home.models import HomePage
from newsroom.home.roles import OFFICERS
from organisations.models import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WORDS = "We light a street."
OTHER = "We shade a street, every noon."


@pytest.fixture
def draft(directory: None, newsroom: HomePage) -> ReleasePage:
    """A draft with one quote."""
    body = [text_block("<p>The depots open tonight.</p>"), quote_block(WORDS, Person.objects.get(name="Oleg Brandvik"))]
    page = ReleasePageFactory(
        parent=NewsIndexPage.objects.child_of(newsroom).get(), title="Depots open", body=body, live=False
    )
    page.save_revision()
    return page


@pytest.fixture
def ask(officer: Officer, draft: ReleasePage, post_office: PostOffice, server: Any, settings: Any) -> Callable[[], str]:
    """The officer sends the link from the editor; gives the link of the letter."""
    settings.BASE_URL = server.url

    def send(page: ReleasePage = draft) -> str:
        officer.page.goto(f"{server.url}/admin/pages/{page.pk}/edit/")
        officer.page.get_by_role("button", name="Actions").first.click()
        officer.page.get_by_role("link", name="Quotes of this release").click()
        officer.page.get_by_role("link", name="Ask for clearance").last.click()
        officer.page.get_by_label("Name").fill("Amina Said")
        officer.page.get_by_label("E-mail").fill("office@mito.example")
        officer.page.get_by_role("button", name="Send the link").click()
        expect(officer.page.get_by_text("The link was sent to office@mito.example.")).to_be_visible()
        found = re.search(rf"{server.url}(/\S+/clearance/\S+)", post_office.text_of_last())
        assert found
        return found[1]

    return send


def test_office_approves_without_scripts_and_the_officer_sees_it(
    ask: Callable[[], str], officer: Officer, stranger: Page
) -> None:
    link, sent = ask(), []
    stranger.on("request", lambda request: sent.append(request.all_headers().get("referer", "")))
    stranger.goto(link)
    expect(stranger.locator("figure blockquote")).to_have_text(WORDS)
    expect(stranger.get_by_text("The depots open tonight.")).to_be_visible()
    stranger.get_by_role("button", name="I approve these words").click()
    expect(stranger.get_by_role("status")).to_contain_text("Amina Said approved these words")
    assert [cookie["name"] for cookie in stranger.context.cookies()] == ["csrftoken"]
    assert sent and not any("clearance" in referrer for referrer in sent)
    officer.page.reload()
    expect(officer.page.get_by_text("Cleared by Amina Said on")).to_be_visible()


def test_proposal_stands_beside_the_quote_and_is_taken_into_the_draft(
    ask: Callable[[], str], officer: Officer, stranger: Page, draft: ReleasePage, server: Any
) -> None:
    stranger.goto(ask())
    stranger.get_by_label("Your words").fill(OTHER)
    stranger.get_by_label("Comment").fill("Shade, not light.")
    stranger.get_by_role("button", name="I propose other words").click()
    expect(stranger.get_by_role("status")).to_contain_text("proposed other words")
    page = officer.page
    page.goto(f"{server.url}/admin/pages/{draft.pk}/edit/")
    page.get_by_role("button", name=re.compile("comments", re.IGNORECASE)).first.click()
    expect(page.get_by_text("Shade, not light.").first).to_be_visible()
    page.goto(f"{server.url}/admin/releases/{draft.pk}/quotes/")
    page.get_by_role("button", name="Take these words into the draft").click()
    expect(page.get_by_text("The draft has the proposed words.")).to_be_visible()
    draft.refresh_from_db()
    assert draft.get_latest_revision_as_object().body[1].value["words"] == OTHER


def test_page_of_the_office_reads_from_right_to_left(
    ask: Callable[..., str], stranger: Page, draft: ReleasePage
) -> None:
    arabic = draft.copy_for_translation(locale_of("ar"))
    stranger.goto(ask(arabic))
    button, words = stranger.get_by_role("button").first, stranger.locator("figure blockquote")
    assert stranger.locator("html").get_attribute("dir") == "rtl"
    place, around = button.bounding_box(), words.bounding_box()
    assert place and around and place["x"] + place["width"] > around["x"] + around["width"] - 40


@pytest.fixture
def colleague(browse: Callable[..., Page], server: Any, draft: ReleasePage, unhurried: None) -> Officer:
    """A second officer."""
    UserFactory(username="oleg", first_name="Oleg", last_name="Brandvik", roles=[OFFICERS])
    second = Officer(browse(), server.url)
    second.log_in("oleg")
    return second


def test_second_save_is_refused_and_then_deliberate(
    officer: Officer, colleague: Officer, draft: ReleasePage, server: Any
) -> None:
    for somebody in (officer, colleague):
        somebody.page.goto(f"{server.url}/admin/pages/{draft.pk}/edit/")
        expect(somebody.page.get_by_role("textbox", name="Words*", exact=True)).to_have_value(WORDS)
    colleague.page.get_by_role("textbox", name="Words*", exact=True).fill(OTHER)
    colleague.page.get_by_role("button", name="Save draft").click()
    expect(colleague.page.get_by_text("has been updated").first).to_be_visible()
    officer.page.get_by_role("textbox", name="Words*", exact=True).fill("We light every street.")
    officer.page.get_by_role("button", name="Save draft").click()
    place = officer.page.get_by_role("group", name="Quote:")
    expect(officer.page.get_by_role("main")).to_contain_text("Oleg Brandvik saved this")
    expect(place).to_contain_text("every noon.")
    draft.refresh_from_db()
    assert draft.get_latest_revision_as_object().body[1].value["words"] == OTHER
    place.get_by_label("Yours").check()
    officer.page.get_by_role("button", name="Keep both, with these choices").click()
    words = officer.page.get_by_role("textbox", name="Words*", exact=True)
    expect(words).to_have_value("We light every street.")
    draft.refresh_from_db()
    assert draft.get_latest_revision_as_object().body[1].value["words"] == "We light every street."
