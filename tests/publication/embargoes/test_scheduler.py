"""The scheduler lifts once, holds nothing up, survives, and somebody hears of what it could not do."""

import datetime
import logging
from typing import Any

import pytest
import time_machine
from desk import an_officer
from django.core import mail
from django.core.management import call_command
from django.db import OperationalError
from django_tasks_db.models import DBTaskResult
from wagtail.models import PageLogEntry, Revision

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import publish
from newsroom.publication.choices import LifeState
from newsroom.publication.lifting import lift, scheduler
from newsroom.publication.lifting.failure_mail import tell_of_failures
from newsroom.publication.lifting.lift import lift_due, lift_some
from newsroom.publication.lifting.scheduler import Scheduler
from newsroom.publication.models import Life, LiftFailure

NOW = datetime.datetime(2026, 7, 14, 9, 0, tzinfo=datetime.UTC)
LIFT = NOW + datetime.timedelta(days=3)
SECOND = datetime.timedelta(seconds=1)


@pytest.fixture
def due(index: NewsIndexPage) -> list[ReleasePage]:
    """Two releases that lift at one instant."""
    with time_machine.travel(NOW, tick=False):
        return [ReleasePageFactory(parent=index, embargoed_until=LIFT) for _number in range(2)]


def break_slug(page: ReleasePage) -> None:
    """A page that takes the address of a scheduled one: what keeps the lift back is no refusal but an error."""
    parent = page.get_parent()
    other = ReleasePageFactory(parent=parent, title="In the way", live=False)
    ReleasePage.objects.filter(pk=other.pk).update(slug=page.slug)


def test_failure_of_one_stops_no_other_and_sends_nothing_in_between(
    due: list[ReleasePage], monkeypatch: pytest.MonkeyPatch
) -> None:
    an_officer()
    break_slug(due[0])
    monkeypatch.setattr("django.core.mail.EmailMessage.send", lambda *_args, **_kwargs: pytest.fail("mail in a lift"))
    with time_machine.travel(LIFT, tick=False):
        lift_due()
    assert list(ReleasePage.objects.released()) == [due[1]]


def test_what_the_search_cannot_take_stops_no_other_either(
    due: list[ReleasePage], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = lift.chain.make_findable

    def refuses_one(pages: list[Any]) -> None:
        if any(page.pk == due[0].pk for page in pages):
            raise TimeoutError
        found(pages)

    monkeypatch.setattr(lift.chain, "make_findable", refuses_one)
    with time_machine.travel(LIFT, tick=False):
        assert lift_due() == 1
    assert list(ReleasePage.objects.released()) == [due[1]]
    assert LiftFailure.objects.get().life == Life.objects.get(translation_key=due[0].translation_key)


def test_people_hear_of_every_failure_and_what_was_not_sent_is_tried_again(
    due: list[ReleasePage], monkeypatch: pytest.MonkeyPatch
) -> None:
    officer, other = an_officer(), an_officer()
    break_slug(due[0])
    with time_machine.travel(LIFT, tick=False):
        lift_due()
    assert DBTaskResult.objects.count() == 1
    reached = mail.EmailMessage.send

    def only_one(message: Any, *args: Any, **kwargs: Any) -> int:
        if message.to == [other.email]:
            raise TimeoutError
        return reached(message, *args, **kwargs)

    monkeypatch.setattr(mail.EmailMessage, "send", only_one)
    assert tell_of_failures() == 1
    assert LiftFailure.objects.get().told == [officer.email] and not LiftFailure.objects.get().is_told
    monkeypatch.undo()
    assert tell_of_failures() == 1 and tell_of_failures() == 0
    assert [message.to for message in mail.outbox] == [[officer.email], [other.email]]
    assert LiftFailure.objects.get().is_told


def test_it_is_tried_again_once_a_release_and_after_a_rest(due: list[ReleasePage]) -> None:
    break_slug(due[0])
    tries = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lift, "lift_some", lambda keys, now: tries.extend(keys) or lift_some(keys, now))
        for seconds in range(0, 61, 10):
            with time_machine.travel(LIFT + seconds * SECOND, tick=False):
                Scheduler().lift()
    held = Life.objects.get(state=LifeState.SCHEDULED).pk
    assert tries.count(held) == 3
    assert DBTaskResult.objects.count() == 1


def test_one_that_is_taken_meanwhile_is_published_once(due: list[ReleasePage]) -> None:
    with time_machine.travel(LIFT, tick=False):
        keys = list(Life.objects.due(LIFT).values_list("pk", flat=True))
        assert lift_some(keys, LIFT) == 2
        assert lift_some(keys, LIFT) == 0
    assert PageLogEntry.objects.filter(action=lift.LIFTED).count() == 2


def test_what_a_killed_process_left_is_found_by_the_sweep(due: list[ReleasePage], index: NewsIndexPage) -> None:
    Life.objects.update(state=LifeState.DRAFT)  # as if killed between the approval and the note of it
    with time_machine.travel(LIFT, tick=False):
        Scheduler().turn()
        assert ReleasePage.objects.released().count() == 2


def test_it_outlives_a_database_that_is_away_and_says_so_once(
    due: list[ReleasePage], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(scheduler.connections, "close_all", lambda: None)
    working = Scheduler()

    def away(*_args: Any, **_kwargs: Any) -> int:
        raise OperationalError("database is locked")

    with time_machine.travel(LIFT, tick=False), caplog.at_level(logging.WARNING, "newsroom"):
        with monkeypatch.context() as patch:
            patch.setattr(scheduler, "lift_due", away)
            assert [working.turn() for _number in range(3)] == [scheduler.PATIENCE] * 3
        working.turn()
    assert ReleasePage.objects.released().count() == 2
    assert [record.message.partition(";")[0] for record in caplog.records] == [
        "The database is away",
        "The database is back.",
    ]


def test_it_sleeps_until_the_instant_and_no_longer(due: list[ReleasePage]) -> None:
    with time_machine.travel(LIFT - datetime.timedelta(milliseconds=120), tick=False):
        assert Scheduler().lift() == pytest.approx(0.12)
    with time_machine.travel(NOW, tick=False):
        assert Scheduler().lift() == scheduler.LOOK


def test_nothing_that_is_approved_no_more_is_tried_for_ever_in_silence(due: list[ReleasePage]) -> None:
    Revision.objects.update(approved_go_live_at=None)
    with time_machine.travel(LIFT, tick=False):
        assert lift_due() == 0
    assert set(LiftFailure.objects.values_list("note", flat=True)) == {"nothing is approved"}


def test_wagtails_command_lifts_as_ours_does(due: list[ReleasePage], capsys: pytest.CaptureFixture[str]) -> None:
    with time_machine.travel(LIFT, tick=False):
        call_command("publish_scheduled")
    assert ReleasePage.objects.released().count() == 2


def test_one_language_alone_is_not_published_when_its_hour_has_come(due: list[ReleasePage]) -> None:
    from newsroom.publication.embargoes.service import EmbargoError

    with time_machine.travel(LIFT, tick=False), pytest.raises(EmbargoError, match="together"):
        publish(due[0])
