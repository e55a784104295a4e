"""What somebody outside says of a draft stands among its comments, under their name."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from people import browser_of
from post_office import PostOffice
from sharing import comment, page_of_links, share
from wagtail.models import Comment

from campaigns.calls.factories import CallPageFactory
from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory
from newsroom.base.models import User
from newsroom.home.roles import OFFICERS
from newsroom.publication.models import OutsideComment, PreviewLink
from newsroom.publication.preview_links.commenting import OUTSIDE, place_choices
from newsroom.publication.preview_links.panel import CommentsWithNames
from organisations.factories import PersonFactory

WORDS = "The number is wrong."


@pytest.fixture
def officer(newsroom: Any) -> User:
    """Who shares the draft."""
    user: User = UserFactory(roles=[OFFICERS], first_name="Halima", email="halima@confluent.example")
    return user


@pytest.fixture
def desk(officer: User) -> Client:
    """The officer's browser."""
    return browser_of(officer)


@pytest.fixture
def draft(index: NewsIndexPage) -> ReleasePage:
    """A release with a paragraph and a quote."""
    page: ReleasePage = ReleasePageFactory(
        parent=index,
        title="Twenty-six cities will count shade",
        subheadline="From Mito to Lindmouth",
        slug="shade",
        body=[text_block("<p>Each city will survey its stops.</p>"), quote_block("We shade.", PersonFactory())],
        embargoed_until=timezone.now() + datetime.timedelta(days=60),
        live=False,
    )
    page.save_revision()
    return page


@pytest.fixture
def address(desk: Client, draft: ReleasePage) -> str:
    """A link with which one may comment."""
    return share(desk, draft, may_comment="on")


def authors_in_the_editor(officer: User, draft: ReleasePage) -> dict[int, str]:
    """By comment, whose it is in the editor of the officer."""
    form_class = ReleasePage.get_edit_handler().get_form_class()
    latest = draft.get_latest_revision_as_object()
    data = form_class(instance=latest, for_user=officer).serialize_comments(officer)
    return {each["pk"]: data["authors"][str(each["user"])]["name"] for each in data["comments"]}


def test_comment_stands_in_the_draft_under_its_writers_name(
    officer: User, reader: Client, draft: ReleasePage, address: str
) -> None:
    answer = comment(reader, address)
    assert answer.status_code == 302 and answer["Location"] == f"{address}?sent"
    assert "Your comment was sent." in reader.get(answer["Location"]).content.decode()
    row = Comment.objects.get()
    assert (row.page_id, row.contentpath, row.text) == (draft.pk, "title", WORDS)
    assert authors_in_the_editor(officer, draft) == {row.pk: "Mariam Haddad"}


def test_editor_shows_it_and_keeps_it_when_it_is_saved(
    desk: Client, reader: Client, draft: ReleasePage, address: str
) -> None:
    comment(reader, address)
    html = desk.get(f"/admin/pages/{draft.pk}/edit/").content.decode()
    assert "Mariam Haddad" in html and WORDS in html
    draft.get_latest_revision_as_object().save_revision()
    assert OutsideComment.objects.get().comment.text == WORDS


def test_comment_stands_at_the_passage_that_it_is_about(
    officer: User, reader: Client, draft: ReleasePage, address: str
) -> None:
    text, quote = (str(block.id) for block in draft.body)
    places = dict(place_choices(draft))
    assert {"title", "subheadline", f"body.{text}", f"body.{quote}.words"} <= set(places)
    assert places[f"body.{text}"] == "Text: Each city will survey its stops."
    for path in places:
        assert comment(reader, address, about=path).status_code == 302
    kept = authors_in_the_editor(officer, draft)
    assert len(kept) == len(places) == Comment.objects.count()


def test_place_that_is_none_is_refused(reader: Client, draft: ReleasePage, address: str) -> None:
    assert comment(reader, address, about="slug").status_code == 422
    assert comment(reader, address, about="body.x.y").status_code == 422
    assert not Comment.objects.exists()


def test_name_given_in_the_link_cannot_be_changed(desk: Client, reader: Client, draft: ReleasePage) -> None:
    address = share(desk, draft, may_comment="on", recipient_name="Office of the mayor")
    html = reader.get(address).content.decode()
    assert 'name="name"' not in html and "Office of the mayor" in html
    comment(reader, address, name="Somebody else")
    assert OutsideComment.objects.get().name == "Office of the mayor"


def test_link_without_the_right_takes_none(desk: Client, reader: Client, draft: ReleasePage) -> None:
    address = share(desk, draft)
    assert 'id="comment"' not in reader.get(address).content.decode()
    assert comment(reader, address).status_code == 404
    assert not Comment.objects.exists()


def test_revoked_link_takes_none(desk: Client, reader: Client, draft: ReleasePage, address: str) -> None:
    desk.post(f"{page_of_links(draft)}{PreviewLink.objects.get().pk}/revoke/")
    assert comment(reader, address).status_code == 404
    assert not Comment.objects.exists()


def test_page_whose_editor_shows_no_comments_takes_none(desk: Client, reader: Client, newsroom: Any) -> None:
    from campaigns.models import CallIndexPage

    call = CallPageFactory(parent=CallIndexPage.objects.get(locale__language_code="en"), live=False)
    assert 'name="may_comment"' not in desk.get(page_of_links(call)).content.decode()
    assert comment(reader, share(desk, call, may_comment="on")).status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": ""},
        {"text": "x" * 2001},
        {"name": ""},
        {"name": "x" * 151},
        {"form-url": "https://buy.example"},
        {"form-shown": ""},
    ],
)
def test_what_no_reader_sends_is_refused_and_comes_back(
    reader: Client, draft: ReleasePage, address: str, wrong: dict[str, str]
) -> None:
    answer = comment(reader, address, **wrong)
    assert answer.status_code == 422 and "no-store" in answer["Cache-Control"]
    assert "Twenty-six cities will count shade" in answer.content.decode()
    assert not Comment.objects.exists()


def test_nobody_sends_more_than_an_hour_bears(reader: Client, draft: ReleasePage, address: str, settings: Any) -> None:
    settings.NEWSROOM_FORMS_AN_HOUR = 3
    assert [comment(reader, address).status_code for _each in range(4)] == [302, 302, 302, 422]
    assert Comment.objects.count() == 3


def test_other_site_cannot_send_it(reader: Client, draft: ReleasePage, address: str) -> None:
    answer = reader.post(address, {"name": "x", "text": "y"}, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 400
    assert not Comment.objects.exists()


def test_markup_stays_text(desk: Client, reader: Client, draft: ReleasePage, address: str) -> None:
    comment(reader, address, text="<script>alert(1)</script>", name="<b>Mariam</b>")
    screen = desk.get(page_of_links(draft)).content.decode()
    assert "<script>alert(1)" not in screen and "<b>Mariam" not in screen
    assert "&lt;script&gt;alert(1)" in screen


def test_officer_who_made_the_link_is_told_without_the_words(
    reader: Client,
    draft: ReleasePage,
    address: str,
    post_office: PostOffice,
    django_capture_on_commit_callbacks: Any,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        comment(reader, address)
    letter, text = post_office.letters[-1], post_office.text_of_last()
    assert letter["To"] == "halima@confluent.example" and "Mariam Haddad" in letter["Subject"]
    assert page_of_links(draft) in text and WORDS not in text and "cities" not in letter["Subject"] + text


def test_letter_that_cannot_leave_costs_nothing(
    reader: Client,
    draft: ReleasePage,
    address: str,
    post_office: PostOffice,
    django_capture_on_commit_callbacks: Any,
) -> None:
    post_office.is_closed = True
    with django_capture_on_commit_callbacks(execute=True):
        assert comment(reader, address).status_code == 302
    assert Comment.objects.count() == 1


def test_page_of_links_and_history_show_comments(
    desk: Client, reader: Client, draft: ReleasePage, address: str
) -> None:
    comment(reader, address, about="subheadline")
    screen = desk.get(page_of_links(draft)).content.decode()
    assert "Mariam Haddad" in screen and WORDS in screen and "Subheadline: From Mito to Lindmouth" in screen
    assert "Comment from outside by Mariam Haddad" in desk.get(f"/admin/pages/{draft.pk}/history/").content.decode()


def test_account_of_readers_outside_opens_nothing(reader: Client, draft: ReleasePage, address: str) -> None:
    comment(reader, address)
    comment(reader, address)
    account = User.objects.get(username=OUTSIDE)
    assert not account.is_active and not account.has_usable_password()
    assert not account.groups.exists() and not account.is_superuser


def test_nobody_rewrites_what_somebody_outside_wrote(
    officer: User, reader: Client, draft: ReleasePage, address: str
) -> None:
    comment(reader, address)
    row = Comment.objects.get()
    formset_class = ReleasePage.get_edit_handler().get_form_class().formsets["comments"]
    sent = {"TOTAL_FORMS": "1", "INITIAL_FORMS": "1", "0-id": str(row.pk), "0-contentpath": "title", "0-position": ""}
    sent |= {"0-replies-TOTAL_FORMS": "0", "0-replies-INITIAL_FORMS": "0"}
    for words, is_right in ((WORDS, True), ("The number is right.", False)):
        data = {f"comments-{name}": value for name, value in {**sent, "0-text": words}.items()}
        formset = formset_class(data, instance=draft, prefix="comments", form_kwargs={"for_user": officer})
        assert isinstance(formset, CommentsWithNames) and formset.is_valid() == is_right
