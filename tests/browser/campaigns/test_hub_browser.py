"""An officer arranges a hub and renames its hashtag; a reader sees it at once and takes the share kit home."""

import zipfile
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from press_officer import Officer

from campaigns.models import CampaignHubPage, KeyMessage, SharePicture, ShareText
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import ImageFactory, publish
from newsroom.home.models import HomePage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HUB = "/en/campaigns/shadeispublic/"


@pytest.fixture
def three(newsroom: HomePage, directory: None) -> list[ReleasePage]:
    """Three releases of the campaign, the oldest first."""
    index = NewsIndexPage.objects.child_of(newsroom).get()
    titles = ("Benches are counted", "Awnings come back", "Stops are measured")
    return [ReleasePageFactory(parent=index, title=title, hashtags=["ShadeIsPublic"]) for title in titles]


@pytest.fixture
def kit(directory: None) -> CampaignHubPage:
    """The hub with something to take."""
    hub: CampaignHubPage = CampaignHubPage.objects.get()
    hub.key_messages.add(KeyMessage(text="Count where people wait.", locale=hub.locale))
    hub.share_texts.add(ShareText(network="bluesky", text="Where do you wait?", locale=hub.locale))
    hub.share_pictures.add(SharePicture(image=ImageFactory(title="Map of stops", credit="Joint Office")))
    publish(hub)
    return hub


def pinned(reader: Page) -> list[str]:
    """What a reader finds first on the hub."""
    reader.goto(HUB)
    return reader.locator(".pinned h3").all_inner_texts()


def test_officer_pins_in_two_steps_and_orders_what_is_pinned(
    officer: Officer, three: list[ReleasePage], stranger: Page
) -> None:
    page = officer.page
    page.goto(f"{officer.address}{reverse('wagtailadmin_explore', args=[three[0].get_parent().pk])}")
    before = len(officer.clicks)
    row = page.get_by_role("row").filter(has_text="Benches are counted")
    row.get_by_role("button", name="More options for").click()
    officer.click("Pin on hub", page.get_by_role("link", name="Pin on hub").first)
    officer.click("Pin", page.get_by_role("button", name="Pin on #ShadeIsPublic"))
    expect(page.get_by_text("Pinned: it stands first on this hub.")).to_be_visible()
    assert len(officer.clicks) - before == 2
    assert pinned(stranger) == ["Benches are counted"]
    page.get_by_role("link", name="Put in order").click()
    page.get_by_role("button", name="Pin: Stops are measured").click()
    page.get_by_role("button", name="Move up: Stops are measured").click()
    expect(page.locator("tr[data-w-orderable-target] .title").first).to_have_text("Stops are measured")
    assert pinned(stranger) == ["Stops are measured", "Benches are counted"]
    handle = page.locator("tr[data-w-orderable-target] [data-w-orderable-target=handle]").first
    handle.focus()
    handle.press("ArrowDown")
    with page.expect_response(lambda answer: "/place/" in answer.url) as placed:
        handle.press("Enter")
    assert placed.value.status == 204
    assert pinned(stranger) == ["Benches are counted", "Stops are measured"]


def test_officer_renames_a_hashtag_and_the_old_address_leads_on(
    officer: Officer, three: list[ReleasePage], stranger: Page, server: Any
) -> None:
    page = officer.page
    officer.click("Hashtags", page.get_by_role("link", name="Hashtags"))
    page.get_by_role("link", name="ShadeIsPublic", exact=True).first.click()
    officer.write("word", page.get_by_role("textbox", name="Name*"), "مدن_تنصت")
    page.get_by_role("button", name="Save").first.click()
    expect(page.get_by_text("#ShadeIsPublic becomes #مدن_تنصت, wherever it stands.")).to_be_visible()
    page.get_by_role("button", name="Rename").click()
    expect(page.locator("li.success")).to_be_visible()
    stranger.goto(HUB)
    assert stranger.url == f"{server.url}{CampaignHubPage.objects.get().url}"
    expect(stranger.get_by_role("heading", level=1)).to_have_text("#مدن_تنصت")
    expect(stranger.get_by_role("link", name="Awnings come back").first).to_be_visible()
    stranger.goto("/en/news/?campaign=ShadeIsPublic")
    expect(stranger.get_by_role("heading", name="Stops are measured")).to_be_visible()


def test_reader_takes_the_share_kit_home(kit: CampaignHubPage, browse: Any) -> None:
    reader = browse()
    reader.goto(HUB)
    expect(reader.get_by_role("button", name="Copy message 1")).to_be_visible()
    with reader.expect_download() as coming:
        reader.get_by_role("link", name="Download all").click()
    assert coming.value.suggested_filename == "shadeispublic-en.zip"
    with zipfile.ZipFile(coming.value.path()) as archive:
        assert archive.namelist() == ["texts/bluesky-en.txt", "pictures/01-map-of-stops.png", "credits.txt"]
        assert "Credit: Joint Office" in archive.read("credits.txt").decode("utf-8-sig")
