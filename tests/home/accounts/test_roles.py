"""Officers write and publish, translators translate, strangers are asked who they are."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from people import at_work
from release_form import release_form
from wagtail.test.utils.form_data import nested_form_data, rich_text

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory
from newsroom.home.models import HomePage
from newsroom.home.roles import OFFICERS, prepare_roles, translators_of
from organisations.factories import BoilerplateFactory, OrganisationFactory


@pytest.fixture
def officer(newsroom: HomePage) -> Client:
    """A communications officer."""
    return at_work(OFFICERS)


@pytest.fixture
def translator(newsroom: HomePage) -> Client:
    """A translator."""
    return at_work(translators_of("en"))


def publish_as(browser: Client, page: ReleasePage) -> None:
    """Press the button that publishes, or what a browser without the button can send all the same."""
    data = release_form(page, **{"action-publish": "action-publish"})
    browser.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    page.refresh_from_db()


def test_officer_publishes(officer: Client, index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index, live=False)
    publish_as(officer, page)
    assert page.live and page.reference.startswith("PR/")


def test_translator_saves_a_draft_and_cannot_publish(translator: Client, index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index, live=False)
    publish_as(translator, page)
    assert not page.live and not page.reference
    assert page.latest_revision
    assert b"action-publish" not in translator.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content


def test_translator_adds_no_release_and_deletes_no_public_one(
    translator: Client, officer: Client, index: NewsIndexPage
) -> None:
    page = ReleasePageFactory(parent=index)
    add = reverse("wagtailadmin_pages:add", args=["news", "releasepage", index.pk])
    assert officer.get(add).status_code == 200
    assert translator.get(add).status_code == 302
    translator.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert ReleasePage.objects.filter(pk=page.pk).exists()


def test_officer_keeps_the_directory_and_a_translator_only_changes_it(officer: Client, translator: Client) -> None:
    record = OrganisationFactory()
    for kind in ("organisation", "person", "boilerplate", "mediacontact"):
        add = reverse(f"wagtailsnippets_organisations_{kind}:add")
        assert officer.get(add).status_code == 200
        assert translator.get(add).status_code == 302
    for browser in (officer, translator):
        assert (
            browser.get(reverse("wagtailsnippets_organisations_organisation:edit", args=[record.pk])).status_code == 200
        )


def test_translator_cannot_publish_a_boilerplate(officer: Client, translator: Client) -> None:
    record = BoilerplateFactory(text="<p>Before.</p>")
    address = reverse("wagtailsnippets_organisations_boilerplate:edit", args=[record.pk])
    for browser, expected in ((translator, "Before."), (officer, "After.")):
        data = {"organisation": record.organisation_id, "variant": "", "text": rich_text("<p>After.</p>")}
        browser.post(address, nested_form_data(data | {"action-publish": "action-publish"}))
        record.refresh_from_db()
        assert expected in record.text


@pytest.mark.parametrize("role", [OFFICERS, translators_of("en")])
def test_both_add_images_and_documents(newsroom: HomePage, role: str) -> None:
    browser = at_work(role)
    for address in ("wagtailimages:index", "wagtailimages:add", "wagtaildocs:index", "wagtaildocs:add"):
        assert browser.get(reverse(address)).status_code == 200, address


@pytest.mark.parametrize("role", [OFFICERS, translators_of("en")])
def test_neither_manages_accounts_or_the_site(newsroom: HomePage, role: str) -> None:
    browser = at_work(role)
    for address in ("wagtailusers_users:index", "wagtailusers_groups:index", "wagtailsites:index"):
        assert browser.get(reverse(address)).status_code == 302, address


@pytest.mark.parametrize("path", ["", "pages/", "images/", "documents/", "snippets/organisations/person/", "account/"])
def test_stranger_is_sent_to_the_log_in(newsroom: HomePage, reader: Client, path: str) -> None:
    answer = reader.get(f"/admin/{path}")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/admin/login/")


def test_account_without_a_role_is_not_let_in(newsroom: HomePage) -> None:
    browser = Client()
    browser.force_login(UserFactory())
    for path in ("", "pages/", "snippets/organisations/person/"):
        answer = browser.get(f"/admin/{path}")
        assert answer.status_code == 302
        assert answer["Location"].startswith("/admin/login/")


def test_preparing_twice_changes_nothing(newsroom: HomePage) -> None:
    def rights() -> list[Any]:
        relations = ("permissions", "page_permissions", "collection_permissions")
        return [
            (group.name, *(sorted(getattr(group, name).values_list("pk", flat=True)) for name in relations))
            for group in Group.objects.order_by("name")
        ]

    before = rights()
    prepare_roles()
    assert rights() == before
