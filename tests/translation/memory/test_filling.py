"""A translation starts with what is known of it, however it begins, and nobody has signed that."""

from collections.abc import Callable
from typing import Any

import pytest
from desk import address, again, an_officer, ask, signed
from django.test import Client
from django.urls import reverse
from people import browser_of
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from news.choices import ReleaseKind
from news.factories import ReleasePageFactory, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import locale_of
from newsroom.translation.memory.search import FILLED_BY, fill_in
from organisations.factories import MediaContactFactory

SENTENCE = "Nobody is left on the landing."
WORDS = "Personne ne reste à quai."


def release_of(index: NewsIndexPage, *paragraphs: str, **fields: Any) -> ReleasePage:
    """A release of these paragraphs and nothing else to translate but its headline."""
    body = [text_block("".join(f"<p>{paragraph}</p>" for paragraph in paragraphs))]
    fields = {"kind": ReleaseKind.STATEMENT, "dateline_place": "", "subheadline": "", **fields}
    page: ReleasePage = ReleasePageFactory(parent=index, body=body, **fields)
    return page


def say(page: Any, code: str = "fr", **said: str) -> None:
    """Translate a page's sentences, given in full."""
    translate_object(page, [locale_of(code)])
    translation = Translation.objects.get(source__object_id=page.translation_key, target_locale__language_code=code)
    for segment in translation.source.stringsegment_set.select_related("string"):
        if segment.string.data in said:
            StringTranslation.objects.get_or_create(
                translation_of=segment.string,
                context_id=segment.context_id,
                locale=translation.target_locale,
                defaults={"data": said[segment.string.data]},
            )


def filled(page: Any, code: str = "fr") -> dict[str, str]:
    """What the memory has written into a page's translation."""
    rows = StringTranslation.objects.filter(
        context__object_id=page.translation_key, locale__language_code=code, tool_name=FILLED_BY
    )
    return dict(rows.values_list("translation_of__data", "data"))


@pytest.fixture
def known(index: NewsIndexPage) -> ReleasePage:
    """A public release whose sentence was translated."""
    page = release_of(index, SENTENCE)
    say(page, **{SENTENCE: WORDS})
    return page


def by_asking(page: ReleasePage) -> None:
    ask(page, "fr")


def by_localizes_screen(page: ReleasePage) -> None:
    where = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    prefix = "component-translation_translationrequest"
    data = {"locales": [locale_of("fr").pk], f"{prefix}-priority": "2", f"{prefix}-due_at": ""}
    assert browser_of(an_officer()).post(where, data).status_code == 302


@pytest.mark.parametrize("begin", [by_asking, by_localizes_screen])
def test_translation_starts_with_what_is_known_however_it_begins(
    known: ReleasePage, index: NewsIndexPage, begin: Callable[[ReleasePage], None]
) -> None:
    page = release_of(index, SENTENCE, "The ferry waits for the night bus.")
    begin(page)
    assert filled(page) == {SENTENCE: WORDS}
    french = ReleasePage.objects.get(translation_key=page.translation_key, locale__language_code="fr")
    draft = french.get_latest_revision_as_object()
    assert WORDS in draft.body_text


def test_record_starts_with_what_is_known(known: ReleasePage) -> None:
    contact = MediaContactFactory(name="Halima Okoth", role=SENTENCE)
    translate_object(contact, [locale_of("fr")])
    assert filled(contact) == {SENTENCE: WORDS}


def test_new_segment_of_a_draft_is_filled_in(known: ReleasePage, index: NewsIndexPage) -> None:
    page = release_of(index, "The ferry waits for the night bus.")
    ask(page, "fr")
    assert filled(page) == {}
    page.body = [text_block(f"<p>The ferry waits for the night bus.</p><p>{SENTENCE}</p>")]
    page.save_revision()
    assert filled(page) == {SENTENCE: WORDS}


def test_new_segment_of_what_has_no_task_is_filled_in_with_the_sync(
    known: ReleasePage, django_capture_on_commit_callbacks: Any
) -> None:
    contact = MediaContactFactory(name="Halima Okoth", role="Night desk")
    say(contact)
    contact.role = SENTENCE
    contact.save()
    with django_capture_on_commit_callbacks(execute=True):
        Translation.objects.get(source__object_id=contact.translation_key).source.update_from_db()
    assert filled(contact) == {SENTENCE: WORDS}


def test_what_the_same_release_says_elsewhere_comes_first_even_of_a_draft(
    known: ReleasePage, index: NewsIndexPage
) -> None:
    page = release_of(index, SENTENCE, live=False)
    ask(page, "fr")
    StringTranslation.objects.filter(context__object_id=page.translation_key).update(data="Plus personne à quai.")
    StringTranslation.objects.filter(context__object_id=known.translation_key, data=WORDS).get().save()
    page.summary = SENTENCE
    page.save_revision()
    summary = StringTranslation.objects.get(context__object_id=page.translation_key, context__path="summary")
    assert summary.data == "Plus personne à quai."


def test_what_another_draft_says_is_kept_to_itself(index: NewsIndexPage) -> None:
    say(release_of(index, SENTENCE, live=False), **{SENTENCE: WORDS})
    page = release_of(index, SENTENCE)
    ask(page, "fr")
    assert filled(page) == {}


def test_marks_and_lengths_that_do_not_fit_are_left_open(index: NewsIndexPage) -> None:
    long = release_of(index, "Short")
    say(long, **{"Short": "Long " * 100})
    page = release_of(index, "Other", title="Short")
    ask(page, "fr")
    assert filled(page) == {}


def test_words_from_the_memory_are_nobodys_signature(known: ReleasePage, index: NewsIndexPage) -> None:
    page = release_of(index, SENTENCE, title=SENTENCE)
    (task,) = ask(page, "fr")
    assert not again(task).is_signed_off and again(task).state == "to_do"
    html = browser_of(an_officer()).get(address("translation_task", task)).content.decode()
    assert "2 of them taken from the memory" in html
    assert ReleasePage.objects.get(pk=task.target.pk).draft_title == WORDS


def test_new_segment_opens_a_signed_translation_although_it_is_known(known: ReleasePage, index: NewsIndexPage) -> None:
    page = release_of(index, "The ferry waits for the night bus.")
    (task,) = ask(page, "fr")
    signed(task)
    page.body = [text_block(f"<p>The ferry waits for the night bus.</p><p>{SENTENCE}</p>")]
    page.save_revision()
    assert filled(page)[SENTENCE] == WORDS
    assert again(task).is_reopened


def test_editor_says_where_the_words_are_from(known: ReleasePage, index: NewsIndexPage, admin_client: Client) -> None:
    page = release_of(index, SENTENCE)
    (task,) = ask(page, "fr")
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[task.target.pk])).content.decode()
    assert "From the translation memory on " in html


def test_queries_do_not_grow_with_segments(
    index: NewsIndexPage, count_queries: Callable[[Callable[[], Any]], int]
) -> None:
    sentences = [f"Stop number {number} stands in the shade at noon." for number in range(30)]
    first = release_of(index, *sentences)
    few, many = release_of(index, *sentences[:3]), release_of(index, *sentences)
    for page in (few, many):
        translate_object(page, [locale_of("fr")])
    say(first, **{sentence: f"FR {sentence}" for sentence in sentences})

    def count(page: ReleasePage) -> int:
        translation = Translation.objects.get(source__object_id=page.translation_key)
        return count_queries(lambda: fill_in(translation))

    assert count(few) == count(many)
    assert len(filled(many)) == 30
