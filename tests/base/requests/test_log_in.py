"""The brake on guessed passwords."""

import datetime
from typing import Any

import pytest
import time_machine
from axes.models import AccessAttempt
from django.core.management import call_command
from django.test import Client, RequestFactory

from newsroom.base.factories import UserFactory
from newsroom.base.requests.visitors import client_address
from newsroom.home.roles import OFFICERS

LOGIN = "/admin/login/"
NOW = datetime.datetime(2026, 11, 26, 18, 0, tzinfo=datetime.UTC)
HOME, ELSEWHERE = "203.0.113.7", "198.51.100.9"


@pytest.fixture
def clock(newsroom: Any) -> Any:
    """Time that stands still until somebody moves it; two officers who can log in."""
    for name in ("halima", "tomasz"):
        user = UserFactory(username=name, roles=[OFFICERS])
        user.set_password("shade-and-water-26")
        user.save()
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def log_in(name: str, password: str, address: str = HOME, **headers: str) -> Any:
    """Somebody sends the log-in form from an address."""
    return Client(REMOTE_ADDR=address, **headers).post(LOGIN, {"username": name, "password": password})


def is_let_in(answer: Any) -> bool:
    return answer.status_code == 302 and answer["Location"] == "/admin/"


def fail(times: int, name: str = "halima", address: str = HOME, **headers: str) -> Any:
    for number in range(times):
        answer = log_in(name, f"wrong-{number}", address, **headers)
    return answer


def test_right_password_after_twelve_wrong_ones_is_refused_until_the_time_has_passed(clock: Any) -> None:
    assert fail(4).status_code == 200
    assert fail(8).status_code == 429
    answer = log_in("halima", "shade-and-water-26")
    assert answer.status_code == 429
    assert "Too many failed log-ins" in answer.content.decode()
    assert "2026-11-26 18:15:00 UTC" in answer.content.decode() and "15 minutes" in answer.content.decode()
    assert answer["Retry-After"] == "900"
    assert "no-store" in answer["Cache-Control"]
    clock.shift(datetime.timedelta(minutes=15, seconds=1))
    assert is_let_in(log_in("halima", "shade-and-water-26"))


def test_trying_during_the_wait_does_not_make_it_longer(clock: Any) -> None:
    fail(5)
    clock.shift(datetime.timedelta(minutes=14))
    fail(3)
    assert "another minute" in log_in("halima", "shade-and-water-26").content.decode()
    clock.shift(datetime.timedelta(minutes=1, seconds=1))
    assert is_let_in(log_in("halima", "shade-and-water-26"))


def test_stranger_locks_nobody_out_elsewhere(clock: Any) -> None:
    fail(12, address=ELSEWHERE)
    assert is_let_in(log_in("halima", "shade-and-water-26"))
    assert is_let_in(log_in("tomasz", "shade-and-water-26"))


def test_other_account_at_the_same_address_waits_only_after_many_more(clock: Any) -> None:
    fail(5)
    assert is_let_in(log_in("tomasz", "shade-and-water-26"))
    for number in range(25):
        fail(1, name=f"guess-{number}")
    answer = log_in("tomasz", "shade-and-water-26")
    assert answer.status_code == 429
    assert "2026-11-26 18:15:00 UTC" in answer.content.decode()
    assert is_let_in(log_in("tomasz", "shade-and-water-26", ELSEWHERE))


def test_other_browsers_and_addresses_of_one_network_count_together(clock: Any) -> None:
    for number in range(5):
        fail(1, address=f"2001:db8:1:1::{number + 1}", HTTP_USER_AGENT=f"browser {number}")
    assert log_in("halima", "shade-and-water-26", "2001:db8:1:1::ffff").status_code == 429
    assert is_let_in(log_in("halima", "shade-and-water-26", "2001:db8:1:2::1"))


def test_password_can_be_reset_meanwhile(clock: Any) -> None:
    fail(12)
    browser = Client(REMOTE_ADDR=HOME)
    assert browser.get("/admin/password_reset/").status_code == 200
    assert browser.post("/admin/password_reset/", {"email": "halima@confluent.example"}).status_code == 302
    assert browser.get(LOGIN).status_code == 200


def test_failures_that_no_longer_count_are_forgotten(clock: Any) -> None:
    fail(3)
    clock.shift(datetime.timedelta(minutes=16))
    call_command("forget_failed_logins")
    assert not AccessAttempt.objects.exists()
    fail(5)
    call_command("forget_failed_logins")
    assert AccessAttempt.objects.exists()
    call_command("forget_failed_logins", account="halima")
    assert is_let_in(log_in("halima", "shade-and-water-26"))
    assert not AccessAttempt.objects.exists()


def test_no_password_is_kept(clock: Any) -> None:
    fail(2)
    assert "wrong-1" not in str(list(AccessAttempt.objects.values()))


@pytest.mark.parametrize(
    ("connection", "forwarded", "found"),
    [
        ("203.0.113.7", "192.0.2.1", "203.0.113.7"),
        ("10.0.0.2", "192.0.2.1, 203.0.113.7", "203.0.113.7"),
        ("10.0.0.2", "192.0.2.1, 203.0.113.7, 10.0.0.3", "203.0.113.7"),
        ("10.0.0.2", "nonsense", "10.0.0.2"),
        ("10.0.0.2", "", "10.0.0.2"),
        ("", "203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "", "203.0.113.7"),
    ],
)
def test_address_is_what_the_nearest_trusted_proxy_says(
    settings: Any, connection: str, forwarded: str, found: str
) -> None:
    settings.NEWSROOM_TRUSTED_PROXIES = ["10.0.0.0/8"]
    request = RequestFactory().get("/", REMOTE_ADDR=connection, HTTP_X_FORWARDED_FOR=forwarded)
    assert client_address(request) == found


def test_forwarded_address_of_a_stranger_counts_for_nothing(clock: Any) -> None:
    for number in range(5):
        fail(1, HTTP_X_FORWARDED_FOR=f"192.0.2.{number}")
    assert log_in("halima", "shade-and-water-26", HTTP_X_FORWARDED_FOR="192.0.2.99").status_code == 429
