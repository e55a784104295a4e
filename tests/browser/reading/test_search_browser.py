"""A reader searches with a script: titles are offered, results change in place, the address goes along."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from newsroom.home.models import HomePage
from search.indexing import ensure

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def archive(newsroom: HomePage) -> None:
    """Two releases about a ferry, of two kinds."""
    ensure()
    index = NewsIndexPage.objects.child_of(newsroom).get()
    ReleasePageFactory(parent=index, title="The last ferry", slug="last-ferry", kind="speech")
    ReleasePageFactory(parent=index, title="A ferry by night", slug="night-ferry", kind="statement")


@pytest.fixture
def reader_page(browse: Callable[..., Page]) -> Page:
    """A reader's browser with scripts."""
    return browse()


def test_results_change_in_place_and_the_address_with_them(archive: None, reader_page: Page) -> None:
    page = reader_page
    page.goto("/en/search/")
    field = page.get_by_role("combobox", name="Search for")
    field.fill("ferry")
    field.press("Enter")
    expect(page.locator(".listing li")).to_have_count(2)
    page.evaluate("window.isSamePage = true")
    page.get_by_role("checkbox", name="Speech").check()
    expect(page.locator(".listing li")).to_have_count(1)
    expect(page).to_have_url("/en/search/?q=ferry&kind=speech")
    expect(page.get_by_role("checkbox", name="Speech")).to_be_focused()
    page.get_by_role("link", name="Speech remove").click()
    expect(page.locator(".listing li")).to_have_count(2)
    page.go_back()
    expect(page.locator(".listing li")).to_have_count(1)
    assert page.evaluate("window.isSamePage") is True


def test_titles_are_offered_and_chosen_by_keyboard(archive: None, reader_page: Page) -> None:
    page = reader_page
    page.goto("/en/search/")
    field = page.get_by_role("combobox", name="Search for")
    offered = page.get_by_role("listbox", name="Suggestions").get_by_role("option")
    field.press_sequentially("fer")
    expect(offered).to_have_count(2)
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    expect(offered.first).to_have_attribute("aria-selected", "true")
    field.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    field.press_sequentially("ry by")
    expect(offered).to_have_count(1)
    field.press("ArrowDown")
    field.press("Enter")
    expect(page).to_have_url("/en/news/night-ferry/")
