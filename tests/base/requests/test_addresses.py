"""Addresses that nobody can look up, and pages for those that lead nowhere."""

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from newsroom.base.factories import locale_of, publish
from newsroom.base.languages import direction, html_code
from newsroom.home.models import HomePage

CODES = [code for code, _name in settings.LANGUAGES]


@pytest.mark.parametrize(
    "address",
    [
        *("/%00", "/en/%00/", "/en/news/night%00buses/", "/en/people/%00/", "/en/news/?kind=%00", "/en/search/?q=%00"),
        *("/media/%00", "/documents/1/%00", "/PR/2026/1/?%00", "/admin/%00"),
    ],
)
def test_nul_in_an_address_is_answered_400_in_one_line(newsroom: HomePage, reader: Client, address: str) -> None:
    with translation.override("en"):
        answer = reader.get(address)
    assert answer.status_code == 400
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode() == "This address cannot be read."


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "path",
    [
        "nothing-here/",
        "news/nothing-here/",
        "people/nothing-here/",
        "organisations/nothing-here/",
        "campaigns/nothing-here/",
    ],
)
def test_unknown_path_is_answered_in_the_language_of_its_prefix(
    newsroom: HomePage, reader: Client, code: str, path: str
) -> None:
    answer = reader.get(f"/{code}/{path}")
    assert answer.status_code == 404
    html = answer.content.decode()
    assert f'<html lang="{html_code(code)}" dir="{direction(code)}">' in html
    with translation.override(code):
        assert gettext("There is no page at this address") in html
    assert f'<form role="search" action="/{code}/search/"' in html
    assert 'name="q" maxlength="200" value="nothing here"' in html
    assert '<meta name="robots" content="noindex">' in html


@pytest.mark.parametrize(
    "address", ["/nothing-here/", "/PR/2026/999/", "/XX/1/1/", "/media/images/nothing.png", "/documents/1/nothing.pdf"]
)
def test_unknown_path_without_a_language_is_answered_404(newsroom: HomePage, reader: Client, address: str) -> None:
    answer = reader.get(address, follow=True)
    assert answer.status_code == 404
    assert "There is no page at this address" in answer.content.decode()


def test_release_that_is_missing_in_a_language_is_offered_in_those_it_has(index: NewsIndexPage, reader: Client) -> None:
    page = ReleasePageFactory(parent=index, slug="count-shade", title="Shade is counted")
    publish(page.copy_for_translation(locale_of("zh-hans")))
    page.copy_for_translation(locale_of("ru"))
    answer = reader.get("/ar/news/count-shade/")
    assert answer.status_code == 404
    assert [alternate.code for alternate in answer.context["elsewhere"]] == ["en", "zh-hans"]
    html = answer.content.decode()
    assert '<li><a href="/en/news/count-shade/" lang="en" hreflang="en" dir="ltr">English</a></li>' in html
    assert '<li><a href="/zh-hans/news/count-shade/" lang="zh-Hans" hreflang="zh-Hans" dir="ltr">中文</a></li>' in html
    assert reader.get("/en/news/count-shade/").status_code == 200


def test_latest_releases_are_offered_in_place_of_what_was_not_found(index: NewsIndexPage, reader: Client) -> None:
    pages = [ReleasePageFactory(parent=index) for _count in range(4)]
    answer = reader.get("/en/nothing-here/")
    assert [release.pk for release in answer.context["latest"]] == [page.pk for page in reversed(pages[1:])]
    assert pages[3].title in answer.content.decode()


@pytest.mark.parametrize(
    "part", ["<script>alert(1)</script>", '"onfocus="alert(1)', "{{ 7*7 }}", "x" * 3000, "é", "%ff"]
)
def test_nothing_in_an_unknown_address_comes_back_as_markup(newsroom: HomePage, reader: Client, part: str) -> None:
    answer = reader.get(f"/en/{part}/")
    assert answer.status_code == 404
    html = answer.content.decode()
    assert "<script>alert" not in html and 'onfocus="alert' not in html and 'value="49"' not in html
    assert "x" * 101 not in html.split("<main")[1]


def test_address_without_its_last_slash_leads_to_the_one_with_it(index: NewsIndexPage, reader: Client) -> None:
    page = ReleasePageFactory(parent=index, slug="count-shade")
    answer = reader.get("/en/news/count-shade")
    assert (answer.status_code, answer["Location"]) == (301, page.url)
