"""No unsigned translation becomes public, wherever somebody publishes from."""

import datetime
import logging
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from desk import a_translator, address, again, an_officer, ask, signed, translate
from django.core import mail
from django.test import Client
from django.urls import reverse
from people import browser_of
from wagtail.models import Revision

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignIndexPage
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import locale_of, publish
from newsroom.base.models import RuleSettings
from newsroom.base.rules.registry import Level
from newsroom.publication.choices import Requirement
from newsroom.publication.embargoes.service import call_off
from newsroom.publication.gates import RefusedError
from newsroom.publication.lifting.failure_mail import tell_of_failures
from newsroom.publication.lifting.lift import lift_due
from newsroom.translation.models import TranslationTask
from newsroom.translation.signing.signoff import sign_off

NOW = datetime.datetime(2026, 7, 14, 9, 0, tzinfo=datetime.UTC)
LIFT = NOW + datetime.timedelta(days=3)
SECRET = "Zanzara mounts the hill"


@pytest.fixture
def release(index: NewsIndexPage) -> ReleasePage:
    """A public release."""
    page: ReleasePage = ReleasePageFactory(parent=index, title="Night buses meet the ferry")
    return page


@pytest.fixture
def task(release: ReleasePage) -> TranslationTask:
    """Its translation into French, complete and not signed off."""
    (task,) = ask(release, "fr")
    translate(task)
    task.translation.save_target(publish=False)
    return task


@pytest.fixture
def held(index: NewsIndexPage) -> ReleasePage:
    """A release that waits for its hour."""
    with time_machine.travel(NOW, tick=False):
        page: ReleasePage = ReleasePageFactory(parent=index, title=SECRET, embargoed_until=LIFT)
        return page


def localizes_button(browser: Client, task: TranslationTask) -> Any:
    """The button of wagtail-localize's editor."""
    edit = reverse("wagtailadmin_pages:edit", args=[task.target.pk])
    return browser.post(edit, {"action": "publish"}, follow=True)


def bulk_action(browser: Client, task: TranslationTask) -> Any:
    """Several pages chosen in a list."""
    where = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return browser.post(f"{where}?id={task.target.pk}", {"include_descendants": ""}, follow=True)


def sync(browser: Client, task: TranslationTask) -> Any:
    """The officer's "sync translated pages", with publishing."""
    where = reverse("wagtail_localize:update_translations", args=[task.translation.source_id])
    prefix = "component-translation_translationrequest"
    data = {"publish_translations": "on", f"{prefix}-priority": "2", f"{prefix}-due_at": ""}
    return browser.post(where, data, follow=True)


def tasks_button(browser: Client, task: TranslationTask) -> Any:
    """The button on the page of the task, asked for by hand."""
    return browser.post(address("publish_translation", task), follow=True)


@pytest.mark.parametrize("way", [localizes_button, bulk_action, sync, tasks_button])
def test_unsigned_translation_is_refused_with_words(
    task: TranslationTask, way: Callable[[Client, TranslationTask], Any], django_capture_on_commit_callbacks: Any
) -> None:
    browser = browser_of(an_officer())
    try:
        with django_capture_on_commit_callbacks(execute=True):
            answer = way(browser, task)
    except RefusedError:  # the test's own way to run what waits for the commit stands outside of the request
        answer = None
    assert not ReleasePage.objects.get(pk=task.target.pk).live
    if answer:
        assert answer.status_code == 200
        assert "French is not signed off" in answer.content.decode()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("way", [localizes_button, sync, tasks_button])
def test_refusal_after_the_commit_is_said_too(newsroom: Any, way: Callable[[Client, TranslationTask], Any]) -> None:
    index = NewsIndexPage.objects.get(locale__language_code="en")
    (task,) = ask(ReleasePageFactory(parent=index), "fr")
    translate(task)
    answer = way(browser_of(an_officer()), task)
    assert answer.status_code == 200
    assert "French is not signed off" in answer.content.decode()
    assert not ReleasePage.objects.get(pk=task.target.pk).live


def test_revision_of_an_unsigned_translation_is_refused(task: TranslationTask) -> None:
    revision = ReleasePage.objects.get(pk=task.target.pk).get_latest_revision()
    with pytest.raises(RefusedError, match="is not signed off"):
        revision.publish()
    assert not ReleasePage.objects.get(pk=task.target.pk).live


def test_signed_translation_is_published(task: TranslationTask) -> None:
    signed(task)
    ReleasePage.objects.get(pk=task.target.pk).get_latest_revision().publish()
    assert ReleasePage.objects.get(pk=task.target.pk).live


def test_signature_does_not_cover_what_was_written_past_the_signals(task: TranslationTask) -> None:
    signed(task)
    task.translation.source.stringsegment_set.get_translations(task.target_locale).filter(
        translation_of__data="Night buses meet the ferry"
    ).update(data="Autre chose")
    with pytest.raises(RefusedError):
        ReleasePage.objects.get(pk=task.target.pk).get_latest_revision().publish()


def test_translation_without_a_task_is_published_as_ever(release: ReleasePage) -> None:
    french = release.copy_for_translation(locale_of("fr"))
    publish(french)
    assert french.live


def test_pages_without_embargoes_pass_the_same_gate(campaigns: CampaignIndexPage) -> None:
    (task,) = ask(CampaignHubPageFactory(parent=campaigns), "fr")
    translate(task)
    with pytest.raises(RefusedError):
        task.target.save_revision().publish()
    signed(task)
    task.target.refresh_from_db()
    task.target.get_latest_revision().publish()
    task.target.refresh_from_db()
    assert task.target.live


def test_publishing_the_source_publishes_no_unsigned_copy_and_every_signed_one(index: NewsIndexPage) -> None:
    draft = ReleasePageFactory(parent=index, live=False)
    wishes = {"ru": {"requirement": Requirement.LATER}, "ar": {"requirement": Requirement.OPTIONAL}}
    french, arabic, russian = ask(draft, "fr", "ar", "ru", wishes=wishes)
    signed(french)
    signed(russian)
    translate(arabic)
    publish(draft)
    assert set(ReleasePage.objects.released().values_list("locale__language_code", flat=True)) == {"en", "fr"}


def test_publishing_waits_for_a_required_language_without_an_embargo_too(index: NewsIndexPage) -> None:
    draft = ReleasePageFactory(parent=index, live=False)
    (arabic,) = ask(draft, "ar")
    translate(arabic)
    with pytest.raises(RefusedError, match="Arabic is not signed off"):
        publish(draft)
    assert not ReleasePage.objects.released().exists()
    signed(again(arabic))
    publish(draft)
    assert ReleasePage.objects.released().count() == 2


def test_what_is_public_waits_for_no_language(release: ReleasePage) -> None:
    (arabic,) = ask(release, "ar")
    assert again(arabic).requirement == Requirement.OPTIONAL


def test_unsigned_translation_is_not_given_an_hour(held: ReleasePage) -> None:
    with time_machine.travel(NOW, tick=False):
        (task,) = ask(held, "fr")
        translate(task)
        task.translation.save_target(publish=False)
        with pytest.raises(RefusedError):
            task.target.get_latest_revision().publish()
    assert Revision.objects.filter(approved_go_live_at__isnull=False).count() == 1


def test_signed_languages_lift_with_their_source(held: ReleasePage) -> None:
    with time_machine.travel(NOW, tick=False):
        for task in ask(held, "fr", "ar"):
            signed(task)
    with time_machine.travel(LIFT, tick=False):
        lift_due()
    released = ReleasePage.objects.released().values_list("locale__language_code", "life__released_at")
    assert set(released) == {("en", LIFT), ("fr", LIFT), ("ar", LIFT)}


def test_required_language_that_is_not_signed_holds_the_release_back_and_officers_hear_of_it_once(
    held: ReleasePage, caplog: pytest.LogCaptureFixture
) -> None:
    officer, samir = an_officer(), a_translator("ar")
    with time_machine.travel(NOW, tick=False):
        french, arabic = ask(held, "fr", "ar", wishes={"ar": {"assignee": samir.pk}})
        signed(french)
        translate(arabic)
    with time_machine.travel(LIFT, tick=False), caplog.at_level(logging.INFO, "newsroom"):
        assert lift_due() == 0
        assert not mail.outbox
        assert lift_due() == 0
        assert tell_of_failures() == 2 and tell_of_failures() == 0
        assert not ReleasePage.objects.released().exists()
    assert "ar is not signed off" in caplog.text and SECRET not in caplog.text
    assert sorted(address for message in mail.outbox for address in message.to) == sorted([officer.email, samir.email])
    assert "Arabic is not signed off" in mail.outbox[0].body
    with time_machine.travel(LIFT + datetime.timedelta(minutes=5), tick=False):
        signed(again(arabic))
        lift_due()
        released = ReleasePage.objects.released().values_list("locale__language_code", flat=True)
        assert set(released) == {"en", "fr", "ar"}


@pytest.mark.parametrize("requirement", [Requirement.OPTIONAL, Requirement.LATER])
def test_others_lift_without_a_language_that_is_not_required(held: ReleasePage, requirement: Requirement) -> None:
    with time_machine.travel(NOW, tick=False):
        french, arabic = ask(held, "fr", "ar", wishes={"ar": {"requirement": requirement}})
        signed(french)
        translate(arabic)
    with time_machine.travel(LIFT, tick=False):
        lift_due()
    assert set(ReleasePage.objects.released().values_list("locale__language_code", flat=True)) == {"en", "fr"}


def test_optional_language_that_had_its_hour_and_was_opened_again_loses_it(
    held: ReleasePage, caplog: pytest.LogCaptureFixture
) -> None:
    officer = an_officer()
    with time_machine.travel(NOW, tick=False):
        (task,) = ask(held, "fr", wishes={"fr": {"requirement": Requirement.OPTIONAL}})
        signed(task)
        publish(held)
        assert Revision.objects.filter(approved_go_live_at__isnull=False).count() == 2
        held.subheadline = "The bus waits."
        held.save_revision()
    with time_machine.travel(LIFT, tick=False):
        lift_due()
        assert lift_due() == 0
        tell_of_failures()
    assert list(ReleasePage.objects.released()) == [held]
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    assert "lifts without one language: fr" in caplog.text
    assert [message.to for message in mail.outbox] == [[officer.email]]


def test_words_signed_with_problems_under_a_schedule_wait_for_an_officer(held: ReleasePage) -> None:
    officer = an_officer()
    RuleSettings.objects.create(chosen_levels={"placeholders": Level.ADVISORY.value})
    with time_machine.travel(NOW, tick=False):
        (task,) = ask(held, "fr")
        signed(task)
        publish(held)
        assert Revision.objects.filter(approved_go_live_at__isnull=False).count() == 2
        texts = task.translation.source.stringsegment_set.get_translations(task.target_locale)
        for text in texts:
            text.data = f"{text.data} TBC"
            text.save()
        sign_off(again(task), a_translator("fr"), "Because I say so.")
        assert Revision.objects.filter(approved_go_live_at__isnull=False).count() == 1
    with time_machine.travel(LIFT, tick=False):
        assert lift_due() == 0
        assert tell_of_failures() >= 1
        assert not ReleasePage.objects.released().exists()
        browser_of(officer).post(address("publish_translation", task))
        lift_due()
    assert ReleasePage.objects.released().count() == 2


def test_embargo_that_moved_holds_for_signed_languages_too(held: ReleasePage) -> None:
    later = LIFT + datetime.timedelta(hours=1)
    with time_machine.travel(NOW, tick=False):
        (task,) = ask(held, "fr")
        signed(task)
        publish(held)
        held.embargoed_until = later
        publish(held)
    with time_machine.travel(LIFT, tick=False):
        assert lift_due() == 0
        assert not ReleasePage.objects.released().exists()
    with time_machine.travel(later, tick=False):
        lift_due()
    assert ReleasePage.objects.released().count() == 2


def test_translation_does_not_go_before_its_original(held: ReleasePage) -> None:
    with time_machine.travel(NOW, tick=False):
        (task,) = ask(held, "fr")
        signed(task)
    draft = ReleasePage.objects.get(pk=task.target.pk)
    call_off(held.life)
    with time_machine.travel(LIFT, tick=False), pytest.raises(RefusedError, match="original"):
        draft.save_revision().publish()


def test_correction_of_the_source_is_not_held_back_by_what_it_opens(
    release: ReleasePage, task: TranslationTask
) -> None:
    signed(task)
    release.subheadline = "The bus waits."
    publish(release)
    assert release.live and release.subheadline == "The bus waits."
    assert again(task).is_reopened
