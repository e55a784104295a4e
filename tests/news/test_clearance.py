"""A speaker's office clears a quote by a personal link that opens nothing else (features.md, N1, N2)."""

import datetime
import logging
import re
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from post_office import PostOffice
from wagtail.models import Comment, PageLogEntry
from wagtail_localize.models import StringTranslation

from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import ClearanceEvent, NewsIndexPage, Quote, QuoteApproval, QuoteClearance, ReleasePage
from newsroom.base.factories import UserFactory, locale_of, publish
from newsroom.base.logs import WithoutSecrets
from newsroom.base.models import User
from newsroom.home.roles import OFFICERS, TRANSLATORS
from organisations.factories import PersonFactory

WORDS = "We light a street."
OTHER = "We shade a street."


@pytest.fixture
def draft(index: NewsIndexPage) -> ReleasePage:
    """An embargoed draft with one quote."""
    page = ReleasePageFactory(
        parent=index,
        title="Twenty-six cities will count shade",
        body=[
            text_block("<p>Each city will survey its <b>stops</b> &amp; squares.</p>"),
            quote_block(WORDS, PersonFactory(name="Wairimu Tendeka")),
        ],
        embargoed_until=timezone.now() + datetime.timedelta(days=60),
        live=False,
    )
    page.save_revision()
    return page


@pytest.fixture
def officer(newsroom: Any) -> User:
    """The officer who asks."""
    user: User = UserFactory(first_name="Halima", last_name="Okoth", email="halima@confluent.example")
    user.groups.add(Group.objects.get(name=OFFICERS))
    return user


@pytest.fixture
def desk(officer: User) -> Client:
    """The officer's browser."""
    client = Client()
    client.force_login(officer)
    return client


@pytest.fixture
def office() -> Client:
    """The browser of the speaker's office, which checks forms as a real one must."""
    return Client(enforce_csrf_checks=True)


def ask(desk: Client, page: ReleasePage, **more: str) -> Any:
    """The officer sends the link."""
    address = f"/admin/releases/{page.pk}/quotes/{page.body[1].id}/clearance/"
    words = page.body[1].value["words"]
    answers = {"name": "Amina Said", "email": "office@mito.example", "days": "7", "message": "", "seen": words}
    return desk.post(address, answers | more)


def link_in(post_office: PostOffice) -> str:
    """The address in the letter that came last."""
    found = re.search(r"http://testserver(/\S+/clearance/\S+)", post_office.text_of_last())
    assert found
    return found[1]


@pytest.fixture
def link(desk: Client, draft: ReleasePage, post_office: PostOffice) -> str:
    """A link that has been sent."""
    assert ask(desk, draft).status_code == 302
    return link_in(post_office)


def press(office: Client, link: str, **answers: str) -> Any:
    """Press a button of the page as a browser does: with its hidden field, its cookie, and no word of where it is."""
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', office.get(link).content.decode())
    data = answers | ({"csrfmiddlewaretoken": token[1]} if token else {})
    return office.post(link, data, HTTP_ORIGIN="null", follow=True)


def edit(page: ReleasePage, words: str) -> None:
    """Somebody changes the words in the draft."""
    latest = page.get_latest_revision_as_object()
    latest.body[1].value["words"] = words
    latest.save_revision()
    page.refresh_from_db()


def screen(desk: Client, page: ReleasePage) -> str:
    """What the officer's page of the quotes says, on one line."""
    html = desk.get(f"/admin/releases/{page.pk}/quotes/").content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", html.split("<main")[1]).split())


# The letter


def test_letter_carries_a_link_and_neither_words_nor_headline(
    desk: Client, draft: ReleasePage, post_office: PostOffice
) -> None:
    ask(desk, draft, message="By Friday, please.")
    letter, text = post_office.letters[-1], post_office.text_of_last()
    assert (letter["To"], letter["Reply-To"]) == ("office@mito.example", "halima@confluent.example")
    assert "By Friday, please." in text and "Amina Said" in text
    assert WORDS not in text and "shade" not in letter["Subject"] + text
    assert re.search(r"/en/clearance/[\w-]{43}\s", text)


def test_letter_and_page_speak_the_language_of_the_words(
    desk: Client, office: Client, draft: ReleasePage, post_office: PostOffice
) -> None:
    arabic = draft.copy_for_translation(locale_of("ar"))
    ask(desk, arabic)
    link = link_in(post_office)
    assert link.startswith("/ar/clearance/")
    assert '<html lang="ar" dir="rtl">' in office.get(link).content.decode()


def test_letter_that_cannot_leave_makes_no_link(desk: Client, draft: ReleasePage, post_office: PostOffice) -> None:
    post_office.is_closed = True
    answer = ask(desk, draft, name="Amina Said", message="By Friday.")
    assert "could not be sent" in answer.content.decode()
    assert "By Friday." in answer.content.decode()
    assert not QuoteClearance.objects.exists() and not ClearanceEvent.objects.exists()


def test_failed_letter_leaves_the_earlier_link_open(
    desk: Client, office: Client, draft: ReleasePage, link: str, post_office: PostOffice
) -> None:
    post_office.is_closed = True
    ask(desk, draft)
    assert office.get(link).status_code == 200


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "Amina\r\nBcc: all@press.example"),
        ("name", "x" * 151),
        ("email", "office@mito.example\nBcc: all@press.example"),
        ("email", "nobody"),
        ("days", "0"),
        ("days", "31"),
        ("message", "x" * 2001),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_sent(
    desk: Client, draft: ReleasePage, post_office: PostOffice, field: str, value: str
) -> None:
    answer = ask(desk, draft, **{field: value})
    assert list(answer.context["form"].errors) == [field]
    assert answer.context["form"]["name"].value()
    assert not post_office.letters


def test_words_changed_while_the_officer_wrote_are_read_again(
    desk: Client, draft: ReleasePage, post_office: PostOffice
) -> None:
    edit(draft, OTHER)
    answer = ask(desk, draft, seen=WORDS)
    assert "read them again" in answer.content.decode().lower()
    assert f'value="{OTHER}"' in answer.content.decode()
    assert not post_office.letters


def test_only_those_who_may_publish_send_drafts_outside(draft: ReleasePage, client: Client) -> None:
    translator = UserFactory()
    translator.groups.add(Group.objects.get(name=TRANSLATORS))
    client.force_login(translator)
    assert client.get(f"/admin/releases/{draft.pk}/quotes/").status_code == 200
    assert ask(client, draft).status_code == 302
    assert not QuoteClearance.objects.exists()
    stranger = Client().get(f"/admin/releases/{draft.pk}/quotes/")
    assert stranger["Location"].startswith("/admin/login/")


# The page


def test_page_shows_the_words_and_the_release_around_them(draft: ReleasePage, office: Client, link: str) -> None:
    html = office.get(link).content.decode()
    for expected in (
        *("Halima Okoth", "Amina Said", WORDS, "Wairimu Tendeka", "Mayor of Mito Miwili", "Under embargo until"),
        *("Twenty-six cities will count shade", "Each city will survey its stops &amp; squares.", "MITO MIWILI"),
    ):
        assert expected in html, expected
    assert "<img" not in html and "<script" not in html


def test_page_is_kept_and_told_by_nobody(office: Client, link: str) -> None:
    answer = office.get(link)
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert "no-store" in answer["Cache-Control"] and "private" in answer["Cache-Control"]
    assert list(answer.cookies) == ["csrftoken"]
    token = link.rstrip("/").rpartition("/")[2]
    assert token not in answer.content.decode()
    assert "href=" not in re.sub(r"<link [^>]+>", "", answer.content.decode())
    assert "clearance" not in office.get("/robots.txt").content.decode()


def test_database_cannot_open_it(link: str) -> None:
    token = link.rstrip("/").rpartition("/")[2]
    assert token not in str(QuoteClearance.objects.values().get())


def test_opening_answers_nothing(office: Client, link: str) -> None:
    for _scan in range(3):
        office.get(link, {"answer": "approved"})
        office.head(link)
    assert QuoteClearance.objects.get().answer == ""
    assert office.post(link, {"answer": "approved"}).status_code == 403
    assert QuoteClearance.objects.get().answer == ""


def test_approval_clears_these_words(
    desk: Client, draft: ReleasePage, office: Client, link: str, post_office: PostOffice
) -> None:
    answer = press(office, link, answer="approved")
    assert "Amina Said approved these words" in answer.content.decode()
    assert "Cleared by Amina Said on" in screen(desk, draft)
    approval = QuoteApproval.objects.get()
    assert (approval.words, approval.approver, approval.user) == (WORDS, "Amina Said", None)
    letter = post_office.letters[-1]
    assert letter["To"] == "halima@confluent.example"
    assert f"/admin/releases/{draft.pk}/quotes/" in letter.get_content()


def test_cleared_translation_is_official_under_the_name_of_the_office(
    desk: Client, draft: ReleasePage, office: Client, post_office: PostOffice
) -> None:
    draft.embargoed_until = None
    publish(draft)
    french = draft.copy_for_translation(locale_of("fr"))
    ask(desk, french)
    press(office, link_in(post_office), answer="approved")
    publish(french)
    row = Quote.objects.get(release=french)
    assert (row.status, row.approver) == ("official", "Amina Said")


def test_answer_is_final(office: Client, link: str) -> None:
    press(office, link, answer="approved")
    cookie = office.cookies["csrftoken"].value
    data = {"answer": "proposed", "proposed_words": OTHER, "csrfmiddlewaretoken": cookie}
    office.post(link, data, HTTP_ORIGIN="null")
    assert QuoteClearance.objects.get().answer == "approved"
    assert QuoteClearance.objects.get().proposed_words == ""


def test_answer_stands_even_if_the_officer_cannot_be_told(office: Client, link: str, post_office: PostOffice) -> None:
    post_office.is_closed = True
    assert press(office, link, answer="approved").status_code == 200
    assert QuoteClearance.objects.get().is_approved


# Other words


def test_proposal_comes_back_beside_the_quote(
    desk: Client, officer: User, draft: ReleasePage, office: Client, link: str
) -> None:
    press(office, link, answer="proposed", proposed_words=OTHER, comment="Shade, not light.")
    comment = Comment.objects.get()
    assert (comment.contentpath, comment.user) == (f"body.{draft.body[1].id}.words", officer)
    assert comment.has_valid_contentpath(draft.get_latest_revision_as_object())
    for expected in ("Amina Said", OTHER, "Shade, not light."):
        assert expected in comment.text
    assert "Shade, not light." in desk.get(f"/admin/pages/{draft.pk}/edit/").content.decode()
    assert "Amina Said proposed other words" in screen(desk, draft)


@pytest.mark.parametrize(
    ("words", "comment", "field"),
    [
        ("", "Why.", "proposed_words"),
        (WORDS, "Why.", "proposed_words"),
        ("x" * 5001, "Why.", "proposed_words"),
        (OTHER, "x" * 2001, "comment"),
    ],
)
def test_proposal_that_cannot_be_taken_keeps_what_was_typed(
    office: Client, link: str, words: str, comment: str, field: str
) -> None:
    answer = press(office, link, answer="proposed", proposed_words=words, comment=comment)
    assert list(answer.context["form"].errors) == [field]
    assert comment in answer.content.decode() and words in answer.content.decode()
    assert not QuoteClearance.objects.get().answer


def take(desk: Client) -> Any:
    """The officer takes the proposed words into the draft."""
    return desk.post(f"/admin/clearances/{QuoteClearance.objects.get().pk}/take/", follow=True)


def test_proposed_words_are_taken_into_the_latest_draft(
    desk: Client, draft: ReleasePage, office: Client, link: str
) -> None:
    press(office, link, answer="proposed", proposed_words=OTHER)
    latest = draft.get_latest_revision_as_object()
    latest.subheadline = "Somebody else wrote this meanwhile."
    latest.save_revision()
    take(desk)
    draft.refresh_from_db()
    taken = draft.get_latest_revision_as_object()
    assert (taken.body[1].value["words"], taken.subheadline) == (OTHER, "Somebody else wrote this meanwhile.")
    assert PageLogEntry.objects.filter(page=draft, action="news.quote.take_words").exists()
    assert "the draft has them" in screen(desk, draft)


def test_words_that_somebody_changed_meanwhile_are_not_overwritten(
    desk: Client, draft: ReleasePage, office: Client, link: str
) -> None:
    press(office, link, answer="proposed", proposed_words=OTHER)
    edit(draft, "We plant a street.")
    assert "changed after they were sent" in take(desk).content.decode()
    draft.refresh_from_db()
    assert draft.get_latest_revision_as_object().body[1].value["words"] == "We plant a street."


def test_locked_release_takes_nothing(desk: Client, draft: ReleasePage, office: Client, link: str) -> None:
    press(office, link, answer="proposed", proposed_words=OTHER)
    ReleasePage.objects.filter(pk=draft.pk).update(locked=True, locked_by=UserFactory(), locked_at=timezone.now())
    assert "is locked" in take(desk).content.decode()
    assert draft.get_latest_revision_as_object().body[1].value["words"] == WORDS


def test_words_of_a_translation_are_taken_into_the_translators_tool(
    desk: Client, draft: ReleasePage, office: Client, post_office: PostOffice, django_capture_on_commit_callbacks: Any
) -> None:
    from wagtail_localize.models import TranslationSource
    from wagtail_localize.operations import translate_object

    with django_capture_on_commit_callbacks(execute=True):
        translate_object(draft, [locale_of("fr")])
    translation = TranslationSource.objects.get_for_instance(draft).translations.get()
    french = translation.get_target_instance()
    ask(desk, french)
    press(office, link_in(post_office), answer="proposed", proposed_words="Nous ombrageons <une> rue.")
    take(desk)
    assert StringTranslation.objects.get().data == "Nous ombrageons &lt;une&gt; rue."
    translation.save_target(publish=False)
    french.refresh_from_db()
    assert french.get_latest_revision_as_object().body[1].value["words"] == "Nous ombrageons <une> rue."


# When it no longer holds


def test_changed_words_void_it_and_both_sides_see_why(
    desk: Client, draft: ReleasePage, office: Client, link: str
) -> None:
    edit(draft, OTHER)
    html = office.get(link).content.decode()
    assert "no longer clears them" in html
    assert "<del>light </del>" in html and "<ins>shade </ins>" in html
    assert "I approve these words" not in html
    assert "is void" in screen(desk, draft)


def test_approval_of_words_that_were_just_changed_is_refused(draft: ReleasePage, office: Client, link: str) -> None:
    page = office.get(link).content.decode()
    edit(draft, OTHER)
    token = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[0]
    office.post(link, {"answer": "approved", "csrfmiddlewaretoken": token}, HTTP_ORIGIN="null")
    assert not QuoteClearance.objects.get().answer and not QuoteApproval.objects.exists()


def test_given_clearance_is_void_once_the_words_change(
    desk: Client, draft: ReleasePage, office: Client, link: str
) -> None:
    press(office, link, answer="approved")
    edit(draft, OTHER)
    assert "Clearance by Amina Said" in screen(desk, draft) and "is void" in screen(desk, draft)
    assert "no longer clears them" in office.get(link).content.decode()


def test_removed_quote_says_so(desk: Client, draft: ReleasePage, office: Client, link: str) -> None:
    latest = draft.get_latest_revision_as_object()
    latest.body = [text_block("<p>Nothing is said.</p>")]
    latest.save_revision()
    assert "no longer in the release" in office.get(link).content.decode()


def closed_page(office: Client, link: str, status: int) -> None:
    """The link opens one line and nothing else."""
    answer = office.get(link)
    assert answer.status_code == status
    assert WORDS not in answer.content.decode() and "shade" not in answer.content.decode()
    assert answer["Referrer-Policy"] == "no-referrer" and "no-store" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"] and not answer.cookies


def test_expired_link_opens_nothing(office: Client, link: str) -> None:
    with time_machine.travel(timezone.now() + datetime.timedelta(days=8)):
        closed_page(office, link, 410)
    assert ClearanceEvent.objects.last().kind == "refused"


def test_revoked_link_opens_nothing(desk: Client, office: Client, link: str) -> None:
    desk.post(f"/admin/clearances/{QuoteClearance.objects.get().pk}/revoke/")
    closed_page(office, link, 410)


def test_unknown_link_opens_nothing(office: Client, link: str) -> None:
    closed_page(office, f"/en/clearance/{'x' * 43}/", 404)


def test_second_link_revokes_the_first(
    desk: Client, draft: ReleasePage, office: Client, link: str, post_office: PostOffice
) -> None:
    ask(desk, draft)
    closed_page(office, link, 410)
    assert office.get(link_in(post_office)).status_code == 200


def test_everything_is_logged_with_its_instant(desk: Client, draft: ReleasePage, office: Client, link: str) -> None:
    press(office, link, answer="approved")
    desk.post(f"/admin/clearances/{QuoteClearance.objects.get().pk}/revoke/")
    kinds = list(ClearanceEvent.objects.values_list("kind", flat=True))
    assert kinds == ["sent", "opened", "approved", "opened", "revoked"]
    page = screen(desk, draft)
    assert "words approved" in page and "link revoked (Halima Okoth)" in page and "UTC" in page


def test_no_log_holds_the_secret(office: Client, link: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.handler.addFilter(WithoutSecrets())
    with caplog.at_level(logging.DEBUG):
        office.get(f"/en/clearance/{'x' * 43}/")
        office.post(link, {"answer": "approved"})
    assert "Forbidden" in caplog.text and "Not Found" in caplog.text
    assert link.rstrip("/").rpartition("/")[2] not in caplog.text and "x" * 43 not in caplog.text


# The officer's page


def test_screen_lists_every_language_and_compares_with_what_is_public(desk: Client, draft: ReleasePage) -> None:
    draft.embargoed_until = None
    publish(draft)
    publish(draft.copy_for_translation(locale_of("fr")))
    edit(draft, OTHER)
    page = screen(desk, draft)
    for expected in ("English", "French", "Original", "Courtesy translation", "readers see other words", "Wairimu"):
        assert expected in page
    assert desk.get(f"/admin/pages/{draft.pk}/edit/").content.decode().count(f"/admin/releases/{draft.pk}/quotes/")
    index = desk.get(f"/admin/pages/{draft.get_parent().pk}/").content.decode()
    assert f"/admin/releases/{draft.pk}/quotes/" in index


def test_officer_approves_the_words_on_the_screen_or_none(desk: Client, draft: ReleasePage) -> None:
    french = draft.copy_for_translation(locale_of("fr"))
    address = f"/admin/releases/{french.pk}/quotes/{french.body[1].id}/approve/"
    desk.post(address, {"words": "What stood there before."})
    assert not QuoteApproval.objects.exists()
    desk.post(address, {"words": WORDS})
    assert "Official translation, approved by Halima Okoth" in screen(desk, draft)


def test_queries_of_the_screen_do_not_grow_with_quotes(
    index: NewsIndexPage, desk: Client, count_queries: Any, officer: User
) -> None:
    counts = []
    for number in (3, 30):
        page = ReleasePageFactory(parent=index, quotes=number)
        publish(page.copy_for_translation(locale_of("fr")))
        for block in page.body[1:]:
            clearance = QuoteClearance.objects.create(
                quote_id=block.id,
                release=page,
                locale=page.locale,
                words=block.value["words"],
                expires_at=timezone.now(),
                sent_by=officer,
                digest=block.id,
            )
            clearance.note(ClearanceEvent._meta.get_field("kind").choices[0][0], officer)
        counts.append(count_queries(lambda pk=page.pk: desk.get(f"/admin/releases/{pk}/quotes/")))
    assert counts[0] == counts[1]
