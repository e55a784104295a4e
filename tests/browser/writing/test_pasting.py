"""What Word, Google, LibreOffice and Outlook copy keeps its shape in the editor; what is dropped is said."""

import pytest
from clipboard import GOOGLE, LIBRE, OUTLOOK, WORD
from playwright.sync_api import Locator, Page, expect
from press_officer import Officer
from test_table_editor import paste

from news.factories import ReleasePageFactory, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.home.writing.versions import without_keys
from newsroom.language.tables import PlainTable, table_of

pytestmark = pytest.mark.browser

LINK = '<a href="https://karsund.example/plan">the plan</a>'
LIST = "<ul><li>First stop<ul><li>with a bench</li></ul></li></ul><ol><li>Second stop</li></ol>"


@pytest.fixture
def draft(officer: Officer) -> ReleasePage:
    """A draft whose text is one empty block."""
    index = NewsIndexPage.objects.get(locale__language_code="en")
    page: ReleasePage = ReleasePageFactory(parent=index, live=False, body=[text_block("<p></p>")])
    page.save_revision()
    return page


def opened(officer: Officer, page: ReleasePage) -> Page:
    officer.page.goto(f"{officer.address}/admin/pages/{page.pk}/edit/")
    expect(officer.page.locator(".public-DraftEditor-content").first).to_be_visible()
    return officer.page


def said(page: Page) -> Locator:
    return page.locator(".newsroom-pasted[role=status]")


def saved(officer: Officer, page: ReleasePage) -> ReleasePage:
    """The draft as it is saved now; the editor hands over what it holds when the hands rest."""
    officer.page.wait_for_timeout(800)
    officer.page.get_by_role("button", name="Save draft").click()
    expect(officer.page.get_by_text("has been updated").first).to_be_visible()
    draft: ReleasePage = ReleasePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    return draft


def bare_html(value: object) -> str:
    """Rich text without the keys of its paragraphs."""
    return str(without_keys(str(value)))


@pytest.mark.parametrize(
    ("clipboard", "place", "comments"),
    [(WORD, " in Karsund", True), (GOOGLE, "", True), (LIBRE, "", False), (OUTLOOK, "", False)],
    ids=["Word", "Google", "LibreOffice", "Outlook"],
)
def test_pasted_text_keeps_its_shape_and_what_is_left_out_is_said(
    officer: Officer, draft: ReleasePage, clipboard: str, place: str, comments: bool
) -> None:
    page = opened(officer, draft)
    paste(page.locator(".public-DraftEditor-content").first, clipboard)
    expect(said(page)).to_contain_text("Headings stand below as blocks of their own.")
    expect(said(page)).to_contain_text("pictures (1)")
    assert ("comments (1)" in said(page).inner_text()) is comments
    body = saved(officer, draft).body
    first = f"<p>The <b>last ferry</b> waits for the <i>night bus</i>{place}, says {LINK}.</p>"
    assert body[0].block_type == "heading" and body[0].value == "What was agreed"
    written = bare_html(body[1].value.source)
    assert written.startswith(first + LIST), written
    if clipboard == WORD:
        assert [each.block_type for each in body] == ["heading", "text", "table", "text"]
        assert table_of(body[2].value) == PlainTable(
            "", ("City", "Stops"), ("words", "numbers"), (("Lindmouth", "1,204"),)
        )
        assert bare_html(body[3].value.source) == "<p>After the table.</p>"
        assert "words that tracked changes had deleted (1)" in said_before(page, officer)
    else:
        assert written == first + LIST + "<p>After the table.</p>"


def said_before(page: Page, officer: Officer) -> str:
    """What pasting Word's text says once more, in a new block."""
    officer.add_block("Text")
    paste(page.locator(".public-DraftEditor-content").nth(2), WORD)
    expect(said(page).last).to_contain_text("tracked changes")
    return said(page).last.inner_text()


def test_where_no_blocks_are_headings_and_tables_become_lines_and_it_is_said(
    officer: Officer, draft: ReleasePage
) -> None:
    page = opened(officer, draft)
    notes = officer.page.locator("[data-contentpath=notes_to_editors] .public-DraftEditor-content")
    officer.reveal(notes)
    notes.scroll_into_view_if_needed()
    paste(notes, WORD)
    expect(said(page)).to_contain_text("Headings cannot stand here; they are lines in bold.")
    expect(said(page)).to_contain_text("Tables cannot stand here; each row is a line.")
    written = bare_html(saved(officer, draft).notes_to_editors)
    assert written.startswith("<p><b>What was agreed</b></p>")
    assert "<p>City | Stops</p><p>Lindmouth | 1,204</p>" in written


def test_words_in_the_middle_of_a_text_stay_in_it(officer: Officer, draft: ReleasePage) -> None:
    page = opened(officer, draft)
    field = page.locator(".public-DraftEditor-content").first
    field.press_sequentially("Before after.")
    for _ in range(6):
        field.press("ArrowLeft")
    field.evaluate(
        """(field) => {
          const data = new DataTransfer();
          const words = "<b style='font-weight:normal'><span>the <em>very</em> end </span></b>";
          data.setData("text/html", `<meta charset='utf-8'>${words}`);
          data.setData("text/plain", "the very end ");
          field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }"""
    )
    expect(said(page)).to_have_count(0)
    assert "<i>very</i>" in bare_html(saved(officer, draft).body[0].value.source)
