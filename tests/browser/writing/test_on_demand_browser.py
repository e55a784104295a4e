"""What is rarely needed opens on demand in the editor, by keyboard too, and says so to those who hear it."""

import uuid

import pytest
from playwright.sync_api import Locator, Page, expect
from press_officer import Officer

from news.factories import ReleasePageFactory, block, quote_block, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import ImageFactory, png
from organisations.models import Person

pytestmark = pytest.mark.browser

#: Pixels at 1280; it was 3,366 for a new release.
MOST_OF_A_NEW_RELEASE = 2700
HEIGHT = "() => document.querySelector('#page-edit-form [role=tabpanel]:not([hidden])').getBoundingClientRect().height"


@pytest.fixture
def draft(index: NewsIndexPage, directory: None) -> ReleasePage:
    """A draft with a quote spoken in another language, one that says nothing more, and a picture without its words."""
    speaker = Person.objects.get(name="Wairimu Tendeka")
    image = ImageFactory(title="Stop", description="", content=png(1600, 900))
    elsewhere = quote_block("We wait.", speaker)
    elsewhere["value"]["language"] = "es"
    plain = quote_block("We walk.", speaker)
    plain["value"]["language"] = "en"
    picture = block("image", {"image": image.pk, "alt": "", "caption": ""})
    body = [text_block("<p>Text.</p>"), elsewhere, plain, picture | {"id": str(uuid.uuid4())}]
    page: ReleasePage = ReleasePageFactory(parent=index, live=False, body=body, notes_to_editors="<p>One note.</p>")
    page.save_revision(clean=False)
    return page


def editor(officer: Officer, page: ReleasePage) -> Page:
    """The editor of a page."""
    officer.page.goto(f"{officer.address}/admin/pages/{page.pk}/edit/")
    expect(officer.page.get_by_role("textbox", name="Headline*", exact=True)).to_be_visible()
    return officer.page


def toggle_of(part: Locator) -> Locator:
    """The button that opens a part."""
    return part.locator(":scope > .w-panel__header [data-panel-toggle]")


def test_a_new_release_is_short_and_its_parts_open_by_keyboard(officer: Officer, index: NewsIndexPage) -> None:
    page = officer.page
    page.goto(f"{officer.address}/admin/pages/add/news/releasepage/{index.pk}/")
    part = officer.panel("Notes to editors")
    expect(toggle_of(part)).to_have_attribute("aria-expanded", "false")
    assert page.evaluate(HEIGHT) <= MOST_OF_A_NEW_RELEASE
    toggle_of(part).press("Enter")
    expect(toggle_of(part)).to_have_attribute("aria-expanded", "true")
    expect(part.locator("[contenteditable=true]")).to_be_visible()


def test_what_a_part_holds_is_said_until_it_is_opened(officer: Officer, draft: ReleasePage) -> None:
    editor(officer, draft)
    part = officer.page.locator("#panel-child-content-notes_to_editors-section")
    expect(toggle_of(part)).to_have_attribute("aria-expanded", "false")
    expect(part.get_by_text("filled in")).to_be_visible()
    expect(toggle_of(part)).to_have_accessible_description("Notes to editors filled in")
    toggle_of(part).click()
    toggle_of(part).click()
    expect(toggle_of(part)).to_have_attribute("aria-expanded", "false")
    expect(part.get_by_text("filled in")).to_have_count(0)


def test_a_quote_is_three_fields_until_more_is_wanted(officer: Officer, draft: ReleasePage) -> None:
    page = editor(officer, draft)
    more = page.locator("section", has=page.locator(":scope > .w-panel__content > .newsroom-more"))
    expect(more).to_have_count(2)
    expect(toggle_of(more.first)).to_have_attribute("aria-expanded", "true")  # another language was chosen
    expect(toggle_of(more.last)).to_have_attribute("aria-expanded", "false")
    expect(more.last.get_by_label("Language spoken")).to_be_hidden()
    expect(more.last.get_by_role("heading", name="More about this quote")).to_be_visible()
    expect(more.last).not_to_contain_text("null")
    officer.quote("The bus waits.")
    expect(more).to_have_count(3)
    expect(toggle_of(more.last)).to_have_attribute("aria-expanded", "false")
    toggle_of(more.last).press("Enter")
    expect(more.last.get_by_label("Language spoken")).to_be_visible()


def test_an_error_opens_the_further_fields_of_its_quote(officer: Officer, draft: ReleasePage) -> None:
    page = editor(officer, draft)
    more = page.locator("section", has=page.locator(":scope > .w-panel__content > .newsroom-more")).last
    more.get_by_label("Status of a translation").evaluate(
        "each => { each.append(new Option('other', 'other')); each.value = 'other'; }"
    )
    officer.click("Save draft", page.get_by_role("button", name="Save draft"))
    more = page.locator("section", has=page.locator(":scope > .w-panel__content > .newsroom-more")).last
    expect(more.locator(".error-message").first).to_be_visible()
    expect(toggle_of(more)).to_have_attribute("aria-expanded", "true")


def test_a_line_leads_to_what_a_picture_lacks(officer: Officer, draft: ReleasePage) -> None:
    page = editor(officer, draft)
    panel = page.locator("[data-before-publishing]")
    expect(panel.locator("[data-number]")).to_be_attached()
    if panel.is_hidden():
        page.locator("[data-side-panel-toggle='before-publishing']").click()
    for rule, part in (("image_alt", "alt"), ("image_credit", "credit"), ("image_licence", "licence")):
        panel.locator(f"[data-rule='{rule}'] a").click()
        field = page.locator(f"[data-contentpath='{part}']").locator("input, select")
        expect(field).to_be_focused()
    page.locator("[data-contentpath='credit'] input").fill("Photo: N. Belhadri")
    page.locator("[data-contentpath='licence'] select").select_option("press")
    expect(panel.locator("[data-rule='image_credit']")).to_have_count(0)
    expect(panel.locator("[data-rule='image_licence']")).to_have_count(0)


def test_on_a_phone_no_field_is_wider_than_the_form(officer: Officer, index: NewsIndexPage) -> None:
    page = officer.page
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{officer.address}/admin/pages/add/news/releasepage/{index.pk}/")
    fields = page.locator("#page-edit-form :is(select, input:not([type=hidden]), textarea)")
    expect(fields.first).to_be_attached()
    ends = fields.evaluate_all(
        "all => all.filter((each) => each.offsetParent).map((each) => each.getBoundingClientRect().right)"
    )
    assert ends and max(ends) <= 390
