"""Two versions side by side: what somebody reads of each, word by word, and neither numbers of rows nor markup."""

import re
from typing import Any

import pytest
from django.test import Client
from people import at_work

from news.factories import ReleasePageFactory, block, quote_block, text_block
from news.models import NewsIndexPage, ReleaseAttachment, ReleasePage, ReleaseParticipant
from newsroom.base.diffs import difference
from newsroom.base.factories import DocumentFactory, ImageFactory
from newsroom.base.pages.comparing import compared
from newsroom.home.roles import OFFICERS
from newsroom.language.tables import PlainTable, stored_table
from organisations.factories import BoilerplateFactory, MediaContactFactory, OrganisationFactory, PersonFactory

QUOTE = "7b1f4c0e-1111-4222-8333-444455556666"
IMAGE, TABLE, TEXT, HEADING = (f"7b1f4c0e-1111-4222-8333-44445555777{number}" for number in range(4))


def stored(kind: str, block_id: str, value: Any) -> dict[str, Any]:
    """A block that keeps its id in both versions."""
    return {**block(kind, value), "id": block_id}


def rows_of(html: str) -> dict[str, str]:
    """By field, what the second column of the comparison holds."""
    table = html[html.index('class="newsroom-comparing"') :].split("</table>")[0]
    rows = re.findall(r'<th scope="row"[^>]*>(.*?)</th>.*?<td class="comparison after"[^>]*>(.*?)</td>', table, re.S)
    return {name.strip(): " ".join(words.split()) for name, words in rows}


@pytest.fixture
def desk(newsroom: Any) -> Client:
    """An officer's browser."""
    return at_work(OFFICERS)


@pytest.fixture
def compared_rows(desk: Client, index: NewsIndexPage) -> dict[str, str]:
    """Two versions of a release of which everything differs."""
    before, after = (OrganisationFactory(name=name) for name in ("City of Mito", "City of Lindmouth"))
    people = [PersonFactory(name=name) for name in ("Wairimu Tendeka", "Idris Rahal")]
    contacts = [MediaContactFactory(name=name, organisation=before) for name in ("Halima Okoth", "Fang Zhiyuan")]
    page = ReleasePageFactory(
        parent=index, title="A street in shade", live=False, organisation=before, contact=contacts[0]
    )
    versions = []
    for number, organisation in enumerate((before, after)):
        draft = page.get_latest_revision_as_object() if page.latest_revision_id else page
        fill(draft, number, organisation, people[number], contacts[number])
        versions.append(draft.save_revision())
        page = ReleasePage.objects.get(pk=page.pk)
    answer = desk.get(f"/admin/pages/{page.pk}/revisions/compare/{versions[0].pk}...{versions[1].pk}/")
    return rows_of(answer.content.decode())


def fill(draft: ReleasePage, number: int, organisation: Any, person: Any, contact: Any) -> None:
    """One of the two versions."""
    which = ("old", "new")[number]
    quote = quote_block(f"We count the {which} stops.", person, block_id=QUOTE)
    quote["value"] |= {"organisation": organisation.pk, "language": ("en", "fr")[number], "role": f"The {which} mayor"}
    quote["value"]["status"] = ("", "courtesy")[number]
    picture = {"image": ImageFactory().pk, "alt": f"The {which} street", "caption": f"<p>An <i>{which}</i> map</p>"}
    table = PlainTable("Stops", ("City", "Stops"), ("names", "numbers"), (("Mito", ("12", "15")[number]),))
    draft.body = [
        {**text_block(f"<p>This was <b>{which}</b> &amp; fine.</p>"), "id": TEXT},
        quote,
        stored("heading", HEADING, f"The {which} heading"),
        stored("image", IMAGE, picture),
        stored("table", TABLE, stored_table(table)),
    ]
    draft.title = f"A street in {which} shade"
    draft.notes_to_editors = f"<p>The {which} note</p>"
    draft.participant_links.set([ReleaseParticipant(person=person, role=f"The {which} host", locale=draft.locale)])
    draft.attachments.set([ReleaseAttachment(document=DocumentFactory(title=f"The {which} paper"))])
    draft.organisation_links.first().organisation = organisation
    draft.organisation_links.first().is_lead = number == 0
    draft.contact_links.first().contact = contact
    if not number:
        BoilerplateFactory(organisation=organisation)


def test_words_are_compared_one_by_one(compared_rows: dict[str, str]) -> None:
    went, came = '<del class="deletion">old </del>', '<ins class="addition">new </ins>'
    assert compared_rows["Title"] == f"A street in {went}{came}shade"
    assert compared_rows["Notes to editors"] == f"The {went}{came}note"
    for words in ("heading", "street", "mayor", "stops.", "map"):
        assert f"{went}{came}{words}" in compared_rows["Text"], words
    assert f"This was {went}{came}&amp; fine." in compared_rows["Text"]


def test_quotes_name_people_organisations_and_choices(compared_rows: dict[str, str]) -> None:
    text = compared_rows["Text"]
    for went, came in (
        ("Wairimu Tendeka", "Idris Rahal"),
        ("Mito", "Lindmouth"),
        ("English", "Français"),
    ):
        assert f'<del class="deletion">{went}</del><ins class="addition">{came}</ins>' in text
    assert '<ins class="addition">Courtesy translation</ins>' in text
    assert ">courtesy<" not in text and ">fr<" not in text


def test_tables_are_compared_row_by_row(compared_rows: dict[str, str]) -> None:
    assert 'Mito · <span class="deletion">12</span><span class="addition">15</span>' in compared_rows["Text"]


def test_lists_name_what_was_chosen(compared_rows: dict[str, str]) -> None:
    assert "City of Lindmouth" in compared_rows["Organisations"] and "City of Mito" in compared_rows["Organisations"]
    assert '<del class="deletion">Yes</del><ins class="addition">No</ins>' in compared_rows["Organisations"]
    assert "Fang Zhiyuan" in compared_rows["Media contacts"] and "Halima Okoth" in compared_rows["Media contacts"]
    assert "Idris Rahal" in compared_rows["Participants"] and "The" in compared_rows["Participants"]
    assert "The new paper" in compared_rows["Attachments"]


def test_nothing_shows_markup_or_what_is_empty(compared_rows: dict[str, str]) -> None:
    everything = " ".join(compared_rows.values())
    assert "&lt;" not in everything and "None" not in everything and "True" not in everything


def test_two_columns_tell_when_each_was_saved(desk: Client, index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index, live=False)
    first = page.save_revision()
    page.title = "Another"
    second = page.save_revision()
    html = desk.get(f"/admin/pages/{page.pk}/revisions/compare/{first.pk}...{second.pk}/").content.decode()
    assert 'class="comparison before"' in html and 'class="comparison after"' in html
    assert "+00:00" not in html.split("newsroom-comparing")[1].split("</thead>")[0]


def test_new_and_deleted_quotes_stand_whole(desk: Client, index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index, live=False, body=[quote_block("Gone.", PersonFactory(name="Ada"))])
    first = page.save_revision()
    page.body = [quote_block("Came.", PersonFactory(name="Ben"))]
    second = page.save_revision()
    html = desk.get(f"/admin/pages/{page.pk}/revisions/compare/{first.pk}...{second.pk}/").content.decode()
    text = rows_of(html)["Text"]
    assert re.search(r'child-object addition">.*Came\..*Ben', text) and re.search(
        r'child-object deletion">.*Gone\.', text
    )
    assert "Status of a translation" not in text  # empty in both


def test_signs_of_chinese_are_compared_one_by_one() -> None:
    assert compared("城市统计树荫", "城市统计站点") == (
        '城市统计<del class="deletion">树荫</del><ins class="addition">站点</ins>'
    )
    assert difference("<p>城市统计树荫</p>", "<p>城市统计站点</p>") == "城市统计<del>树荫</del><ins>站点</ins>"


def test_what_is_compared_is_escaped() -> None:
    assert compared("<b>", "<i>") == '<del class="deletion">&lt;b&gt;</del><ins class="addition">&lt;i&gt;</ins>'
    assert compared("<del>", "<del>") == "&lt;del&gt;"


def test_word_is_the_same_with_a_space_behind_it() -> None:
    assert compared("is open", "is open to all") == 'is open <ins class="addition">to all</ins>'
