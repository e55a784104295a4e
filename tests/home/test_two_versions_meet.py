"""What two versions of a page become: block by block, and nothing of either is lost on the way."""

from collections.abc import Iterable
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from release_form import release_form

from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory
from newsroom.home.roles import OFFICERS
from newsroom.home.writing.merging import merge_versions
from newsroom.home.writing.present import key_of
from newsroom.home.writing.versions import Meeting, base_of, changed_places, is_unseen
from organisations.factories import OrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(index: NewsIndexPage) -> ReleasePage:
    """A draft of three blocks."""
    page: ReleasePage = ReleasePageFactory(
        parent=index,
        live=False,
        subheadline="Until two.",
        body=[text_block("<p>First.</p>"), quote_block("We wait."), text_block("<p>Last.</p>")],
    )
    page.save_revision()
    return page


def version(draft: ReleasePage, change: dict[int, str] | None = None, **fields: Any) -> ReleasePage:
    """The draft as somebody left it: texts of blocks by place, "" taking one away, and fields."""
    page: ReleasePage = draft.latest_revision.as_object()
    blocks = page.body.get_prep_value()
    for place, words in (change or {}).items():
        blocks[place]["value"] = words
    page.body = page.body.stream_block.to_python([block for block in blocks if block["value"] != ""])
    for name, value in fields.items():
        setattr(page, name, value)
    return page


def meeting_of(draft: ReleasePage, mine: ReleasePage, theirs: ReleasePage, has_base: bool = True) -> Meeting:
    """Two versions that began with the same draft."""
    request = RequestFactory().get("/")
    request.user = UserFactory(roles=[OFFICERS])
    base = draft.latest_revision.as_object() if has_base else None
    return Meeting(draft, base, mine, theirs, draft.latest_revision, changed_places(request, base, mine, theirs))


def labels(places: Iterable[Any]) -> list[str]:
    return [place.label for place in places]


def texts(page: ReleasePage) -> list[str]:
    return [str(block["value"]) for block in page.body.get_prep_value() if block["type"] == "text"]


def test_what_each_changed_alone_is_together_without_asking(draft: ReleasePage) -> None:
    mine = version(draft, {0: "<p>First of mine.</p>"}, dateline_place="Karsund")
    theirs = version(draft, {2: "<p>Last of theirs.</p>"}, summary="Theirs.")
    meeting = meeting_of(draft, mine, theirs)
    assert meeting.choices == []
    merged = merge_versions(meeting, {})
    assert texts(merged) == ["<p>First of mine.</p>", "<p>Last of theirs.</p>"]
    assert (merged.dateline_place, merged.summary) == ("Karsund", "Theirs.")


@pytest.mark.parametrize(
    ("choice", "words"), [("mine", "<p>First of mine.</p>"), ("theirs", "<p>First of theirs.</p>")]
)
def test_what_both_changed_is_asked_and_done(draft: ReleasePage, choice: str, words: str) -> None:
    meeting = meeting_of(
        draft, version(draft, {0: "<p>First of mine.</p>"}), version(draft, {0: "<p>First of theirs.</p>"})
    )
    (place,) = meeting.choices
    assert '<ins class="addition">First of mine.</ins>' in place.mine
    assert '<ins class="addition">First of theirs.</ins>' in place.theirs
    with pytest.raises(KeyError):
        merge_versions(meeting, {})
    assert texts(merge_versions(meeting, {place.key: choice}))[0] == words


def test_block_that_one_took_away_and_the_other_changed_is_asked(draft: ReleasePage) -> None:
    meeting = meeting_of(draft, version(draft, {2: ""}), version(draft, {2: "<p>Last of theirs.</p>"}))
    (place,) = meeting.choices
    assert texts(merge_versions(meeting, {place.key: "mine"})) == ["<p>First.</p>"]


def test_new_block_stands_where_it_stood(draft: ReleasePage) -> None:
    mine = version(draft)
    blocks = mine.body.get_prep_value()
    mine.body = mine.body.stream_block.to_python([blocks[0], text_block("<p>New.</p>"), *blocks[1:]])
    merged = merge_versions(meeting_of(draft, mine, version(draft, {2: "<p>Last of theirs.</p>"})), {})
    assert [block.block_type for block in merged.body] == ["text", "text", "quote", "text"]
    assert texts(merged) == ["<p>First.</p>", "<p>New.</p>", "<p>Last of theirs.</p>"]


def test_lists_of_records_are_places_too(draft: ReleasePage) -> None:
    mine, theirs = version(draft), version(draft, subheadline="Theirs.")
    link = mine.organisation_links.first()
    mine.organisation_links = [type(link)(organisation=OrganisationFactory(name="Tidal Council"), is_lead=True)]
    meeting = meeting_of(draft, mine, theirs)
    assert labels(meeting.together) == ["Subheadline", "Organisations"]
    assert "Tidal Council" in "".join(str(place.mine) for place in meeting.together)
    assert [each.organisation.name for each in merge_versions(meeting, {}).organisation_links.all()] == [
        "Tidal Council"
    ]


def test_without_the_version_both_began_with_every_difference_is_asked(draft: ReleasePage) -> None:
    meeting = meeting_of(draft, version(draft), version(draft, summary="Theirs."), has_base=False)
    assert labels(meeting.choices) == ["Summary"]


def test_keys_of_paragraphs_that_the_editor_writes_are_no_change(draft: ReleasePage) -> None:
    mine = version(draft, {0: '<p data-block-key="abcde">First.</p>'})
    assert meeting_of(draft, mine, version(draft)).places == []


def test_version_that_was_written_over_since_is_no_beginning(draft: ReleasePage) -> None:
    first = draft.latest_revision
    data = {"loaded_revision_id": str(first.pk), "loaded_revision_created_at": first.created_at.isoformat()}
    second = draft.save_revision()
    assert base_of(draft, data, second) == first
    assert base_of(draft, data | {"loaded_revision_created_at": "2026-01-01T00:00:00+00:00"}, second) is None
    assert base_of(draft, {"overwrite_revision_id": str(second.pk)}, second) is None


def test_whoever_may_not_edit_meets_no_version(draft: ReleasePage, client: Client) -> None:
    client.force_login(UserFactory(is_staff=True))
    address = reverse("two_versions", args=[draft.pk])
    assert client.post(address, {"subheadline": "x"}).status_code in (302, 403)
    officer = UserFactory(roles=[OFFICERS])
    client.force_login(officer)
    draft.locked, draft.locked_by = True, UserFactory()
    draft.save()
    assert client.post(address, {"subheadline": "x", "decision": "mine"}).status_code in (302, 403)
    assert draft.revisions.count() == 1


@pytest.mark.parametrize("stamp", [{"kept_stamp": "s"}, {}], ids=["with our scripts", "without"])
def test_save_over_a_version_that_the_editor_never_saw_leads_to_both(
    draft: ReleasePage, client: Client, stamp: dict[str, str]
) -> None:
    officer = UserFactory(roles=[OFFICERS])
    client.force_login(officer)
    seen = draft.latest_revision
    theirs = draft.latest_revision.as_object().save_revision(user=UserFactory(username="ines"))
    address = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    data = {**stamp, "loaded_revision_id": seen.pk, "loaded_revision_created_at": seen.created_at.isoformat()}
    assert is_unseen(theirs, data)
    answer = client.post(address, release_form(draft) | data)
    assert "home/writing/two_versions.html" in {template.name for template in answer.templates}
    draft.refresh_from_db()
    assert draft.latest_revision == theirs
    assert not is_unseen(theirs, {**data, "known_revision_id": str(theirs.pk)})


def test_each_user_has_a_key_of_their_own() -> None:
    one, other = UserFactory(), UserFactory()
    assert key_of(one.pk) == key_of(one.pk) != key_of(other.pk)
