"""Asking for translation makes a task for each language; each of its moves is kept and told."""

import datetime
import logging
from typing import Any

import pytest
import time_machine
from desk import a_translator, address, again, an_officer, ask, signed, translate
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from people import browser_of
from wagtail.models import PageLogEntry
from wagtail.users.models import UserProfile
from wagtail_localize.models import Translation

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import locale_of
from newsroom.publication.choices import Requirement
from newsroom.translation.choices import Priority, TaskState
from newsroom.translation.models import TranslationRequest, TranslationTask
from newsroom.translation.tasks.transitions import ASKED, IN_REVIEW, SIGNED_OFF, STARTED

NOW = datetime.datetime(2026, 7, 14, 9, 0, tzinfo=datetime.UTC)
EMBARGO = NOW + datetime.timedelta(days=3)
HOUR = datetime.timedelta(hours=1)
DAY = datetime.timedelta(days=1)
SECRET = "Zanzara mounts the hill"
PREFIX = f"component-{TranslationRequest._meta.db_table}"


@pytest.fixture
def release(index: NewsIndexPage) -> ReleasePage:
    """A release under embargo."""
    with time_machine.travel(NOW, tick=False):
        page: ReleasePage = ReleasePageFactory(parent=index, title=SECRET, embargoed_until=EMBARGO)
        return page


def form_of(page: ReleasePage, *codes: str, **answers: Any) -> dict[str, Any]:
    """The officer's form, as a browser sends it; `answers` are named as the fields of the task."""
    locales = [locale_of(code).pk for code in codes]
    return {"locales": locales, f"{PREFIX}-due_at": "", f"{PREFIX}-priority": "2"} | {
        f"{PREFIX}-{name}": value for name, value in answers.items()
    }


def submit_address(page: ReleasePage) -> str:
    """Where an officer asks for translations."""
    return reverse("wagtail_localize:submit_page_translation", args=[page.pk])


def test_one_form_makes_a_task_for_each_language(release: ReleasePage, django_capture_on_commit_callbacks: Any) -> None:
    samir, officer = a_translator("ar", username="samir"), an_officer()
    arabic = locale_of("ar").pk
    answers = {f"assignee_{arabic}": str(samir.pk), f"requirement_{arabic}": "optional"}
    with time_machine.travel(NOW, tick=False), django_capture_on_commit_callbacks(execute=True):
        data = form_of(release, "ar", "fr", "es", "ru", "zh-hans", due_at="2026-07-16 12:00", priority="1", **answers)
        answer = browser_of(officer).post(submit_address(release), data)
    assert answer.status_code == 302
    tasks = {task.code: task for task in TranslationTask.objects.select_related("target_locale")}
    assert set(tasks) == {"ar", "fr", "es", "ru", "zh-hans"}
    assert (tasks["ar"].assignee, tasks["ar"].requirement) == (samir, Requirement.OPTIONAL)
    assert (tasks["fr"].assignee, tasks["fr"].requirement) == (None, Requirement.REQUIRED)
    for task in tasks.values():
        assert task.page_id == release.pk and task.created_by == officer and task.state == TaskState.TO_DO
        assert task.due_at == datetime.datetime(2026, 7, 16, 12, 0, tzinfo=datetime.UTC)
        assert task.priority == Priority.HIGH
    assert [message.to for message in mail.outbox] == [[samir.email]]


def test_due_is_proposed_a_day_before_the_embargo_and_never_in_the_past(release: ReleasePage) -> None:
    browser = browser_of(an_officer())
    for now, due in ((NOW, EMBARGO - DAY), (EMBARGO - 4 * HOUR, EMBARGO - 2 * HOUR)):
        with time_machine.travel(now, tick=False):
            _component, _instance, form = next(iter(browser.get(submit_address(release)).context["components"]))
        assert form["due_at"].initial == due


def test_the_only_translator_of_a_language_is_proposed(release: ReleasePage) -> None:
    samir = a_translator("ar")
    a_translator("fr")
    a_translator("fr")
    _component, _instance, form = next(
        iter(browser_of(an_officer()).get(submit_address(release)).context["components"])
    )
    assert form[f"assignee_{locale_of('ar').pk}"].initial == str(samir.pk)
    assert form[f"assignee_{locale_of('fr').pk}"].initial == ""


def test_due_in_the_past_is_refused_at_its_field(release: ReleasePage) -> None:
    with time_machine.travel(NOW, tick=False):
        answer = browser_of(an_officer()).post(
            submit_address(release), form_of(release, "fr", due_at="2026-07-13 12:00")
        )
    assert answer.status_code == 200
    assert "This instant has passed" in answer.content.decode()
    assert not TranslationTask.objects.exists() and not Translation.objects.exists()


def test_asking_again_changes_the_task_and_does_not_double_it(
    release: ReleasePage, django_capture_on_commit_callbacks: Any
) -> None:
    samir, rania = a_translator("ar"), a_translator("ar")
    with time_machine.travel(NOW, tick=False), django_capture_on_commit_callbacks(execute=True):
        for person in (samir, samir, rania):
            ask(release, "ar", due_at=EMBARGO, wishes={"ar": {"assignee": person.pk}})
    task = TranslationTask.objects.get()
    assert task.assignee == rania and task.due_at == EMBARGO
    assert [message.to for message in mail.outbox] == [[samir.email], [rania.email]]


def test_sync_proposes_what_was_asked_and_keeps_it(release: ReleasePage) -> None:
    samir = a_translator("ar")
    a_translator("ar")
    wishes = {"ar": {"assignee": samir.pk, "requirement": "optional"}}
    with time_machine.travel(NOW, tick=False):
        (task,) = ask(release, "ar", due_at=NOW + HOUR, priority=Priority.HIGH, wishes=wishes)
    where = reverse("wagtail_localize:update_translations", args=[task.translation.source_id])
    browser = browser_of(an_officer())
    with time_machine.travel(NOW + 2 * HOUR, tick=False):
        _component, _instance, form = next(iter(browser.get(where).context["components"]))
        data = {field.html_name: field.value() for field in form if field.value() is not None}
        data[f"{PREFIX}-due_at"] = form["due_at"].value().strftime("%Y-%m-%d %H:%M")
        assert browser.post(where, data).status_code == 302
    kept = again(task)
    assert (kept.assignee, kept.requirement, kept.priority) == (samir, Requirement.OPTIONAL, Priority.HIGH)
    assert kept.due_at == NOW + HOUR


def test_records_of_the_directory_get_no_task_of_a_page(release: ReleasePage) -> None:
    organisation = release.organisation_links.get().organisation
    opts = organisation._meta
    where = reverse(
        "wagtail_localize:submit_snippet_translation", args=[opts.app_label, opts.model_name, organisation.pk]
    )
    data = {"locales": [locale_of("fr").pk], f"{PREFIX}-priority": "2"}
    assert browser_of(an_officer()).post(where, data).status_code == 302
    assert Translation.objects.exists() and not TranslationTask.objects.exists()


def test_first_string_begins_the_task(release: ReleasePage) -> None:
    samir = a_translator("fr")
    (task,) = ask(release, "fr")
    segment = task.translation.source.stringsegment_set.first()
    where = reverse("wagtail_localize:edit_string_translation", args=[task.translation.pk, segment.pk])
    answer = browser_of(samir).put(where, "value=Bonjour", content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 201
    assert again(task).state == TaskState.IN_PROGRESS


def test_moves_stand_in_the_history_of_both_pages(release: ReleasePage) -> None:
    samir = a_translator("fr")
    (task,) = ask(release, "fr", asked_by=an_officer())
    translate(task, user=samir)
    browser = browser_of(samir)
    browser.post(address("review_translation", task))
    assert again(task).state == TaskState.IN_REVIEW
    browser.post(address("sign_translation", task))
    assert again(task).is_signed_off and again(task).signed_by == samir
    for page in (release, task.target):
        moves = PageLogEntry.objects.filter(page=page.pk, action__startswith="newsroom.translation").order_by("pk")
        assert list(moves.values_list("action", flat=True)) == [ASKED, STARTED, IN_REVIEW, SIGNED_OFF]
        assert {entry.data["language"] for entry in moves} == {"fr"}
    history = browser_of(an_officer()).get(reverse("wagtailadmin_pages:history", args=[release.pk]))
    assert "Translation into French signed off" in history.content.decode()


def test_signed_task_is_not_put_in_review(release: ReleasePage) -> None:
    (task,) = ask(release, "fr")
    signed(task)
    browser_of(an_officer()).post(address("review_translation", task))
    assert again(task).is_signed_off


def test_mail_speaks_the_language_of_its_reader_and_leads_to_the_task(
    release: ReleasePage, django_capture_on_commit_callbacks: Any
) -> None:
    samir = a_translator("ar", first_name="Samir", last_name="Haddad")
    UserProfile.objects.create(user=samir, preferred_language="fr", current_time_zone="Africa/Nairobi")
    with time_machine.travel(NOW, tick=False), django_capture_on_commit_callbacks(execute=True):
        (task,) = ask(release, "ar", due_at=EMBARGO - DAY, wishes={"ar": {"assignee": samir.pk}})
    (message,) = mail.outbox
    assert SECRET in message.subject and "arabe" in message.subject
    assert f"http://testserver{address('translation_task', task)}" in message.body
    assert "juillet" in message.body and "12\u00a0h UTC+3" in message.body
    assert message.content_subtype == "plain" and not message.alternatives


def test_mail_that_cannot_be_sent_breaks_nothing_and_names_no_title(
    release: ReleasePage,
    django_capture_on_commit_callbacks: Any,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def refuse(*_args: object) -> int:
        raise ConnectionRefusedError(SECRET)

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)
    samir = a_translator("ar")
    with caplog.at_level(logging.INFO, "newsroom"), django_capture_on_commit_callbacks(execute=True):
        ask(release, "ar", wishes={"ar": {"assignee": samir.pk}})
    assert TranslationTask.objects.get().assignee == samir
    assert "was not sent: ConnectionRefusedError" in caplog.text
    assert SECRET not in caplog.text


def test_reminders_are_sent_once_each(release: ReleasePage, capsys: pytest.CaptureFixture[str]) -> None:
    samir = a_translator("ar")
    with time_machine.travel(NOW, tick=False):
        ask(release, "ar", due_at=EMBARGO, wishes={"ar": {"assignee": samir.pk}})
    for now, subjects in (
        (EMBARGO - DAY - HOUR, []),
        (EMBARGO - DAY, ["Due within a day"]),
        (EMBARGO - HOUR, ["Due within a day"]),
        (EMBARGO, ["Due within a day", "Overdue"]),
        (EMBARGO + DAY, ["Due within a day", "Overdue"]),
    ):
        with time_machine.travel(now, tick=False):
            call_command("remind_translators")
        assert [message.subject.partition(",")[0] for message in mail.outbox] == subjects
    assert "1 reminded." in capsys.readouterr().out


def test_reminder_that_failed_is_tried_again(release: ReleasePage, monkeypatch: pytest.MonkeyPatch) -> None:
    samir = a_translator("ar")
    with time_machine.travel(NOW, tick=False):
        ask(release, "ar", due_at=EMBARGO, wishes={"ar": {"assignee": samir.pk}})
    with time_machine.travel(EMBARGO, tick=False):
        with monkeypatch.context() as patch:
            patch.setattr(EmailBackend, "send_messages", lambda *_args: 1 / 0)
            call_command("remind_translators")
        assert not mail.outbox
        call_command("remind_translators")
    assert len(mail.outbox) == 1


def test_nobody_named_reminds_who_asked_and_signed_tasks_remind_nobody(release: ReleasePage) -> None:
    officer = an_officer()
    with time_machine.travel(NOW, tick=False):
        french, _arabic = ask(release, "fr", "ar", due_at=EMBARGO, asked_by=officer)
        signed(french)
    with time_machine.travel(EMBARGO, tick=False):
        call_command("remind_translators")
    assert [message.to for message in mail.outbox] == [[officer.email]]
    assert "Arabic" in mail.outbox[0].subject


def test_worker_is_set_for_the_reminders(release: ReleasePage) -> None:
    with time_machine.travel(NOW, tick=False):
        ask(release, "ar", due_at=EMBARGO)
    set_for = DBTaskResult.objects.filter(task_path__endswith="remind_translators").values_list("run_after", flat=True)
    assert sorted(set_for) == [EMBARGO - DAY, EMBARGO]


def test_task_goes_with_the_translated_page(index: NewsIndexPage) -> None:
    (task,) = ask(ReleasePageFactory(parent=index, live=False), "fr")
    task.target.delete()
    assert not TranslationTask.objects.exists()


def test_translators_see_the_draft_and_not_what_was_first_saved(index: NewsIndexPage) -> None:
    draft = ReleasePageFactory(parent=index, live=False, title="First thoughts")
    draft.title = "Second thoughts"
    draft.save_revision()
    (task,) = ask(draft, "fr")
    texts = task.translation.source.stringsegment_set.values_list("string__data", flat=True)
    assert "Second thoughts" in texts and "First thoughts" not in texts


def test_form_that_asks_for_languages_names_them_so(release: ReleasePage) -> None:
    form = browser_of(an_officer()).get(f"/admin/localize/submit/page/{release.pk}/").content.decode()
    main = form.partition("<main")[2]
    assert "Languages" in main and "Locales" not in main
    assert "French: translator" in main and "Français" not in main
