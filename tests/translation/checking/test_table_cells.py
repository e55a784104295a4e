"""A table is translated cell by cell, by hand and by agencies, and a row that comes leaves the others translated."""

from collections.abc import Callable
from typing import Any

import pytest
from agency import came_back, in_source, opened, outcomes, saved, sent, stored, units_in
from desk import again, ask, translate
from signing import unfaithful
from wagtail_localize.models import Translation

from news.factories import ReleasePageFactory, block, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory
from newsroom.language.tables import PlainTable, stored_table, table_of
from newsroom.translation.exchange.units import parcel_of
from newsroom.translation.signing.segments import segments_of
from newsroom.translation.signing.signoff import sign_off
from newsroom.translation.signing.source import take_over

Submit = Callable[..., Translation]
Write = Callable[..., None]
PutOut = Callable[[Translation], Any]

TABLE = PlainTable(
    "Stops with shade",
    ("City", "Stops", "Kept by"),
    ("names", "numbers", "words"),
    (("Lindmouth", "1,204", "the city"), ("Qinghui", "988", "the city")),
)
TABLE_ID = "0d9a5a0e-3f0a-4a52-8a7e-3b8f3c3f0a11"
SOURCES = ["Stops with shade", "City", "Stops", "Kept by", "Lindmouth", "1,204", "the city", "Qinghui", "988"]


@pytest.fixture
def release(index: NewsIndexPage) -> ReleasePage:
    """A public release with a table."""
    body = [text_block("<p>It was counted.</p>"), block("table", stored_table(TABLE), TABLE_ID)]
    page: ReleasePage = ReleasePageFactory(parent=index, body=body, subheadline="")
    return page


def table_in(page: Any) -> PlainTable:
    """The table of a page."""
    (found,) = (table_of(each.value) for each in page.body if each.block_type == "table")
    return found


def test_each_text_of_a_column_is_translated_once(
    release: ReleasePage, submit: Submit, write: Write, put_out: PutOut
) -> None:
    translation = submit(release)
    cells = [segment.source for segment in segments_of(translation) if TABLE_ID in segment.path]
    assert cells == SOURCES
    write(translation)
    french = table_in(put_out(translation))
    assert french.caption == "FR Stops with shade" and french.kinds == TABLE.kinds
    assert french.head == ("FR City", "FR Stops", "FR Kept by")
    assert french.rows[1] == ("FR Qinghui", "988", "FR the city")


def test_a_translator_hears_where_a_cell_stands(release: ReleasePage, submit: Submit) -> None:
    units = {unit.source: unit for unit in parcel_of(submit(release)).units}
    assert units["988"].notes == ("Cell of a table.", "Column: Stops", "Row: Qinghui")
    assert units["City"].notes == ("Heading of a column.",) and units["988"].limit == 500


@pytest.mark.parametrize("form", ["xliff1", "xliff2", "po"])
def test_an_agency_translates_a_table(release: ReleasePage, submit: Submit, put_out: PutOut, form: str) -> None:
    translation = submit(release, "ar")
    content = sent(translation, form)
    store = opened(form, content)
    assert set(SOURCES) <= {str(unit.source) for unit in units_in(store)}
    if form == "po":
        for unit in units_in(store):
            unit.target = f"ظلّ {unit.source}"
        content = saved(store)
    else:
        content = in_source(content, lambda text: f"ظلّ {text}")
    assert set(outcomes(came_back(content, translation))) == {"accepted"}
    assert stored(translation)["1,204"] == "ظلّ 1,204"
    arabic = table_in(put_out(translation))
    assert arabic.rows[0] == ("ظلّ Lindmouth", "ظلّ 1,204", "ظلّ the city")


def test_a_number_of_a_cell_must_be_there(release: ReleasePage, submit: Submit) -> None:
    translation = submit(release)
    content = in_source(sent(translation), lambda text: text.replace("1,204", "1 240"))
    came_back(content, translation)
    faults = {segment.source: message for segment, message in unfaithful(segments_of(translation))}
    assert faults == {"1,204": "The number 1,204 is missing or differs."}


def test_a_row_that_comes_reopens_with_its_cells_alone(release: ReleasePage) -> None:
    (task,) = ask(release, "fr")
    translate(task)
    sign_off(task, UserFactory(), reason="Numbers are checked.")
    draft = ReleasePage.objects.get(pk=release.pk).get_latest_revision_as_object()
    rows = (("Karsund", "12", "the city"), *reversed(TABLE.rows))
    body = list(draft.body.get_prep_value())
    body[1]["value"] = stored_table(PlainTable(TABLE.caption, TABLE.head, TABLE.kinds, rows))
    draft.body = body
    draft.save_revision()
    take_over(ReleasePage.objects.get(pk=release.pk).get_latest_revision_as_object())
    assert [change["new"] for change in again(task).changes] == ["Karsund", "12"]
    targets = {segment.source: segment.target for segment in segments_of(again(task).translation)}
    assert [source for source, target in targets.items() if target is None] == ["Karsund"]
    assert targets["12"] == "12" and targets["988"] == "988"
