"""A translator has rights on their own languages only, in pages, records and tasks."""

from typing import Any

import pytest
from desk import a_translator, address, again, an_officer, ask, signed, translate
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from people import browser_of
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignIndexPage
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from newsroom.base.factories import UserFactory, locale_of
from newsroom.home.roles import OFFICERS
from newsroom.translation.models import TranslationTask
from newsroom.translation.rights import permitted_locales
from organisations.factories import PersonFactory
from organisations.models import Person


@pytest.fixture
def tasks(index: NewsIndexPage) -> dict[str, TranslationTask]:
    """A release to be translated into French and Arabic, and its people too."""
    page = ReleasePageFactory(parent=index)
    return {task.code: task for task in ask(page, "fr", "ar")}


@pytest.fixture
def arabic(tasks: dict[str, TranslationTask]) -> Client:
    """A translator of Arabic."""
    return browser_of(a_translator("ar"))


def edit(page: Any) -> str:
    """The editor of a page."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def edit_person(person: Person) -> str:
    """The editor of a person."""
    return reverse("wagtailsnippets_organisations_person:edit", args=[person.pk])


def addresses_of(translation: Translation) -> list[tuple[str, str]]:
    """Every address of wagtail-localize at which a translation is read or written, with its method."""
    segment = translation.source.stringsegment_set.first()
    return [
        ("put", reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])),
        ("delete", reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])),
        ("get", reverse("wagtail_localize:download_pofile", args=[translation.pk])),
        ("post", reverse("wagtail_localize:upload_pofile", args=[translation.pk])),
        ("post", reverse("wagtail_localize:machine_translate", args=[translation.pk])),
        ("post", reverse("wagtail_localize:stop_translation", args=[translation.pk])),
    ]


def send(browser: Client, method: str, where: str) -> int:
    """The status of an answer."""
    form = {"content_type": "application/x-www-form-urlencoded"}
    answer = browser.get(where) if method == "get" else getattr(browser, method)(where, "value=Bonjour", **form)
    status: int = answer.status_code
    return status


def test_own_pages_open_and_others_do_not(arabic: Client, tasks: dict[str, TranslationTask]) -> None:
    assert arabic.get(edit(tasks["ar"].target)).status_code == 200
    for page in (tasks["fr"].target, tasks["ar"].page):
        answer = arabic.get(edit(page))
        assert (answer.status_code, answer["Location"]) == (302, "/admin/")
        before = Page.objects.get(pk=page.pk).latest_revision_id
        arabic.post(edit(page), {"title": "Mine now", "action": "publish"})
        assert Page.objects.get(pk=page.pk).latest_revision_id == before


def test_list_of_pages_shows_the_own_tree_alone(arabic: Client, tasks: dict[str, TranslationTask]) -> None:
    english, own = tasks["ar"].page.get_parent(), tasks["ar"].target.get_parent()
    assert arabic.get(reverse("wagtailadmin_explore", args=[own.pk])).status_code == 200
    assert arabic.get(reverse("wagtailadmin_explore", args=[english.pk])).status_code == 302


def test_every_address_of_a_foreign_page_is_closed(arabic: Client, tasks: dict[str, TranslationTask]) -> None:
    for method, where in addresses_of(tasks["fr"].translation):
        assert send(arabic, method, where) == 403, where
    assert not StringTranslation.objects.exists()
    assert Translation.objects.filter(enabled=True).count() == 2


def test_every_address_of_a_foreign_record_is_closed(arabic: Client) -> None:
    translate_object(PersonFactory(), [locale_of("fr"), locale_of("ar")])
    french, own = (
        Translation.objects.get(
            target_locale__language_code=code, source__object_id__in=Person.objects.values("translation_key")
        )
        for code in ("fr", "ar")
    )
    for method, where in addresses_of(french):
        assert send(arabic, method, where) == 403, where
    assert send(arabic, *addresses_of(own)[0]) == 201


def test_records_open_in_the_own_language_alone(arabic: Client) -> None:
    person = PersonFactory(name="Wairimu Tendeka")
    own = person.copy_for_translation(locale_of("ar"))
    own.save()
    assert arabic.get(edit_person(own)).status_code == 200
    answer = arabic.get(edit_person(person))
    assert (answer.status_code, answer["Location"]) == (302, "/admin/")
    arabic.post(edit_person(person), {"name": "Mine now", "slug": "mine-now"})
    person.refresh_from_db()
    assert person.name == "Wairimu Tendeka"


@pytest.mark.parametrize("name", ["review_translation", "sign_translation", "publish_translation"])
def test_foreign_tasks_are_closed(arabic: Client, tasks: dict[str, TranslationTask], name: str) -> None:
    french = tasks["fr"]
    translate(french)
    before = again(french).state
    assert arabic.get(address("translation_task", french)).status_code == 302
    assert arabic.post(address(name, french)).status_code == 302
    assert again(french).state == before
    assert arabic.get(address("translation_task", tasks["ar"])).status_code == 200


def test_queue_shows_own_languages_alone(arabic: Client, tasks: dict[str, TranslationTask]) -> None:
    for query in ("", "?language=fr", "?language=ar"):
        html = arabic.get(reverse("translation_queue") + query).content.decode()
        assert address("translation_task", tasks["fr"]) not in html
        assert address("translation_task", tasks["ar"]) in html
    both = browser_of(a_translator("ar", "fr")).get(reverse("translation_queue")).content.decode()
    assert all(address("translation_task", task) in both for task in tasks.values())


def test_translators_neither_publish_nor_submit(arabic: Client, tasks: dict[str, TranslationTask]) -> None:
    own = signed(tasks["ar"])
    arabic.post(edit(own.target), {"action": "publish"})
    arabic.post(address("publish_translation", own))
    assert not Page.objects.get(pk=own.target.pk).live
    submit = reverse("wagtail_localize:submit_page_translation", args=[own.page_id])
    assert arabic.get(submit).status_code == 302


@pytest.mark.parametrize("is_bulk", [False, True])
def test_translators_do_not_delete_what_they_translate(
    arabic: Client, campaigns: CampaignIndexPage, is_bulk: bool
) -> None:
    (task,) = ask(CampaignHubPageFactory(parent=campaigns), "ar")
    single = reverse("wagtailadmin_pages:delete", args=[task.target.pk])
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"]) + f"?id={task.target.pk}"
    arabic.post(bulk if is_bulk else single, {"next": "/admin/"})
    assert Page.objects.filter(pk=task.target.pk).exists()


def test_editor_leads_to_the_task(arabic: Client, tasks: dict[str, TranslationTask]) -> None:
    assert address("translation_task", tasks["ar"]) in arabic.get(edit(tasks["ar"].target)).content.decode()


def test_officers_and_administrators_are_kept_to_no_language(tasks: dict[str, TranslationTask]) -> None:
    both = a_translator("ar")
    both.groups.add(Group.objects.get(name=OFFICERS))
    for user in (an_officer(), UserFactory(is_superuser=True), both):
        assert permitted_locales(user) is None
        browser = browser_of(user)
        for task in tasks.values():
            assert browser.get(edit(task.target)).status_code == 200
            assert browser.get(address("translation_task", task)).status_code == 200
        assert browser.get(edit_person(PersonFactory())).status_code == 200


@pytest.mark.parametrize("name", ["translation_queue", "translation_coverage"])
def test_others_see_no_desk(newsroom: Any, reader: Client, name: str) -> None:
    assert reader.get(reverse(name))["Location"].startswith("/admin/login/")
    browser = browser_of(UserFactory())
    assert browser.get(reverse(name)).status_code == 302


def test_menu_leads_to_the_desk(arabic: Client) -> None:
    assert reverse("translation_queue") in arabic.get("/admin/").content.decode()
