"""Strangers answer a call: in time, told of by mail, with what they may send; and take it back."""

import datetime
from typing import Any

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from campaigns.answers.answer_mail import confirm_answer
from campaigns.answers.answering import token_of_answer
from campaigns.calls.factories import CallPageFactory
from campaigns.models import AnswerFile, CallAnswer, CallFormField, CallIndexPage, CallPage
from newsroom.base.factories import locale_of, publish
from newsroom.base.public_forms.forms import CONSENT, SHOWN
from newsroom.base.public_forms.shown import shown_now
from newsroom.publication.choices import Manner
from newsroom.publication.withdrawals.service import take_off

pytestmark = pytest.mark.django_db
CLOSES = datetime.datetime(2026, 12, 11, 14, 0, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)
SECOND = datetime.timedelta(seconds=1)
PDF = b"%PDF-1.7 accepted"


@pytest.fixture
def call(calls: CallIndexPage) -> CallPage:
    made: CallPage = CallPageFactory(parent=calls, closes=CLOSES, live=False)
    made.form_fields.add(
        CallFormField(label="Signed acceptance", field_type="file", required=False),
        CallFormField(label="Meetings", field_type="checkboxes", choices="January\nMarch", required=False),
        CallFormField(label="Available", field_type="radio", choices="Yes, gladly\nNo", required=False),
    )
    made.save()
    publish(made)
    return made


def post(call: CallPage, at: datetime.datetime = CLOSES - HOUR, code: str = "en", **answers: Any) -> Any:
    """Send the form at an instant, opened an hour before."""
    with time_machine.travel(at - HOUR, tick=False):
        shown = shown_now()
    data = {SHOWN: shown, CONSENT: "on", "city": "Karsund", "e_mail": "mayor@karsund.example"} | answers
    with override(code):
        address = reverse("answer_call", args=[call.pk])
    with time_machine.travel(at, tick=False):
        return Client(enforce_csrf_checks=True).post(address, data)


def test_an_answer_in_the_last_second_is_taken_with_number_consent_and_file(call: CallPage) -> None:
    paper = SimpleUploadedFile("../../Karsund «yes».pdf", PDF)
    answer = post(call, CLOSES - SECOND, signed_acceptance=paper, meetings=["March"], city="Karsund, 007")
    assert answer.status_code == 302
    given = CallAnswer.objects.get()
    assert (given.number, given.language, given.call_key) == (1, "en", call.translation_key)
    assert given.form_data == {
        "city": "Karsund, 007",
        "e_mail": "mayor@karsund.example",
        "meetings": ["March"],
        "available": "",
    }
    assert given.consent_text == call.consent_text and given.consent_text_of == call.consent_text_of
    assert given.consented_at == CLOSES - SECOND
    file = AnswerFile.objects.get()
    assert file.name == "Karsund «yes».pdf" and file.file.read() == PDF
    assert file.file.name.startswith("answers/") and "Karsund" not in file.file.name
    assert Client().get(f"/media/{file.file.name}", follow=True).status_code == 404
    page = Client().get(answer["Location"])
    assert "CALL/2026/001-0001" in page.content.decode() and "Karsund, 007" in page.content.decode()
    assert not page.cookies and "no-store" in page["Cache-Control"] and page["Referrer-Policy"] == "no-referrer"
    assert post(call).status_code == 302 and CallAnswer.objects.order_by("number").last().number == 2  # type: ignore[union-attr]


def test_a_form_that_is_sent_twice_is_one_answer(call: CallPage, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks() as letters:
        first = post(call, signed_acceptance=SimpleUploadedFile("yes.pdf", PDF))
        again = post(call, signed_acceptance=SimpleUploadedFile("yes.pdf", PDF))
    assert again["Location"] == first["Location"] and CallAnswer.objects.count() == 1 and len(letters) == 1
    post(call, signed_acceptance=SimpleUploadedFile("yes.pdf", PDF + b"more"))
    post(call, city="Lindmouth")
    post(call, CLOSES - SECOND, signed_acceptance=SimpleUploadedFile("yes.pdf", PDF))
    assert CallAnswer.objects.count() == 4


@pytest.mark.parametrize("late", [datetime.timedelta(), SECOND])
def test_at_the_second_of_the_close_nothing_is_taken_and_nothing_typed_is_lost(
    call: CallPage, late: datetime.timedelta
) -> None:
    paper = SimpleUploadedFile("counts.csv", b"place;minutes")
    answer = post(call, CLOSES + late, city="Where “the pupils” counted", signed_acceptance=paper)
    html = answer.content.decode()
    assert answer.status_code == 409
    assert not CallAnswer.objects.exists() and not AnswerFile.objects.exists()
    assert f"Your answer arrived at 14:00:0{late.seconds} and was not taken." in html
    assert "The call closed at 14:00:00 in UTC." in html
    assert 'value="Where “the pupils” counted"' in html and "counts.csv" in html and "not stored" in html
    assert "data:text/plain;charset=utf-8,City%0AWhere%20" in html


def test_a_call_that_closes_while_somebody_sends_takes_nothing(call: CallPage, monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock is asked again inside the transaction."""
    from campaigns.calls import views

    asked = views.is_taken

    def slowly(*args: Any) -> bool:
        CallPage.objects.filter(pk=call.pk).update(closes_at=CLOSES - 2 * HOUR)
        return asked(*args)

    monkeypatch.setattr("campaigns.calls.views.is_taken", slowly)
    assert post(call).status_code == 409 and not CallAnswer.objects.exists()


def test_nothing_is_taken_before_it_opens_nor_of_what_is_not_public(calls: CallIndexPage) -> None:
    early = CallPageFactory(parent=calls, opens=CLOSES, closes=CLOSES + HOUR)
    answer = post(early, CLOSES - SECOND)
    assert answer.status_code == 409 and "The call opens on" in answer.content.decode()
    draft = CallPageFactory(parent=calls, closes=CLOSES, live=False)
    assert post(draft).status_code == 404
    held = CallPageFactory(parent=calls, closes=CLOSES, live=False, embargoed_until=CLOSES)
    publish(held)
    assert post(held).status_code == 404
    assert not CallAnswer.objects.exists()


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (("run.html", b"<script>"), "Send a file of one of these kinds"),
        (("paper.pdf", b"<script>alert(1)</script>"), "This file is not what its name says"),
        (("paper.pdf.exe", b"MZ"), "Send a file of one of these kinds"),
        (("data.csv", b"a;b\x00"), "This file is not what its name says"),
    ],
)
def test_only_files_of_their_kind_are_taken(call: CallPage, file: tuple[str, bytes], words: str) -> None:
    answer = post(call, signed_acceptance=SimpleUploadedFile(*file))
    assert answer.status_code == 422 and words in answer.content.decode()
    assert 'value="Karsund"' in answer.content.decode() and "Please choose files again" in answer.content.decode()


def test_a_file_too_large_is_refused_in_words(call: CallPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("campaigns.answers.answer_form.LARGEST", 10)
    answer = post(call, signed_acceptance=SimpleUploadedFile("paper.pdf", PDF))
    assert "This file has 17" in answer.content.decode()


def test_choices_are_stored_in_the_words_of_the_original(call: CallPage) -> None:
    french = call.copy_for_translation(locale_of("fr"))
    for row in french.form_fields.all():
        row.choices = {"radio": "Oui, volontiers\nNon", "checkboxes": "Janvier\nMars"}.get(row.field_type, row.choices)
        row.label = {"City": "Ville"}.get(row.label, row.label)
        row.save()
    publish(CallPage.objects.get(pk=french.pk))
    assert {row.clean_name for row in french.form_fields.all()} == {row.clean_name for row in call.form_fields.all()}
    page = Client().get(french.url).content.decode()
    assert "Oui, volontiers" in page and 'value="Yes, gladly"' in page
    assert post(french, code="fr", available="Yes, gladly", meetings=["March"]).status_code == 302
    given = CallAnswer.objects.get()
    assert given.form_data["available"] == "Yes, gladly" and given.language == "fr"
    assert post(call).status_code == 302
    assert list(CallAnswer.objects.to(call).values_list("number", flat=True)) == [1, 2]


def test_whoever_answered_gets_a_letter_in_their_language(call: CallPage, post_office: Any) -> None:
    french = call.copy_for_translation(locale_of("fr"))
    publish(french)
    post(french, code="fr", city="Karsund, la ville")
    given = CallAnswer.objects.get()
    assert confirm_answer.func(given.pk) == 1
    text = post_office.text_of_last()
    assert "Karsund, la ville" in text and f"/fr/answers/{token_of_answer(given)}/" in text
    assert "CALL/2026/001-0001" in text


def test_an_answer_is_withdrawn_by_whoever_has_the_address_and_no_one_else(call: CallPage) -> None:
    post(call, signed_acceptance=SimpleUploadedFile("paper.pdf", PDF))
    given, file = CallAnswer.objects.get(), AnswerFile.objects.get()
    address = f"/en/answers/{token_of_answer(given)}/"
    assert Client().get("/en/answers/MQ:forged:forged/").status_code == 404
    assert Client().get(address).status_code == 200 and default_storage.exists(file.file.name)
    answer = Client(enforce_csrf_checks=True).post(address, {"withdraw": "1"}, follow=True)
    assert "Your answer is withdrawn." in answer.content.decode() and "Karsund" not in answer.content.decode()
    given.refresh_from_db()
    assert given.form_data == {} and given.withdrawn_at and not AnswerFile.objects.exists()
    assert list(CallAnswer.objects.standing()) == []
    assert confirm_answer.func(given.pk) == 0


def test_page_of_an_answer_names_no_call_that_is_not_on_record_any_more(call: CallPage) -> None:
    post(call)
    address = f"/en/answers/{token_of_answer(CallAnswer.objects.get())}/"
    assert call.title in Client().get(address).content.decode()
    take_off(call, Manner.GONE, {"en": "It was a mistake."})
    told = Client().get(address).content.decode()
    assert call.title not in told and "Withdraw the answer" in told
