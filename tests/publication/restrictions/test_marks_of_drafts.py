"""What is confidential or restricted says so, in words, wherever those who may know of it find it."""

import re
from typing import Any

import pytest
from desk import an_officer
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from people import browser_of

from campaigns.factories import EventPageFactory
from campaigns.models import EventIndexPage
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from newsroom.base.factories import locale_of
from newsroom.publication.restrictions.service import set_restricted
from newsroom.publication.review.facts import set_confidential

CONFIDENTIAL, RESTRICTED = "Confidential", "Restricted"


@pytest.fixture
def browser(newsroom: object) -> Client:
    """That of whoever wrote the drafts."""
    return browser_of(an_officer())


def drafts_of_browser(index: NewsIndexPage, browser: Client, number: int = 1) -> list[Any]:
    """Drafts of one person: one plain, and as many that are confidential and restricted."""
    user = browser.get("/admin/").wsgi_request.user
    ReleasePageFactory(parent=index, title="Plain draft", live=False, owner=user)
    drafts = [ReleasePageFactory(parent=index, title="Merger", live=False, owner=user) for _each in range(number)]
    for draft in drafts:
        set_confidential(draft.life, True, user)
        set_restricted(draft.life, True, user)
    return drafts


def marks(browser: Client, address: str, title: str) -> list[str]:
    """The marks that stand in the row or line of a page."""
    html = browser.get(address, follow=True).content.decode()
    if address.startswith("/admin/choose"):
        html = html.encode().decode("unicode_escape")
    html = re.sub(r"\s+", " ", html)
    rows = re.findall(r"<li> <div class=.desk-when.>.*?</li>" if address == "/admin/" else r"<tr.*?</tr>", html)
    found = [row for row in rows if title in row]
    assert found, address
    return sorted({words for row in found for words in re.findall(rf">\s*({CONFIDENTIAL}|{RESTRICTED})\s*<", row)})


PLACES = ("/admin/", "/admin/releases/", "/admin/pages/{}/", "/admin/pages/search/?q={title}", "/admin/choose-page/{}/")


@pytest.mark.parametrize("place", PLACES)
def test_every_list_marks_it(index: NewsIndexPage, browser: Client, place: str) -> None:
    drafts_of_browser(index, browser)
    for title, said in (("Merger", [CONFIDENTIAL, RESTRICTED]), ("Plain draft", [])):
        assert marks(browser, place.format(index.pk, title=title.split()[0]), title) == said


def test_list_of_events_marks_it(browser: Client) -> None:
    user = browser.get("/admin/").wsgi_request.user
    event = EventPageFactory(
        parent=EventIndexPage.objects.get(locale=locale_of("en")), title="Merger talks", live=False, owner=user
    )
    set_restricted(event.life, True, user)
    assert marks(browser, reverse("events_admin"), "Merger talks") == [RESTRICTED]


def test_header_of_the_editor_marks_it(index: NewsIndexPage, browser: Client) -> None:
    [draft] = drafts_of_browser(index, browser)
    for page, number in ((draft, 1), (ReleasePageFactory(parent=index, live=False), 0)):
        html = browser.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        for words in (CONFIDENTIAL, RESTRICTED):
            assert len(re.findall(rf"newsroom-mark[^>]*>\s*{words}\s*<", html)) == number


def test_marks_take_no_query_for_each_row(index: NewsIndexPage, browser: Client) -> None:
    counts = []
    for more in (3, 27):
        drafts_of_browser(index, browser, more)
        asked = {}
        for place in PLACES[1:4]:
            address = place.format(index.pk, title="Merger")
            browser.get(address)
            with CaptureQueriesContext(connection) as queries:
                browser.get(address)
            asked[place] = len(
                [
                    each
                    for each in queries
                    if 'AS "is_marked_restricted"' in each["sql"] or 'AS "restricted"' in each["sql"]
                ]
            )
        counts.append(asked)
    assert counts[0] == counts[1]
