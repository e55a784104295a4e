"""The panel beside the text: what holds a release back is said while somebody types; each line leads to its field."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from press_officer import Officer

from news.factories import ReleasePageFactory, block, quote_block, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import ImageFactory, png
from newsroom.base.models import RuleSettings
from newsroom.base.rules.registry import Level, rule_registry
from newsroom.publication.review.facts import set_confidential
from organisations.factories import MediaContactFactory

pytestmark = pytest.mark.browser

OF_RELEASES = "news.rules"


@pytest.fixture
def spoilt(index: NewsIndexPage, directory: None) -> ReleasePage:
    """A draft in which everything is wrong that can be wrong at once."""
    image = ImageFactory(title="Stop", description="", content=png(300, 200))
    nobody = block("quote", {"words": "Rivers do not read.", "speaker": None, "role": "", "language": ""})
    page: ReleasePage = ReleasePageFactory(
        parent=index,
        title="Night buses",
        live=False,
        image=image,
        dateline_place="",
        contact=MediaContactFactory(name="Late Person", valid_until=datetime.date(2020, 1, 1)),
        body=[text_block("<p>In XX cities.</p>"), nobody, quote_block("We wait.")],
    )
    links = list(page.organisation_links.all())
    for link in links:
        link.is_lead = False
    page.organisation_links = links
    page.save_revision(clean=False)
    return page


def open_panel(officer: Officer, address: str) -> Locator:
    """The editor with its panel."""
    officer.page.goto(f"{officer.address}{address}")
    panel = officer.page.locator("[data-before-publishing]")
    expect(panel.locator("[data-number]")).to_be_attached()
    if panel.is_hidden():
        officer.page.locator("[data-side-panel-toggle='before-publishing']").click()
    expect(panel).to_be_visible()
    return panel


FOCUSED = """() => {
  const at = document.activeElement;
  const block = at.closest("[data-streamfield-child]");
  const part = block ?? at.closest("[data-contentpath], [id^='inline_child_']") ?? at;
  const names = [...part.querySelectorAll("[name]")];
  return [
    at.name ?? "", at.id, block?.querySelector("[name$='-id']")?.value ?? "", at.closest("[data-panel]")?.id ?? "",
    names.map((each) => each.name).join(" "), at.closest("[data-contentpath]")?.dataset.contentpath ?? ""].join(" ");
}"""


def lead(page: Page, line: Locator) -> str:
    """Click on a line; where the cursor is then."""
    page.evaluate("() => document.activeElement?.blur()")
    line.click()
    page.wait_for_function(
        "() => ![document.body, null].includes(document.activeElement) "
        "&& !document.activeElement.closest('[data-before-publishing]')"
    )
    found: str = page.evaluate(FOCUSED)
    return found


def test_every_rule_that_holds_back_is_seen_and_leads_to_its_field(
    officer: Officer, spoilt: ReleasePage, index: NewsIndexPage
) -> None:
    RuleSettings.objects.create(chosen_levels={"clearance": "blocking"})
    set_confidential(spoilt.life, True)
    panel = open_panel(officer, f"/admin/pages/{spoilt.pk}/edit/")
    fields = seen_and_led(officer.page, panel)
    officer.page.get_by_role("textbox", name="Headline*", exact=True).fill("")
    expect(panel.get_by_text("Write a headline.")).to_be_visible()
    fields |= seen_and_led(officer.page, panel)
    fields |= seen_and_led(officer.page, open_panel(officer, f"/admin/pages/add/news/releasepage/{index.pk}/"))
    holding = {
        rule.name
        for rule in rule_registry.rules
        if type(rule).__module__.startswith(OF_RELEASES) and RuleSettings.current().level_of(rule) == Level.BLOCKING
    }
    # An address that another page has is refused by the form; what was chosen is there in a form that was just opened.
    assert set(fields) - {"stored"} == (holding | {"placeholders"}) - {"address", "gone"}
    assert all(fields.values()), fields


def seen_and_led(page: Page, panel: Locator) -> dict[str, bool]:
    """By the rules of the lines that hold back, whether each line led to its field."""
    found = {}
    for line in panel.locator(".newsroom-check-blocking").all():
        link = line.locator("[data-field]")
        field, number = link.get_attribute("data-field"), link.get_attribute("data-block")
        where = lead(page, link)
        found[str(line.get_attribute("data-rule"))] = (number or str(field)) in where
    return found


def test_what_is_typed_is_said_and_nothing_is_saved(officer: Officer, spoilt: ReleasePage) -> None:
    panel = open_panel(officer, f"/admin/pages/{spoilt.pk}/edit/")
    before = spoilt.revisions.count()
    headline = officer.page.get_by_role("textbox", name="Headline*", exact=True)
    headline.fill("Night buses, TBC")
    expect(panel.get_by_text("“TBC” looks like a placeholder.")).to_be_visible()
    headline.fill("Night buses")
    expect(panel.get_by_text("“TBC” looks like a placeholder.")).to_have_count(0)
    counter = officer.page.locator("[data-side-panel-toggle='before-publishing'] [data-side-panel-toggle-counter]")
    expect(counter.first).to_have_text(str(panel.locator(".newsroom-check-blocking").count()))
    assert spoilt.revisions.count() == before


def test_characters_are_counted_beside_the_field(officer: Officer, spoilt: ReleasePage) -> None:
    open_panel(officer, f"/admin/pages/{spoilt.pk}/edit/")
    headline = officer.page.get_by_role("textbox", name="Headline*", exact=True)
    count = officer.page.locator(f"#{headline.get_attribute('id')}-count")
    expect(count).to_have_text("11 of 100")
    headline.fill("a" * 101)
    expect(count).to_have_text("101 of 100")
    expect(count).to_have_class("newsroom-count newsroom-count-over")
    assert str(count.get_attribute("id")) in str(headline.get_attribute("aria-describedby"))
    expect(officer.page.locator("[aria-live=polite]").filter(has_text="101 of 100")).to_be_attached()


@pytest.mark.parametrize("code", ["en", "ar"])
def test_on_a_phone_a_line_leads_out_of_the_panel(
    officer: Officer, browse: Callable[..., Page], spoilt: ReleasePage, code: str
) -> None:
    page = officer.page
    page.set_viewport_size({"width": 390, "height": 844})
    page.context.add_cookies([{"name": "django_language", "value": code, "url": officer.address}])
    panel = open_panel(officer, f"/admin/pages/{spoilt.pk}/edit/")
    line: Any = panel.locator("[data-rule='dateline'] a")
    assert "dateline_place" in lead(page, line)
    assert page.evaluate("() => document.scrollingElement.scrollWidth") <= 390
    expect(page.locator("[name=dateline_place]")).to_be_focused()
    expect(page.locator("[name=dateline_place]")).to_be_in_viewport()
