"""What nobody should send in answer to a call: it is refused in words at its field, and nothing of it is lost."""

import datetime
from html import unescape
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from campaigns.answers.answer_form import LONGEST_TEXT
from campaigns.calls.factories import CallPageFactory
from campaigns.models import AnswerFile, CallAnswer, CallFormField, CallIndexPage, CallPage
from newsroom.base.factories import publish
from newsroom.base.public_forms.forms import CONSENT, SHOWN
from newsroom.base.public_forms.shown import shown_now

pytestmark = pytest.mark.django_db
CLOSES = datetime.datetime(2026, 12, 11, 14, 0, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)
PDF = b"%PDF-1.7 accepted"
UNSEEN = "\u200b\u2060\u00ad\u202e"
MARKUP = "<img src=x onerror=alert(1)>"
KINDS = {
    **{"Why": "multiline", "Benches": "number", "Website": "url", "Day": "date", "Signed": "file"},
    **{"Available": "radio", "Region": "dropdown", "Meetings": "checkboxes"},
}
CHOICES = {"Available": "Yes, gladly\nNo", "Region": "North\nSouth", "Meetings": "January\nMarch"}


@pytest.fixture
def call(calls: CallIndexPage) -> CallPage:
    """A public call whose form asks one question of each kind."""
    made: CallPage = CallPageFactory(parent=calls, closes=CLOSES, live=False)
    made.form_fields.add(
        *(
            CallFormField(label=label, field_type=kind, choices=CHOICES.get(label, ""), required=False)
            for label, kind in KINDS.items()
        )
    )
    made.save()
    publish(made)
    return made


def sent(
    call: CallPage, at: datetime.datetime = CLOSES - HOUR, *, without: tuple[str, ...] = (), **answers: Any
) -> Any:
    """What a stranger is answered who sends the form at an instant."""
    with time_machine.travel(at - HOUR, tick=False):
        shown = shown_now()
    data = {SHOWN: shown, CONSENT: "on", "city": "Karsund", "e_mail": "mayor@karsund.example", **answers}
    with time_machine.travel(at, tick=False):
        return Client().post(
            reverse("answer_call", args=[call.pk]), {name: data[name] for name in data if name not in without}
        )


def paper(name: str, content: bytes = PDF) -> SimpleUploadedFile:
    """A file that somebody sends."""
    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        *(("city", text, "This field is required.") for text in ("", "\x00", UNSEEN, " \u3000\t")),
        ("city", "ب" * 256, "at most 255 characters (it has 256)"),
        ("why", "\U0001f600" * (LONGEST_TEXT + 1), "at most 5000 characters (it has 5001)"),
        *(("e_mail", text, "Enter a valid email address.") for text in ("nowhere", "\U0001f600@karsund.example")),
        *(("e_mail", text, "Enter a valid email address.") for text in ("a@b.example, c@d.example", "a@b@c.example")),
        ("e_mail", "a" * 250 + "@b.example", "at most 254 characters"),
        *(("benches", text, "Write a number.") for text in ("ten", "1e5", "--1", "...", ",", "-", "½", "1\U0001f600")),
        ("benches", "1" * 41, "at most 40 characters"),
        *(("day", text, "Enter a valid date.") for text in ("2026-02-30", "0000-01-01", "soon", "99999-01-01")),
        *(("website", text, "Enter a valid URL.") for text in ("javascript:alert(1)", "http://[::1", "//", "x")),
        ("website", "https://a.example/" + "x" * 3_000, "Enter a valid URL."),
        *(("available", text, "is not one of the available choices") for text in ("Perhaps", "yes, gladly", MARKUP)),
        ("region", "West", "is not one of the available choices"),
        ("meetings", ["January", "May"], "May is not one of the available choices"),
    ],
)
def test_what_cannot_be_right_is_said_at_its_field_and_kept(call: CallPage, field: str, typed: Any, words: str) -> None:
    answer = sent(call, **{field: typed, "why": "Karsund <b>asks</b>" if field != "why" else typed})
    assert answer.status_code == 422 and not CallAnswer.objects.exists()
    form = answer.context["form"]
    assert list(form.errors) == [field] and words in unescape(str(form.errors[field]))
    html = answer.content.decode()
    assert f'id="{form[field].auto_id}-error"' in html and MARKUP not in html
    assert "Karsund &lt;b&gt;asks&lt;/b&gt;" in html or field == "why"
    if field in ("benches", "day", "website", "e_mail", "why") or len(typed) > 100:
        assert form[field].value() == typed and typed in unescape(html)


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("city", "Kar\x00sund", "Karsund"),
        ("city", "\u202eKarsund\u200b", "Karsund"),
        ("city", "\U0001f469\u200d\U0001f33e Karsund", "\U0001f469\u200d\U0001f33e Karsund"),
        ("city", MARKUP, MARKUP),
        ("city", "=HYPERLINK(1)", "=HYPERLINK(1)"),
        ("why", UNSEEN, ""),
        ("why", "One\x00\r\nTwo", "One\nTwo"),
        ("why", ("x" * 99 + "\r\n") * 50, ("x" * 99 + "\n") * 49 + "x" * 99),
        ("benches", "٠٠٧", "٠٠٧"),
        ("benches", "-1\u00a0234,50", "-1\u00a0234,50"),
        ("day", "2026-12-31", "2026-12-31"),
        ("meetings", ["March", "March"], ["March"]),
    ],
)
def test_what_is_only_strange_is_taken(call: CallPage, field: str, typed: Any, kept: Any) -> None:
    answer = sent(call, **{field: typed})
    assert answer.status_code == 302, answer.context["form"].errors
    assert CallAnswer.objects.get().form_data[field] == kept
    html = Client().get(answer["Location"]).content.decode()
    assert MARKUP not in html and "\x00" not in html


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (paper("paper.pdf", b""), "The submitted file is empty."),
        (paper("paper", PDF), "Send a file of one of these kinds"),
        (paper(".pdf", PDF), "Send a file of one of these kinds"),
        (paper("paper.pdf.html", PDF), "Send a file of one of these kinds"),
        (paper("paper\u202efdp.exe", PDF), "Send a file of one of these kinds"),
        (paper("paper.svg", b"<svg/>"), "Send a file of one of these kinds"),
        (paper("paper.docx", b"MZ"), "This file is not what its name says: a .docx file."),
        (paper("paper.pdf", b"\n" + PDF), "This file is not what its name says: a .pdf file."),
    ],
)
def test_a_file_that_cannot_be_right_is_said_at_its_field(call: CallPage, file: Any, words: str) -> None:
    answer = sent(call, signed=file)
    assert answer.status_code == 422 and not CallAnswer.objects.exists() and not AnswerFile.objects.exists()
    assert words in unescape(str(answer.context["form"].errors["signed"]))
    html = answer.content.decode()
    assert 'value="Karsund"' in html and "Please choose files again" in html


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/paper.pdf", "paper.pdf"),
        ("C:\\papers\\paper.pdf", "paper.pdf"),
        (f"{MARKUP}.pdf", f"{MARKUP}.pdf"),
        ("pap\x00er\u202e.PDF", "paper.PDF"),
        ("ورقة.pdf", "ورقة.pdf"),
        ("x" * 400 + ".pdf", "x" * 196 + ".pdf"),
    ],
)
def test_whatever_a_file_is_called_it_is_kept_under_a_name_of_ours(call: CallPage, name: str, kept: str) -> None:
    answer = sent(call, signed=paper(name))
    file = AnswerFile.objects.get()
    assert file.name == kept and file.file.read() == PDF and file.file.name.startswith("answers/")
    assert "<img" not in Client().get(answer["Location"]).content.decode().split("<main", 1)[1]


def test_text_in_the_place_of_a_file_is_no_file(call: CallPage) -> None:
    assert sent(call, signed="paper.pdf").status_code == 302
    assert not AnswerFile.objects.exists() and CallAnswer.objects.get().form_data["signed"] is None


@pytest.mark.parametrize("shown", ["", "\x00", "é:é:é", "shown:1:1", "x" * 5_000])
def test_a_form_that_does_not_say_when_it_was_shown_is_asked_for_again(call: CallPage, shown: str) -> None:
    answer = sent(call, **{SHOWN: shown})
    assert answer.status_code == 422 and not CallAnswer.objects.exists()
    assert 'value="Karsund"' in answer.content.decode()


def test_nothing_is_kept_without_consent(call: CallPage) -> None:
    for answer in (sent(call, without=(CONSENT,)), sent(call, **{CONSENT: UNSEEN})):
        assert answer.status_code == 422 and not CallAnswer.objects.exists()
        assert list(answer.context["form"].errors) == [CONSENT]
        html = answer.content.decode()
        assert "Without this we may not keep what you send." in html and 'value="Karsund"' in html


def test_whatever_was_typed_is_given_back_at_the_second_of_the_close(call: CallPage) -> None:
    strange = {
        "why": f"{MARKUP}\r\nTwo \U0001f600",
        "benches": "ten",
        "day": "soon",
        "website": "javascript:alert(1)",
        "meetings": ["January", "May"],
        "available": "Perhaps",
        "e_mail": "nowhere",
    }
    answer = sent(call, CLOSES, **strange, signed=paper(f"{MARKUP}.pdf"))
    assert answer.status_code == 409 and not CallAnswer.objects.exists() and not AnswerFile.objects.exists()
    html = answer.content.decode()
    assert MARKUP not in html and 'href="javascript' not in html
    seen = unescape(html)
    for typed in (*strange["why"].split("\r\n"), "ten", "soon", "javascript:alert(1)", "May", "Perhaps", "nowhere"):  # type: ignore[attr-defined]
        assert typed in seen, typed
    assert f"<bdi>{MARKUP}.pdf</bdi>" in seen


@pytest.mark.parametrize("label", ["Prefix", "Field order", "Data", "Consent"])
def test_a_question_may_be_called_as_parts_of_a_form_are(calls: CallIndexPage, label: str) -> None:
    made: Any = CallPageFactory(parent=calls, closes=CLOSES, live=False)
    made.form_fields.add(CallFormField(label=label))
    made.save()
    publish(made)
    name = label.lower().replace(" ", "_")
    answer = sent(made)
    assert answer.status_code == 422 and list(answer.context["form"].errors) == [name]
    assert sent(made, **{name: "Doctor"}).status_code == 302
    assert CallAnswer.objects.get().form_data[name] == "Doctor"


@pytest.mark.parametrize("encoding", ["hex", "zlib", "undefined", "idna", "utf-16"])
def test_a_form_in_no_encoding_of_text_is_refused(call: CallPage, encoding: str) -> None:
    body = b'--X\r\nContent-Disposition: form-data; name="city"\r\n\r\nKarsund\xff\xc0\r\n--X--\r\n'
    kind = "multipart/form-data; boundary=X; charset="
    address = reverse("answer_call", args=[call.pk])
    assert Client().generic("POST", address, body, content_type=kind + encoding).status_code == 400
    assert Client().generic("POST", address, body, content_type=kind + "utf-8").status_code == 422


@pytest.mark.parametrize("token", ["é:é:é", "..%2F..", "MQ:" + "x" * 3_000])
def test_an_address_that_was_made_up_is_nobodys(call: CallPage, token: str) -> None:
    assert Client().get(f"/en/answers/{token}/").status_code == 404
