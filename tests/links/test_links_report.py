"""What the CMS says of links: the report of what broke, the links of one page, and mending in one step."""

from typing import Any

import pytest
from desk import a_translator, an_officer
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from people import browser_of
from wagtail.models import Page

from news.factories import ReleasePageFactory, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory
from newsroom.links.choices import LinkReason, LinkState
from newsroom.links.models import CheckedLink, LinkUse
from newsroom.links.service import note_links_of

REPORT = reverse("links_report")


def release_linking(index: NewsIndexPage, address: str, **facts: Any) -> ReleasePage:
    """A release with a link, noted."""
    body = [text_block(f'<p>See <a href="{address}">the study</a>.</p>')]
    page: ReleasePage = ReleasePageFactory(parent=index, body=body, **facts)
    note_links_of(Page.objects.filter(pk=page.pk).select_related("latest_revision"))
    return page


def broken(address: str) -> None:
    """Let an address be known as broken."""
    CheckedLink.objects.filter(address=address).update(state=LinkState.BROKEN, reason=LinkReason.NOT_FOUND)


def moved(address: str, target: str) -> None:
    """Let an address be known as moved."""
    CheckedLink.objects.filter(address=address).update(state=LinkState.MOVED, target=target)


def test_report_says_what_broke_where(index: NewsIndexPage) -> None:
    page = release_linking(index, "https://gone.example/<b>", title="Night buses")
    release_linking(index, "https://well.example/")
    broken("https://gone.example/<b>")
    html = browser_of(an_officer()).get(REPORT).content.decode()
    assert "https://gone.example/&lt;b&gt;" in html and "404" in html and "the study" in html
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in html and "well.example" not in html
    assert REPORT in browser_of(an_officer()).get("/admin/").content.decode()


def test_report_names_no_page_of_which_somebody_may_not_know(index: NewsIndexPage) -> None:
    release_linking(index, "https://gone.example/", title="A secret until tomorrow", live=False)
    broken("https://gone.example/")
    assert "gone.example" in browser_of(an_officer()).get(REPORT).content.decode()
    html = browser_of(a_translator("fr")).get(REPORT).content.decode()
    assert "gone.example" not in html and "A secret" not in html


def test_one_step_writes_the_new_address_into_the_draft(index: NewsIndexPage) -> None:
    page = release_linking(index, "https://old.example/")
    moved("https://old.example/", "https://new.example/")
    browser = browser_of(an_officer())
    use = LinkUse.objects.get(page=page)
    address = reverse("mend_link", args=[use.pk])
    assert address in browser.get(REPORT).content.decode()
    answer = browser.post(address, {"next": REPORT}, follow=True)
    assert "The new address stands in the draft" in answer.content.decode()
    draft: Any = ReleasePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert "https://new.example/" in str(draft.body.raw_data)
    assert address not in browser.get(REPORT).content.decode()
    assert browser.get(address).status_code == 405
    elsewhere = browser.post(reverse("mend_link", args=[LinkUse.objects.first().pk]), {"next": "https://evil.example/"})
    assert elsewhere.url == REPORT  # type: ignore[attr-defined]


def test_page_of_links_lets_the_worker_check_them(index: NewsIndexPage) -> None:
    page = release_linking(index, "https://well.example/")
    browser = browser_of(an_officer())
    assert "https://well.example/" in browser.get(reverse("links_of_page", args=[page.pk])).content.decode()
    address = reverse("check_links", args=[page.pk])
    assert browser.get(address).json()["waiting"] == 0 and not DBTaskResult.objects.exists()
    assert browser.post(address, headers={"accept": "application/json"}).json()["waiting"] == 1
    assert DBTaskResult.objects.get().args_kwargs["args"] == [str(page.translation_key)]
    CheckedLink.objects.update(asked_at=None, state=LinkState.BROKEN)
    assert browser.get(address).json() == {"waiting": 0, "words": "1 link is broken."}
    assert browser.post(address).status_code == 302
    editor = browser.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert f'data-check-links="{address}"' in editor


@pytest.mark.parametrize("name", ["links_of_page", "check_links"])
def test_nobody_asks_about_links_of_what_they_may_not_change(index: NewsIndexPage, name: str) -> None:
    page = release_linking(index, "https://well.example/", live=False)
    assert browser_of(a_translator("fr")).get(reverse(name, args=[page.pk])).status_code in (302, 403)
    assert browser_of(UserFactory()).get(reverse(name, args=[page.pk])).status_code in (302, 403)


def test_report_asks_no_more_for_more(index: NewsIndexPage) -> None:
    browser = browser_of(an_officer())
    counts = []
    for number in (3, 30):
        for each in range(number):
            release_linking(index, f"https://m{number}x{each}.example/")
        CheckedLink.objects.update(state=LinkState.MOVED, target="https://new.example/")
        browser.get(REPORT)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(REPORT).content.decode().count("desk-link-head") == min(number + 3 * (number == 30), 40)
        counts.append(len(queries))
    assert counts[0] == counts[1]
