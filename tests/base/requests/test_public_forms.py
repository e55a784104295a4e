"""Forms for strangers: what keeps programs out, what nobody loses, and that no cookie is needed."""

import datetime
import re
from typing import Any

import pytest
import time_machine
from django import forms
from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test import Client
from django.urls import path

from newsroom.base.models import FormUse
from newsroom.base.public_forms.forms import CONSENT, HONEYPOT, SHOWN, PublicForm
from newsroom.base.public_forms.rate import is_taken, is_too_often
from newsroom.base.public_forms.shown import PLACEHOLDER, shown_now
from newsroom.base.public_forms.views import for_strangers
from newsroom.urls import urlpatterns as of_the_house

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]
MORNING = datetime.datetime(2026, 11, 28, 9, 0, tzinfo=datetime.UTC)
TEMPLATE = (
    '<form method="post">{% include "base/public_forms/before.html" %}'
    '{% for field in form.asked %}{% include "base/public_forms/field.html" %}{% endfor %}'
    '{% include "base/public_forms/consent.html" %}<button>Send</button></form>'
)


class Visit(PublicForm):
    name = forms.CharField()
    mail = forms.EmailField(required=False)


def asking(data: Any = None) -> Visit:
    form = Visit(data)
    form.ask_consent("Keep it.", "Text of 2 November 2026.")
    return form


def shown_page(request: HttpRequest) -> HttpResponse:
    return HttpResponse(engines["django"].from_string(TEMPLATE).render({"form": asking()}, request))


@for_strangers
def sent_page(request: HttpRequest) -> HttpResponse:
    form = asking(request.POST)
    if is_taken(form, request, "visit"):
        return HttpResponse(f"Thank you, {form.answers['name']}")
    return HttpResponse(engines["django"].from_string(TEMPLATE).render({"form": form}, request), status=422)


urlpatterns = [
    *i18n_patterns(path("visit/", shown_page, name="speakers"), path("visit/sent/", sent_page, name="sent")),
    *of_the_house,
]


def typed(seconds_ago: float = 10, **answers: str) -> dict[str, str]:
    with time_machine.travel(datetime.datetime.now(datetime.UTC) - datetime.timedelta(seconds=seconds_ago)):
        shown = shown_now()
    return {SHOWN: shown, HONEYPOT: "", "name": "Karsund", "mail": "", CONSENT: "on"} | answers


@pytest.fixture
def stranger() -> Client:
    return Client(enforce_csrf_checks=True)


def test_a_form_is_taken_without_cookie_or_session(stranger: Client) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        page = stranger.get("/en/visit/")
        shown = re.search(rf'name="{SHOWN}" value="([^"]+)"', page.content.decode())
        clock.shift(10)
        answer = stranger.post("/en/visit/sent/", {SHOWN: shown and shown[1], "name": "Karsund", CONSENT: "on"})
    assert answer.content.decode() == "Thank you, Karsund"
    assert not stranger.cookies
    assert "no-store" in answer["Cache-Control"] and answer["X-Robots-Tag"] == "noindex"


def test_a_page_that_is_kept_gives_each_reader_an_instant_of_their_own(stranger: Client, settings: Any) -> None:
    settings.NEWSROOM_ANSWERS_KEPT = 10
    shown = []
    with time_machine.travel(MORNING, tick=False) as clock:
        for _reader in range(2):
            answer = stranger.get("/en/visit/")
            words = answer.content.decode()
            assert PLACEHOLDER not in words and answer["Content-Length"] == str(len(answer.content))
            shown.append(re.search(rf'name="{SHOWN}" value="([^"]+)"', words)[1])  # type: ignore[index]
            assert answer["Cache-Control"].startswith("public")
            clock.shift(60)
        assert stranger.post("/en/visit/sent/", typed() | {SHOWN: shown[0]}).status_code == 200
        late = stranger.get("/en/visit/", headers={"If-None-Match": answer["ETag"]})
        assert late.status_code == 304
    assert shown[0] != shown[1]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({HONEYPOT: "http://spam.example"}, "Nothing may stand here."),
        ({SHOWN: ""}, "Please send the form once more."),
        ({SHOWN: "shown:1uZ:forged"}, "Please send the form once more."),
        ({CONSENT: ""}, "Without this we may not keep what you send."),
        ({"mail": "no address"}, "Enter a valid email address."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(wrong: dict[str, str], words: str, stranger: Client) -> None:
    answer = stranger.post("/en/visit/sent/", typed(name="Mito “Miwili”") | wrong)
    html = answer.content.decode()
    assert answer.status_code == 422 and words in html and 'value="Mito “Miwili”"' in html
    assert not FormUse.objects.exists()


def test_who_is_too_quick_sends_again_without_waiting_anew(stranger: Client) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        data = typed(1)
        assert "very quick" in stranger.post("/en/visit/sent/", data).content.decode()
        clock.shift(3)
        assert stranger.post("/en/visit/sent/", data).status_code == 200
        clock.shift(datetime.timedelta(days=15))
        asked_again = stranger.post("/en/visit/sent/", data).content.decode()
        assert "once more" in asked_again and data[SHOWN] not in asked_again and PLACEHOLDER not in asked_again


def test_one_address_sends_so_often_an_hour_over_all_processes(stranger: Client, settings: Any) -> None:
    settings.NEWSROOM_FORMS_AN_HOUR = 2
    with time_machine.travel(MORNING, tick=False) as clock:
        answers = [stranger.post("/en/visit/sent/", typed(), REMOTE_ADDR="192.0.2.7") for _time in range(3)]
        assert [answer.status_code for answer in answers] == [200, 200, 422]
        assert "2 times within an hour" in answers[2].content.decode()
        assert stranger.post("/en/visit/sent/", typed(), REMOTE_ADDR="192.0.2.8").status_code == 200
        assert not FormUse.objects.filter(digest__contains="192").exists()
        clock.shift(datetime.timedelta(hours=1))
        assert stranger.post("/en/visit/sent/", typed(), REMOTE_ADDR="192.0.2.7").status_code == 200
        assert FormUse.objects.count() == 1


def test_a_mailbox_can_be_counted_too() -> None:
    assert [is_too_often("letter", "mayor@karsund.example", 1) for _time in range(2)] == [False, True]
    assert not is_too_often("another", "mayor@karsund.example", 1)


def test_what_is_typed_is_taken_as_it_would_be_stored() -> None:
    form = asking(typed(name="Cafe\u0301\x0b bar", mail="a\u200b@b.example"))
    assert form.is_valid(), form.errors
    assert form.answers == {"name": "Café  bar", "mail": "a@b.example"}


def test_another_website_cannot_send_for_its_visitors(stranger: Client) -> None:
    answer = stranger.post("/en/visit/sent/", typed(), headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 400 and not FormUse.objects.exists()


@pytest.mark.parametrize(
    ("written", "kept"),
    [("\u202eKarsund\u200b", "Karsund"), ("نامه\u200cها", "نامه\u200cها"), ("\u200b\u2060", ""), (" \u00ad ", "")],
)
def test_what_nobody_sees_is_no_name(written: str, kept: str) -> None:
    form = asking(typed(name=written))
    assert form.is_valid() == bool(kept)
    assert form["name"].value() == kept
