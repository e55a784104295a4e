"""A speaker's office clears a quote by a personal link that opens nothing else."""

import datetime
import logging
import re

import pytest
import time_machine
from clearing import OTHER, WORDS, ask, edit, link_in, press, screen
from django.test import Client
from django.utils import timezone
from post_office import PostOffice

from news.models import ClearanceEvent, Quote, QuoteApproval, QuoteClearance, ReleasePage
from newsroom.base.factories import UserFactory, locale_of, publish
from newsroom.base.requests.logs import WithoutSecrets
from newsroom.home.roles import translators_of

# The letter


def test_letter_carries_a_link_and_neither_words_nor_headline(
    desk: Client, draft: ReleasePage, post_office: PostOffice
) -> None:
    ask(desk, draft, message="By Friday, please.")
    letter, text = post_office.letters[-1], post_office.text_of_last()
    assert (letter["To"], letter["Reply-To"]) == ("office@mito.example", "halima@confluent.example")
    assert "By Friday, please." in text and "Amina Said" in text
    assert WORDS not in text and "shade" not in letter["Subject"] + text
    assert re.search(r"/en/clearance/[\w-]{43}/\s", text)


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
    translator = UserFactory(roles=[translators_of("en")])
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


# Links that are closed


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


def test_no_log_holds_the_secret(office: Client, link: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.handler.addFilter(WithoutSecrets())
    with caplog.at_level(logging.DEBUG):
        office.get(f"/en/clearance/{'x' * 43}/")
        office.post(link, {"answer": "approved"})
    assert "Forbidden" in caplog.text and "Not Found" in caplog.text
    assert link.rstrip("/").rpartition("/")[2] not in caplog.text and "x" * 43 not in caplog.text
