"""What is found for what is typed: the same on every engine (docs/decisions/0017-one-embedded-index.md)."""

import datetime
from collections.abc import Callable
from typing import Any
from unicodedata import normalize

import pytest
from django.http import QueryDict
from django.test import Client
from django.utils import timezone, translation
from django.utils.http import urlencode

from news.factories import ReleasePageFactory, quote_block
from news.models import NewsIndexPage
from organisations.factories import PersonFactory
from search.answering import answer_search
from search.forms import form_of
from search.presentation.completing import complete
from search.request import SearchRequest


def found(words: str = "ferry", **more: Any) -> list[str]:
    """Titles of what an English reader finds, in their order."""
    return [hit.shown.title for hit in answer_search(SearchRequest(words=words, language="en", **more)).hits]


def test_chinese_name_is_found_in_its_field(releases: Callable[[str], NewsIndexPage]) -> None:
    quotes = [quote_block("渡轮", PersonFactory(name="林小雨"))]
    ReleasePageFactory(parent=releases("zh-hans"), title="夜间渡轮", dateline_place="清河", body=quotes)
    for words in ("发言人:林小雨", "发言人:小雨 地点:清河", "地点:清", '标题:"夜间"'):
        hits = answer_search(SearchRequest(words=words, language="zh-hans")).hits
        assert "夜间渡轮" in [hit.shown.title for hit in hits], words
    assert not answer_search(SearchRequest(words="标题:小雨", language="zh-hans")).hits


def test_newer_release_comes_first_where_words_weigh_the_same(index: NewsIndexPage) -> None:
    for title, days in (("Old", 900), ("New", 1), ("Middle", 300)):
        at = timezone.now() - datetime.timedelta(days=days)
        ReleasePageFactory(parent=index, title=f"{title} lighthouse", slug=title.lower(), first_issued_at=at)
    assert found("lighthouse") == ["New lighthouse", "Middle lighthouse", "Old lighthouse"]


def test_all_languages_count_a_release_once(releases: Callable[[str], NewsIndexPage], reader: Client) -> None:
    english = ReleasePageFactory(parent=releases("en"), title="Ferry", slug="one-ferry")
    french = english.copy_for_translation(releases("fr").locale)
    french.title = "Ferry"
    french.save_revision().publish()
    response = answer_search(SearchRequest(words="ferry", language="all", kind=("press-release",)))
    assert response.total == len(response.hits) == 1
    assert {facet.name: facet for facet in response.facets}["kind"].options[0].count == 1
    nothing = answer_search(SearchRequest(words="ferry", language="es"))
    assert {(other.language, other.count) for other in nothing.elsewhere} == {("en", 1), ("fr", 1)}
    html = reader.get("/es/search/", {"q": "ferry"}).content.decode()
    assert 'href="/es/search/?q=ferry&amp;language=fr"' in html


def test_place_of_another_language_is_marked_with_it(releases: Callable[[str], NewsIndexPage], reader: Client) -> None:
    ReleasePageFactory(parent=releases("ar"), title="Confluent", dateline_place="ريبيرا دوبلي", original_language="ar")
    page = reader.get("/en/search/", {"q": "Confluent", "language": "ar"}).content.decode()
    assert '<span lang="ar" dir="rtl">ريبيرا دوبلي</span>' in page


def test_place_of_several_languages_is_written_in_the_readers(releases: Callable[[str], NewsIndexPage]) -> None:
    for code in ("es", "fr", "ru"):
        ReleasePageFactory(parent=releases(code), title="Confluent", dateline_place="Karsund", original_language=code)
    ReleasePageFactory(parent=releases("ar"), title="Confluent", dateline_place="كارسوند", original_language="ar")
    for reader, written in (("fr", "fr"), ("ru", "ru"), ("en", "fr")):
        with translation.override(reader):
            shown = answer_search(SearchRequest(words="confluent", language="all"))
        places = next(facet for facet in shown.facets if facet.name == "place")
        assert {option.label: option.language for option in places.options} == {"Karsund": written, "كارسوند": "ar"}


@pytest.mark.parametrize(
    ("word", "ways"),
    [
        ("VillesEnÉté", ["villesenété", "VILLESENÉTÉ", normalize("NFD", "VillesEnÉté"), "Villes\u00adEnÉté\u200f"]),
        ("НочныеАвтобусы", ["ночныеавтобусы", "НОЧНЫЕАВТОБУСЫ"]),
        ("مُدُن_تنصت", ["\u2067مُدُن_تنصت\u2069"]),
        ("夜班巴士", ["夜班\u200b巴士"]),
        ("StraßenFest", ["STRASSENFEST"]),
    ],
)
def test_hashtag_is_found_however_it_is_written(index: NewsIndexPage, word: str, ways: list[str]) -> None:
    ReleasePageFactory(parent=index, title="The one", slug="the-one", hashtags=[word])
    ReleasePageFactory(parent=index, title="Another", slug="another", hashtags=["Another"])
    for way in (word, *ways):
        for asked in ({"campaign": way}, {"tag": f"#{way}"}, {"q": f"tag:{way}"}, {"q": f"campaign:#{way}"}):
            form = form_of(QueryDict(urlencode(asked)))
            assert form.is_valid(), form.errors
            answer = answer_search(form.request("en"))
            assert [hit.shown.title for hit in answer.hits] == ["The one"], ascii(asked)
        assert f"#{word}" in [each["title"] for each in complete(way, "en")], ascii(way)
