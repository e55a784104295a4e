"""What a search finds, what it shows of it, and what it does with hostile input."""

import datetime
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from corpora import for_the_file
from django.test import Client
from django.utils import timezone
from leaving_quietly import keep_to_a_few, unpublish

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignIndexPage
from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import publish
from newsroom.home.models import HomePage
from newsroom.publication.models import Life
from organisations.factories import PersonFactory


@pytest.fixture
def find(reader: Client) -> Callable[..., Any]:
    """What a reader finds in a language."""

    def ask(query: str, code: str = "en") -> Any:
        return reader.get(f"/{code}/search/", {"q": query})

    return ask


def titles(answer: Any) -> list[str]:
    """What was found, in its order."""
    assert answer.status_code == 200
    return [hit.shown.title for hit in answer.context["response"].hits]


@pytest.fixture(scope="module", autouse=True)
def archive(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A release about a ferry."""
    with for_the_file(django_db_blocker):
        body = [
            text_block("<p>Nurses and cooks asked for one thing.</p>"),
            quote_block("Nobody counts the lamps.", PersonFactory(name="Tomasz Wieliczko")),
        ]
        index = NewsIndexPage.objects.get(locale__language_code="en")
        ReleasePageFactory(parent=index, title="The last ferry", slug="last-ferry", body=body)
        yield


@pytest.fixture
def ferry(newsroom: HomePage) -> ReleasePage:
    """That release, as it stands in the database."""
    return ReleasePage.objects.get(slug="last-ferry")


@pytest.mark.parametrize(
    "query", ["ferry", "FERRY", "nurses", "boat no longer", "lamps", "wieliczko", "Tomasz ferry lamps"]
)
def test_words_of_headline_text_quote_and_speaker_are_found(
    ferry: ReleasePage, find: Callable[..., Any], query: str
) -> None:
    assert "The last ferry" in titles(find(query))


@pytest.mark.parametrize("query", ["tram", "", "   ", "…", "-ferry", '"ferry last"', "ferry -nurses"])
def test_what_fits_nothing_finds_nothing(ferry: ReleasePage, find: Callable[..., Any], query: str) -> None:
    assert "The last ferry" not in titles(find(query))


def test_all_words_are_found_before_any_of_them(
    ferry: ReleasePage, index: NewsIndexPage, find: Callable[..., Any]
) -> None:
    """One word too many must not hide everything; where all occur, nothing with fewer of them is in the way."""
    ReleasePageFactory(parent=index, title="A tram and a ferry", slug="tram-and-ferry")
    assert titles(find("ferry tram")) == ["A tram and a ferry"]
    answer = find("ferry zeppelin")
    assert set(titles(answer)) == {"The last ferry", "A tram and a ferry"}
    assert "Nothing holds all of the words; these hold some of them." in answer.content.decode()
    assert "these hold some of them" not in find("ferry tram").content.decode()


def test_only_what_is_public_is_found(ferry: ReleasePage, index: NewsIndexPage, find: Callable[..., Any]) -> None:
    ReleasePageFactory(parent=index, title="A draft about a ferry", live=False)
    ahead = timezone.now() + datetime.timedelta(days=1)
    ReleasePageFactory(parent=index, title="A ferry under embargo", embargoed_until=ahead)
    assert titles(find("ferry")) == ["The last ferry"]
    unpublish(ferry)
    assert titles(find("ferry")) == []


def test_page_that_is_live_but_not_released_is_not_found(ferry: ReleasePage, find: Callable[..., Any]) -> None:
    """The search asks the one public predicate, which knows more than `live`."""
    assert titles(find("ferry")) == ["The last ferry"]
    ahead = timezone.now() + datetime.timedelta(days=1)
    Life.objects.filter(pk=ferry.life_id).update(embargoed_until=ahead)
    assert titles(find("ferry")) == []
    Life.objects.filter(pk=ferry.life_id).update(embargoed_until=None)
    assert titles(find("ferry")) == ["The last ferry"]
    keep_to_a_few(ferry)
    assert titles(find("ferry")) == []


def test_draft_of_a_public_release_is_not_found(ferry: ReleasePage, find: Callable[..., Any]) -> None:
    ferry.title = "A zeppelin nobody has agreed to"
    ferry.save_revision()
    assert titles(find("zeppelin")) == []
    publish(ferry)
    assert titles(find("zeppelin")) == ["A zeppelin nobody has agreed to"]


def test_reader_finds_in_the_language_of_the_address(
    ferry: ReleasePage, releases: Callable[[str], NewsIndexPage], find: Callable[..., Any]
) -> None:
    ReleasePageFactory(parent=releases("fr"), title="Le dernier ferry", original_language="fr")
    assert titles(find("ferry")) == ["The last ferry"]
    assert titles(find("ferry", "fr")) == ["Le dernier ferry"]
    assert titles(find("ferry", "es")) == []


def test_campaign_is_found_by_its_name_and_introduction(campaigns: CampaignIndexPage, find: Callable[..., Any]) -> None:
    CampaignHubPageFactory(parent=campaigns, title="#ShadeIsPublic", introduction="Trees are a service.")
    assert titles(find("ShadeIsPublic")) == ["#ShadeIsPublic"]
    assert titles(find("trees service")) == ["#ShadeIsPublic"]


def test_chinese_words_are_found_inside_sentences(
    releases: Callable[[str], NewsIndexPage], find: Callable[..., Any]
) -> None:
    body = [text_block("<p>二十六个城市将把遮荫作为一项公共服务来统计。</p>")]
    ReleasePageFactory(parent=releases("zh-hans"), title="夜间公交车等候末班渡轮", body=body)
    for query in ("遮荫", "公共服务", "末班渡轮", "遮荫 渡轮"):
        answer = find(query, "zh-hans")
        assert titles(answer) == ["夜间公交车等候末班渡轮"], query
        assert f"<mark>{query.split()[0]}</mark>" in answer.content.decode(), query
    assert titles(find("火车", "zh-hans")) == []
    assert find("遮荫 火车", "zh-hans").context["response"].is_widened


def test_arabic_and_russian_are_found(releases: Callable[[str], NewsIndexPage], find: Callable[..., Any]) -> None:
    for code, title, text, query in (
        ("ar", "الظل للجميع", "ستحصي ست وعشرون مدينة الظل بوصفه خدمة عامة.", "مدينة الظل"),
        ("ru", "Тень для всех", "Двадцать шесть городов будут считать тень.", "ГОРОДОВ тень"),
    ):
        ReleasePageFactory(parent=releases(code), title=title, body=[text_block(f"<p>{text}</p>")])
        answer = find(query, code)
        assert titles(answer) == [title]
        assert f"<mark>{query.split()[-1]}</mark>" in answer.content.decode()


def test_excerpt_surrounds_the_word_and_marks_it(index: NewsIndexPage, find: Callable[..., Any]) -> None:
    text = f"{'Before it. ' * 60}Then comes the lighthouse, and more. {'After it. ' * 60}"
    ReleasePageFactory(parent=index, title="A long text", body=[text_block(f"<p>{text}</p>")])
    excerpt = find("lighthouse").context["response"].hits[0].excerpt
    assert "comes the <mark>lighthouse</mark>, and more" in excerpt
    assert excerpt.startswith("… ") and excerpt.endswith(" …")
    assert len(excerpt) < 300


def test_excerpt_escapes_what_somebody_wrote(index: NewsIndexPage, find: Callable[..., Any]) -> None:
    body = [
        text_block("<p>Write &lt;b&gt;bold&lt;/b&gt; &amp; ferry.</p>"),
        quote_block("<script>alert(1)</script> ferry"),
    ]
    ReleasePageFactory(parent=index, title="<i>Ferry</i>", slug="escaped", body=body)
    for query in ("ferry", "script", "bold", "b"):
        html = find(query).content.decode()
        assert "<script>alert" not in html and "<i>" not in html and "<b>bold" not in html, query
    assert "&lt;i&gt;<mark>Ferry</mark>&lt;/i&gt;" in find("ferry").content.decode()


@pytest.mark.parametrize(
    "query",
    [
        *('"', "'", '"ferry', "ferry'", '"" OR ""', "ferry*", "ferry^2", "NEAR(ferry last)", "title:ferry", "-ferry"),
        *(
            "ferry AND",
            "NOT ferry",
            "OR",
            "(",
            "ferry)",
            "{ferry}",
            "'; DROP TABLE news_releasepage; --",
            "%",
            "_",
            "\\",
        ),
        *(
            "1 UNION SELECT password FROM base_user",
            "\u202eferry",
            "\ud7ff",
            "😀",
            "<mark>",
            "{{ 7*7 }}",
            "{% debug %}",
        ),
        *("x" * 201, "x " * 50_000, "ferry\x00", "%00"),
    ],
)
def test_hostile_queries_are_answered_in_peace(ferry: ReleasePage, find: Callable[..., Any], query: str) -> None:
    answer = find(query)
    assert answer.status_code == (400 if len(query) > 200 or "\x00" in query else 200)
    assert ReleasePage.objects.filter(pk=ferry.pk).exists()
    assert ">49<" not in answer.content.decode() and 'value="49"' not in answer.content.decode()


def test_query_that_is_too_long_is_refused_with_a_reason(ferry: ReleasePage, find: Callable[..., Any]) -> None:
    answer = find("x" * 100_000)
    assert answer.status_code == 400
    html = answer.content.decode()
    assert "Search for at most 200 characters." in html
    assert f'value="{"x" * 200}"' in html
    assert not answer.context["response"].hits


@pytest.mark.parametrize("number", ["0", "-1", "999999", "nonsense", "", "1e9"])
def test_page_of_results_that_does_not_exist_is_answered(ferry: ReleasePage, reader: Client, number: str) -> None:
    assert titles(reader.get("/en/search/", {"q": "ferry", "page": number})) == ["The last ferry"]


def test_query_is_in_the_field_again_and_kept_out_of_search_engines(
    ferry: ReleasePage, find: Callable[..., Any]
) -> None:
    html = find('fer"ry <').content.decode()
    assert 'value="fer&quot;ry &lt;"' in html
    assert '<meta name="robots" content="noindex">' in html
