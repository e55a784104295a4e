"""What an officer's pages of the CMS and a publication ask of the database: no more for thirty of everything."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page, ReferenceIndex

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleaseOrganisation, ReleasePage
from newsroom.base.factories import locale_of, publish
from newsroom.base.pages.amendments import Amendment, changing
from newsroom.demo.laden import filled_form
from organisations.factories import OrganisationFactory

MOST = 60


def asked(act: Callable[[], Any]) -> list[str]:
    """The SQL of an act that was done once before, for what a process keeps."""
    act()
    with CaptureQueriesContext(connection) as queries:
        act()
    return [query["sql"] for query in queries]


def fill_list(index: NewsIndexPage, number: int) -> None:
    """As many drafts, and one in three of them public, one in another language too."""
    for each in range(number):
        page = ReleasePageFactory(parent=index, live=each % 3 == 0)
        if each % 3 == 1:
            page.copy_for_translation(locale_of("fr"))


def test_explorer_asks_no_more_for_thirty_releases(browser: Client, laden: Any) -> None:
    index = NewsIndexPage.objects.get(locale__language_code="en")
    address = reverse("wagtailadmin_explore", args=[index.pk])
    fill_list(index, 3)
    few = asked(lambda: browser.get(address))
    fill_list(index, 27)
    many = asked(lambda: browser.get(address))
    assert len(many) == len(few) < MOST


def test_editor_asks_no_more_for_thirty_of_everything(browser: Client, laden: Any) -> None:
    edited = {number: reverse("wagtailadmin_pages:edit", args=[page.pk]) for number, page in laden.items()}
    few, many = (asked(lambda number=number: browser.get(edited[number])) for number in (3, 30))
    assert len(many) == len(few) < MOST


def test_rows_of_the_explorer_keep_their_buttons(browser: Client, laden: Any) -> None:
    """What is offered for a row is the same as in the header of the page."""
    original = laden[3]
    original.copy_for_translation(locale_of("fr"))
    listed = browser.get(reverse("wagtailadmin_explore", args=[original.get_parent().pk])).content.decode()
    translating = reverse("wagtail_localize:submit_page_translation", args=[original.pk])
    assert listed.count(f'href="{translating}"') == 1
    assert reverse("wagtailadmin_pages:delete", args=[laden[30].pk]) in listed
    assert reverse("wagtailadmin_pages:delete", args=[original.pk]) not in listed


def test_saving_in_the_editor_keeps_everything(browser: Client, laden: Any) -> None:
    """What the form of the benchmark sends is what stands there."""
    page = laden[3]
    before = page.get_latest_revision().content
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert browser.post(address, filled_form(browser.get(address).content.decode(), page)).status_code == 302
    after = ReleasePage.objects.get(pk=page.pk).get_latest_revision().content
    for name in (
        "organisation_links",
        "boilerplate_links",
        "contact_links",
        "participant_links",
        "signatory_links",
        "attachments",
    ):
        assert [row["pk"] for row in after[name]] == [row["pk"] for row in before[name]], name
    assert (after["title"], after["image"]) == (before["title"], before["image"])


def change(page: Page) -> None:
    """Publish the newest version of a page as a minor change."""
    with changing(Amendment.MINOR):
        Page.objects.get(pk=page.pk).get_latest_revision_as_object().save_revision().publish()


def test_minor_change_asks_no_more_for_thirty_of_everything(laden: Any) -> None:
    few, many = (asked(lambda number=number: change(laden[number])) for number in (3, 30))
    assert len(many) == len(few) < 150


def test_references_of_a_page_are_read_once_when_it_is_published(laden: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = []
    usual = ReferenceIndex.create_or_update_for_object.__func__

    def update(cls: Any, thing: Any) -> None:
        heard.append(type(thing))
        usual(cls, thing)

    page = laden[30]
    monkeypatch.setattr(ReferenceIndex, "create_or_update_for_object", classmethod(update))
    page.organisation_links.add(ReleaseOrganisation(organisation=OrganisationFactory(), is_lead=False))
    page.save_revision()
    assert ReleasePage not in heard
    change(page)
    assert heard.count(ReleasePage) == 1


def test_references_are_those_of_what_was_written(index: NewsIndexPage) -> None:
    """Of a row that came, of one that went, and nothing of a draft."""
    first, second = OrganisationFactory(), OrganisationFactory()
    page = ReleasePageFactory(parent=index, organisation=first)
    page.organisation_links.set([ReleaseOrganisation(organisation=second)])
    page.save_revision()
    assert (names(first, page), names(second, page)) == (True, False)
    publish(page)
    assert (names(first, page), names(second, page)) == (False, True)
    assert path_of(second) == f"organisation_links.{rows_of(page)[0].pk}.organisation"


def rows_of(page: Page) -> list[ReleaseOrganisation]:
    """The organisations of a page, as they are stored."""
    return list(ReleaseOrganisation.objects.filter(page=page.pk).order_by("pk"))


def names(organisation: Any, page: Page) -> bool:
    """Whether the index of references knows that a page names an organisation."""
    return bool(ReferenceIndex.get_references_to(organisation).filter(object_id=str(page.pk)).exists())


def path_of(organisation: Any) -> str:
    """Where it is named."""
    path: str = ReferenceIndex.get_references_to(organisation).get().content_path
    return path


def test_rows_that_say_what_is_stored_are_not_written(index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index)
    assert not [sql for sql in asked(lambda: change(page)) if 'UPDATE "news_releaseorganisation"' in sql]
    link = page.organisation_links.get()
    link.is_lead = True
    page.organisation_links.add(link, ReleaseOrganisation(organisation=OrganisationFactory(), is_lead=False))
    page.save_revision()
    change(page)
    assert [row.is_lead for row in rows_of(page)] == [True, False]


def test_search_of_the_cms_knows_a_page_that_was_written(index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index)
    page.title = "Ferries wait for nobody"
    publish(page)
    assert page.pk in [found.pk for found in Page.objects.search("ferries")]
