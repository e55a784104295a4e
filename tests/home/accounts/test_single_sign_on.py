"""Log-in by a provider that the test starts: whom it lets in, whom it does not, and what the log says of it."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import oidc_provider_mock
import pytest
import requests
from desk import an_officer
from django.conf import settings as django_settings
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from newsroom.base.factories import UserFactory
from newsroom.base.models import User
from newsroom.home.audit.access import FAILED, GROUPS_GIVEN, LOGGED_IN
from newsroom.home.log_in import single_sign_on as services
from newsroom.home.roles import OFFICERS, WRITERS

pytestmark = pytest.mark.django_db
MAILBOX = "halima@cities.example"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where a real provider listens, over HTTP."""
    with oidc_provider_mock.run_server_in_thread() as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture
def issuer(address: str, settings: Any, newsroom: object) -> str:
    """The newsroom is set up for the provider."""
    settings.NEWSROOM_OIDC_ISSUER = address
    settings.OIDC_RP_CLIENT_ID, settings.OIDC_RP_CLIENT_SECRET = "newsroom", "not a secret"
    settings.AUTHENTICATION_BACKENDS = [
        *django_settings.AUTHENTICATION_BACKENDS,
        "newsroom.home.log_in.single_sign_on.ProviderBackend",
    ]
    cache.clear()
    return address


def claim(issuer: str, subject: str = "halima", **claims: Any) -> None:
    """What the provider knows of somebody."""
    known = {"email": MAILBOX, "email_verified": True, **claims}
    assert requests.put(f"{issuer}/users/{subject}", json=known, timeout=10).status_code == 204


def asked(browser: Client, **query: str) -> str:
    """The address of the provider to which the newsroom sends somebody."""
    answer = browser.get(reverse("single_sign_on"), query)
    assert answer.status_code == 302
    return str(answer["Location"])


def at_the_provider(where: str, subject: str = "halima") -> str:
    """Somebody says yes there; the address to which that sends them back."""
    answer = requests.post(where, data={"sub": subject}, allow_redirects=False, timeout=10)
    assert answer.status_code == 302, answer.text
    return answer.headers["Location"]


def back(browser: Client, address: str) -> Any:
    """They come back."""
    parts = urlsplit(address)
    return browser.get(f"{parts.path}?{parts.query}")


def log_in(browser: Client, subject: str = "halima", **query: str) -> Any:
    """All of it."""
    return back(browser, at_the_provider(asked(browser, **query), subject))


def who(browser: Client) -> User | None:
    """Who a browser is to the CMS."""
    answer = browser.get(reverse("wagtailadmin_home"))
    user: User | None = answer.wsgi_request.user if answer.status_code == 200 else None
    return user


def test_officer_gets_in_and_the_log_names_the_way(issuer: str) -> None:
    officer, browser = an_officer(email=MAILBOX), Client()
    claim(issuer)
    page = browser.get(reverse("wagtailadmin_login")).content.decode()
    assert page.count("Log in with your institution") == 1
    answer = log_in(browser, next="/admin/releases/")
    assert (answer.status_code, answer["Location"]) == (302, "/admin/releases/")
    assert who(browser) == officer
    entry = ModelLogEntry.objects.get(action=LOGGED_IN)
    assert entry.user == officer and entry.data["way"] == "single sign-on"
    assert entry.message.startswith("Logged in, by single sign-on")


def test_log_in_is_off_by_default(newsroom: object) -> None:
    browser = Client()
    for name in ("single_sign_on", "single_sign_on_answer"):
        assert browser.get(reverse(name)).status_code in (302, 404)
    assert "institution" not in browser.get(reverse("wagtailadmin_login")).content.decode()
    assert not services.is_single_sign_on()


def refused(browser: Client, answer: Any) -> bool:
    """Whether somebody stands before the log-in again and is told so."""
    is_sent_back = answer.status_code == 302 and answer["Location"] == reverse("wagtailadmin_login")
    return is_sent_back and who(browser) is None


@pytest.mark.parametrize(
    "claims", [{"email_verified": False}, {"email_verified": "true"}, {"email": "nobody@cities.example"}]
)
def test_unverified_and_unknown_mailboxes_open_nothing(issuer: str, claims: dict[str, Any]) -> None:
    an_officer(email=MAILBOX)
    claim(issuer, **claims)
    browser = Client()
    assert refused(browser, log_in(browser))
    assert User.objects.count() == 1, "no account is made"
    assert ModelLogEntry.objects.get(action=FAILED).data["way"] == "single sign-on"


def test_neither_two_accounts_nor_a_closed_one_are_let_in(issuer: str) -> None:
    claim(issuer)
    closed = an_officer(email=MAILBOX, is_active=False)
    browser = Client()
    assert refused(browser, log_in(browser))
    User.objects.filter(pk=closed.pk).update(is_active=True)
    an_officer(email=MAILBOX.upper())
    assert refused(browser, log_in(browser))


def test_what_was_not_asked_for_here_is_refused(issuer: str) -> None:
    an_officer(email=MAILBOX)
    claim(issuer)
    victim, thief = Client(), Client()
    sent = at_the_provider(asked(thief))
    assert refused(victim, back(victim, sent)), "a state of another session"
    browser = Client()
    came = at_the_provider(asked(browser))
    assert back(browser, came)["Location"] == reverse("wagtailadmin_home")
    assert refused(Client(), back(Client(), came)), "a second time"


def test_token_for_another_moment_another_client_or_of_another_issuer_is_refused(issuer: str, settings: Any) -> None:
    an_officer(email=MAILBOX)
    claim(issuer)
    for spoil in (spoil_nonce, spoil_client, spoil_issuer):
        browser = Client()
        came = at_the_provider(asked(browser))
        before = (settings.OIDC_RP_CLIENT_ID, settings.NEWSROOM_OIDC_ISSUER)
        spoil(browser, settings)
        assert refused(browser, back(browser, came)), spoil
        settings.OIDC_RP_CLIENT_ID, settings.NEWSROOM_OIDC_ISSUER = before


def spoil_nonce(browser: Client, settings: Any) -> None:
    """The session asked with another nonce."""
    session = browser.session
    for state in session["oidc_states"].values():
        state["nonce"] = "another"
    session.save()


def spoil_client(browser: Client, settings: Any) -> None:
    """The newsroom is another client than the token is for."""
    settings.OIDC_RP_CLIENT_ID = "somebody else"


def spoil_issuer(browser: Client, settings: Any) -> None:
    """The token is of another provider than the newsroom's."""
    cache.set("oidc provider http://other.example", services.provider(), 60)
    settings.NEWSROOM_OIDC_ISSUER = "http://other.example"


@pytest.mark.parametrize("wish", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"])
def test_nobody_is_led_elsewhere(issuer: str, wish: str) -> None:
    an_officer(email=MAILBOX)
    claim(issuer)
    browser = Client()
    page = browser.get(reverse("wagtailadmin_login"), {"next": wish}).content.decode()
    link = re.search(r'href="([^"]*single-sign-on/[^"]*)"', page)
    assert link and link[1].startswith("/admin/single-sign-on/")
    assert log_in(browser, next=wish)["Location"] == reverse("wagtailadmin_home")


def test_newsroom_asks_with_state_nonce_and_challenge(issuer: str) -> None:
    sent = parse_qs(urlsplit(asked(Client())).query)
    assert sent["code_challenge_method"] == ["S256"]
    assert all(len(sent[name][0]) >= 32 for name in ("state", "nonce", "code_challenge"))
    assert sent["redirect_uri"][0].endswith("/admin/single-sign-on/answer/")


def test_groups_follow_the_provider_where_that_is_settled(issuer: str, settings: Any) -> None:
    settings.NEWSROOM_OIDC_GROUPS_CLAIM = "groups"
    settings.NEWSROOM_OIDC_GROUPS = {"press": OFFICERS, "authors": WRITERS}
    person = UserFactory(email=MAILBOX, roles=["Approvers"])
    claim(issuer, groups=["press", "cooks"])
    log_in(Client())
    assert set(person.groups.values_list("name", flat=True)) == {OFFICERS, "Approvers"}
    claim(issuer, groups="authors")
    log_in(Client())
    assert set(person.groups.values_list("name", flat=True)) == {WRITERS, "Approvers"}
    log_in(Client())
    assert ModelLogEntry.objects.filter(action=GROUPS_GIVEN).count() == 2
    assert not User.objects.get(pk=person.pk).is_superuser


@pytest.mark.parametrize("said", [None, 7, {"name": "press"}, [{"name": "press"}], [None, ["press"]]])
def test_groups_in_no_known_form_are_none(issuer: str, settings: Any, said: Any) -> None:
    settings.NEWSROOM_OIDC_GROUPS_CLAIM = "groups"
    settings.NEWSROOM_OIDC_GROUPS = {"press": OFFICERS}
    person = UserFactory(email=MAILBOX, roles=[OFFICERS, "Approvers"])
    services.give_groups(person, {"groups": said})
    assert set(person.groups.values_list("name", flat=True)) == {"Approvers"}


def test_second_factor_is_asked_all_the_same(issuer: str, settings: Any) -> None:
    settings.NEWSROOM_SECOND_FACTOR = True
    an_officer(email=MAILBOX)
    claim(issuer)
    browser = Client()
    log_in(browser)
    answer = browser.get(reverse("releases_admin"))
    assert answer.status_code == 302 and answer["Location"].startswith(reverse("second_factor"))


def test_brake_counts_what_the_provider_was_asked_in_vain(issuer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsroom.base.requests.log_in.MOST_OF_AN_ADDRESS", 2)
    an_officer(email=MAILBOX)
    claim(issuer, email_verified=False)
    for _try in range(2):
        log_in(Client(REMOTE_ADDR="203.0.113.9"))
    claim(issuer)
    assert log_in(Client(REMOTE_ADDR="203.0.113.9")).status_code == 429
    assert who(Client()) is None


def test_leaving_ends_the_session_here_and_leads_to_the_providers_own(issuer: str) -> None:
    an_officer(email=MAILBOX)
    claim(issuer)
    browser = Client()
    log_in(browser)
    answer = browser.post(reverse("wagtailadmin_logout"))
    there = urlsplit(answer["Location"])
    assert f"{there.scheme}://{there.netloc}" == issuer
    assert parse_qs(there.query)["post_logout_redirect_uri"][0].endswith(reverse("wagtailadmin_login"))
    assert who(browser) is None
    by_password = Client()
    by_password.force_login(User.objects.get())
    assert by_password.post(reverse("wagtailadmin_logout"))["Location"] == reverse("wagtailadmin_login")


def test_provider_that_does_not_answer_is_said(issuer: str, settings: Any) -> None:
    settings.NEWSROOM_OIDC_ISSUER = "http://localhost:9"
    browser = Client()
    answer = browser.get(reverse("single_sign_on"), follow=True)
    assert "does not answer" in answer.content.decode()
    assert (
        browser.get(reverse("single_sign_on_answer") + "?" + urlencode({"code": "a", "state": "b"})).status_code == 302
    )
