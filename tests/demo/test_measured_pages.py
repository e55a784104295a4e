"""The measuring of pages asks for every kind and leaves nothing behind."""

from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page

from news.models import NewsIndexPage
from newsroom.demo import measured_hubs
from newsroom.demo.measured_hubs import measured_hub
from newsroom.demo.measured_pages import EMPTY

pytestmark = pytest.mark.django_db
KINDS = (
    *("release", "quote", "earlier version", "clean text", "listing", "organisation", "speaker", "front"),
    *("hub of 3 items", "hub of 1,000 items"),
    *("search with six facets", "feed", "sitemap"),
)


def test_every_kind_of_page_is_measured_and_nothing_is_kept(
    index: NewsIndexPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("MANY", "EVENTS", "SPEAKERS"):
        monkeypatch.setattr(measured_hubs, name, 6)
    pages, said = Page.objects.count(), StringIO()
    call_command("measure_pages", runs=1, stdout=said)
    named = [line[: len(EMPTY) + 1].strip() for line in said.getvalue().splitlines()]
    assert EMPTY in named
    for kind in KINDS:
        assert any(name.startswith(kind) for name in named), kind
    assert Page.objects.count() == pages


def test_a_hub_shows_no_more_of_80_items_than_of_50_and_asks_as_often_as_for_3(
    index: NewsIndexPage, reader: Client, count_queries: Callable[[Callable[[], Any]], int]
) -> None:
    queries, rows = [], []
    for word, releases, events, speakers in (("Few", 3, 3, 3), ("Some", 50, 45, 45), ("Many", 80, 60, 60)):
        address = measured_hub(word, releases, events, speakers).url
        queries.append(count_queries(lambda address=address: reader.get(address)))
        rows.append(reader.get(address).content.count(b"<li"))
    assert len(set(queries)) == 1
    assert rows[0] < rows[1] == rows[2]
