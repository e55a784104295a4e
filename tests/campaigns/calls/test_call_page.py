"""What readers see of a call."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.test import Client

from campaigns.calls.factories import CallPageFactory
from campaigns.models import CallIndexPage, CallPage
from newsroom.base.factories import locale_of, publish
from newsroom.publication.choices import CorrectionKind
from newsroom.publication.corrections.service import Note, correct
from newsroom.publication.gates import RefusedError

pytestmark = pytest.mark.django_db
MORNING = datetime.datetime(2026, 11, 28, 9, 0, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)
SECOND = datetime.timedelta(seconds=1)


@pytest.fixture
def call(calls: CallIndexPage) -> CallPage:
    with time_machine.travel(MORNING - DAY, tick=False):
        made: CallPage = CallPageFactory(
            parent=calls,
            slug="benches",
            opens_on=datetime.date(2026, 11, 28),
            opens_time=datetime.time(10, 0),
            closes_on=datetime.date(2026, 12, 18),
            time_zone="Europe/Oslo",
            meetings=2,
            issued_place="Oslo",
            issued_on=datetime.date(2026, 11, 9),
            salutation="Dear Mayor,",
        )
    return made


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (MORNING - SECOND, "upcoming"),
        (MORNING, "20 days left"),
        (datetime.datetime(2026, 12, 15, 22, 59, 59, tzinfo=datetime.UTC), "3 days left"),
        (datetime.datetime(2026, 12, 15, 23, 0, tzinfo=datetime.UTC), "closing soon, 72 hours left"),
        (datetime.datetime(2026, 12, 18, 22, 59, 59, tzinfo=datetime.UTC), "less than an hour left"),
        (datetime.datetime(2026, 12, 18, 23, 0, tzinfo=datetime.UTC), "Closed at the end of 18 December 2026 in Oslo."),
    ],
)
@pytest.mark.parametrize("kept", [0, 10])
def test_each_state_stands_on_a_page_that_was_kept_a_second_before(
    call: CallPage, reader: Client, settings: Any, at: datetime.datetime, words: str, kept: int
) -> None:
    settings.NEWSROOM_ANSWERS_KEPT = kept
    with time_machine.travel(at - SECOND, tick=False) as clock:
        before = reader.get(call.url)
        clock.move_to(at)
        after = reader.get(call.url, headers={"If-None-Match": before.get("ETag", "")})
        if after.status_code == 304:
            after = before
    assert words in after.content.decode()
    assert ('id="answer"' in after.content.decode()) == (words not in ("upcoming",) and "Closed" not in words)


@pytest.mark.parametrize("address", ["/en/calls/", "/en/search/?q=benches"])
def test_lists_know_the_second_too(call: CallPage, reader: Client, settings: Any, address: str) -> None:
    settings.NEWSROOM_ANSWERS_KEPT = 10
    closes = datetime.datetime(2026, 12, 18, 23, 0, tzinfo=datetime.UTC)
    with time_machine.travel(closes - SECOND, tick=False) as clock:
        before = reader.get(address).content.decode()
        clock.move_to(closes)
        after = reader.get(address).content.decode()
    assert call.url in before and call.url in after
    assert "less than an hour left" in before and "less than an hour left" not in after


def test_a_translation_is_open_until_the_same_instant(call: CallPage, reader: Client) -> None:
    french = call.copy_for_translation(locale_of("fr"))
    french.title = "Comptez les bancs"
    publish(french)
    with time_machine.travel(MORNING + DAY, tick=False):
        call.closes_on = datetime.date(2027, 1, 15)
        publish(call)
        french.refresh_from_db()
        assert french.closes_at == call.closes_at and french.is_extended
        page = reader.get(french.url).content.decode()
    assert "15 janvier 2027" in page and "<del>18 décembre 2026" in page
    publish(french)
    assert CallPage.objects.get(pk=french.pk).closes_at == call.closes_at


def test_more_time_is_kept_and_told(call: CallPage, reader: Client) -> None:
    with time_machine.travel(MORNING + DAY, tick=False):
        call.closes_on = datetime.date(2027, 1, 1)
        call.extension_note = "The floods came."
        publish(call)
        page = reader.get(call.url).content.decode()
    assert "Extended by 2 weeks on 29 November 2026." in page and "The floods came." in page
    assert "Whoever has answered need do nothing." in page
    assert "<del>18 December 2026" in page
    assert call.reference == "CALL/2026/001"
    assert reader.get("/CALL/2026/001/")["Location"] == call.url


def test_a_draft_from_before_does_not_forget_the_extension(call: CallPage) -> None:
    with time_machine.travel(MORNING + DAY, tick=False):
        draft = call.get_latest_revision_as_object()
        call.closes_on = draft.closes_on = datetime.date(2027, 1, 1)
        publish(call)
        draft.summary = "Count them all."
        publish(draft)
    assert CallPage.objects.get(pk=call.pk).is_extended


def test_a_month_without_a_day_is_shown_as_such(call: CallPage, reader: Client) -> None:
    with time_machine.travel(MORNING, tick=False):
        page = reader.get(call.url).content.decode()
    assert '<time datetime="2027-01"><b class="month">January 2027</b></time>' in page and "Day to come" in page


def test_no_more_queries_for_a_long_call(
    calls: CallIndexPage, reader: Client, count_queries: Callable[..., int]
) -> None:
    with time_machine.travel(MORNING, tick=False):
        short = CallPageFactory(parent=calls, steps=3, meetings=3, questions=3)
        long = CallPageFactory(parent=calls, steps=300, meetings=300, questions=300)
        assert count_queries(lambda: reader.get(short.url)) == count_queries(lambda: reader.get(long.url))


def test_no_more_queries_for_a_long_list(
    calls: CallIndexPage, reader: Client, count_queries: Callable[..., int]
) -> None:
    with time_machine.travel(MORNING, tick=False):
        for _number in range(3):
            CallPageFactory(parent=calls)
        few = count_queries(lambda: reader.get(calls.url))
        for _number in range(9):
            CallPageFactory(parent=calls)
        assert count_queries(lambda: reader.get(calls.url)) == few


def test_nothing_is_published_that_lacks_something(calls: CallIndexPage) -> None:
    draft = CallPageFactory(parent=calls, live=False)
    draft.consent_text = ""
    draft.focal_points.all().delete()
    with pytest.raises(RefusedError, match=r"Name whom to ask\. .*Write what people agree to"):
        publish(draft)


@pytest.mark.parametrize("until", [None, MORNING])
def test_what_is_not_public_appears_nowhere(
    calls: CallIndexPage, reader: Client, until: datetime.datetime | None
) -> None:
    with time_machine.travel(MORNING - DAY, tick=False):
        hidden = CallPageFactory(
            parent=calls, title="Zanzara", slug="zanzara", hashtags=["Zanzara"], live=False, embargoed_until=until
        )
        if until:
            publish(hidden)
        for address in ("/en/", "/en/calls/", "/en/search/?q=zanzara", "/en/search/?kind=call", "/en/news/feed/"):
            words = reader.get(address).content.decode().replace("q=zanzara", "").replace('value="zanzara"', "")
            assert "Zanzara" not in words, address
        assert reader.get(hidden.url).status_code == 404
        assert reader.get("/CALL/2026/001/", follow=True).status_code == 404


def test_an_earlier_version_stays_readable_and_takes_no_answer(call: CallPage, reader: Client) -> None:
    with time_machine.travel(MORNING + DAY, tick=False):
        call.summary = "Each city counts twice."
        call.save_revision()
        note = Note(CallPage.objects.get(pk=call.pk), "counts", "counts twice", "A slip.")
        correct([note], CorrectionKind.FACTUAL, None)
        now, before = (reader.get(address).content.decode() for address in (call.url, f"{call.url}versions/1/"))
    assert "Each city counts twice." in now and "A slip." in now
    assert "Each city counts where one can sit" in before and 'id="answer"' not in before and 'id="answer"' in now
