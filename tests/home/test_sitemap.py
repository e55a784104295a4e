"""The sitemap: an index of files of at most 1,000 addresses, each in few queries."""

from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from machines import sitemap_of

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignIndexPage
from news.factories import ReleasePageFactory, quote_block
from news.models import NewsIndexPage, Quote
from newsroom.base.factories import locale_of, publish
from newsroom.home import sitemaps
from organisations.factories import PersonFactory

pytestmark = [pytest.mark.django_db, pytest.mark.vital]
HOST = "http://testserver"


def test_every_public_address_stands_there_once(
    index: NewsIndexPage, campaigns: CampaignIndexPage, reader: Client
) -> None:
    speaker = PersonFactory(name="Wairimu Tendeka", slug="wairimu-tendeka")
    release = ReleasePageFactory(parent=index, slug="night-buses", body=[quote_block(speaker=speaker)])
    french = release.copy_for_translation(locale_of("fr"))
    publish(french)
    hub = CampaignHubPageFactory(parent=campaigns)
    ReleasePageFactory(parent=index, slug="draft", live=False)
    text = sitemap_of(reader)
    quotes = [quote.get_absolute_url() for quote in Quote.objects.all()]
    assert len(quotes) == 2
    people = [f"/{code}/people/wairimu-tendeka/" for code, _name in settings.LANGUAGES]
    for address in ("/en/", "/en/news/", release.url, french.url, hub.url, "/ar/search/", *quotes, *people):
        assert text.count(f"<loc>{HOST}{address}</loc>") == 1, address
    assert "draft" not in text
    assert f"<lastmod>{release.last_published_at:%Y-%m-%d}</lastmod>" in text
    for address in (line.split("</loc>")[0] for line in text.split("<loc>")[1:]):
        assert reader.get(address.removeprefix(HOST)).status_code == 200, address


def test_files_are_as_small_as_they_should_be(
    index: NewsIndexPage, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemaps, "IN_A_FILE", 12)
    for number in range(14):
        ReleasePageFactory(parent=index, slug=f"release-{number}", body=[quote_block()])
    parts = list(sitemaps.sitemap_parts())
    assert len(parts) == len(set(parts)) > len(sitemaps.finders())
    found = [reader.get(f"/sitemap-{name}-{number}.xml").content.decode().count("<loc>") for name, number in parts]
    assert max(found) <= 12
    text = sitemap_of(reader)
    assert all(text.count(f"/en/news/release-{number}/<") == 1 for number in range(14))


def test_files_that_are_none(newsroom: Any, reader: Client) -> None:
    assert reader.get("/sitemap-nothing-0.xml").status_code == 404
    for number in ("99", "9" * 20):
        assert reader.get(f"/sitemap-quotes-{number}.xml").status_code == 404
        assert reader.get(f"/sitemap-records-{number}.xml").status_code == 404


def test_each_file_takes_few_queries(index: NewsIndexPage, reader: Client) -> None:
    ReleasePageFactory(parent=index, body=[quote_block()])
    for address in ("/sitemap.xml", *(f"/sitemap-{name}-{number}.xml" for name, number in sitemaps.sitemap_parts())):
        reader.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert reader.get(address).status_code == 200
        assert len(captured) <= (5 if address == "/sitemap.xml" else 4), address
