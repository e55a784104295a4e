"""What a release costs its officer: three quotes, two organisations, an image and an attachment."""

import re

import pytest
from playwright.sync_api import expect
from press_officer import Officer

from news.models import ReleasePage
from newsroom.base.factories import ImageFactory, png
from newsroom.base.models import NewsroomDocument
from organisations.factories import BoilerplateFactory, MediaContactFactory, OrganisationFactory
from organisations.models import Organisation

pytestmark = pytest.mark.browser

#: What it may cost; it was 42.
MOST_CLICKS = 24


@pytest.fixture
def library(directory: None) -> None:
    """What is chosen beside the people: an organisation with its text and contact, another, an image, a file."""
    office = Organisation.objects.get(name="Joint Office for Urban Heat")
    BoilerplateFactory(organisation=office)
    MediaContactFactory(name="Desk of the Office", organisation=office)
    OrganisationFactory(name="Tidal Council", slug="tidal-council")
    ImageFactory(title="Stop at noon", content=png(1600, 900))
    NewsroomDocument.objects.create(title="Counts", file="documents/counts.csv")


def test_release_with_three_quotes_two_organisations_an_image_and_a_file(
    officer: Officer, library: None, capsys: pytest.CaptureFixture[str]
) -> None:
    page = officer.page
    officer.click("New release", page.get_by_role("link", name="New release").first)
    officer.write("headline", page.get_by_role("textbox", name="Headline*", exact=True), "Night buses wait")
    officer.write("subheadline", page.get_by_role("textbox", name="Subheadline"), "The boat waits for the bus.")
    officer.write("place", page.get_by_label("Dateline: place"), "Karsund")
    officer.write_text("Nurses asked for one thing.")
    for words in ("Nobody walks home.", "The bus waits.", "The boat does too."):
        officer.quote(words, "Wairimu Tendeka")
    officer.choose("Organisations", "Choose organisation", "Joint Office for Urban Heat")
    brought = page.locator(".newsroom-brought")
    expect(brought).to_contain_text("Desk of the Office")
    expect(officer.panel("Media contacts")).to_contain_text("Desk of the Office")
    expect(officer.panel("Boilerplates")).to_contain_text("Joint Office for Urban Heat")
    officer.open_window("another organisation", page.locator("#id_organisation_links-ADD"))
    officer.click("Tidal Council", page.get_by_role("dialog").get_by_role("link", name="Tidal Council"))
    officer.open_window("Choose an image", page.locator("#id_image-chooser").get_by_role("button").first)
    officer.click("Stop at noon", page.get_by_role("dialog").get_by_role("link", name=re.compile("Stop at noon")))
    expect(page.get_by_role("dialog")).to_have_count(0)
    officer.open_window("attachment", page.locator("#id_attachments-ADD"))
    officer.click("Counts", page.get_by_role("dialog").get_by_role("link", name=re.compile("Counts")))
    expect(page.get_by_role("dialog")).to_have_count(0)
    officer.write("title of the file", page.locator("#id_attachments-0-title"), "Counts by stop")
    officer.click("Save draft", page.get_by_role("button", name="Save draft"))
    expect(page.get_by_text("created.").first).to_be_visible()
    with capsys.disabled():
        print(f"\n{officer.report()}")  # noqa: T201
    assert len(officer.clicks) - 1 <= MOST_CLICKS  # but for the log-in
    draft = ReleasePage.objects.get().get_latest_revision_as_object()
    assert [str(link.contact) for link in draft.contact_links.all()] == ["Desk of the Office"]
    assert [str(link.boilerplate) for link in draft.boilerplate_links.all()] == ["Joint Office for Urban Heat"]
    assert (draft.organisation_links.count(), draft.attachments.count(), draft.image.title) == (2, 1, "Stop at noon")
