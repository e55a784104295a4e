"""With the setting on, a password alone opens nothing; a code of the telephone or a recovery code does."""

import datetime
import re
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail.models import ModelLogEntry

from newsroom.base.factories import DocumentFactory, UserFactory
from newsroom.base.models import User
from newsroom.home.audit.access import FAILED_SECOND, FORGOT_SECOND, SET_UP_SECOND, SHOWN_SECOND
from newsroom.home.log_in.second_factor import RECOVERY_CODES
from newsroom.home.models import HomePage
from newsroom.home.roles import OFFICERS

pytestmark = pytest.mark.django_db
NOON = datetime.datetime(2026, 7, 14, 12, 0, tzinfo=datetime.UTC)
LOG_IN, SECOND = "/admin/login/", "/admin/second-factor/"
RIGHT = "a quiet river 42"


@pytest.fixture(autouse=True)
def clock(settings: Any) -> Any:
    """The second factor is on, and the time stands still."""
    settings.NEWSROOM_SECOND_FACTOR = True
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def officer(newsroom: HomePage) -> User:
    """Somebody with a password."""
    user: User = UserFactory(username="wairimu", roles=[OFFICERS])
    user.set_password(RIGHT)
    user.save()
    return user


def with_password() -> Client:
    """A browser in which the right password was typed."""
    browser = Client()
    answer = browser.post(LOG_IN, {"username": "wairimu", "password": RIGHT, "next": "/admin/releases/"})
    assert answer.status_code == 302
    return browser


def digits(device: TOTPDevice) -> str:
    """What the telephone shows now."""
    code = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift)
    code.time = timezone.now().timestamp()
    return f"{code.token():06d}"


def set_up(clock: Any) -> tuple[Client, list[str]]:
    """The first log-in: a browser that is in, and the recovery codes; the telephone shows other digits afterwards."""
    browser = with_password()
    browser.get(SECOND)
    answer = browser.post(SECOND, {"code": digits(TOTPDevice.objects.get())})
    codes = re.findall(r'<code dir="ltr">(\w+)</code>', answer.content.decode())
    clock.shift(60)
    return browser, codes


def is_in(browser: Client) -> bool:
    """Whether the CMS opens."""
    return browser.get("/admin/").status_code == 200


def test_the_first_log_in_sets_it_up(officer: User, clock: Any) -> None:
    browser = with_password()
    answer = browser.get("/admin/releases/")
    assert answer["Location"] == "/admin/second-factor/?next=%2Fadmin%2Freleases%2F"
    page = browser.get(answer["Location"]).content.decode()
    assert "<svg" in page and 'name="next" value="/admin/releases/"' in page
    assert not is_in(browser)
    wrong = browser.post(SECOND, {"code": "000000"})
    assert wrong.status_code == 200 and not is_in(browser)
    clock.shift(60)
    code = digits(TOTPDevice.objects.get())
    done = browser.post(SECOND, {"code": f"{code[:3]} {code[3:]}", "next": "/admin/releases/"}).content.decode()
    assert len(re.findall(r'<code dir="ltr">\w+</code>', done)) == RECOVERY_CODES and 'href="/admin/releases/"' in done
    assert is_in(browser)
    actions = set(ModelLogEntry.objects.values_list("action", flat=True))
    assert {FAILED_SECOND, SHOWN_SECOND, SET_UP_SECOND} <= actions


def test_later_a_code_of_the_telephone_is_asked_for_each_time(officer: User, clock: Any) -> None:
    set_up(clock)
    browser = with_password()
    assert "<svg" not in browser.get(SECOND).content.decode()
    used = digits(TOTPDevice.objects.get())
    answer = browser.post(SECOND, {"code": used, "next": "https://elsewhere.example/"})
    assert (answer.status_code, answer["Location"]) == (302, "/admin/") and is_in(browser)
    other = with_password()
    assert other.post(SECOND, {"code": used}).status_code == 200 and not is_in(other)


def test_a_recovery_code_lets_in_once(officer: User, clock: Any) -> None:
    _browser, codes = set_up(clock)
    first, second = with_password(), with_password()
    assert first.post(SECOND, {"code": codes[0]}).status_code == 302 and is_in(first)
    assert second.post(SECOND, {"code": codes[0]}).status_code == 200 and not is_in(second)
    assert f"You have {RECOVERY_CODES - 1} recovery codes left." in first.get(SECOND).content.decode()


def test_new_recovery_codes_end_the_old_ones(officer: User, clock: Any) -> None:
    browser, codes = set_up(clock)
    fresh = re.findall(r'<code dir="ltr">(\w+)</code>', browser.post(SECOND).content.decode())
    assert len(fresh) == RECOVERY_CODES and not set(fresh) & set(codes)
    other = with_password()
    assert other.post(SECOND, {"code": codes[1]}).status_code == 200
    clock.shift(60)
    assert other.post(SECOND, {"code": fresh[0]}).status_code == 302


def test_guessing_is_made_hopeless(officer: User, clock: Any) -> None:
    _browser, _codes = set_up(clock)
    browser = with_password()
    for _number in range(5):
        browser.post(SECOND, {"code": "000000"})
    assert browser.post(SECOND, {"code": digits(TOTPDevice.objects.get())}).status_code == 200
    assert not is_in(browser)


def test_a_password_alone_opens_no_private_file_and_no_door(officer: User, clock: Any) -> None:
    document = DocumentFactory()
    address = f"/documents/{document.pk}/{document.filename}"
    browser = with_password()
    assert browser.get(address).status_code == 404
    for door in (
        "/admin/",
        "/admin/pages/",
        "/admin/api/main/pages/",
        "/admin/reports/site-history/",
        "/admin/account/",
    ):
        assert browser.get(door)["Location"].startswith(SECOND), door
        assert browser.post(door)["Location"].startswith(SECOND), door
    assert browser.get("/en/").status_code == 200
    known, _codes = set_up(clock)
    assert known.get(address).status_code == 200


def test_whoever_lost_both_is_let_in_by_a_command(officer: User, clock: Any) -> None:
    set_up(clock)
    call_command("forget_second_factor", account="wairimu")
    assert "<svg" in with_password().get(SECOND).content.decode()
    assert ModelLogEntry.objects.filter(action=FORGOT_SECOND, label="wairimu").exists()


def test_by_default_nothing_is_asked(officer: User, settings: Any) -> None:
    settings.NEWSROOM_SECOND_FACTOR = False
    browser = with_password()
    assert is_in(browser) and browser.get(SECOND, follow=True).status_code == 404


def test_strangers_cannot_ask_for_it(newsroom: HomePage) -> None:
    assert Client().get(SECOND)["Location"] == LOG_IN
    assert Client().post(SECOND, {"code": "000000"})["Location"] == LOG_IN
