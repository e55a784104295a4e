"""Until when a letter is signed: more time is kept and told, in every language; officers hear of what waits."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from letter_steps import END, MORNING, SECOND, browser, shown, sign, signed
from post_office import PostOffice
from release_form import release_form
from wagtail.users.models import UserProfile

from news.choices import ReleaseKind, SignatureState
from news.factories import ReleasePageFactory
from news.letters.duties import letter_duties_of_the_day
from news.letters.reminding import remind_of_signatures
from news.models import LetterExtension, NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory, locale_of, publish
from newsroom.home.roles import OFFICERS, WRITERS

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
TODAY = MORNING.date()


def extend(letter: ReleasePage, day: datetime.date) -> None:
    """As an officer does it: in the draft, then published."""
    letter.signing_closes_on = day
    publish(letter)


def words_of(html: str) -> str:
    return " ".join(html.split())


def test_more_time_is_kept_and_told(letter: ReleasePage, clock: Any) -> None:
    clock.shift(DAY)
    extend(letter, datetime.date(2027, 1, 14))
    (row,) = LetterExtension.objects.all()
    assert (row.earlier, row.later) == (END, END + 14 * DAY) and row.was_day_alone
    html = words_of(shown(letter))
    assert "Extended by 2 weeks on 2 December 2026." in html and "Whoever has signed need do nothing." in html
    assert "<del>31 December 2026" in html and "Open until the end of 14 January 2027 in Oslo" in html
    clock.move_to(END + SECOND)
    assert sign(letter).status_code == 302


def test_each_extension_is_kept_and_less_time_is_none(letter: ReleasePage, clock: Any) -> None:
    for day in (datetime.date(2027, 1, 14), datetime.date(2027, 1, 7), datetime.date(2027, 1, 21)):
        clock.shift(DAY)
        extend(letter, day)
    assert [row.later.day for row in LetterExtension.objects.all()] == [14, 21]
    assert letter.signing_extended_from == END
    html = words_of(shown(letter))
    assert html.count("Extended by 2 weeks on") == 2 and html.count("<del>") == 2


def test_a_draft_from_before_does_not_forget_the_extension(letter: ReleasePage, clock: Any) -> None:
    draft = letter.get_latest_revision_as_object()
    extend(letter, datetime.date(2027, 1, 14))
    draft.signing_closes_on, draft.summary = datetime.date(2027, 1, 14), "A river waits."
    publish(draft)
    assert ReleasePage.objects.get(pk=letter.pk).signing_extended_from == END
    assert LetterExtension.objects.count() == 1 and "Extended by 2 weeks" in shown(letter)


def test_all_languages_close_at_the_same_instant(letter: ReleasePage, clock: Any) -> None:
    french = letter.copy_for_translation(locale_of("fr"))
    french.title = "Prévenez la rivière"
    publish(french)
    extend(letter, datetime.date(2027, 1, 14))
    french = ReleasePage.objects.get(pk=french.pk)
    assert french.signing == letter.signing
    assert "<del>31 décembre 2026" in shown(french)
    french.signing_closes_on = datetime.date(2027, 3, 1)
    publish(french)
    assert ReleasePage.objects.get(pk=french.pk).signing_closes_on == datetime.date(2027, 1, 14)
    clock.move_to(END + 14 * DAY)
    assert sign(french, code="fr").status_code == 409


@pytest.mark.parametrize("address", ["/en/news/", "/en/news/feed/", "/en/search/?q=river"])
def test_lists_and_the_feed_say_where_signing_stands(letter: ReleasePage, clock: Any, address: str) -> None:
    assert "Open for signature until 31 December 2026, 24:00 in Oslo." in words_of(page_at(address))
    extend(letter, datetime.date(2027, 1, 14))
    assert "Extended: open for signature until 14 January 2027, 24:00 in Oslo." in words_of(page_at(address))
    clock.move_to(END + 14 * DAY - SECOND)
    assert "open for signature" in page_at(address)
    clock.move_to(END + 14 * DAY)
    assert "Signing closed at the end of 14 January 2027 in Oslo." in words_of(page_at(address))


def page_at(address: str) -> str:
    return str(Client().get(address).content.decode())


def test_lists_ask_no_more_for_many_letters(
    letter: ReleasePage, index: NewsIndexPage, clock: Any, count_queries: Callable[..., int]
) -> None:
    def more(number: int) -> None:
        for _number in range(number):
            ReleasePageFactory(
                parent=index,
                kind=ReleaseKind.OPEN_LETTER,
                is_open_for_signature=True,
                signing_closes_on=END.date(),
                signing_extended_from=MORNING,
            )

    more(2)
    few = count_queries(lambda: Client().get("/en/news/feed/"))
    more(9)
    assert count_queries(lambda: Client().get("/en/news/feed/")) == few


def test_an_officer_moves_the_end_in_the_cms(letter: ReleasePage, clock: Any) -> None:
    form = release_form(
        letter,
        is_open_for_signature="on",
        signing_closes_on="2027-01-14",
        signing_zone="Europe/Oslo",
        **{"action-publish": "minor"},
    )
    answer = browser(OFFICERS).post(f"/admin/pages/{letter.pk}/edit/", form)
    assert answer.status_code == 302
    assert LetterExtension.objects.get().later == END + 14 * DAY


@pytest.fixture
def officer(letter: ReleasePage) -> Any:
    """Who began the letter, and reads French."""
    user = UserFactory(roles=[OFFICERS], email="officer@confluent.example")
    UserProfile.objects.create(user=user, preferred_language="fr")
    ReleasePage.objects.update(owner=user)
    return user


def test_officers_hear_of_waiting_signatures_once_a_day(
    letter: ReleasePage, officer: Any, post_office: PostOffice
) -> None:
    signed(letter, SignatureState.UNCONFIRMED)
    signed(letter, SignatureState.SHOWN, confirmed_at=MORNING)
    assert remind_of_signatures(TODAY) == 0
    for name in ("Zanzara", "Belluno"):
        signed(letter, SignatureState.WAITING, confirmed_at=MORNING, name=name)
    assert [remind_of_signatures(TODAY + days * DAY) for days in (0, 0, 1)] == [1, 0, 1]
    mail = post_office.letters[-1]
    assert len(post_office.letters) == 2 and mail["To"] == "officer@confluent.example"
    assert mail["Subject"] == "Signatures à examiner\N{NO-BREAK SPACE}: Tell the river"
    text = post_office.text_of_last()
    assert "2 signatures" in text and "le 1 décembre 2026" in text and "Zanzara" not in text
    assert f"/admin/releases/{letter.pk}/signatories/" in text


def test_a_mail_that_was_not_sent_is_tried_again(letter: ReleasePage, officer: Any, post_office: PostOffice) -> None:
    signed(letter, SignatureState.WAITING, confirmed_at=MORNING)
    post_office.is_closed = True
    assert remind_of_signatures(TODAY) == 0
    post_office.is_closed = False
    assert remind_of_signatures(TODAY) == 1


def test_who_may_look_hears_where_the_author_may_not(
    letter: ReleasePage, officer: Any, post_office: PostOffice
) -> None:
    ReleasePage.objects.update(owner=UserFactory(roles=[WRITERS], email="writer@confluent.example"))
    signed(letter, SignatureState.WAITING, confirmed_at=MORNING)
    assert remind_of_signatures(TODAY) == 1
    assert [mail["To"] for mail in post_office.letters] == ["officer@confluent.example"]


def test_nobody_hears_of_a_letter_that_is_not_public(
    letter: ReleasePage, officer: Any, post_office: PostOffice
) -> None:
    signed(letter, SignatureState.WAITING, confirmed_at=MORNING)
    ReleasePage.objects.update(live=False)
    assert remind_of_signatures(TODAY) == 0 and not post_office.letters


def test_the_worker_tells_of_them_once_a_day(letter: ReleasePage, officer: Any, post_office: PostOffice) -> None:
    signed(letter, SignatureState.WAITING, confirmed_at=MORNING)
    letter_duties_of_the_day.func()
    letter_duties_of_the_day.func()
    assert len(post_office.letters) == 1
