"""Two officers who save at once never lose a quote silently."""

from html import unescape
from typing import Any

import pytest
from django.test import Client
from release_form import release_form
from wagtail.test.utils.form_data import rich_text, streamfield

from news.factories import ReleasePageFactory, quote_block
from news.models import NewsIndexPage, ReleasePage
from news.quotes.edit_conflicts import KNOWN, SEEN
from newsroom.base.factories import UserFactory
from newsroom.home.roles import OFFICERS
from organisations.factories import PersonFactory


class Desk:
    """An officer with the editor of a release open."""

    def __init__(self, page: ReleasePage, **names: str) -> None:
        self.page, self.client, self.user = page, Client(), UserFactory(roles=[OFFICERS], **names)
        self.client.force_login(self.user)
        self.address = f"/admin/pages/{page.pk}/edit/"
        self.hidden: dict[str, str] = {}

    def open(self) -> "Desk":
        """Open the editor."""
        self.read(self.client.get(self.address))
        return self

    def read(self, answer: Any) -> None:
        """What the form that came back remembers by itself."""
        html = answer.content.decode()
        names = (KNOWN, SEEN, "loaded_revision_id", "loaded_revision_created_at")
        self.hidden = {name: value for name in names if (value := value_of(html, name)) is not None}
        self.box = self.hidden.pop(SEEN, None)

    def save(self, *quotes: tuple[str, str], ticked: bool = False, **more: str) -> Any:
        """Save with these quotes, each an id and words; the form that comes back is the one now open."""
        chosen = {SEEN: self.box} if ticked else {}
        answer = self.client.post(self.address, written(self.page, quotes) | self.hidden | chosen | more)
        if answer.status_code == 200:
            self.read(answer)
        return answer


def value_of(html: str, name: str) -> str | None:
    """The value of a field in a page, as a browser would send it."""
    if f'name="{name}"' not in html:
        return None
    return unescape(html.split(f'name="{name}"')[1].split('value="')[1].split('"')[0])


def written(page: ReleasePage, quotes: Any) -> dict[str, Any]:
    """What a browser sends with these quotes in the text."""
    speaker = PersonFactory._meta.model.objects.first()
    value = {
        "speaker": str(speaker.pk),
        "role": "Mayor of Mito Miwili",
        "organisation": "",
        "language": "",
        "status": "",
    }
    body = streamfield([("text", rich_text("<p>Text.</p>")), *(("quote", value | {"words": w}) for _id, w in quotes)])
    for number, (block_id, _words) in enumerate(quotes, 1):
        body[str(number)]["id"] = block_id
    return release_form(page, title="Night buses", body=body)


@pytest.fixture
def page(index: NewsIndexPage) -> ReleasePage:
    """A draft with two quotes."""
    speaker = PersonFactory(name="Wairimu Tendeka")
    body = [quote_block("We wait.", speaker), quote_block("We walk.", speaker)]
    release = ReleasePageFactory(parent=index, body=body, live=False)
    release.save_revision()
    return release


@pytest.fixture
def first(page: ReleasePage) -> tuple[str, str]:
    """The first quote, as it was."""
    return page.body[0].id, "We wait."


@pytest.fixture
def second(page: ReleasePage) -> tuple[str, str]:
    """The second quote, as it was."""
    return page.body[1].id, "We walk."


NEW = ("5d1a3a52-6a6f-4b3e-9a43-0c2b6a7f1e11", "We ride at night, all of us.")


@pytest.fixture
def halima(page: ReleasePage) -> Desk:
    """One officer, with the editor open."""
    return Desk(page, first_name="Halima", last_name="Okoth").open()


@pytest.fixture
def oleg(page: ReleasePage) -> Desk:
    """The other, with the editor open."""
    return Desk(page, first_name="Oleg", last_name="Brandvik").open()


def words_of(page: ReleasePage) -> list[str]:
    """The quotes of the draft."""
    body = ReleasePage.objects.get(pk=page.pk).get_latest_revision_as_object().body
    return [block.value["words"] for block in body if block.block_type == "quote"]


def error_of(answer: Any) -> str:
    """What the form says at the text."""
    assert answer.status_code == 200
    return str(answer.context["form"].errors["body"].as_data()[0].non_block_errors[0])


@pytest.mark.parametrize("button", ["", "action-publish"])
def test_quote_added_meanwhile_is_not_dropped(
    page: ReleasePage, halima: Desk, oleg: Desk, first: Any, second: Any, button: str
) -> None:
    assert halima.save(first, second, NEW).status_code == 302
    pressed = {button: "1"} if button else {}
    answer = oleg.save(first, (second[0], "We run."), **pressed)
    message = error_of(answer)
    for expected in ("Halima Okoth", "We ride at night, all of us.", "Wairimu Tendeka", "history"):
        assert expected in message
    assert "We walk." not in message
    assert "We run." in answer.content.decode()
    assert words_of(page) == ["We wait.", "We walk.", "We ride at night, all of us."]
    assert not ReleasePage.objects.get(pk=page.pk).live


def test_quote_changed_meanwhile_is_not_overwritten(
    page: ReleasePage, halima: Desk, oleg: Desk, first: Any, second: Any
) -> None:
    halima.save((first[0], "We waited for years."), second)
    assert "We waited for years." in error_of(oleg.save(first, second))


def test_saving_again_without_the_box_is_refused_again(
    page: ReleasePage, halima: Desk, oleg: Desk, first: Any, second: Any
) -> None:
    halima.save(first, second, NEW)
    oleg.save(first, second)
    assert "We ride" in error_of(oleg.save(first, second))
    assert len(words_of(page)) == 3


def test_deliberate_save_goes_through_and_every_version_stays(
    page: ReleasePage, halima: Desk, oleg: Desk, first: Any, second: Any
) -> None:
    halima.save(first, second, NEW)
    oleg.save(first, second)
    assert oleg.save(first, second, ticked=True).status_code == 302
    assert words_of(page) == ["We wait.", "We walk."]
    assert [len(each.as_object().body) for each in page.revisions.order_by("pk")] == [2, 4, 3]


def test_box_covers_only_what_was_shown(page: ReleasePage, halima: Desk, oleg: Desk, first: Any, second: Any) -> None:
    halima.save(first, second, NEW)
    oleg.save(first, second)
    halima.open().save(first, second, (NEW[0], "We ride until dawn."))
    assert "until dawn" in error_of(oleg.save(first, second, ticked=True))


def test_error_elsewhere_does_not_make_it_forget(
    page: ReleasePage, halima: Desk, oleg: Desk, first: Any, second: Any
) -> None:
    """The form that comes back names the latest version as the one it was opened with."""
    halima.save(first, second, NEW)
    assert oleg.save(first, (second[0], ""), **{"action-publish": "1"}).status_code == 200
    assert "We ride" in error_of(oleg.save(first, second))


def test_without_our_own_mark_that_of_wagtail_serves(
    page: ReleasePage, halima: Desk, oleg: Desk, first: Any, second: Any
) -> None:
    halima.save(first, second, NEW)
    del oleg.hidden[KNOWN]
    assert "We ride" in error_of(oleg.save(first, second))


def test_version_that_its_author_writes_on_is_noticed(page: ReleasePage, halima: Desk, first: Any, second: Any) -> None:
    """What the editor saves by itself replaces its own last version in place."""
    json = {"HTTP_ACCEPT": "application/json"}
    data = written(page, (first, second)) | halima.hidden
    number = str(halima.client.post(halima.address, data, **json).json()["revision_id"])
    oleg = Desk(page).open()
    data = written(page, (first, second, NEW)) | halima.hidden | {"overwrite_revision_id": number}
    assert halima.client.post(halima.address, data, **json).json()["revision_id"] == int(number)
    message = error_of(oleg.save((first[0], "We hurry."), second))
    assert "We ride" in message and "We wait" not in message


def test_what_one_has_saved_oneself_is_no_loss(page: ReleasePage, halima: Desk, first: Any, second: Any) -> None:
    halima.save(first, second, NEW)
    assert halima.save(first, second).status_code == 302


def test_changes_that_do_not_meet_need_no_question(
    page: ReleasePage, halima: Desk, oleg: Desk, first: Any, second: Any
) -> None:
    halima.save(first)
    assert oleg.save(first, second, NEW).status_code == 302
    same = Desk(page).open()
    halima.open().save(first, second, (NEW[0], "Together."))
    assert same.save(first, second, (NEW[0], "Together.")).status_code == 302
