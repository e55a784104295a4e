"""What a page from right to left shows in which order, which its HTML does not tell."""

import datetime
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from campaigns.calls.factories import CallPageFactory
from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CallIndexPage, CampaignIndexPage, KeyFigure
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from newsroom.base.factories import locale_of, publish
from organisations.factories import MediaContactFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

#: Where a word stands in an element: its left edge, and in how many lines.
PLACE = """(element, word) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const start = node.data.indexOf(word);
    if (start < 0) continue;
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, start + word.length);
    const lines = new Set([...range.getClientRects()].map((each) => Math.round(each.top)));
    return [range.getBoundingClientRect().left, lines.size];
  }
  throw new Error(`${word} does not stand in ${element.textContent}`);
}"""


def left_edges(page: Page, selector: str, *words: str) -> list[float]:
    """Where words begin on the screen, from its left."""
    return [page.eval_on_selector(selector, PLACE, word)[0] for word in words]


@pytest.mark.parametrize("code", ["ar", "fr", "zh-hans"])
def test_unit_of_a_key_figure_stands_behind_its_number(
    campaigns: CampaignIndexPage, browse: Callable[..., Page], code: str
) -> None:
    translated = CampaignHubPageFactory(parent=campaigns).copy_for_translation(locale_of(code))
    translated.key_figures = [KeyFigure(value="28 °C", label="cooler", locale=translated.locale, sort_order=0)]
    publish(translated)
    page = browse()
    page.goto(translated.url)
    number, unit = left_edges(page, ".figures dd", "28", "°C")
    assert number < unit


def test_arabic_hours_begin_at_the_right_and_a_zone_keeps_its_order(
    index: NewsIndexPage, browse: Callable[..., Page]
) -> None:
    MediaContactFactory(
        time_zone="Asia/Shanghai", opens_at=datetime.time(8, 30), closes_at=datetime.time(17), is_press_desk=True
    )
    page = browse()
    page.goto("/ar/")
    start, end, zone, offset = left_edges(page, ".answers tbody td:nth-of-type(2)", "08:30", "17:00", "UTC", "+8")
    assert start > end > zone
    assert zone < offset


@pytest.mark.parametrize("width", [390, 1280])
def test_arabic_month_is_not_broken_in_the_column_of_a_list(
    index: NewsIndexPage, browse: Callable[..., Page], width: int
) -> None:
    page_of = ReleasePageFactory(parent=index)
    publish(page_of.copy_for_translation(locale_of("ar")))
    page = browse(viewport={"width": width, "height": 900})
    page.goto("/ar/news/")
    month = page.locator(".listing .date time").first.evaluate("time => time.childNodes[1].data.trim().split(' ')[0]")
    assert page.eval_on_selector(".listing .date time", PLACE, month)[1] == 1


def test_both_names_of_an_arabic_month_stand_in_one_line_where_its_day_is_open(
    index: NewsIndexPage, browse: Callable[..., Page]
) -> None:
    calls = CallIndexPage.objects.get(locale__language_code="en")
    translated = CallPageFactory(parent=calls, meetings=5).copy_for_translation(locale_of("ar"))
    publish(translated)
    page = browse()
    page.goto(translated.url)
    assert page.eval_on_selector(".date b.month >> nth=4", PLACE, "أيار/مايو")[1] == 1


def test_chinese_day_follows_its_year_in_a_list(index: NewsIndexPage, browse: Callable[..., Page]) -> None:
    release = ReleasePageFactory(parent=index)
    publish(release.copy_for_translation(locale_of("zh-hans")))
    page = browse()
    page.goto("/zh-hans/news/")
    year, day = left_edges(page, ".listing .date time", "年", "日")
    assert year < day


def test_latin_headline_and_hashtag_stand_at_the_side_where_arabic_begins(
    index: NewsIndexPage, campaigns: CampaignIndexPage, browse: Callable[..., Page]
) -> None:
    ReleasePageFactory(parent=index, title="Quay")
    hub = CampaignHubPageFactory(parent=campaigns).copy_for_translation(locale_of("ar"))
    publish(hub)
    page = browse(viewport={"width": 390, "height": 900})
    page.goto("/ar/")
    assert left_edges(page, ".lead .headline", "Quay")[0] > 390 / 2
    page.goto(hub.url)
    edges = "(name) => [name.getBoundingClientRect().right, name.lastElementChild.getBoundingClientRect().right]"
    name, letters = page.eval_on_selector(".hub-name", edges)
    assert name - letters < 2
