"""What wagtail-localize is known to do on this stack, and that it does it no longer here.

Where something of ours stands in front of it, a test also asks wagtail-localize alone: the day that fails, ours can go.
"""

import datetime
from typing import Any

import pytest
import time_machine
from desk import a_translator, again, an_officer, ask, signed, translate
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from people import browser_of
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object
from wagtail_localize.views.edit_translation import upload_pofile
from wagtail_localize.wagtail_hooks import before_edit_page

from campaigns.factories import hashtag
from news.factories import ReleasePageFactory, quote_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import locale_of, publish
from newsroom.base.localize.translations import translation_of, translations_among
from newsroom.publication.choices import Manner
from newsroom.publication.gates import RefusedError
from newsroom.publication.lifting.lift import lift_due
from newsroom.publication.withdrawals.service import take_off
from newsroom.translation.models import TranslationTask
from organisations.factories import PersonFactory

NOW = datetime.datetime(2026, 7, 14, 9, 0, tzinfo=datetime.UTC)
LIFT = NOW + datetime.timedelta(days=1)


@pytest.fixture
def release(index: NewsIndexPage) -> ReleasePage:
    """A public release with a quote and a hashtag."""
    page: ReleasePage = ReleasePageFactory(
        parent=index, title="Night buses", slug="night-buses", hashtags=["ShadeIsPublic"], quotes=1
    )
    return page


@pytest.fixture
def task(release: ReleasePage) -> TranslationTask:
    """Its French, begun."""
    return ask(release, "fr")[0]


def upload(browser: Client, task: TranslationTask, content: str | None) -> str:
    """Upload a PO file; what the CMS says to it."""
    where = reverse("wagtail_localize:upload_pofile", args=[task.translation.pk])
    files = {} if content is None else {"file": SimpleUploadedFile("a.po", content.encode())}
    answer = browser.post(where, {"next": reverse("translation_queue"), **files}, follow=True)
    assert answer.status_code == 200
    text: str = answer.content.decode()
    return text


def test_translating_a_public_page_publishes_no_copy(release: ReleasePage, task: TranslationTask) -> None:
    assert release.live and not task.target.live


def test_page_with_missing_strings_does_not_go_live(task: TranslationTask) -> None:
    translate(task, leave=1)
    with pytest.raises(RefusedError):
        task.translation.save_target(publish=False)
        task.target.get_latest_revision().publish()


def test_live_translation_is_not_written_over_by_a_draft_of_it(release: ReleasePage, task: TranslationTask) -> None:
    """wagtail-localize writes the words of a "draft" to the row of a page that is public."""
    signed(task).target.get_latest_revision().publish()
    draft = release.get_latest_revision_as_object()
    draft.title = "Day buses"
    draft.save_revision()
    with pytest.raises(RefusedError):
        again(task).translation.save_target(publish=False)
    assert ReleasePage.objects.get(pk=task.target.pk).title == "FR Night buses"


def test_drafts_lift_with_a_scheduled_source_or_hold_it(index: NewsIndexPage) -> None:
    with time_machine.travel(NOW, tick=False):
        (task,) = ask(ReleasePageFactory(parent=index, embargoed_until=LIFT), "fr")
        translate(task)
    with time_machine.travel(LIFT, tick=False):
        lift_due()
        assert not ReleasePage.objects.released().exists()
        signed(task)
        lift_due()
        assert ReleasePage.objects.released().count() == 2


def test_taking_off_the_source_takes_off_its_translations(release: ReleasePage, task: TranslationTask) -> None:
    signed(task).target.get_latest_revision().publish()
    take_off(ReleasePage.objects.get(pk=release.pk), Manner.GONE, {"en": "Gone"})
    assert not ReleasePage.objects.live().exists()


def test_somebody_hears_when_the_source_changes(
    release: ReleasePage, django_capture_on_commit_callbacks: Any, mailoutbox: list[Any]
) -> None:
    samir = a_translator("fr")
    signed(ask(release, "fr", wishes={"fr": {"assignee": samir.pk}})[0])
    with django_capture_on_commit_callbacks(execute=True):
        draft = release.get_latest_revision_as_object()
        draft.title = "Day buses"
        draft.save_revision()
    assert [message.to for message in mailoutbox] == [[samir.email]]


@pytest.mark.parametrize("code", ["ar", "zh-hans"])
def test_slugs_do_not_vanish(release: ReleasePage, code: str) -> None:
    (task,) = ask(release, code)
    found = StringTranslation.objects
    for segment in task.translation.source.stringsegment_set.select_related("context"):
        found.create(
            translation_of_id=segment.string_id, context=segment.context, locale=locale_of(code), data="حافلات 夜间"
        )
    task.translation.save_target(publish=False)
    assert Page.objects.get(pk=task.target.pk).slug == "night-buses"


def test_names_of_speakers_are_no_strings(index: NewsIndexPage) -> None:
    speaker = PersonFactory(name="Wairimu Tendeka")
    (task,) = ask(ReleasePageFactory(parent=index, body=[quote_block(speaker=speaker)]), "fr")
    texts = task.translation.source.stringsegment_set.values_list("string__data", flat=True)
    assert "Nobody asks whether the lamps pay for themselves." in texts
    assert not [text for text in texts if "Wairimu" in text]


def test_hashtags_and_organisations_are_carried(release: ReleasePage, task: TranslationTask) -> None:
    assert list(task.target.hashtags.names()) == ["ShadeIsPublic"]
    assert task.target.organisation_links.get().organisation_id == release.organisation_links.get().organisation_id
    release.hashtags.add(hashtag("CoolNights"))
    publish(release)
    signed(task)
    assert set(ReleasePage.objects.get(pk=task.target.pk).hashtags.names()) == {"ShadeIsPublic", "CoolNights"}


def test_block_ids_are_the_same_in_every_language(release: ReleasePage, task: TranslationTask) -> None:
    signed(task)
    french = ReleasePage.objects.get(pk=task.target.pk)
    assert [block.id for block in french.body] == [block.id for block in release.body]
    assert [block.value for block in french.body] != [block.value for block in release.body]


def test_wagtail_localize_alone_still_stumbles_over_that_file(task: TranslationTask, rf: Any) -> None:
    request = rf.post("/", {"file": SimpleUploadedFile("a.po", b'msgid ""\nmsgstr ""\n')})
    request.user = an_officer()
    with pytest.raises(KeyError):
        upload_pofile(request, task.translation.pk)


@pytest.fixture
def two_sources(release: ReleasePage, task: TranslationTask) -> TranslationTask:
    """French that follows the English and the Spanish at once."""
    spanish = release.copy_for_translation(locale_of("es"))
    publish(spanish)
    translate_object(ReleasePage.objects.get(pk=spanish.pk), [locale_of("fr")])
    assert Translation.objects.filter(target_locale__language_code="fr", enabled=True).count() == 2
    return task


def test_two_sources_for_one_target_are_said_and_can_be_mended(two_sources: TranslationTask) -> None:
    browser = browser_of(a_translator("fr"))
    edit = reverse("wagtailadmin_pages:edit", args=[two_sources.target.pk])
    for answer in (browser.get(edit), browser.post(edit, {"action": "publish"})):
        assert answer.status_code == 409
        assert "a translation of two originals at once" in answer.content.decode()
    spanish = TranslationSource.objects.get(locale__language_code="es").translations.get()
    let_go = reverse("let_go_of_source", args=[spanish.pk])
    assert browser_of(a_translator("ar")).post(let_go).status_code == 403
    answer = browser.post(let_go, follow=True)
    assert answer.status_code == 200
    assert "js-translation-editor" in answer.content.decode()
    assert TranslationTask.objects.count() == 1
    assert browser.post(reverse("let_go_of_source", args=[Translation.objects.get().pk])).status_code == 302
    assert Translation.objects.count() == 1


def test_wagtail_localize_alone_still_stumbles_over_two_sources(two_sources: TranslationTask, rf: Any) -> None:
    request = rf.get("/")
    request.user = an_officer()
    with pytest.raises(Translation.MultipleObjectsReturned):
        before_edit_page(request, two_sources.target)


@pytest.mark.parametrize(("stopped", "followed"), [("es", "en"), ("en", "es")])
def test_everybody_follows_the_source_that_is_left(two_sources: TranslationTask, stopped: str, followed: str) -> None:
    Translation.objects.filter(source__locale__language_code=stopped).update(enabled=False)
    task = again(two_sources)
    left = Translation.objects.get(source__locale__language_code=followed)
    assert task.translation == translation_of(task.target) == left
    assert list(translations_among(task.target)) == [left]
    assert TranslationTask.objects.with_progress().get().total == left.get_progress()[0]


def test_one_that_was_stopped_is_a_second_source_to_the_editor(two_sources: TranslationTask, rf: Any) -> None:
    Translation.objects.filter(source__locale__language_code="es").update(enabled=False)
    edit = reverse("wagtailadmin_pages:edit", args=[two_sources.target.pk])
    assert browser_of(a_translator("fr")).get(edit).status_code == 409
    request = rf.get("/")
    request.user = an_officer()
    with pytest.raises(TranslationSource.MultipleObjectsReturned):
        before_edit_page(request, two_sources.target)


def test_a_stopped_translation_is_known_to_its_task_alone(task: TranslationTask) -> None:
    Translation.objects.update(enabled=False)
    assert again(task).translation
    assert translation_of(task.target) is None
    assert not translations_among(task.target)
    address = reverse("exchange_send", args=["wagtailcore", "page", task.target.pk])
    assert "has not been sent for translation" in browser_of(an_officer()).get(address).content.decode()
