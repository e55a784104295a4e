"""A record that is sent for translation has a person, an instant, a mail and a place in the queue, as a release has."""

import datetime
from typing import Any

import pytest
import time_machine
from desk import a_translator, an_officer
from django.core import mail
from django.test import Client
from django.urls import reverse
from people import browser_of
from wagtail_localize.models import StringTranslation

from newsroom.base.factories import locale_of
from newsroom.translation.models import RecordTask, TranslationRequest
from newsroom.translation.signing.records import sign_record
from newsroom.translation.tasks.reminders import remind
from organisations.factories import PersonFactory
from organisations.models import Person

NOW = datetime.datetime(2026, 7, 14, 9, 0, tzinfo=datetime.UTC)
PREFIX = f"component-{TranslationRequest._meta.db_table}"
DUE = NOW + datetime.timedelta(days=3)


@pytest.fixture
def person(newsroom: Any) -> Person:
    """Somebody in the directory."""
    found: Person = PersonFactory(name="Wairimu Tendeka")
    return found


@pytest.fixture
def asked(person: Person, django_capture_on_commit_callbacks: Any) -> RecordTask:
    """The task of the person in French, as the officer's form makes it, for Samir."""
    samir = a_translator("fr", username="samir", email="samir@confluent.example")
    where = reverse("wagtail_localize:submit_snippet_translation", args=["organisations", "person", person.pk])
    french = locale_of("fr")
    data = {
        "locales": [french.pk],
        f"{PREFIX}-due_at": "2026-07-17 09:00",
        f"{PREFIX}-priority": "2",
        f"{PREFIX}-assignee_{french.pk}": str(samir.pk),
    }
    with time_machine.travel(NOW, tick=False), django_capture_on_commit_callbacks(execute=True):
        assert browser_of(an_officer()).post(where, data).status_code == 302
    return RecordTask.objects.get()


def test_form_offers_names_and_asks_of_no_release(person: Person) -> None:
    a_translator("fr", first_name="Samir", last_name="Haddad")
    where = reverse("wagtail_localize:submit_snippet_translation", args=["organisations", "person", person.pk])
    html = browser_of(an_officer()).get(where).content.decode()
    assert "Samir Haddad" in html and "does the release wait?" not in html


def test_whoever_is_named_gets_a_mail_that_leads_to_the_record(asked: RecordTask) -> None:
    assert (asked.assignee.username, asked.due_at) == ("samir", DUE)
    (letter,) = mail.outbox
    assert letter.to == ["samir@confluent.example"] and "Wairimu Tendeka" in letter.subject
    assert reverse("sign_record", args=[asked.translation_id]) in letter.body


def test_it_stands_in_the_queue_and_on_the_home_page_of_its_translator(asked: RecordTask) -> None:
    samir, colleague = browser_of(asked.assignee), browser_of(a_translator("fr"))
    assert "Wairimu Tendeka" in samir.get("/admin/").content.decode()
    assert "Wairimu Tendeka" not in colleague.get("/admin/").content.decode()
    assert "Wairimu Tendeka" in queue_of(colleague)
    assert "Wairimu Tendeka" not in queue_of(browser_of(a_translator("es")))


def queue_of(browser: Client, **query: str) -> str:
    """What the queue shows."""
    return browser.get(reverse("translation_queue"), query).content.decode()


def test_queue_is_filtered_by_assignee_and_language(asked: RecordTask) -> None:
    officer = browser_of(an_officer())
    assert "Wairimu Tendeka" in queue_of(officer, language="fr", assignee=str(asked.assignee_id))
    assert "Wairimu Tendeka" not in queue_of(officer, language="es")
    assert "Wairimu Tendeka" not in queue_of(officer, assignee="nobody")


def test_signature_closes_it_and_other_words_open_it_again(asked: RecordTask) -> None:
    translation = asked.translation
    for segment in translation.source.stringsegment_set.all():
        StringTranslation.objects.create(
            translation_of=segment.string, context=segment.context, locale=translation.target_locale, data="Wairimu"
        )
    sign_record(translation, an_officer(), reason="It is a name.")
    asked.refresh_from_db()
    assert not asked.is_open
    StringTranslation.objects.update(data="Another")
    translation.save_target()
    asked.refresh_from_db()
    assert asked.is_open


def test_reminder_is_sent_once(asked: RecordTask) -> None:
    mail.outbox.clear()
    with time_machine.travel(DUE - datetime.timedelta(hours=3), tick=False):
        assert remind() == 1 and remind() == 0
    assert [letter.to for letter in mail.outbox] == [["samir@confluent.example"]]
