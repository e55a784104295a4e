"""An officer drops a Word file, corrects a guess, merges a person, publishes the draft; a reader sees all of it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from press_officer import Officer
from word_files import word_file_of_text

from importing.models import ImportedFile
from news.models import ReleasePage
from organisations.factories import PersonFactory
from organisations.models import Person

pytestmark = pytest.mark.browser

#: A release as a press office sent it, where it lies beside the clone; else one that was written for the tests.
SEEDS = sorted((Path(__file__).parents[4] / "shared/seeds").glob("003_*.txt"))
TWIN = Path(__file__).parents[2] / "importing/documents/confluent.txt"
IS_SEED = bool(SEEDS)
SOURCE = SEEDS[0] if IS_SEED else TWIN


def test_a_word_file_becomes_a_public_release(
    officer: Officer, stranger: Page, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "release_FINAL_v7.docx"
    file.write_bytes(word_file_of_text(SOURCE.read_text("utf-8")))
    page = officer.page
    page.goto(f"{officer.address}/admin/releases/")
    officer.click("Release from a file", page.get_by_role("main").get_by_role("link", name="Release from a file"))
    page.get_by_label("Drop documents here").set_input_files(file)
    officer.click("Read", page.get_by_role("button", name="Read", exact=True))
    expect(page.get_by_role("heading", name=file.name)).to_be_visible()
    imported = ImportedFile.objects.get()
    proposal = imported.proposal
    assert proposal is not None
    known = PersonFactory(name=f"{proposal.participants[-1].name}f", slug="known")
    page.reload()
    page.get_by_label("Paragraph 4 is").select_option("Summary")
    officer.clicks.append("Summary")
    page.wait_for_url("**/#p3")
    expect(page.get_by_label("Paragraph 4 is")).to_have_value("summary")
    match = page.get_by_role("group", name=proposal.participants[-1].name)
    officer.click("Same as", match.get_by_label(f"Same as {known.name}"))
    officer.click("Make the draft", page.get_by_role("button", name="Make the draft"))
    page.wait_for_url(re.compile(r"/edit/"))
    release = ReleasePage.objects.get()
    assert known in [link.person for link in release.participant_links.all()]
    assert not Person.objects.filter(name=proposal.participants[-1].name).exists()
    officer.write("place", page.get_by_label("Dateline: place"), "Karsund")
    officer.publish()
    expect(page.get_by_text("published.")).to_be_visible()
    with capsys.disabled():
        print(f"\n{imported.seconds} s to read; {officer.report()}")  # noqa: T201
    release.refresh_from_db()
    stranger.goto(f"{officer.address}{release.url}")
    expect(stranger.get_by_role("heading", level=1)).to_contain_text(str(proposal.headline))
    expect(stranger.get_by_text(f"#{proposal.hashtags[0]}").first).to_be_visible()
    assert release.participant_links.count() == (21 if IS_SEED else len(proposal.participants))
    assert release.quotes.count() == release.boilerplate_links.count() == release.contact_links.count() == 3
    for link in release.participant_links.all():
        assert link.person.name in stranger.content()
