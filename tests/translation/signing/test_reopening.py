"""What an officer changes opens exactly those segments again, at once."""

from typing import Any

import pytest
from desk import a_translator, address, again, an_officer, ask, signed, translate
from django.core import mail
from django.urls import reverse
from people import browser_of
from wagtail.models import PageLogEntry
from wagtail_localize.models import StringTranslation, TranslationSource

from news.factories import ReleasePageFactory, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import publish
from newsroom.base.pages.amendments import Amendment, changing
from newsroom.translation.choices import TaskState
from newsroom.translation.models import TranslationTask
from newsroom.translation.signing.signoff import sign_off
from newsroom.translation.tasks.transitions import REOPENED

BLOCK = "7b1f4c0e-1111-4222-8333-444455556666"
BEFORE = "<p>The boat waits.</p><p>The bus leaves.</p><p>Nobody is left.</p>"


@pytest.fixture
def release(index: NewsIndexPage) -> ReleasePage:
    """A public release of three sentences."""
    page: ReleasePage = ReleasePageFactory(parent=index, title="Night buses", body=[text_block(BEFORE, BLOCK)])
    return page


@pytest.fixture
def task(release: ReleasePage) -> TranslationTask:
    """Its French, signed off."""
    return signed(ask(release, "fr", wishes={"fr": {"assignee": a_translator("fr", username="samir").pk}})[0])


def save(page: ReleasePage, html: str, **changes: Any) -> None:
    """Save the release as a draft, as the officer's button does."""
    draft = page.get_latest_revision_as_object()
    draft.body = [text_block(html, BLOCK)]
    for name, value in changes.items():
        setattr(draft, name, value)
    draft.save_revision()


def changed(task: TranslationTask) -> list[tuple[str, str, str]]:
    """What was opened."""
    return [(each["kind"], each["old"], each["new"]) for each in again(task).changes]


def test_changed_sentence_opens_the_task_with_exactly_that_sentence(
    release: ReleasePage, task: TranslationTask
) -> None:
    save(release, BEFORE.replace("The bus leaves.", "The bus waits too."))
    assert again(task).state == TaskState.IN_PROGRESS and again(task).is_reopened
    assert changed(task) == [("changed", "The bus leaves.", "The bus waits too.")]
    task = TranslationTask.objects.with_progress().get()
    assert (task.total - task.done) == 1


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (BEFORE + "<p>It rains.</p>", [("new", "", "It rains.")]),
        (BEFORE.replace("<p>The bus leaves.</p>", ""), [("removed", "The bus leaves.", "")]),
        ("<p>The bus leaves.</p><p>The boat waits.</p><p>Nobody is left.</p>", []),
        (BEFORE, []),
    ],
)
def test_kinds_of_change(
    release: ReleasePage, task: TranslationTask, html: str, expected: list[tuple[str, str, str]]
) -> None:
    save(release, html)
    assert changed(task) == expected
    assert again(task).is_signed_off is not bool(expected)


def test_link_that_leads_elsewhere_opens_its_segment(index: NewsIndexPage) -> None:
    html = '<p>See the <a href="https://confluent.example/one">map</a>.</p>'
    page = ReleasePageFactory(parent=index, body=[text_block(html, BLOCK)])
    task = signed(ask(page, "fr")[0])
    save(page, html.replace("/one", "/two"))
    (change,) = again(task).changes
    assert change["kind"] == "changed" and "/one" in change["links"] and "/two" in change["links"]


def test_what_is_no_text_opens_nothing(release: ReleasePage, task: TranslationTask) -> None:
    save(release, BEFORE, kind="statement")
    assert again(task).is_signed_off


def test_page_of_the_task_and_coverage_show_it_at_once(release: ReleasePage, task: TranslationTask) -> None:
    save(release, BEFORE.replace("The bus leaves.", "The bus waits too."))
    browser = browser_of(a_translator("fr"))
    html = browser.get(address("translation_task", task)).content.decode()
    assert "<del>The bus leaves.</del>" in html and "<ins>The bus waits too.</ins>" in html
    assert "Nobody is left" not in html
    assert "newsroom-reopened" in browser.get(reverse("translation_coverage")).content.decode()
    editor = browser.get(reverse("wagtailadmin_pages:edit", args=[task.target.pk])).content.decode()
    assert "1 segment changed since this was signed off." in editor


def test_translator_hears_of_it_once(
    release: ReleasePage, task: TranslationTask, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        save(release, BEFORE.replace("leaves", "waits"))
        save(release, BEFORE.replace("leaves", "waits no longer"))
    assert [message.subject.partition(",")[0] for message in mail.outbox] == ["The original changed"]
    assert PageLogEntry.objects.filter(action=REOPENED, page=release.pk).count() == 1
    assert changed(task) == [("changed", "The bus leaves.", "The bus waits no longer.")]


def test_signed_again_after_the_change_is_done(release: ReleasePage, task: TranslationTask) -> None:
    save(release, BEFORE.replace("leaves", "waits"))
    translate(task)
    sign_off(again(task), an_officer())
    task = again(task)
    assert task.is_signed_off and not task.changes and not task.is_reopened
    save(release, BEFORE.replace("leaves", "waits"), subheadline="Another line")
    assert [kind for kind, _old, _new in changed(task)] == ["changed"]


def test_translation_rewritten_after_signing_opens_it_without_a_mail(
    task: TranslationTask, django_capture_on_commit_callbacks: Any
) -> None:
    found = StringTranslation.objects.get(translation_of__data="The bus leaves.")
    with django_capture_on_commit_callbacks(execute=True):
        found.data = "Le bus part."
        found.save()
    assert changed(task) == [("rewritten", "The bus leaves.", "The bus leaves.")]
    assert again(task).is_reopened and not mail.outbox


def test_translation_taken_away_after_signing_opens_it(task: TranslationTask) -> None:
    StringTranslation.objects.get(translation_of__data="The bus leaves.").delete()
    assert [kind for kind, _old, _new in changed(task)] == ["rewritten"]


def test_sync_of_wagtail_localize_opens_what_changed(
    release: ReleasePage, task: TranslationTask, django_capture_on_commit_callbacks: Any
) -> None:
    """Pages may be written past their revisions; then its "sync" is what brings the change."""
    release.refresh_from_db()
    release.title = "Day buses"
    with changing(Amendment.MINOR):
        release.save()
    assert again(task).is_signed_off
    with django_capture_on_commit_callbacks(execute=True):
        TranslationSource.objects.get(object_id=release.translation_key).update_from_db()
    assert changed(task) == [("changed", "Night buses", "Day buses")]


def test_every_language_is_opened(release: ReleasePage) -> None:
    tasks = [signed(task) for task in ask(release, "fr", "ar", "ru")]
    save(release, BEFORE.replace("leaves", "waits"))
    assert all(again(task).is_reopened for task in tasks)


def test_page_without_tasks_is_not_submitted_by_saving(release: ReleasePage) -> None:
    publish(release)
    assert not TranslationSource.objects.exists()
