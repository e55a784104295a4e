"""Each button that publishes, pressed as a browser does: nothing unsigned goes live and the officer reads why."""

from collections.abc import Callable
from typing import Any

import pytest
from desk import a_translator, again, an_officer, ask, signed, translate
from django.test import Client
from django.urls import reverse
from people import browser_of
from release_form import release_form
from wagtail.models import Page

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.translation.models import TranslationTask

REASON = "French is not signed off"
Press = Callable[[Client, TranslationTask], Any]

pytestmark = pytest.mark.django_db(transaction=True)


def edit_address(task: TranslationTask) -> str:
    """The editor of the translated page."""
    return reverse("wagtailadmin_pages:edit", args=[task.target.pk])


def localizes_editor(browser: Client, task: TranslationTask) -> Any:
    """The button under the segments."""
    return browser.post(edit_address(task), {"action": "publish"}, follow=True)


def wagtails_editor(browser: Client, task: TranslationTask) -> Any:
    """The ordinary editor, to which an officer gets by stopping the translation; its "Publish"."""
    translation = task.translation
    assert translation
    browser.post(reverse("wagtail_localize:stop_translation", args=[translation.pk]))
    pressed = {"title": "Des bus de nuit", "action-publish": "action-publish"}
    typed = release_form(task.target, "<p>Personne ne reste à quai.</p>", **pressed)
    return browser.post(edit_address(task), typed, follow=True)


def bulk_publish(browser: Client, task: TranslationTask) -> Any:
    """Pages chosen in a list."""
    where = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return browser.post(f"{where}?id={task.target.pk}&next=/admin/", {"include_descendants": ""}, follow=True)


def bulk_publish_from_above(browser: Client, task: TranslationTask) -> Any:
    """The list above it, with everything below."""
    where = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    parent = Page.objects.get(pk=task.target.pk).get_parent()
    return browser.post(f"{where}?id={parent.pk}&next=/admin/", {"include_descendants": "on"}, follow=True)


WAYS = [localizes_editor, wagtails_editor, bulk_publish, bulk_publish_from_above]


@pytest.fixture
def task(newsroom: Any) -> TranslationTask:
    """A translation that is complete and not signed."""
    index = NewsIndexPage.objects.get(locale__language_code="en")
    (task,) = ask(ReleasePageFactory(parent=index, title="Night buses meet the ferry"), "fr")
    translate(task)
    assert task.translation
    task.translation.save_target(publish=False)
    return again(task)


@pytest.mark.parametrize("press", WAYS)
def test_button_publishes_nothing_unsigned_and_says_why(task: TranslationTask, press: Press) -> None:
    answer = press(browser_of(an_officer()), task)
    assert answer.status_code == 200
    assert REASON in answer.content.decode()
    target = ReleasePage.objects.get(pk=task.target.pk)
    assert not target.live and not target.first_published_at
    assert Client().get(target.url).status_code == 404


@pytest.mark.parametrize("press", [localizes_editor, bulk_publish, bulk_publish_from_above])
def test_the_same_button_publishes_what_is_signed(task: TranslationTask, press: Press) -> None:
    """Else the test above would pass on a button that does nothing."""
    task = signed(task)
    answer = press(browser_of(an_officer()), task)
    assert answer.status_code == 200 and REASON not in answer.content.decode()
    assert ReleasePage.objects.get(pk=task.target.pk).live


@pytest.mark.parametrize("press", WAYS)
def test_translator_publishes_with_none_of_them(task: TranslationTask, press: Press) -> None:
    signed(task)
    press(browser_of(a_translator("fr")), task)
    assert not ReleasePage.objects.get(pk=task.target.pk).live


@pytest.mark.parametrize("who", [an_officer, lambda: a_translator("fr")])
def test_copy_of_the_original_takes_the_place_of_no_translation(task: TranslationTask, who: Any) -> None:
    """wagtail-localize's "Convert to alias page" would publish it, whoever may edit the page."""
    where = reverse("wagtail_localize:convert_to_alias", args=[task.target.pk])
    answer = browser_of(who()).post(where, follow=True)
    assert "A translation is not replaced by a copy of its original." in answer.content.decode()
    target = ReleasePage.objects.get(pk=task.target.pk)
    assert not target.live and target.alias_of is None
