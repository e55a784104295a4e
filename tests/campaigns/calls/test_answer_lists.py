"""Officers with the right read, filter and export answers; each look is noted; others see nothing."""

import csv
import datetime
import io
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from people import at_work
from wagtail.models import PageLogEntry

from campaigns.calls import duties
from campaigns.calls.factories import CallPageFactory
from campaigns.models import AnswerFile, CallAnswer, CallIndexPage, CallPage
from campaigns.models.calls.rows import CallOfficer
from newsroom.base.factories import UserFactory, publish
from newsroom.home.roles import OFFICERS, translators_of

pytestmark = pytest.mark.django_db
TRICKY = 'Karsund, "harbour"\nline two'
FORMULAS = ["=HYPERLINK(1)", "+999 20 555", "-2+3", "@SUM(1)", "\t=1", " =1"]


@pytest.fixture
def call(calls: CallIndexPage) -> CallPage:
    day = datetime.date(2027, 1, 31)
    closes_on = day - datetime.timedelta(days=9)
    made: CallPage = CallPageFactory(parent=calls, closes_on=closes_on, answers_deleted_on=day, time_zone="Asia/Tokyo")
    return made


def answered(call: CallPage, number: int = 1, **said: Any) -> CallAnswer:
    data = {"city": "Karsund", "e_mail": "mayor@karsund.example"} | said
    return CallAnswer.objects.create(
        page=call.page_ptr, call_key=call.translation_key, number=number, language="en", form_data=data
    )


def with_file(answer: CallAnswer) -> AnswerFile:
    return AnswerFile.objects.create(
        answer=answer, question="paper", name="yes.html", size=3, file=ContentFile(b"yes", "yes.html")
    )


def list_of(call: CallPage, **chosen: str) -> str:
    address = reverse("wagtailforms:list_submissions", args=[call.pk])
    return f"{address}?{'&'.join(f'{name}={value}' for name, value in chosen.items())}"


def actions(call: CallPage) -> list[str]:
    found = PageLogEntry.objects.filter(page=call.pk, action__startswith="campaigns.").order_by("pk")
    return list(found.values_list("action", flat=True))


def test_an_officer_reads_and_filters_and_that_is_noted(call: CallPage) -> None:
    answered(call)
    answered(call, 2, city="Mito Miwili")
    french = answered(call, 3, city="Ribera Doble")
    CallAnswer.objects.filter(pk=french.pk).update(language="fr")
    officer = at_work(OFFICERS)
    page = officer.get(list_of(call)).content.decode()
    assert "Karsund" in page and "0002" in page and "Ribera Doble" in page
    assert "Mito Miwili" in officer.get(list_of(call, words="miwili")).content.decode()
    assert "Karsund" not in officer.get(list_of(call, words="miwili")).content.decode()
    only_french = officer.get(list_of(call, language="fr")).content.decode()
    assert "Ribera Doble" in only_french and "Karsund" not in only_french
    assert actions(call) == ["campaigns.answers.see"] * 4


def test_the_file_of_commas_keeps_everything_and_runs_nothing(call: CallPage) -> None:
    for number, words in enumerate([TRICKY, "007", "مدينة", *FORMULAS], 1):
        answered(call, number, city=words)
    answer = at_work(OFFICERS).get(list_of(call, export="csv"))
    raw = b"".join(answer.streaming_content).decode("utf-8")  # type: ignore[attr-defined]
    assert raw.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(raw.removeprefix("\ufeff"), newline="")))
    said = [row["City"] for row in rows]
    assert said[:3] == [TRICKY, "007", "مدينة"]
    assert said[3:] == [f"'{formula}" for formula in FORMULAS]
    assert [row["Number"] for row in rows][:2] == ["0001", "0002"]
    assert actions(call) == ["campaigns.answers.export"]


def test_the_workbook_keeps_everything_as_text(call: CallPage) -> None:
    for number, words in enumerate([TRICKY, "007", *FORMULAS], 1):
        answered(call, number, city=words)
    answer = at_work(OFFICERS).get(list_of(call, export="xlsx"))
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active  # type: ignore[attr-defined]
    heads = [cell.value for cell in sheet[1]]
    cells = [row[heads.index("City")] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == [TRICKY, "007", *FORMULAS]
    assert {cell.data_type for cell in cells} == {"s"}


def test_a_file_is_only_taken_away(call: CallPage) -> None:
    file = with_file(answered(call))
    address = reverse("take_answer_file", args=[file.pk])
    answer = at_work(OFFICERS).get(address)
    assert answer["Content-Type"] == "application/octet-stream" and answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith("attachment") and b"".join(answer.streaming_content) == b"yes"  # type: ignore[attr-defined]
    assert actions(call) == ["campaigns.answers.take_file"]


@pytest.mark.parametrize("who", ["stranger", "translator", "officer without the right"])
def test_whoever_has_no_right_sees_nothing(call: CallPage, who: str) -> None:
    file = with_file(answered(call))
    browser = Client() if who == "stranger" else at_work(translators_of("en") if who == "translator" else OFFICERS)
    if who.startswith("officer"):
        Group.objects.get(name=OFFICERS).permissions.remove(Permission.objects.get(codename="see_answers"))
    addresses = [
        *(list_of(call), list_of(call, export="csv"), reverse("take_answer_file", args=[file.pk])),
        reverse("wagtailforms:list_submissions_results", args=[call.pk]),
        reverse("wagtailforms:delete_submissions", args=[call.pk]) + f"?selected-submissions={file.answer_id}",
        reverse("wagtailforms:index"),
    ]
    for address in addresses:
        answer = browser.get(address)
        words = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
        assert b"Karsund" not in words and call.title.encode() not in words, address
        assert browser.post(addresses[4]).status_code in (302, 403)
    assert CallAnswer.objects.exists() and not actions(call)


def test_deleting_answers_takes_their_files_along_and_is_noted(
    call: CallPage, django_capture_on_commit_callbacks: Any
) -> None:
    file = with_file(answered(call))
    address = reverse("wagtailforms:delete_submissions", args=[call.pk])
    with django_capture_on_commit_callbacks(execute=True):
        at_work(OFFICERS).post(f"{address}?selected-submissions={file.answer_id}")
    assert not CallAnswer.objects.exists() and not default_storage.exists(file.file.name)
    assert actions(call) == ["campaigns.answers.delete"]


def test_a_call_with_answers_cannot_be_deleted_for_them(call: CallPage) -> None:
    answered(call)
    assert not call.permissions_for_user(UserFactory(is_superuser=True)).can_delete()


@pytest.mark.parametrize(
    ("now", "stay"),
    [
        (datetime.datetime(2027, 1, 30, 14, 59, 59, tzinfo=datetime.UTC), True),
        (datetime.datetime(2027, 1, 30, 15, 0, tzinfo=datetime.UTC), False),
    ],
)
def test_answers_go_with_their_files_when_the_day_begins_where_the_call_is(
    call: CallPage, now: datetime.datetime, stay: bool, django_capture_on_commit_callbacks: Any
) -> None:
    file = with_file(answered(call))
    with time_machine.travel(now, tick=False), django_capture_on_commit_callbacks(execute=True):
        duties.delete_old_answers()
    assert CallAnswer.objects.exists() == stay == default_storage.exists(file.file.name)


def test_no_more_queries_for_many_answers(call: CallPage, count_queries: Any) -> None:
    officer = at_work(OFFICERS)
    for number in range(1, 4):
        with_file(answered(call, number))
    few = count_queries(lambda: officer.get(list_of(call)))
    for number in range(4, 41):
        with_file(answered(call, number))
    assert count_queries(lambda: officer.get(list_of(call))) == few


def remind(call: CallPage, now: datetime.datetime) -> int:
    with time_machine.travel(now, tick=False):
        return duties.remind_of_outcomes()


def test_officers_are_reminded_four_weeks_and_a_week_ahead_and_when_late(call: CallPage, post_office: Any) -> None:
    call.officers.add(CallOfficer(user=UserFactory(email="one@confluent.example")))
    call.outcome_due_on = datetime.date(2027, 3, 31)
    publish(call)
    hour_before_midnight = datetime.datetime(2027, 3, 2, 14, 45, tzinfo=datetime.UTC)  # 23:45 in Tokyo
    assert remind(call, hour_before_midnight) == 0
    assert remind(call, hour_before_midnight + datetime.timedelta(minutes=15)) == 1
    assert remind(call, hour_before_midnight + datetime.timedelta(hours=15)) == 0
    assert "Outcome due in four weeks" in post_office.letters[-1]["Subject"]
    assert remind(call, datetime.datetime(2027, 3, 24, 3, 0, tzinfo=datetime.UTC)) == 1
    assert "in a week" in post_office.letters[-1]["Subject"]
    assert remind(call, datetime.datetime(2027, 3, 31, 14, 59, tzinfo=datetime.UTC)) == 0
    assert remind(call, datetime.datetime(2027, 3, 31, 15, 0, tzinfo=datetime.UTC)) == 1
    assert "overdue" in post_office.letters[-1]["Subject"]


def test_a_letter_that_did_not_leave_is_sent_the_next_time(call: CallPage, post_office: Any) -> None:
    call.officers.add(CallOfficer(user=UserFactory(email="one@confluent.example")))
    call.outcome_due_on = datetime.date(2027, 3, 31)
    publish(call)
    now = datetime.datetime(2027, 4, 2, 9, 0, tzinfo=datetime.UTC)
    post_office.is_closed = True
    assert remind(call, now) == 0
    post_office.is_closed = False
    assert remind(call, now) == 1
