"""A release that is held back fills no log: each reason is said when it comes up, and then once an hour."""

import datetime
import logging

import pytest
import time_machine
from desk import ask, signed, translate

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from newsroom.publication.lifting.lift import lift_due

NOW = datetime.datetime(2026, 7, 14, 9, 0, tzinfo=datetime.UTC)
LIFT = NOW + datetime.timedelta(days=3)
HALF_A_MINUTE = datetime.timedelta(seconds=30)


def tried_for(duration: datetime.timedelta, caplog: pytest.LogCaptureFixture, begin: datetime.datetime = LIFT) -> int:
    """How many lines the log gets while the worker tries to lift every half minute."""
    caplog.clear()
    with caplog.at_level(logging.INFO, "newsroom.publication"):
        for number in range(int(duration / HALF_A_MINUTE)):
            with time_machine.travel(begin + number * HALF_A_MINUTE, tick=False):
                assert lift_due() == 0
    return len(caplog.records)


def test_reason_is_said_once_when_it_comes_up_and_then_once_an_hour(
    index: NewsIndexPage, caplog: pytest.LogCaptureFixture
) -> None:
    with time_machine.travel(NOW, tick=False):
        page = ReleasePageFactory(parent=index, embargoed_until=LIFT)
        french, arabic = ask(page, "fr", "ar")
        translate(french)
        translate(arabic)
    assert tried_for(datetime.timedelta(minutes=10), caplog) == 1
    assert "fr is not signed off" in caplog.text
    later = LIFT + datetime.timedelta(minutes=10)
    with time_machine.travel(later, tick=False):
        signed(french)
    assert tried_for(datetime.timedelta(minutes=10), caplog, later) == 1
    assert "ar is not signed off" in caplog.text
    later += datetime.timedelta(minutes=65)
    assert tried_for(datetime.timedelta(minutes=5), caplog, later) == 1


def test_failure_that_is_nobodys_refusal_is_said_once_too(
    index: NewsIndexPage, caplog: pytest.LogCaptureFixture
) -> None:
    with time_machine.travel(NOW, tick=False):
        page = ReleasePageFactory(parent=index, embargoed_until=LIFT)
    contact = page.contact_links.get().contact
    type(contact).objects.update(valid_until=NOW.date())
    assert tried_for(datetime.timedelta(minutes=5), caplog) == 1
