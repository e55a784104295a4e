"""Nothing is signed off that is missing, nor what is unfaithful unless somebody says why."""

import datetime
from typing import Any

import pytest
import time_machine
from desk import a_translator, address, again, an_officer, ask, signed, translate
from django.test import Client
from people import browser_of
from wagtail.models import PageLogEntry
from wagtail_localize.models import StringSegment, StringTranslation

from news.factories import ReleasePageFactory, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import publish
from newsroom.translation.factories import GlossaryTermFactory
from newsroom.translation.models import TranslationTask
from newsroom.translation.signing.signoff import ProblemsError, sign_off
from newsroom.translation.tasks.transitions import OVERRIDDEN

NOW = datetime.datetime(2026, 7, 14, 9, 0, tzinfo=datetime.UTC)


@pytest.fixture
def task(index: NewsIndexPage) -> TranslationTask:
    """A release to be translated into French, with a link and a number in its text."""
    html = '<p>The <a href="https://confluent.example/map">map</a> has <b>1200</b> stops.</p>'
    page = ReleasePageFactory(parent=index, title="Night buses meet the ferry", body=[text_block(html)])
    return ask(page, "fr")[0]


def rewrite(task: TranslationTask, text: str) -> None:
    """Change the translation of the segment with the link."""
    found = StringTranslation.objects.get(translation_of__data__contains="1200", locale=task.target_locale)
    found.data = text
    found.save()


def sign(browser: Client, task: TranslationTask, reason: str = "") -> Any:
    """Press the button."""
    return browser.post(address("sign_translation", task), {"reason": reason})


def test_missing_segment_keeps_it_open_and_is_shown(task: TranslationTask) -> None:
    translate(task, leave=1)
    answer = sign(browser_of(a_translator("fr")), task)
    assert answer.status_code == 422
    html = answer.content.decode()
    assert "Not translated." in html and "Not signed off: 1 segment is not translated." in html
    assert not again(task).is_signed_off


def test_all_problems_are_shown_at_once_beside_their_segments(task: TranslationTask) -> None:
    translate(task)
    StringTranslation.objects.get(context__path="title").delete()
    rewrite(task, "La carte a 1 300 arrêts.")
    html = browser_of(a_translator("fr")).get(address("translation_task", task)).content.decode()
    for words in (
        "The link was lost.",
        "The mark &lt;b&gt; was lost.",
        "The number 1200 is missing",
        "Not translated.",
    ):
        assert words in html, words
    title = StringSegment.objects.get(source=task.translation.source_id, context__path="title")
    assert f'/admin/pages/{task.target.pk}/edit/#segment-{title.pk}">Mend it</a>' in html
    assert 'lang="en" dir="ltr">The map has 1200 stops.' in html
    assert 'lang="fr" dir="ltr">La carte a 1 300 arrêts.' in html


def test_faithful_translation_is_signed_with_name_and_instant(task: TranslationTask) -> None:
    translate(task)
    samir = a_translator("fr")
    with time_machine.travel(NOW, tick=False):
        assert sign(browser_of(samir), task).status_code == 302
    done = again(task)
    assert done.is_signed_off and (done.signed_by, done.signed_at) == (samir, NOW)
    assert {each["source"] for each in done.signed_segments} >= {"Night buses meet the ferry"}
    assert done.target.title == task.target.title and not done.target.live
    assert done.target.get_latest_revision_as_object().title == "FR Night buses meet the ferry"


def test_override_asks_a_reason_and_is_kept_with_its_problems(task: TranslationTask) -> None:
    translate(task)
    rewrite(task, 'La <a id="a1">carte</a> a <b>douze cents</b> arrêts.')
    officer = an_officer()
    browser = browser_of(officer)
    assert sign(browser, task, reason="   ").status_code == 422
    assert sign(browser, task, reason="Written out on purpose.").status_code == 302
    done = again(task)
    assert done.is_signed_off and done.override_reason == "Written out on purpose."
    entry = PageLogEntry.objects.get(action=OVERRIDDEN, page=task.page_id)
    assert entry.user == officer and entry.data["reason"] == "Written out on purpose."
    assert entry.data["problems"][0]["problems"] == ["The number 1200 is missing or differs."]


def test_signature_is_not_replaced_by_another(task: TranslationTask) -> None:
    signer = signed(task).signed_by
    answer = browser_of(an_officer()).post(address("sign_translation", task), follow=True)
    assert "signed off already" in answer.content.decode()
    assert again(task).signed_by == signer


def test_reason_without_problems_is_not_kept(task: TranslationTask) -> None:
    translate(task)
    sign_off(task, an_officer(), reason="In any case")
    assert again(task).override_reason == ""


def test_the_glossary_is_asked(task: TranslationTask) -> None:
    GlossaryTermFactory(term="ferry", approved="bac", forbidden="FR")
    translate(task)
    with pytest.raises(ProblemsError) as raised:
        sign_off(task, an_officer())
    told = {message for problem in raised.value.problems for message in problem.messages}
    assert told == {"“FR” must not be used; say “bac”."}


def test_gone_page_is_said(task: TranslationTask, monkeypatch: pytest.MonkeyPatch) -> None:
    translate(task)
    TranslationTask.objects.filter(pk=task.pk).update(target_locale=TranslationTask.objects.get().page.locale_id)
    monkeypatch.setattr(TranslationTask, "translation", None)
    answer = browser_of(an_officer()).post(address("sign_translation", task), follow=True)
    assert "The translated page is gone." in answer.content.decode()


def test_translation_without_a_page_is_not_offered_for_signing(
    task: TranslationTask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TranslationTask, "target", None)
    page = browser_of(an_officer()).get(address("translation_task", task)).content.decode()
    assert "The translated page is gone." in page
    assert "Nothing is missing" not in page and address("sign_translation", task) not in page


def test_what_is_public_does_not_change_by_signing(task: TranslationTask) -> None:
    signed(task)
    again(task).translation.save_target(publish=False)
    french = ReleasePage.objects.get(pk=task.target.pk)
    french.get_latest_revision().publish()
    page = ReleasePage.objects.get(pk=task.page_id)
    page.subheadline = "The bus waits."
    publish(page)
    translate(task)
    sign_off(again(task), an_officer())
    french.refresh_from_db()
    assert french.live and french.subheadline == "FR The boat no longer leaves before the bus arrives."
    browser = browser_of(an_officer())
    assert "Publish" in browser.get(address("translation_task", task)).content.decode()


def test_officer_publishes_from_the_task(task: TranslationTask, django_capture_on_commit_callbacks: Any) -> None:
    signed(task)
    with django_capture_on_commit_callbacks(execute=True):
        browser_of(a_translator("fr")).post(address("publish_translation", task))
    assert not ReleasePage.objects.get(pk=task.target.pk).live
    with django_capture_on_commit_callbacks(execute=True):
        browser_of(an_officer()).post(address("publish_translation", task))
    assert ReleasePage.objects.get(pk=task.target.pk).live


def test_officer_reads_of_problems_before_publishing(task: TranslationTask) -> None:
    translate(task)
    rewrite(task, 'La <a id="a1">carte</a> a <b>douze cents</b> arrêts.')
    ReleasePage.objects.filter(pk=task.page_id).update(live=False)
    sign_off(task, a_translator("fr", first_name="Amina", last_name="Said"), reason="Written out on purpose.")
    officer = browser_of(an_officer())
    html = officer.get(f"/admin/pages/{task.page_id}/edit/").content.decode()
    assert "French was signed off with problems by Amina Said: Written out on purpose." in html
    assert address("translation_task", task) in html
    told = officer.get(address("translation_task", task)).content.decode()
    assert "The number 1200 is missing or differs." in told and "Sign off with problems" not in told


def test_officer_reads_nothing_of_what_was_signed_without_problems(task: TranslationTask) -> None:
    ReleasePage.objects.filter(pk=task.page_id).update(live=False)
    translate(task)
    sign_off(task, a_translator("fr"))
    html = browser_of(an_officer()).get(f"/admin/pages/{task.page_id}/edit/").content.decode()
    assert "signed off with problems" not in html


def test_words_of_the_original_need_a_reason_or_a_mark(task: TranslationTask) -> None:
    translate(task)
    found = StringTranslation.objects.get(context__path="subheadline", locale=task.target_locale)
    found.data = found.translation_of.data
    found.save()
    with pytest.raises(ProblemsError) as raised:
        sign_off(task, an_officer())
    (problem,) = raised.value.problems
    assert problem.messages == ["This stands as in the original. Translate it, or leave it as in the original."]
    html = browser_of(a_translator("fr")).get(address("translation_task", task)).content.decode()
    assert "Leave as in the original" in html


def test_another_script_is_a_problem(index: NewsIndexPage) -> None:
    task = ask(ReleasePageFactory(parent=index, title="Confluent counts its stops"), "ar")[0]
    translate(task)
    found = StringTranslation.objects.get(context__path="title", locale=task.target_locale)
    found.data = f"AR {found.translation_of.data}"
    found.save()
    with pytest.raises(ProblemsError) as raised:
        sign_off(task, an_officer())
    assert "This does not look like Arabic: “AR Confluent counts its stops”" in raised.value.problems[0].messages


@pytest.fixture
def changed_since(task: TranslationTask) -> TranslationTask:
    """A translation that is public, and was signed again in other words."""
    signed(task).target.get_latest_revision().publish()
    page = ReleasePage.objects.get(pk=task.page_id)
    page.subheadline = "The bus waits."
    publish(page)
    translate(task)
    sign_off(again(task), an_officer())
    return again(task)


@pytest.mark.parametrize(
    ("manner", "leads_to_correction", "shown"),
    [
        ("", False, "FR The boat no longer leaves before the bus arrives."),
        ("made-up", False, "FR The boat no longer leaves before the bus arrives."),
        ("correction", True, "FR The boat no longer leaves before the bus arrives."),
        ("minor", False, "FR The bus waits."),
    ],
)
def test_public_translation_changes_in_a_stated_manner_alone(
    changed_since: TranslationTask, manner: str, leads_to_correction: bool, shown: str
) -> None:
    browser = browser_of(an_officer())
    answer = browser.post(address("publish_translation", changed_since), {"manner": manner}, follow=True)
    french = ReleasePage.objects.get(pk=changed_since.target.pk)
    assert french.live and french.subheadline == shown
    assert (answer.request["PATH_INFO"] == french.correction_address) is leads_to_correction
    assert ("Choose: a minor change or a correction." in answer.content.decode()) is (manner in ("", "made-up"))


def test_localizes_editor_leads_to_the_buttons_that_state_the_manner(changed_since: TranslationTask) -> None:
    edit = f"/admin/pages/{changed_since.target.pk}/edit/"
    answer = browser_of(an_officer()).post(edit, {"action": "publish"}, follow=True)
    assert answer.redirect_chain == [(address("translation_task", changed_since), 302)]
    html = answer.content.decode()
    assert "Choose: a minor change or a correction." in html
    assert 'name="manner" value="minor"' in html and 'name="manner" value="correction"' in html
    french = ReleasePage.objects.get(pk=changed_since.target.pk)
    assert french.subheadline == "FR The boat no longer leaves before the bus arrives."


def test_what_is_open_again_is_named_as_unsigned_and_stays_as_it_was(changed_since: TranslationTask) -> None:
    StringTranslation.objects.get(translation_of__data="The bus waits.").delete()
    edit = f"/admin/pages/{changed_since.target.pk}/edit/"
    answer = browser_of(an_officer()).post(edit, {"action": "publish"}, follow=True)
    assert answer.redirect_chain == [(address("translation_task", changed_since), 302)]
    assert "French is not signed off" in answer.content.decode()
    french = ReleasePage.objects.get(pk=changed_since.target.pk)
    assert french.subheadline == "FR The boat no longer leaves before the bus arrives."
