"""Whatever strangers can send has a brake, and a new form without one is told of."""

import inspect
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from table import rows

from newsroom.base.factories import UserFactory
from newsroom.home.log_in.reset import MOST_OF_AN_ADDRESS, MOST_TO_A_MAILBOX
from newsroom.home.models import HomePage

RESET = "/admin/password_reset/"
#: Modules outside the CMS that read what is sent, each with what brakes it in its source.
BRAKED = {
    "campaigns.calls.views": "is_taken(",
    "news.letters.views": "is_taken(",
    # A secret link that was sent to one office opens it; it is revoked once it was used.
    "news.clearance.views": "with_token(",
    "newsroom.publication.preview_links.views": "is_taken(",
}
#: Addresses of the CMS that ask nobody to log in, each with its brake.
OPEN = {
    "second_factor": "newsroom.home.log_in.second_factor, which waits longer after each wrong code",
    "wagtailadmin_login": "django-axes, by newsroom.base.requests.log_in",
    "braked_password_reset": "newsroom.home.log_in.reset",
    "wagtailadmin_password_reset_confirm": "a token that was sent by mail",
    "wagtailadmin_password_reset_done": "takes nothing",
    "wagtailadmin_password_reset_complete": "takes nothing",
    "single_sign_on": "takes nothing; the provider asks",
    "single_sign_on_answer": "django-axes, which hears of each log-in that failed",
    "log_out_of_provider": "ends the sender's own session alone",
    "wagtailadmin_javascript_catalog": "takes nothing",
    "wagtailadmin_sprite": "takes nothing",
}
READS = ("request.POST", "request.body", "request.FILES", 'method == "POST"', "require_POST")


def patterns(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every route with what answers it."""
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from patterns(each, before + str(each.pattern))
        else:
            yield before + str(each.pattern), each


def answering(pattern: URLPattern) -> str:
    """The module in which what answers an address is written."""
    view: Any = inspect.unwrap(pattern.callback)
    return str(getattr(view, "view_class", view).__module__)


def test_whatever_outside_the_cms_reads_what_is_sent_has_a_brake() -> None:
    modules = {answering(pattern) for route, pattern in patterns(get_resolver()) if not route.startswith("admin/")}
    sources = {
        name: inspect.getsource(sys.modules[name]) for name in modules if not name.startswith(("wagtail", "django"))
    }
    reading = {name for name, source in sources.items() if any(sign in source for sign in READS)}
    assert reading - set(BRAKED) == set()
    assert [name for name, brake in BRAKED.items() if brake not in inspect.getsource(sys.modules[name])] == []


def test_pages_that_take_forms_hand_them_to_a_braked_view() -> None:
    """Pages are served at any address: where one of them reads a form, its module is a braked one."""
    from wagtail.models import get_page_models

    for model in get_page_models():
        source = inspect.getsource(sys.modules[model.__module__])
        assert not any(sign in source for sign in READS), model


def test_every_address_of_the_cms_that_asks_nobody_to_log_in_has_a_brake() -> None:
    found = {name for row in rows("Addresses") if row.answers[0] not in ("log in",) for name in row.names}
    assert found - set(OPEN) == set()


def ask(address: str, mailbox: str) -> Any:
    """Somebody asks for a new password from an address."""
    return Client(REMOTE_ADDR=address).post(RESET, {"email": mailbox})


@pytest.mark.django_db
def test_one_address_cannot_ask_without_end(newsroom: HomePage) -> None:
    for number in range(MOST_OF_AN_ADDRESS):
        assert ask("203.0.113.7", f"nobody{number}@confluent.example").status_code == 302
    answer = ask("203.0.113.7", "wairimu@confluent.example")
    assert answer.status_code == 429 and "Please try again in an hour." in answer.content.decode()
    assert ask("198.51.100.9", "wairimu@confluent.example").status_code == 302


@pytest.mark.django_db
def test_a_mailbox_is_not_filled_and_nobody_is_told_whose_it_is(newsroom: HomePage) -> None:
    UserFactory(username="wairimu", email="wairimu@confluent.example")
    for number in range(MOST_TO_A_MAILBOX + 3):
        mailbox = "Wairimu@confluent.example" if number % 2 else "wairimu@confluent.example"
        answer = ask(f"198.51.100.{number}", mailbox)
        assert (answer.status_code, answer["Location"]) == (302, "/admin/password_reset/done/")
    assert len(mail.outbox) == MOST_TO_A_MAILBOX
