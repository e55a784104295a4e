"""An officer corrects and withdraws what is public, in a real browser, and a reader sees it."""

import pytest
from playwright.sync_api import Page, expect
from press_officer import Officer
from wagtail.models import Locale

from news.factories import ReleasePageFactory, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import publish

pytestmark = pytest.mark.browser

#: What a correction in two languages costs its officer, logging in included; more than this needs a reason.
MOST_CLICKS = 12


@pytest.fixture
def release(officer: Officer) -> ReleasePage:
    """A public release in English and French whose subheadline is wrong."""
    index = NewsIndexPage.objects.get(locale__language_code="en")
    page = ReleasePageFactory(
        parent=index,
        title="Night buses meet the ferry",
        slug="night-buses",
        subheadline="Thirteen cities take part.",
        body=[text_block("<p>Nobody is left on the landing.</p>")],
    )
    french = page.copy_for_translation(Locale.objects.get(language_code="fr"))
    french.title, french.subheadline = "Les bus de nuit attendent le bac", "Treize villes y participent."
    french.save()
    publish(french)
    return page


def test_officer_corrects_a_public_release_in_two_languages(
    officer: Officer, release: ReleasePage, stranger: Page, capsys: pytest.CaptureFixture[str]
) -> None:
    page = officer.page
    officer.open_releases()
    officer.edit("Night buses meet the ferry")
    officer.write("subheadline", page.get_by_role("textbox", name="Subheadline"), "Thirty-one cities take part.")
    officer.do_more("Publish as a correction …")
    officer.click("French", page.get_by_role("link", name="French", exact=True))
    officer.write("sous-titre", page.get_by_role("textbox", name="Subheadline"), "Trente et une villes y participent.")
    officer.do_more("Publish as a correction …")
    expect(page.get_by_role("heading", name="English")).to_be_visible()
    expect(page.get_by_role("heading", name="French")).to_be_visible()
    expect(page.get_by_label("What it said").first).to_have_value("Thirteen cities take part.")
    officer.write("why", page.get_by_label("Why it is corrected").nth(0), "Two digits changed places.")
    officer.write("pourquoi", page.get_by_label("Why it is corrected").nth(1), "Deux chiffres intervertis.")
    officer.click("Publish the correction", page.get_by_role("button", name="Publish the correction"))
    expect(page.get_by_text("Corrected in 2 languages.")).to_be_visible()
    with capsys.disabled():
        print(f"\n{officer.report()}")  # noqa: T201
    assert len(officer.clicks) <= MOST_CLICKS
    stranger.goto("/en/news/night-buses/")
    expect(stranger.locator(".state.corrected")).to_contain_text("Two digits changed places.")
    stranger.get_by_role("link", name="Read the earlier version").click()
    expect(stranger.get_by_text("Superseded. This is an earlier version.")).to_be_visible()
    expect(stranger.locator(".subheadline")).to_have_text("Thirteen cities take part.")
    stranger.get_by_role("link", name="Read the current version").click()
    expect(stranger.locator(".subheadline")).to_have_text("Thirty-one cities take part.")
    stranger.goto("/fr/news/night-buses/")
    expect(stranger.locator(".state.corrected")).to_contain_text("Deux chiffres intervertis.")


def test_officer_withdraws_a_release_and_readers_learn_why(
    officer: Officer, release: ReleasePage, stranger: Page
) -> None:
    page = officer.page
    officer.open_releases()
    officer.edit("Night buses meet the ferry")
    officer.click("more actions", page.get_by_role("button", name="More actions"))
    officer.click("Take off", page.get_by_role("link", name="Take off or withdraw …"))
    officer.click("Take it off", page.get_by_role("button", name="Take it off in every language"))
    expect(page.get_by_text("Say why. Readers see this.")).to_be_visible()
    officer.write("why", page.get_by_label("The reason, in English"), "The ferry will not wait after all.")
    officer.click("Take it off", page.get_by_role("button", name="Take it off in every language"))
    expect(page.get_by_text("is no longer public in any language")).to_be_visible()
    for code in ("en", "fr"):
        stranger.goto(f"/{code}/news/night-buses/")
        expect(stranger.locator(".state.withdrawn")).to_contain_text("The ferry will not wait after all.")
        expect(stranger.get_by_text("Nobody is left on the landing.")).to_have_count(0)
