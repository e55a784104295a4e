"""A whole review without a mouse: parts, paragraphs, values that are wrong and are mended, who is who, the draft."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from press_officer import Officer

from importing.models import ImportedFile
from news.models import ReleasePage
from organisations.factories import PersonFactory
from organisations.models import MediaContact, Person

pytestmark = pytest.mark.browser

RELEASE = (
    "Towns light their piers\n\nNairobi, 26 November 2031 – The towns lit the piers of the river on Monday.\n\n"
    "The lamps\n\nThey stay until spring. The piers are swept on Fridays.\n\n"
    "“Nobody waits in the dark,” said Oona Ferrant, mayor of Lindmouth.\n\nMedia contact:\n\n"
    "Tamsin Okello, River Desk, tamsin.okello@river.example, 020 555 0142\n"
)
MOST_STEPS = 150


def send_instead(page: Page, words: str) -> None:
    """Type over what stands in the field, and send the form."""
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(words)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def tab_to(page: Page, what: Locator, key: str = "Tab") -> None:
    """Press a key until something has the focus."""
    for _step in range(MOST_STEPS):
        if what.evaluate("each => each === document.activeElement"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} never leads to {what}")


def paragraphs(page: Page) -> Locator:
    return page.locator("[data-row]")


def go_to(page: Page, words: str) -> Locator:
    """Walk with the arrows to the paragraph that has some words."""
    row = paragraphs(page).filter(has_text=words).first
    in_focus = page.locator("[data-row]:focus")
    if not in_focus.count():
        tab_to(page, page.locator('[data-row][tabindex="0"]'))
    number = int(str(row.get_attribute("id"))[1:])
    here = int(str(in_focus.get_attribute("id"))[1:])
    for _step in range(abs(number - here)):
        page.keyboard.press("ArrowDown" if number > here else "ArrowUp")
    expect(row).to_be_focused()
    return row


def test_a_review_without_a_mouse(officer: Officer) -> None:
    page = officer.page
    known = PersonFactory(name="Oona Ferrante", slug="known")
    page.goto(f"{officer.address}/admin/imports/")
    page.get_by_label("Drop documents here").set_input_files(
        {"name": "piers.txt", "mimeType": "text/plain", "buffer": RELEASE.encode()}
    )
    tab_to(page, page.get_by_role("button", name="Read", exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="piers.txt")).to_be_visible()

    row = go_to(page, "The lamps")
    with page.expect_navigation():
        page.keyboard.press("t")
    expect(row.get_by_label("Paragraph 3 is")).to_have_value("paragraph")
    expect(row).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("h")
    expect(row.get_by_label("Paragraph 3 is")).to_have_value("heading")

    number = paragraphs(page).count()
    go_to(page, "They stay until spring")
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Part here").and_(page.locator(":visible")))
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(paragraphs(page)).to_have_count(number + 1)
    go_to(page, "The piers are swept")
    with page.expect_navigation():
        page.keyboard.press("Backspace")
    expect(paragraphs(page)).to_have_count(number)

    contact = paragraphs(page).filter(has=page.get_by_label("Telephone")).first
    phone = contact.get_by_label("Telephone")
    tab_to(page, phone)
    send_instead(page, "not yet known")
    expect(phone).to_be_focused()
    expect(phone).to_have_value("not yet known")
    expect(phone).to_have_attribute("aria-invalid", "true")
    expect(phone).to_have_accessible_description(re.compile("is no telephone number"))
    send_instead(page, "020 555 0199")
    expect(phone).to_have_value("+254 20 5550199")

    day = page.locator("#id_value-date")
    tab_to(page, day)
    send_instead(page, "soon")
    expect(day).to_be_focused()
    send_instead(page, "2031-11-25")
    expect(page.locator("[aria-invalid=true]")).to_have_count(0)

    match = page.get_by_role("group", name="Oona Ferrant")
    tab_to(page, match.get_by_role("radio", checked=True))
    page.keyboard.press("ArrowUp")
    expect(match.get_by_label(f"Same as {known.name}")).to_be_checked()
    tab_to(page, page.get_by_role("button", name="Make the draft"))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/edit/"))
    draft = ReleasePage.objects.get().get_latest_revision_as_object()
    assert ImportedFile.objects.get().same_as["person:oonaferrant"] == known.pk
    assert "The lamps" in str(draft.body) and not Person.objects.filter(name="Oona Ferrant").exists()
    assert MediaContact.objects.filter(phone="+254 20 5550199").exists()
