"""The first thing that a translator is offered is the next thing to do."""

import json
import re
from html import unescape
from typing import Any

import pytest
from desk import a_translator, an_officer, ask
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from people import browser_of

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from newsroom.translation.models import TranslationTask


@pytest.fixture
def task(index: NewsIndexPage) -> TranslationTask:
    """A release to be translated into French."""
    return ask(ReleasePageFactory(parent=index, title="Night buses meet the ferry", live=False), "fr")[0]


def props(browser: Client, task: TranslationTask) -> dict[str, Any]:
    """What the editor of the translation offers."""
    html = browser.get(f"/admin/pages/{task.target.pk}/edit/").content.decode()
    found = re.search(r'data-props="([^"]*)"', html)
    assert found
    return json.loads(unescape(found[1]))  # type: ignore[no-any-return]


def test_translator_is_offered_neither_deletion_nor_a_copy(task: TranslationTask) -> None:
    offered = props(browser_of(a_translator("fr")), task)
    assert not offered["perms"]["canDelete"] and offered["links"]["convertToAliasUrl"] is None
    assert offered["segments"], "the editor has what it translates"


def test_nobody_is_offered_a_copy_in_place_of_a_translation(task: TranslationTask) -> None:
    offered = props(browser_of(an_officer()), task)
    assert offered["perms"]["canDelete"] and offered["links"]["convertToAliasUrl"] is None


def test_home_page_begins_with_what_is_to_be_translated(task: TranslationTask) -> None:
    html = browser_of(a_translator("fr")).get("/admin/").content.decode()
    assert "Your translations" in html and f"/admin/pages/{task.target.pk}/edit/" in html
    assert "Night buses meet the ferry" not in browser_of(a_translator("es")).get("/admin/").content.decode()
    assert "Your translations" not in browser_of(an_officer()).get("/admin/").content.decode()


@pytest.mark.parametrize("number", [3, 9])
def test_home_page_asks_no_more_for_more_tasks(index: NewsIndexPage, number: int) -> None:
    for page in ReleasePageFactory.create_batch(number, parent=index, live=False):
        ask(page, "fr")
    browser = browser_of(a_translator("fr"))
    browser.get("/admin/")
    with CaptureQueriesContext(connection) as queries:
        browser.get("/admin/")
    assert sum('FROM "translation_translationtask"' in each["sql"] for each in queries) == 1


def test_list_of_releases_names_to_a_translator_what_is_theirs(task: TranslationTask, index: NewsIndexPage) -> None:
    ReleasePageFactory(parent=index, title="Nobody knows of this one yet", live=False)
    listed = browser_of(a_translator("fr")).get(reverse("releases_admin")).content.decode()
    assert "Night buses meet the ferry" in listed and "Nobody knows of this one yet" not in listed
    assert "Nobody knows of this one yet" in browser_of(an_officer()).get(reverse("releases_admin")).content.decode()
