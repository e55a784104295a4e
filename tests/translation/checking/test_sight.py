"""Titles of what is not public stay with those who work on it."""

import pytest
from desk import a_translator, an_officer, ask
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from people import browser_of

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.rights.sight import sees_page, visible_pages
from organisations.factories import OrganisationFactory

SECRET = "Nobody knows of this yet"


@pytest.fixture
def draft(index: NewsIndexPage) -> ReleasePage:
    """A release that is asked for in French, and in no other language."""
    port = OrganisationFactory(name="Port of Lindmouth")
    page: ReleasePage = ReleasePageFactory(parent=index, title=SECRET, slug="secret", live=False, organisation=port)
    page.save_revision()
    ask(page, "fr")
    return page


@pytest.fixture
def spanish(newsroom: object) -> Client:
    """The browser of a translator who was not asked."""
    return browser_of(a_translator("es"))


def addresses(page: ReleasePage) -> list[str]:
    """Where the CMS might name a page."""
    organisation = page.organisation_links.get().organisation
    return [
        reverse("wagtailadmin_choose_page_child", args=[page.get_parent().pk]),
        reverse("wagtailadmin_choose_page_child", args=[page.pk]),
        reverse("wagtailadmin_choose_page_search") + "?q=Nobody",
        reverse("exchange_send", args=["news", "releasepage", page.pk]),
        reverse("exchange_bring_back", args=["wagtailcore", "page", page.pk]),
        reverse("translation_coverage"),
        reverse("translation_queue"),
        reverse("wagtailadmin_reports:page_types_usage"),
        reverse("wagtailadmin_reports:page_types_usage_results"),
        reverse("wagtailadmin_reports:site_history"),
        reverse("wagtailadmin_home"),
        reverse("wagtailadmin_pages:search") + "?q=Nobody",
        reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
        reverse("wagtailsnippets_organisations_organisation:inspect", args=[organisation.pk]),
        reverse("wagtailsnippets_organisations_organisation:usage", args=[organisation.pk]),
        "/admin/api/main/pages/",
        f"/admin/api/main/pages/{page.pk}/",
        f"/admin/api/main/pages/?child_of={page.get_parent().pk}&for_explorer=1",
    ]


def test_title_is_told_to_no_translator_who_was_not_asked(draft: ReleasePage, spanish: Client) -> None:
    for address in addresses(draft):
        assert SECRET not in spanish.get(address, follow=True).content.decode(), address


def test_exchange_of_what_has_no_translation_asks_for_the_right_to_change_it(
    index: NewsIndexPage, spanish: Client
) -> None:
    page = ReleasePageFactory(parent=index, title=SECRET, live=False)
    officer = browser_of(an_officer())
    for name in ("exchange_send", "exchange_bring_back"):
        address = reverse(name, args=["news", "releasepage", page.pk])
        assert SECRET not in spanish.get(address, follow=True).content.decode()
        assert SECRET in officer.get(address).content.decode()


def test_title_is_told_to_officers_and_to_those_who_were_asked(draft: ReleasePage) -> None:
    officer, french = browser_of(an_officer()), browser_of(a_translator("fr"))
    for browser in (officer, french):
        assert SECRET in browser.get(reverse("translation_coverage")).content.decode()
        assert SECRET in browser.get(reverse("wagtailadmin_choose_page_search") + "?q=Nobody").content.decode()
    assert officer.get(reverse("wagtailadmin_reports:page_types_usage")).status_code == 200


def test_inspected_record_counts_what_it_does_not_name(draft: ReleasePage, spanish: Client) -> None:
    organisation = draft.organisation_links.get().organisation
    address = reverse("wagtailsnippets_organisations_organisation:inspect", args=[organisation.pk])
    assert "Used on 1 more page that is not public." in spanish.get(address).content.decode()
    assert SECRET in browser_of(an_officer()).get(address).content.decode()


def test_public_pages_and_ones_own_are_seen(index: NewsIndexPage, draft: ReleasePage) -> None:
    public = ReleasePageFactory(parent=index, title="Known to all", slug="known")
    spanish, french, officer = a_translator("es"), a_translator("fr"), an_officer()
    assert sees_page(spanish, public) and not sees_page(spanish, draft)
    assert sees_page(french, draft)
    target = ReleasePage.objects.get(translation_key=draft.translation_key, locale__language_code="fr")
    assert sees_page(french, target) and not sees_page(spanish, target)
    assert visible_pages(officer).count() > visible_pages(spanish).count()


@pytest.mark.usefixtures("unsearched")
@pytest.mark.parametrize("number", [3, 30])
def test_sight_is_one_query_however_many_pages(index: NewsIndexPage, number: int) -> None:
    ReleasePageFactory.create_batch(number, parent=index, live=False)
    user = a_translator("es")
    list(visible_pages(user))
    with CaptureQueriesContext(connection) as queries:
        list(visible_pages(user))
    assert len(queries) == 1
