"""The measuring of pages asks for every kind and leaves nothing behind."""

from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import Page

from news.models import NewsIndexPage
from newsroom.demo import measured_hubs
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
