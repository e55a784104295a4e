"""What stays as it stands in the original is said one by one, and readers see in which language it is."""

from typing import Any

import pytest
from desk import a_translator, again, an_officer, ask, signed, translate
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import gettext, override
from people import browser_of
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from news.factories import ReleasePageFactory, block, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory
from newsroom.base.languages import language_in_words
from newsroom.translation.models import RecordSignature, TranslationTask
from newsroom.translation.signing.kept import keep_as_original
from newsroom.translation.signing.records import sign_record
from newsroom.translation.signing.signoff import ProblemsError, sign_off
from organisations.factories import PersonFactory

SENTENCE = "Each city will count its stops before the summer ends."


@pytest.fixture
def task(index: NewsIndexPage) -> TranslationTask:
    """A release to be translated into Arabic."""
    page = ReleasePageFactory(
        parent=index,
        title="Confluent counts its stops in the heat",
        slug="stops",
        subheadline="Twenty-six cities take part in it.",
        dateline_place="Lindmouth",
        body=[text_block(f"<p>The map opens today.</p><p>{SENTENCE}</p>"), block("heading", "Shade for all")],
    )
    return ask(page, "ar")[0]


def segment(task: TranslationTask, words: str) -> StringSegment:
    """The segment with some words."""
    assert task.translation
    found: Any = task.translation.source.stringsegment_set
    return found.select_related("string", "context").get(string__data=words)


def button(name: str, task: TranslationTask, words: str) -> str:
    """The address of a button beside a segment."""
    assert task.translation
    return reverse(name, args=[task.translation.pk, segment(task, words).pk])


def keep(task: TranslationTask, *texts: str) -> None:
    """Leave some segments as they are in place of what was written."""
    assert task.translation
    for words in texts:
        keep_as_original(task.translation, segment(task, words), UserFactory())


def published(task: TranslationTask) -> ReleasePage:
    """The translation of a task, signed off and public."""
    sign_off(task, UserFactory(), reason="The same words after a mark.")
    target: ReleasePage = again(task).target
    target.get_latest_revision().publish()
    return target


def in_english(code: str) -> str:
    """The label, in a language."""
    with override(code):
        return gettext("in %(language)s") % {"language": language_in_words("en")}


def read(reader: Client) -> str:
    """The Arabic page."""
    return reader.get("/ar/news/stops/").content.decode()


def test_no_reason_makes_up_for_what_is_not_translated(task: TranslationTask) -> None:
    translate(task, "AR", leave=1)
    browser = browser_of(a_translator("ar"))
    answer = browser.post(reverse("sign_translation", args=[task.pk]), {"reason": "Because I say so"})
    html = answer.content.decode()
    assert answer.status_code == 422 and not again(task).is_signed_off
    assert "Not signed off: 1 segment is not translated." in html
    assert "Sign off with problems" not in html and "Leave as in the original" in html
    with pytest.raises(ProblemsError):
        sign_off(task, an_officer(), reason="Because I say so")


def test_no_reason_makes_up_for_it_in_a_record(submit: Any, newsroom: Any) -> None:
    translation = submit(PersonFactory(name="Wairimu Tendeka"), "ar")
    browser = browser_of(a_translator("ar"))
    answer = browser.post(reverse("sign_record", args=[translation.pk]), {"reason": "Because I say so"})
    assert answer.status_code == 422 and "is not translated" in answer.content.decode()
    with pytest.raises(ProblemsError):
        sign_record(translation, an_officer(), reason="Because I say so")
    assert not RecordSignature.objects.exists()


def test_segment_is_left_by_a_button_and_translated_after_all(task: TranslationTask) -> None:
    browser, place = browser_of(a_translator("ar")), reverse("translation_task", args=[task.pk])
    answer = browser.post(button("keep_segment", task, "Shade for all"), follow=True)
    assert answer.redirect_chain == [(place, 302)]
    assert "Translate it after all" in answer.content.decode()
    kept = StringTranslation.objects.get(locale=task.target_locale, translation_of__data="Shade for all")
    assert kept.data == "Shade for all" and again(task).state == "in_progress"
    browser.post(button("translate_segment", task, "Shade for all"))
    assert not StringTranslation.objects.filter(pk=kept.pk).exists()


def test_record_with_a_name_left_as_it_is_can_be_signed(submit: Any, newsroom: Any) -> None:
    translation: Translation = submit(PersonFactory(name="Wairimu Tendeka"), "ar")
    browser = browser_of(a_translator("ar"))
    for each in translation.source.stringsegment_set.all():
        answer = browser.post(reverse("keep_segment", args=[translation.pk, each.pk]))
        assert answer.url == reverse("sign_record", args=[translation.pk])
    assert browser.post(reverse("sign_record", args=[translation.pk])).status_code == 302
    assert RecordSignature.objects.get().override_reason == ""


def test_translators_of_other_languages_leave_nothing(task: TranslationTask) -> None:
    address = button("keep_segment", task, SENTENCE)
    assert browser_of(a_translator("fr")).post(address).status_code in (302, 403)
    assert browser_of(a_translator("ar")).get(address).status_code == 405
    assert not StringTranslation.objects.exists()


def test_segment_of_another_text_is_not_found(task: TranslationTask, index: NewsIndexPage) -> None:
    other = ask(ReleasePageFactory(parent=index, title="Another one", slug="another"), "ar")[0]
    assert task.translation
    address = reverse("keep_segment", args=[task.translation.pk, segment(other, "Another one").pk])
    assert browser_of(a_translator("ar")).post(address).status_code in (302, 404)
    assert not StringTranslation.objects.exists()


def test_mark_goes_with_other_words_and_with_another_original(task: TranslationTask) -> None:
    translate(task, "AR")
    keep(task, SENTENCE)
    sign_off(task, UserFactory(), reason="The same words after a mark.")
    row = StringTranslation.objects.get(translation_of__data=SENTENCE, locale=task.target_locale)
    row.data = "AR words"
    row.save()
    assert again(task).is_reopened
    row.delete()
    keep(task, SENTENCE)
    sign_off(again(task), UserFactory(), reason="The same words after a mark.")
    page = ReleasePage.objects.get(pk=task.page_id)
    page.body = [text_block("<p>The map opens today.</p><p>Each city counts.</p>"), *list(page.body.raw_data)[1:]]
    page.save_revision()
    with pytest.raises(ProblemsError) as raised:
        sign_off(again(task), UserFactory(), reason="Nothing to say")
    assert raised.value.missing == 1


def test_readers_get_what_is_left_with_its_language_and_a_label(task: TranslationTask, reader: Client) -> None:
    translate(task, "AR")
    keep(
        task, SENTENCE, "Shade for all", "Twenty-six cities take part in it.", "Confluent counts its stops in the heat"
    )
    published(task)
    html = read(reader)
    label = f'<small class="soft" lang="ar" dir="rtl">{in_english("ar")}</small>'
    assert f'lang="en" dir="ltr">{SENTENCE} {label}</p>' in html
    assert '<h2 lang="en" dir="ltr">Shade for all</h2>' in html, "a short title needs no label"
    assert f'lang="en" dir="ltr">Twenty-six cities take part in it. {label}</p>' in html
    assert f'lang="en" dir="ltr">Confluent counts its stops in the heat {label}</h1>' in html
    assert 'dir="ltr">AR' not in html


def test_dateline_and_first_paragraph_are_marked_each_by_itself(task: TranslationTask, reader: Client) -> None:
    translate(task, "AR")
    keep(task, "Lindmouth", "The map opens today.")
    published(task)
    html = read(reader)
    assert '<span class="dateline"><span lang="en" dir="ltr">LINDMOUTH</span>' in html
    assert '<span lang="en" dir="ltr">The map opens today.</span>' in html


def test_list_marks_the_headline_that_was_left(task: TranslationTask, reader: Client) -> None:
    translate(task, "AR")
    keep(task, "Confluent counts its stops in the heat")
    published(task)
    html = reader.get("/ar/news/").content.decode()
    assert '<h2 lang="en" dir="ltr"><a href="/ar/news/stops/">Confluent counts its stops in the heat</a>' in html


def test_list_says_the_language_of_what_is_not_translated(index: NewsIndexPage, reader: Client) -> None:
    ReleasePageFactory(parent=index, title="Not yet elsewhere", slug="only")
    assert f'<p class="closing">{in_english("ar")}</p>' in reader.get("/ar/news/").content.decode()
    assert in_english("en") not in reader.get("/en/news/").content.decode()


def test_what_is_left_is_offered_to_no_other_text(task: TranslationTask, index: NewsIndexPage) -> None:
    translate(task, "AR")
    keep(task, SENTENCE)
    published(task)
    other = ask(
        ReleasePageFactory(parent=index, title="Another", slug="other", body=[text_block(f"<p>{SENTENCE}</p>")]), "ar"
    )
    assert not StringTranslation.objects.filter(
        context__object_id=other[0].translation_key, translation_of__data=SENTENCE
    ).exists()


@pytest.mark.parametrize("number", [3, 30])
def test_queries_do_not_grow_with_what_is_left(index: NewsIndexPage, reader: Client, number: int) -> None:
    texts = [f"The stop number {each} waits for its roof this year." for each in range(number)]
    html = "".join(f"<p>{text}</p>" for text in texts)
    task = ask(ReleasePageFactory(parent=index, title="Stops", slug="stops", body=[text_block(html)]), "ar")[0]
    signed_task = signed(task, "AR")
    StringTranslation.objects.filter(translation_of__data__in=texts).delete()
    keep(signed_task, *texts)
    published(again(task))
    # read once, since what is kept is not asked for again
    with CaptureQueriesContext(connection) as queries:
        assert read(reader).count("<small") == number
    assert sum("wagtail_localize_stringtranslation" in each["sql"] for each in queries) == 1
