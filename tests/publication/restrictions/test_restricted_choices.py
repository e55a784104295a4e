"""A restricted draft is named in no form by its number, be it sent by somebody or chosen by another before."""

from typing import Any

import pytest
from desk import an_officer
from django.test import Client
from django.urls import reverse
from joining_forms import call_form, event_form
from people import browser_of
from release_form import release_form
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset

from campaigns.factories import EventPageFactory
from campaigns.models import CallIndexPage, CallPage, EventIndexPage, EventPage
from news.factories import ReleasePageFactory, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory, locale_of
from newsroom.base.rights.chosen_pages import choose_within_sight
from newsroom.home.roles import ADMINISTRATORS
from newsroom.publication.restrictions.service import set_restricted

SECRET, NO_CHOICE, WORDS = "Zorblax", "Select a valid choice", "A draft that is restricted"
ADD = "wagtailadmin_pages:add"


@pytest.fixture
def secret_event(index: NewsIndexPage) -> EventPage:
    """An event that officers do not know of."""
    events = EventIndexPage.objects.get(locale=locale_of("en"))
    page: EventPage = EventPageFactory(parent=events, live=False, title=f"{SECRET} summit", slug="zorblax", owner=None)
    set_restricted(page.life, True)
    return page


@pytest.fixture
def secret_release(index: NewsIndexPage) -> ReleasePage:
    """A release that officers do not know of."""
    page: ReleasePage = ReleasePageFactory(parent=index, live=False, title=f"{SECRET} signs", slug="signs", owner=None)
    set_restricted(page.life, True)
    return page


@pytest.fixture
def browser(index: NewsIndexPage) -> Client:
    """An officer's, who knows of neither."""
    return browser_of(an_officer())


def refused(browser: Client, address: str, form: Any) -> Any:
    """What is answered to a form with the number of something withheld: its field refuses it and tells nothing."""
    answer = browser.post(address, form)
    html = answer.content.decode()
    assert answer.status_code == 200 and NO_CHOICE in html and SECRET.lower() not in html.lower()
    return answer


def test_a_new_release_names_no_event(browser: Client, index: NewsIndexPage, secret_event: EventPage) -> None:
    page = ReleasePageFactory(parent=index, live=False)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer = refused(browser, address, release_form(page, issued_at_event=secret_event.pk))
    assert WORDS in answer.content.decode()


def test_a_new_event_names_no_release(browser: Client, secret_release: ReleasePage) -> None:
    parent = EventIndexPage.objects.get(locale=locale_of("en"))
    rows = inline_formset([{"release": secret_release.pk}])
    refused(browser, reverse(ADD, args=["campaigns", "eventpage", parent.pk]), event_form(release_links=rows))
    assert not EventPage.objects.exists()


def test_a_new_call_names_no_event(browser: Client, secret_event: EventPage) -> None:
    parent = CallIndexPage.objects.get(locale=locale_of("en"))
    rows = inline_formset([{"event": secret_event.pk, "month": "2027-01"}])
    refused(browser, reverse(ADD, args=["campaigns", "callpage", parent.pk]), call_form(meetings=rows))
    assert not CallPage.objects.exists()


def test_what_readers_are_sent_to_instead_is_named_by_nobody_outside(
    browser: Client, index: NewsIndexPage, secret_release: ReleasePage
) -> None:
    page = ReleasePageFactory(parent=index)
    form = {"manner": "moved", "replacement": secret_release.pk}
    answer = browser.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]), form)
    assert answer.status_code == 200 and SECRET not in answer.content.decode()


def test_a_redirect_leads_to_nothing_withheld(browser: Client, secret_release: ReleasePage) -> None:
    form = {"old_path": "/old/", "site": "", "is_permanent": "on", "redirect_page": secret_release.pk}
    refused(browser, reverse("wagtailredirects:add"), {**form, "redirect_link": ""})
    assert not Redirect.objects.exists()


def test_a_redirect_that_somebody_else_made_is_in_no_list(browser: Client, secret_release: ReleasePage) -> None:
    Redirect.objects.create(old_path="/old", redirect_page=secret_release)
    Redirect.objects.create(old_path="/other", redirect_page=Page.objects.get(pk=secret_release.get_parent().pk))
    for query in ("", "?export=csv", "?q=old"):
        answer = browser.get(reverse("wagtailredirects:index") + query)
        html = b"".join(answer.streaming_content if answer.streaming else [answer.content]).decode()
        assert SECRET not in html and "/signs" not in html and ("/other" in html or "q=" in query)


def test_a_copy_and_a_new_page_go_below_nothing_withheld(
    browser: Client, index: NewsIndexPage, secret_event: EventPage
) -> None:
    event = EventPageFactory(parent=secret_event.get_parent(), live=False, slug="open")
    form = {"new_title": "Copied", "new_slug": "copied", "new_parent_page": secret_event.pk}
    refused(browser, reverse("wagtailadmin_pages:copy", args=[event.pk]), form)
    address = reverse("wagtailadmin_pages:choose_parent", args=["campaigns", "eventpage"])
    refused(browser, address, {"parent_page": secret_event.pk})
    refused(browser, reverse("wagtailadmin_pages:move", args=[event.pk]), {"new_parent_page": secret_event.pk})


def test_what_somebody_else_chose_is_not_named_and_stays(
    browser: Client, index: NewsIndexPage, secret_event: EventPage
) -> None:
    page = ReleasePageFactory(parent=index, live=False, issued_at_event=secret_event)
    before = page.save_revision()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    html = browser.get(address).content.decode()
    assert SECRET not in html and WORDS in html
    assert SECRET in browser_of(UserFactory(is_superuser=True)).get(address).content.decode()
    browser.post(address, release_form(page, title="Another headline", issued_at_event=secret_event.pk))
    stored = ReleasePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert stored.title == "Another headline" and stored.issued_at_event_id == secret_event.pk
    stored.issued_at_event = None
    after = stored.save_revision()
    versions = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, before.pk, after.pk])
    html = browser.get(versions).content.decode()
    assert SECRET not in html and WORDS in html


def test_an_upgrade_that_chooses_otherwise_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsroom.base.rights.chosen_pages.AdminPageChooser", object)
    with pytest.raises(AttributeError):
        choose_within_sight()


def test_a_text_tells_no_address_to_which_it_links(
    browser: Client, index: NewsIndexPage, secret_release: ReleasePage
) -> None:
    link = f'<p>See <a linktype="page" id="{secret_release.pk}">this</a>.</p>'
    page = ReleasePageFactory(parent=index, live=False, body=[text_block(link)])
    page.save_revision()
    edited = reverse("wagtailadmin_pages:edit", args=[page.pk])
    shown = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
    for who, is_told in ((browser, False), (browser_of(UserFactory(roles=[ADMINISTRATORS])), True)):
        for address in (edited, shown):
            assert ("/news/signs/" in who.get(address).content.decode()) == is_told
