"""Lists that officers keep by name, several releases at once, and the lists of events, calls and campaigns."""

from typing import Any

import pytest
from desk import a_translator, an_officer, ask, signed
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from people import browser_of

from campaigns.calls.factories import CallPageFactory
from campaigns.factories import CampaignHubPageFactory, EventPageFactory
from campaigns.models import CallIndexPage, CampaignIndexPage, EventIndexPage
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from newsroom.home.desk.saved_view import SavedView
from newsroom.home.desk.saved_views import MOST_VIEWS

RELEASES, SAVE = reverse("releases_admin"), reverse("save_view")
LISTS = (
    ("events_admin", EventPageFactory, EventIndexPage),
    ("calls_admin", CallPageFactory, CallIndexPage),
    ("campaigns_admin", CampaignHubPageFactory, CampaignIndexPage),
)


def below(model: Any) -> Any:
    """The English list of a kind."""
    return model.objects.get(locale__language_code="en")


def test_list_is_kept_by_a_name_and_shared_or_not(index: NewsIndexPage) -> None:
    halima, ines = an_officer(), an_officer()
    browser, other = browser_of(halima), browser_of(ines)
    answer = browser.post(SAVE, {"state": "draft", "lacking": "ar", "name": "Arabic to do"}, follow=True)
    assert "Arabic to do" in answer.content.decode()
    view = SavedView.objects.get()
    assert view.choices == {"state": "draft", "lacking": "ar"} and view.owner == halima
    assert "Arabic to do" not in other.get(RELEASES).content.decode()
    browser.post(SAVE, {"state": "draft", "name": "Arabic to do", "is_shared": "on"})
    assert SavedView.objects.get().choices == {"state": "draft"}, "one name, one list"
    html = other.get(RELEASES, {"state": "draft"}).content.decode()
    assert "Arabic to do" in html and reverse("delete_view", args=[view.pk]) not in html
    other.post(reverse("delete_view", args=[view.pk]))
    assert SavedView.objects.exists(), "nobody deletes the list of another"
    assert reverse("delete_view", args=[view.pk]) in browser.get(RELEASES, {"state": "draft"}).content.decode()
    browser.post(reverse("delete_view", args=[view.pk]))
    assert not SavedView.objects.exists()


def test_list_is_narrowed_by_a_language_that_waits_for_its_signature(index: NewsIndexPage) -> None:
    waits, done = (ReleasePageFactory(parent=index, live=False, title=title) for title in ("Waits", "Done"))
    ask(waits, "fr")
    signed(ask(done, "fr")[0])
    html = browser_of(an_officer()).get(RELEASES, {"unsigned": "fr"}).content.decode()
    assert "Waits" in html and "Done" not in html
    assert "Waits" not in browser_of(an_officer()).get(RELEASES, {"unsigned": "ar"}).content.decode()


@pytest.mark.parametrize("sent", [{}, {"name": "All"}, {"state": "draft", "name": " "}, {"state": "x", "name": "None"}])
def test_nothing_is_kept_without_a_name_or_a_choice(index: NewsIndexPage, sent: dict[str, str]) -> None:
    browser_of(an_officer()).post(SAVE, sent)
    assert not SavedView.objects.exists()


def test_nobody_keeps_lists_without_end(index: NewsIndexPage) -> None:
    officer = an_officer()
    SavedView.objects.bulk_create(
        SavedView(owner=officer, name=f"{number}", choices={"state": "draft"}) for number in range(MOST_VIEWS)
    )
    browser_of(officer).post(SAVE, {"state": "draft", "name": "One more"})
    assert SavedView.objects.count() == MOST_VIEWS


def test_drafts_alone_are_ticked_and_what_each_lacks_is_said_before(index: NewsIndexPage) -> None:
    ready = ReleasePageFactory(parent=index, live=False, title="Ready")
    lacking = ReleasePageFactory(parent=index, live=False, title="Without a place", dateline_place="")
    public = ReleasePageFactory(parent=index, title="Public")
    browser = browser_of(an_officer())
    html = browser.get(RELEASES).content.decode()
    assert f'name="id" value="{ready.pk}"' in html and f'name="id" value="{public.pk}"' not in html
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    assert address in html
    asked = browser.get(address, {"id": [ready.pk, lacking.pk], "next": RELEASES}).content.decode()
    assert "A press release states the place it is issued from." in asked
    ready.refresh_from_db()
    assert not ready.live
    assert 'name="id"' not in browser_of(a_translator("fr")).get(RELEASES).content.decode()


@pytest.mark.parametrize(("name", "factory", "model"), LISTS)
def test_one_row_for_all_languages(index: NewsIndexPage, name: str, factory: Any, model: Any) -> None:
    page = factory(parent=below(model), title="Shade for everyone", live=True)
    ask(page, "fr")
    browser = browser_of(an_officer())
    html = browser.get(reverse(name)).content.decode()
    assert html.count('class="desk-head"') == 1 and "Shade for everyone" in html and "French" in html
    assert reverse(name) in browser.get("/admin/").content.decode()
    assert 'class="desk-head"' not in browser.get(reverse(name), {"q": "no such words"}).content.decode()


@pytest.mark.parametrize(("name", "factory", "model"), LISTS)
def test_list_names_nothing_that_somebody_may_not_know_of(
    index: NewsIndexPage, name: str, factory: Any, model: Any
) -> None:
    factory(parent=below(model), title="A secret until tomorrow", live=False)
    assert "A secret" in browser_of(an_officer()).get(reverse(name)).content.decode()
    assert "A secret" not in browser_of(a_translator("fr")).get(reverse(name)).content.decode()


@pytest.mark.usefixtures("unsearched")
def test_lists_ask_no_more_for_more(index: NewsIndexPage) -> None:
    browser = browser_of(an_officer())
    counts = []
    for number in (3, 30):
        for _each in range(number):
            EventPageFactory(parent=below(EventIndexPage))
        browser.get(reverse("events_admin"))
        with CaptureQueriesContext(connection) as queries:
            browser.get(reverse("events_admin"))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_search_of_the_cms_says_what_it_counts(index: NewsIndexPage) -> None:
    ReleasePageFactory(parent=index, title="The last ferry")
    officer = browser_of(an_officer())
    for address in ("wagtailadmin_pages:search", "wagtailadmin_pages:search_results"):
        text = " ".join(officer.get(reverse(address), {"q": "ferry"}).content.decode().split())
        assert "1-1 of 1 page" in text and "of 1 None" not in text
