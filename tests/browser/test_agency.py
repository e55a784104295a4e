"""An agency's XLIFF comes back with one broken unit, in a real browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Page, expect
from press_officer import Officer
from wagtail_localize.models import StringTranslation
from wagtail_localize.operations import translate_object

from news.factories import ReleasePageFactory, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory, locale_of
from newsroom.home.roles import translators_of

pytestmark = pytest.mark.browser

#: Out and back for one language, from the open translation and without logging in; more needs a reason.
MOST_CLICKS = 4


@pytest.fixture
def translator(officer: Officer, browse: Callable[..., Page]) -> Officer:
    """A translator with a browser, logged in."""
    UserFactory(username="samir", roles=map(translators_of, ("ar", "fr")))
    translator = Officer(browse(), officer.address)
    translator.log_in("samir")
    translator.clicks.clear()
    return translator


@pytest.fixture
def draft(officer: Officer) -> ReleasePage:
    """A release that waits for its French translation."""
    page = ReleasePageFactory(
        parent=NewsIndexPage.objects.get(locale__language_code="en"),
        title="Night buses meet the ferry",
        body=[text_block("<p>Nobody is <b>left</b> on the landing.</p>")],
    )
    translate_object(page, [locale_of("fr")])
    return page.get_translation(locale_of("fr"))


def worked_on_by_an_agency(path: Path) -> None:
    """Fills in every target and loses the bold of one."""
    root = etree.parse(str(path))
    for segment in root.iter("{*}segment"):
        source = segment.find("{*}source")
        target = etree.SubElement(segment, source.tag.replace("source", "target"))
        target.text = f"FR {''.join(source.itertext())}"
        segment.set("state", "translated")
    root.write(str(path), xml_declaration=True, encoding="utf-8")


def test_an_agencys_xliff_comes_back_with_one_broken_unit(
    translator: Officer, draft: ReleasePage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = translator.page
    page.goto(f"{translator.address}/admin/pages/{draft.pk}/edit/")
    translator.click("Send to an agency", page.get_by_role("link", name="Send to an agency").first)
    expect(page.get_by_role("checkbox", name="English → French")).to_be_checked()
    with page.expect_download() as download:
        translator.click("Download", page.get_by_role("button", name="Download"))
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    worked_on_by_an_agency(file)
    translator.click("Bring back", page.get_by_role("link", name="Bring back"))
    page.get_by_label("File from the agency").set_input_files(file)
    translator.click("Bring back", page.get_by_role("button", name="Bring back"))
    expect(page.get_by_text("Accepted: 3")).to_be_visible()
    expect(page.get_by_text("Inline marks broken: 1")).to_be_visible()
    row = page.get_by_role("row").filter(has_text="Nobody is left on the landing.").first
    expect(row).to_contain_text("Inline marks broken: <b> is missing")
    with capsys.disabled():
        print(f"\n{translator.report()}")  # noqa: T201
    assert len(translator.clicks) <= MOST_CLICKS
    assert not StringTranslation.objects.filter(translation_of__data__contains="<b>").exists()
    page.goto(f"{translator.address}/admin/pages/{draft.pk}/edit/")
    expect(page.get_by_text("FR Night buses meet the ferry").first).to_be_visible()
    draft.refresh_from_db()
    assert not draft.live
