"""What a press officer does in a day, in a real browser, and what a reader sees of it."""

import datetime

import pytest
import time_machine
from django.utils import timezone
from playwright.sync_api import Page, expect
from press_officer import Officer

from news.models import ReleasePage
from newsroom.publication.lifting.scheduler import Scheduler

pytestmark = pytest.mark.browser

HEADLINE = "Night buses meet the last ferry"
WORDS = "Nobody asks whether the lamps pay for themselves."
#: What a release costs its officer; more than this needs a reason.
MOST_CLICKS = 20
CLICKS_OF_A_QUOTE = 4


def write_release(officer: Officer, embargoed_until: str = "") -> None:
    """Write a complete release with one quote."""
    page = officer.page
    officer.start_release()
    officer.write("headline", page.get_by_role("textbox", name="Headline*", exact=True), HEADLINE)
    officer.write("subheadline", page.get_by_role("textbox", name="Subheadline"), "The boat waits for the bus.")
    page.get_by_label("Kind").select_option("Statement")
    officer.fields.append("kind")
    officer.write("place", page.get_by_label("Dateline: place"), "Karsund")
    if embargoed_until:
        day, time = embargoed_until.split(" ")
        embargo = page.get_by_role("group", name="Embargoed until")
        officer.write("embargo: day", embargo.get_by_label("Day"), day)
        officer.write("embargo: time", embargo.get_by_label("Time, 24 hours"), time)
    officer.write_text("Nurses, cooks and cleaners asked for one thing.")
    officer.quote(WORDS, "Wairimu Tendeka")
    officer.choose("Organisations", "Choose organisation", "Joint Office for Urban Heat")
    officer.choose("Media contacts", "Choose media contact", "Halima Okoth")
    officer.write("hashtag", officer.hashtags, "ShadeIsPublic,")


def test_a_release_with_three_quotes(officer: Officer, capsys: pytest.CaptureFixture[str]) -> None:
    write_release(officer)
    officer.quote("The bus waits for the last boat.", "Oleg Brandvik")
    officer.quote("Then nobody walks home.", "Wairimu Tendeka")
    officer.publish()
    expect(officer.page.get_by_text(f"Page '{HEADLINE}' created and published.")).to_be_visible()
    with capsys.disabled():
        print(f"\n{officer.report()}")  # noqa: T201
    assert len(officer.clicks) <= MOST_CLICKS + 2 * CLICKS_OF_A_QUOTE
    release = ReleasePage.objects.get(title=HEADLINE)
    assert [str(quote.speaker) for quote in release.quotes.order_by("sort_order")] == [
        "Wairimu Tendeka",
        "Oleg Brandvik",
        "Wairimu Tendeka",
    ]


def test_officer_publishes_a_release_and_a_reader_finds_it(
    officer: Officer, stranger: Page, capsys: pytest.CaptureFixture[str]
) -> None:
    write_release(officer)
    officer.publish()
    expect(officer.page.get_by_text(f"Page '{HEADLINE}' created and published.")).to_be_visible()
    with capsys.disabled():
        print(f"\n{officer.report()}")  # noqa: T201
    assert len(officer.clicks) <= MOST_CLICKS
    stranger.goto("/en/")
    stranger.get_by_role("link", name=HEADLINE).click()
    assert stranger.url.endswith("/en/news/night-buses-meet-the-last-ferry/")
    quote = stranger.locator("figure.quote")
    expect(quote.locator("blockquote")).to_have_text(WORDS)
    expect(quote.get_by_role("link", name="Wairimu Tendeka", exact=True)).to_be_visible()
    expect(quote).to_contain_text("Wairimu Tendeka, Mayor of Mito Miwili")
    stranger.get_by_role("link", name="#ShadeIsPublic").click()
    expect(stranger.get_by_role("heading", level=1)).to_have_text("#ShadeIsPublic")
    expect(stranger.get_by_role("link", name=HEADLINE)).to_be_visible()
    expect(stranger.locator(".wall blockquote")).to_have_text(WORDS)
    stranger.get_by_role("searchbox").first.fill("lamps")
    stranger.keyboard.press("Enter")
    expect(stranger.get_by_role("link", name=HEADLINE)).to_be_visible()
    expect(stranger.locator("mark").first).to_have_text("lamps")
    assert not stranger.context.cookies()


def test_officer_publishes_under_embargo_and_it_lifts_by_itself(officer: Officer, stranger: Page) -> None:
    lift = (timezone.now() + datetime.timedelta(minutes=3)).replace(second=0, microsecond=0)
    write_release(officer, embargoed_until=lift.strftime("%Y-%m-%d %H:%M"))
    officer.publish()
    expect(officer.page.get_by_text(HEADLINE).first).to_be_visible()
    expect(officer.page.get_by_text("scheduled for publishing")).to_be_visible()
    address = f"/en/news/{ReleasePage.objects.get().slug}/"
    assert answer(stranger, address) == 404
    work()
    assert answer(stranger, address) == 404
    with time_machine.travel(lift):
        work()
        assert answer(stranger, address) == 200
        expect(stranger.get_by_role("heading", name=HEADLINE)).to_be_visible()
    assert ReleasePage.objects.get().released_at == lift


def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(officer: Officer) -> None:
    page = officer.page
    officer.start_release()
    officer.write("headline", page.get_by_role("textbox", name="Headline*", exact=True), HEADLINE)
    officer.write("subheadline", page.get_by_role("textbox", name="Subheadline"), "The boat waits for the bus.")
    officer.write_text("Nurses, cooks and cleaners asked for one thing.")
    officer.quote(WORDS)
    officer.choose("Organisations", "Choose organisation", "Joint Office for Urban Heat")
    officer.write("hashtag", officer.hashtags, "ShadeIsPublic,")
    officer.publish()
    expect(page.get_by_text("The page could not be created due to validation errors")).to_be_visible()
    place = page.locator("[data-contentpath=dateline_place]")
    expect(place).to_contain_text("A press release states the place it is issued from.")
    speaker = officer.panel("Text").locator("[data-contentpath=speaker]")
    expect(speaker).to_contain_text("This field is required.")
    expect(officer.panel("Media contacts")).to_contain_text("This field is required.")
    expect(page.get_by_role("textbox", name="Headline*", exact=True)).to_have_value(HEADLINE)
    expect(page.get_by_role("textbox", name="Subheadline")).to_have_value("The boat waits for the bus.")
    expect(page.get_by_role("textbox", name="Words*", exact=True)).to_have_value(WORDS)
    expect(officer.panel("Text")).to_contain_text("Nurses, cooks and cleaners asked for one thing.")
    expect(officer.panel("Organisations")).to_contain_text("Joint Office for Urban Heat")
    expect(officer.panel("Campaign")).to_contain_text("ShadeIsPublic")
    assert not ReleasePage.objects.filter(live=True).exists()


def answer(stranger: Page, address: str) -> int:
    """What a reader's browser is answered."""
    response = stranger.goto(address)
    assert response
    return response.status


def work() -> None:
    """One round of the scheduler."""
    Scheduler().lift()
