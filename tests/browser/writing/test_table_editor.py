"""A table in the CMS: it survives the editor, and one that is pasted is not lost."""

import pytest
from playwright.sync_api import Locator, Page, expect
from press_officer import Officer

from news.factories import ReleasePageFactory, block, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.language.tables import PlainTable, stored_table, table_of

pytestmark = pytest.mark.browser

TABLE = PlainTable("Stops", ("", "Stops"), ("names", "numbers"), (("Lindmouth", "1,204"), ("Qinghui", "988")))
SHEET = (
    "<meta charset='utf-8'><style>td { border: 0 }</style><table><tr><td><b>City</b></td><td><b>Stops</b></td></tr>"
    "<tr><td>Lindmouth</td><td>1,204</td></tr><tr><td>Qinghui</td><td>988</td></tr></table>"
)
READ = PlainTable("", ("City", "Stops"), ("words", "numbers"), TABLE.rows)
PASTE = """(field, [html, text]) => {
  const data = new DataTransfer();
  if (html) data.setData("text/html", html);
  data.setData("text/plain", text);
  field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


def paste(field: Locator, html: str, text: str = "") -> None:
    """Paste something into a field as another program has copied it."""
    field.click()
    field.evaluate(PASTE, [html, text])


def opened(officer: Officer, page: ReleasePage) -> Page:
    """The editor of a release."""
    officer.page.goto(f"{officer.address}/admin/pages/{page.pk}/edit/")
    return officer.page


def tables_after_saving(officer: Officer, page: ReleasePage) -> list[PlainTable]:
    """The tables of the draft that the officer saves now."""
    officer.page.get_by_role("button", name="Save draft").click()
    expect(officer.page.get_by_text("has been updated").first).to_be_visible()
    draft = ReleasePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    return [table_of(each.value) for each in draft.body if each.block_type == "table"]


@pytest.fixture
def draft(officer: Officer) -> ReleasePage:
    """A draft with a text and a table."""
    index = NewsIndexPage.objects.get(locale__language_code="en")
    body = [text_block("<p>Counted:</p>"), block("table", stored_table(TABLE))]
    page: ReleasePage = ReleasePageFactory(parent=index, live=False, body=body)
    page.save_revision()
    return page


def test_a_table_survives_the_editor_and_takes_what_is_pasted(
    officer: Officer, draft: ReleasePage, unhurried: None
) -> None:
    page = opened(officer, draft)
    cells = page.locator(".typed-table-block tbody input[type=text]")
    expect(cells).to_have_count(4)
    expect(cells.nth(3)).to_have_accessible_name("Stops, row 2")
    page.get_by_role("textbox", name="Subheadline").fill("Another line")
    assert tables_after_saving(officer, draft) == [TABLE]

    paste(page.locator(".typed-table-block tbody input[type=text]").nth(2), "", "Qinghui\t990\tnew\nKarsund\t12\told\n")
    (written,) = tables_after_saving(officer, draft)
    assert written.rows == (("Lindmouth", "1,204", ""), ("Qinghui", "990", "new"), ("Karsund", "12", "old"))

    paste(page.locator(".public-DraftEditor-content").first, f"<p>Before.</p>{SHEET}<p>After.</p>")
    expect(page.get_by_role("status").filter(has_text="The table stands below this text")).to_be_visible()
    pasted, kept = tables_after_saving(officer, draft)
    assert (pasted, kept) == (READ, written)
    body = ReleasePage.objects.get(pk=draft.pk).get_latest_revision_as_object().body_text
    assert "Before." in body and "After." in body and "Lindmouth1,204" not in body

    officer.add_block("Table")
    page.locator(".typed-table-block").last.get_by_role("button", name="Add column").first.click()
    page.get_by_role("button", name="Words", exact=True).click()
    paste(page.locator(".typed-table-block").last.locator("tbody input[type=text]").first, SHEET)
    assert tables_after_saving(officer, draft) == [READ, written, READ]


WIDE = PlainTable(
    "Waiting times by stop and hour, in minutes, as counted by drivers and pupils in the hottest month of the year",
    ("", *(f"Hour {hour}" for hour in range(8, 20))),
    ("names", *["numbers"] * 12),
    (("Stadtentwicklungsgesellschaft", *["1,204"] * 12),),
)
FITS = """() => {
  const [region, caption] = [".table", ".table caption span"].map((name) => document.querySelector(name));
  const [box, words] = [region, caption].map((element) => element.getBoundingClientRect());
  const ends = getComputedStyle(document.querySelector(".table td.numbers")).textAlign;
  return {
    sideways: document.scrollingElement.scrollWidth - document.documentElement.clientWidth,
    own: region.scrollWidth > region.clientWidth, ends,
    captionInside: words.left >= box.left - 1 && words.right <= box.right + 1,
    firstAtStart: document.dir === "rtl"
      ? region.querySelector("tbody th").getBoundingClientRect().right >= box.right - 1
      : region.querySelector("tbody th").getBoundingClientRect().left <= box.left + 1,
  };
}"""


@pytest.mark.parametrize("code", ["en", "ar"])
def test_a_wide_table_scrolls_in_itself_on_the_narrowest_phone(newsroom: object, browse: object, code: str) -> None:
    index = NewsIndexPage.objects.get(locale__language_code=code)
    released = ReleasePageFactory(parent=index, body=[text_block("<p>x</p>"), block("table", stored_table(WIDE))])
    page: Page = browse(viewport={"width": 320, "height": 700})  # type: ignore[operator]
    page.goto(released.get_url())
    found = page.evaluate(FITS)
    assert found == {"sideways": 0, "own": True, "ends": "end", "captionInside": True, "firstAtStart": True}
    region = page.get_by_role("region", name=WIDE.caption)
    region.focus()
    page.keyboard.press("ArrowLeft" if code == "ar" else "ArrowRight")
    page.wait_for_function("() => document.querySelector('.table').scrollLeft !== 0")
    expect(region.get_by_role("columnheader", name="Hour 19")).to_be_attached()
    expect(region.get_by_role("rowheader", name="Stadtentwicklungsgesellschaft")).to_be_attached()
