"""What a machine translated is marked as such until a person signs."""

from typing import Any

import pytest
from desk import a_translator, address, again, an_officer, ask, signed, translate
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override
from people import browser_of
from wagtail_localize.models import StringTranslation

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignHubPage, CampaignIndexPage
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import publish
from newsroom.home.models import HomePage
from newsroom.translation.models import TranslationTask


def notice(code: str) -> str:
    """What readers of a language are told of a machine's words."""
    with override(code):
        return gettext("Machine translation, not yet checked by a person.")


@pytest.fixture
def task(index: NewsIndexPage, settings: Any) -> TranslationTask:
    """A translation that a machine filled."""
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"
    }
    page = ReleasePageFactory(parent=index, title="Night buses", slug="night-buses")
    (task,) = ask(page, "fr")
    where = reverse("wagtail_localize:machine_translate", args=[task.translation.pk])
    assert browser_of(a_translator("fr")).post(where).status_code == 302
    assert StringTranslation.objects.filter(translation_type="machine").count() == 4
    return again(task)


def sign(task: TranslationTask, **answers: str) -> int:
    """Press the button."""
    status: int = browser_of(an_officer()).post(address("sign_translation", task), answers).status_code
    return status


def test_machine_begins_the_task_and_is_not_signed_unchecked(task: TranslationTask) -> None:
    assert task.state == "in_progress"
    html = browser_of(a_translator("fr")).get(address("translation_task", task)).content.decode()
    assert "Translated by a machine, not checked by a person." in html
    assert sign(task) == 422
    assert not again(task).is_signed_off


def test_whoever_checked_it_answers_for_it(task: TranslationTask, reader: Client) -> None:
    assert sign(task, has_checked_machine="on") == 302
    assert again(task).is_signed_off and again(task).unchecked_machine == 0
    assert not StringTranslation.objects.filter(translation_type="machine").exists()
    again(task).target.get_latest_revision().publish()
    assert notice("fr") not in reader.get("/fr/news/night-buses/").content.decode()


def test_unchecked_machine_that_is_published_is_marked_until_a_checked_one_is(
    task: TranslationTask, reader: Client, django_capture_on_commit_callbacks: Any
) -> None:
    assert sign(task, reason="The minister speaks in an hour.") == 302
    again(task).target.get_latest_revision().publish()
    assert notice("fr") in reader.get("/fr/news/night-buses/").content.decode()
    assert notice("en") not in reader.get("/en/news/night-buses/").content.decode()
    assert sign(task, has_checked_machine="on") == 302
    assert notice("fr") in reader.get("/fr/news/night-buses/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        browser_of(an_officer()).post(address("publish_translation", task), {"manner": "minor"})
    assert ReleasePage.objects.get(pk=task.target.pk).live
    assert notice("fr") not in reader.get("/fr/news/night-buses/").content.decode()


def test_translation_of_a_person_is_not_marked(index: NewsIndexPage, reader: Client) -> None:
    (task,) = ask(ReleasePageFactory(parent=index, slug="night-buses"), "fr")
    translate(task)
    signed(task).target.get_latest_revision().publish()
    assert notice("fr") not in reader.get("/fr/news/night-buses/").content.decode()


def a_list(newsroom: HomePage) -> NewsIndexPage:
    """The list of releases, whose introduction is translated like any text."""
    index: NewsIndexPage = NewsIndexPage.objects.get(locale__language_code="en")
    NewsIndexPage.objects.get(locale__language_code="fr").delete()
    return index


def a_list_of_campaigns(newsroom: HomePage) -> CampaignIndexPage:
    """The same for campaigns."""
    CampaignIndexPage.objects.get(locale__language_code="fr").delete()
    index: CampaignIndexPage = CampaignIndexPage.objects.get(locale__language_code="en")
    return index


def a_hub(newsroom: HomePage) -> CampaignHubPage:
    """A campaign hub."""
    campaigns = CampaignIndexPage.objects.get(locale__language_code="en")
    hub: CampaignHubPage = CampaignHubPageFactory(parent=campaigns, word="ShadeIsPublic")
    return hub


@pytest.mark.parametrize("make", [a_hub, a_list, a_list_of_campaigns])
def test_pages_of_other_types_say_it_until_a_person_signs(newsroom: HomePage, reader: Client, make: Any) -> None:
    page = make(newsroom)
    (task,) = ask(page, "fr")
    translate(task)
    StringTranslation.objects.update(translation_type="machine")
    assert sign(task, reason="It opens in an hour.") == 302
    target = type(page).objects.get(pk=again(task).target.pk)
    publish(target)
    assert notice("fr") in reader.get(target.url).content.decode()
    assert notice("en") not in reader.get(page.url).content.decode()
    assert sign(task, has_checked_machine="on") == 302
    publish(type(page).objects.get(pk=target.pk))
    assert notice("fr") not in reader.get(target.url).content.decode()
