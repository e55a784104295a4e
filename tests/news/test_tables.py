"""A table in a release: kept by every door, shown to every reader, lost by none."""

import json
import re
from dataclasses import replace
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.contrib.staticfiles.finders import find
from django.core.exceptions import ValidationError
from django.db import models
from django.test import Client
from django.urls import reverse
from release_form import release_form
from wagtail.models import Revision
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from news.blocks import ReleaseBodyBlock
from news.factories import ReleasePageFactory, block, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.tables.block import LONGEST_IN_TABLE, MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from newsroom.language.tables import PlainTable, stored_table, table_of
from newsroom.publication.corrections.passages import changes_between

TABLE = PlainTable(
    "Stops with shade at noon",
    ("", "Stops", "With shade"),
    ("names", "numbers", "numbers"),
    (("Lindmouth", "1,204", "31 %"), ("Qinghui", "988", "42 %")),
)
PASTED = (
    "<p>What was counted:</p><table><thead><tr><th>City</th><th>Stops</th></tr></thead>"
    "<tbody><tr><td>Lindmouth</td><td>1,204</td></tr></tbody></table><p>More follows.</p>"
)


def table_block(table: PlainTable = TABLE) -> dict[str, Any]:
    """A table as it is stored in a body."""
    return block("table", stored_table(table))


def tables_of(page: Any) -> list[PlainTable]:
    """The tables in the body of a page."""
    return [table_of(each.value) for each in page.body if each.block_type == "table"]


def shown(page: ReleasePage, client: Client) -> str:
    """What readers get, its white space as one space."""
    return re.sub(r"\s+", " ", client.get(page.url).content.decode())


def test_readers_get_headings_names_of_rows_and_a_caption(index: NewsIndexPage, client: Client) -> None:
    page = ReleasePageFactory(parent=index, body=[text_block("<p>It was hot.</p>"), table_block()])
    html = shown(page, client)
    assert '<div class="table" role="region" tabindex="0" aria-label="Stops with shade at noon">' in html
    assert "<caption><span>Stops with shade at noon</span></caption>" in html
    assert '<thead><tr><td></td><th scope="col" class="numbers">Stops</th>' in html
    assert '<th scope="row">Lindmouth</th><td class="numbers"><bdi>1,204</bdi></td>' in html
    assert "Lindmouth · 1,204 · 31 %" in client.get(f"{page.url}text/").content.decode()


def test_markup_in_a_cell_is_text(index: NewsIndexPage, client: Client) -> None:
    table = PlainTable("<b>c</b>", ("<i>h</i>",), ("words",), (("<script>alert(1)</script>",),))
    page = ReleasePageFactory(parent=index, body=[table_block(table)])
    html = shown(page, client)
    assert "<script>alert" not in html and "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<i>h" not in html and "<b>c" not in html


def test_search_finds_a_word_of_a_cell(index: NewsIndexPage, client: Client) -> None:
    page = ReleasePageFactory(parent=index, title="Counted", body=[table_block()])
    assert "Qinghui · 988 · 42 %" in page.body_text
    assert "Counted" in client.get("/en/search/", {"q": "Qinghui"}).content.decode()


def test_a_changed_cell_is_a_changed_passage(index: NewsIndexPage) -> None:
    before, after = (
        ReleasePage(body=[table_block(each)], locale=index.locale)
        for each in (
            TABLE,
            replace(TABLE, rows=(TABLE.rows[0], ("Qinghui", "989", "42 %"))),
        )
    )
    (change,) = changes_between(before, after)
    assert (change.place, change.said, change.says) == ("Table", "Qinghui · 988 · 42 %", "Qinghui · 989 · 42 %")


def test_history_shows_which_cell_changed() -> None:
    table = ReleaseBodyBlock().child_blocks["table"]
    one, other = (table.to_python(stored_table(each)) for each in (TABLE, PlainTable("", (), ("words",), (("a<b",),))))
    comparison = table.get_comparison_class()
    assert not comparison(table, True, True, one, table.to_python(stored_table(TABLE))).has_changed()
    assert comparison(table, True, True, one, other).has_changed()
    assert "a&lt;b" in comparison(table, True, True, one, other).htmldiff()


# --- the ways in


def test_a_table_in_a_text_becomes_a_block_at_every_door(index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index, body=[text_block(PASTED, "6b0b4a3e-6d0b-4a58-9d8a-0a4f5b0c9a11")])
    kinds = [(each.block_type, each.id) for each in ReleasePage.objects.get(pk=page.pk).body]
    assert [kind for kind, _id in kinds] == ["text", "table", "text"]
    assert kinds[0][1] == "6b0b4a3e-6d0b-4a58-9d8a-0a4f5b0c9a11"
    assert tables_of(ReleasePage.objects.get(pk=page.pk)) == [
        PlainTable("", ("City", "Stops"), ("words", "numbers"), (("Lindmouth", "1,204"),))
    ]
    draft = ReleasePage.objects.get(pk=page.pk)
    draft.body = [text_block(PASTED)]
    assert [kind.block_type for kind in draft.save_revision().as_object().body] == ["text", "table", "text"]


def test_a_second_table_in_the_same_text_has_an_id_of_its_own(index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index, body=[text_block(PASTED)], live=False)
    body = json.loads(json.dumps(list(page.body.get_prep_value())))
    body[0]["value"] = PASTED
    page.body = body
    page.save()
    ids = [each.id for each in page.body]
    assert len(ids) == len(set(ids)) == 5 and len(tables_of(page)) == 2


def old_page(index: NewsIndexPage, body: list[Any]) -> ReleasePage:
    """A release that was stored before tables were blocks."""
    page = ReleasePageFactory(parent=index)
    page.save_revision()
    ReleasePage.objects.filter(pk=page.pk).update(body=models.Value(body, output_field=models.JSONField()))
    for revision in Revision.objects.for_instance(page):
        revision.content["body"] = json.dumps(body)
        Revision.objects.filter(pk=revision.pk).update(content=revision.content)
    return ReleasePage.objects.get(pk=page.pk)


def carry_over() -> None:
    """What the migration does on pages and drafts; it does the same in the corrections of its day."""
    steps = import_module("news.migrations.0017_tables_as_blocks")
    steps.tell(steps.pages_changed(apps), steps.contents_changed(steps.revisions_of_releases(apps)))


def test_what_was_stored_before_is_carried_over(index: NewsIndexPage, capsys: Any) -> None:
    page = old_page(index, [text_block(PASTED)])
    untouched = ReleasePageFactory(parent=index)
    before = list(ReleasePage.objects.get(pk=untouched.pk).body.raw_data)
    assert not tables_of(page)
    carry_over()
    page = ReleasePage.objects.get(pk=page.pk)
    assert len(tables_of(page)) == len(tables_of(page.get_latest_revision_as_object())) == 1
    assert [each.id for each in page.body] == [each.id for each in page.get_latest_revision_as_object().body]
    assert list(ReleasePage.objects.get(pk=untouched.pk).body.raw_data) == before
    told = capsys.readouterr().out
    assert f"Release {page.pk}: 1 tables" in told and "in 2 drafts" in told and str(untouched.pk) not in told.split()
    carry_over()
    assert capsys.readouterr().out == ""


# --- the form


def table_fields(columns: int = 2, rows: int = 1, cell: str = "x", **changes: Any) -> dict[str, Any]:
    """A table as its form sends it."""
    data: dict[str, Any] = {"caption": "Counted", "column-count": columns, "row-count": rows}
    for column in range(columns):
        named = {"type": "words", "order": column, "deleted": "", "heading": f"H{column}"}
        data |= {f"column-{column}-{name}": value for name, value in named.items()}
    for row in range(rows):
        data |= {f"row-{row}-order": row, f"row-{row}-deleted": ""}
        data |= {f"cell-{row}-{column}": cell for column in range(columns)}
    return {name: value for name, value in (data | changes).items() if value is not None}


def saved(client: Client, page: ReleasePage, table: dict[str, Any], **buttons: str) -> Any:
    """What the editor answers when a release with this table is saved."""
    data = release_form(page, body=streamfield([("text", rich_text("<p>It was hot.</p>"))]))
    data |= nested_form_data({"body": {"count": 2, "1": {"deleted": "", "order": "1", "type": "table", "id": ""}}})
    data |= {f"body-1-value-{name}": value for name, value in table.items()}
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data | buttons)


def drafted(page: ReleasePage) -> list[PlainTable]:
    """The tables of its newest draft."""
    return tables_of(ReleasePage.objects.get(pk=page.pk).get_latest_revision_as_object())


def test_the_form_keeps_a_table(index: NewsIndexPage, admin_client: Client) -> None:
    page = ReleasePageFactory(parent=index)
    assert saved(admin_client, page, table_fields()).status_code == 302
    assert drafted(page) == [PlainTable("Counted", ("H0", "H1"), ("words", "words"), (("x", "x"),))]
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "newsroom.base.tables.TableBlock" in html
    scripts = re.findall(r'src="/static/([^"?]*table[^"?]*)', html)
    assert len(scripts) == 2 and all(map(find, scripts))


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (table_fields(**{"column-count": None}), "Not all of this table arrived"),
        (table_fields(**{"column-1-type": "nonsense"}), "Not all of this table arrived"),
        (table_fields(**{"row-0-order": "first"}), "Not all of this table arrived"),
        (table_fields(**{"column-count": "5000"}), "Not all of this table arrived"),
        (table_fields(columns=MOST_COLUMNS + 1), f"{MOST_COLUMNS} are possible"),
        (table_fields(rows=MOST_ROWS + 1), f"{MOST_ROWS} are possible"),
        (table_fields(columns=20, rows=MOST_CELLS // 20 + 1), f"{MOST_CELLS} are possible"),
        (table_fields(caption="c" * (LONGEST_IN_TABLE + 1)), "too long for a caption"),
        (table_fields(cell="c" * (LONGEST_IN_TABLE + 1)), f"at most {LONGEST_IN_TABLE} characters"),
    ],
)
def test_what_is_wrong_with_a_table_is_said_at_it_and_nothing_is_lost(
    index: NewsIndexPage, admin_client: Client, table: dict[str, Any], message: str
) -> None:
    page = ReleasePageFactory(parent=index)
    answer = saved(admin_client, page, table)
    assert answer.status_code == 200 and not drafted(page)
    (form_table,) = tables_of_form(answer)
    assert form_table.caption == table["caption"]
    assert [row[0] for row in form_table.rows] == [table["cell-0-0"]] * len(form_table.rows) != []
    with pytest.raises(ValidationError) as refused:
        answer.context["form"].instance.body.stream_block.clean(answer.context["form"]["body"].value())
    assert message in str(refused.value.as_json_data())


def tables_of_form(answer: Any) -> list[PlainTable]:
    """The tables that stand in a form that came back."""
    return [table_of(each.value) for each in answer.context["form"]["body"].value() if each.block_type == "table"]


def test_an_empty_table_may_be_drafted_and_not_published(index: NewsIndexPage, admin_client: Client) -> None:
    page = ReleasePageFactory(parent=index)
    empty = table_fields(columns=0, rows=0)
    assert saved(admin_client, page, empty).status_code == 302
    answer = saved(admin_client, page, empty, **{"action-publish": "1"})
    assert answer.status_code == 200 and "Fill in a cell" in answer.content.decode()


@pytest.mark.parametrize(
    "stored",
    [
        {"columns": [{"type": "gone", "heading": 1}], "rows": [{"values": ["a", None, 3]}, ["b"]]},
        {"rows": [{"values": "a"}, {}]},
        ["a", "b"],
        "a",
        {},
        None,
    ],
)
def test_a_table_that_was_stored_wrongly_opens_with_its_words(
    index: NewsIndexPage, client: Client, stored: Any
) -> None:
    page = ReleasePageFactory(parent=index, body=[block("table", stored)])
    words = " ".join(cell for table in tables_of(page) for row in table.all_rows for cell in row)
    assert ("a" in words) == ("a" in str(stored))
    assert client.get(page.url).status_code == 200
