"""What is found for what is typed: the same on every engine (docs/decisions/0017-one-embedded-index.md)."""

import datetime
import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone, translation

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignIndexPage
from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage
from newsroom.language.facts import SEARCH_FIELDS
from newsroom.language.letters import folded
from organisations.factories import OrganisationFactory, PersonFactory
from search.answering import answer
from search.query import fields_by_name
from search.request import SearchRequest

Find = Callable[..., set[str]]

TEXTS = {
    "en": {
        "rivers": "Cities along the rivers are opening cooling centres for 12,500 residents.",
        "body": "UN-Habitat organised the e-mail list of the organisation.",
        "buses": "The night buses wait. Water flows under the old bridge.",
    },
    "fr": {"eau": "L’évaluation de l'eau potable a été publiée à l’Île-aux-Saules.", "ville": "Les villes nouvelles."},
    "es": {"agua": "La evaluación del agua y las ciudades de mañana.", "onu": "ONU-Hábitat y la organización."},
    "ar": {"madina": "أعلنت المدينة عن إعادة تأهيل الأحياء القديمة.", "maa": "يشرب السكان الماءَ العذبَ."},
    "ru": {"gorod": "Двадцать шесть городов ещё посчитают деревья.", "more": "Корабль ушёл в море."},
    "zh-hans": {"yin": "二十六个城市将把遮荫作为一项公共服务来统计。", "chuan": "夜间公交车等候末班渡轮。"},
}


@pytest.fixture
def find(releases: Callable[[str], NewsIndexPage]) -> Find:
    """Slugs of what words find in a language, among the texts above."""
    for code, texts in TEXTS.items():
        for slug, text in texts.items():
            ReleasePageFactory(parent=releases(code), title=slug, slug=slug, subheadline="", body=[text_block(text)])

    def ask(words: str, code: str = "en", **more: Any) -> set[str]:
        response = answer(SearchRequest(words=words, language=code, **more))
        known = {slug for texts in TEXTS.values() for slug in texts}
        return known & {hit.shown.url.rstrip("/").rpartition("/")[2] for hit in response.hits}

    return ask


CASES = [
    *(("en", words, {"rivers"}) for words in ("river", "RIVERS", "resident", "opened", "cooling center", "12500")),
    *(("en", words, {"body"}) for words in ("organization", "organise", "UN-Habitat", "ONU-Hábitat", "habitat")),
    *(("en", words, {"body"}) for words in ("email", "e-mail", '"UN-Habitat organised"', "unhabitat")),
    *(("fr", words, {"eau"}) for words in ("eau", "l'eau", "L’EAU", "evaluation", "évaluations", "ile", "potables")),
    ("fr", "ville", {"ville"}),
    *(("es", words, {"agua"}) for words in ("evaluacion", "evaluación", "evaluaciones", "ciudad", "manana")),
    *(("es", words, {"onu"}) for words in ("UN-Habitat", "onu habitat", "organizaciones")),
    *(
        ("ar", words, {"madina"})
        for words in ("مدينة", "المدينة", "مدينه", "اعاده", "إعادة", "أحياء", "احياء", "والمدينة")
    ),
    *(("ar", words, {"maa"}) for words in ("الماء", "الماءَ", "المـاء", "العذب", "سكان")),
    *(("ru", words, {"gorod"}) for words in ("город", "городами", "ГОРОДУ", "еще", "ещё", "дерево")),
    ("ru", "моря", {"more"}),
    *(("zh-hans", words, {"yin"}) for words in ("遮荫", "公共服务", "公共服務", "城市", "服务 城市", "荫")),
    *(("zh-hans", words, {"chuan"}) for words in ("末班渡轮", "公交车", "渡輪")),
    ("zh-hans", "市城", set()),
]


def test_words_find_their_other_forms(find: Find) -> None:
    wrong = [(code, words, found) for code, words, expected in CASES if (found := find(words, code)) != expected]
    assert not wrong


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ('"night buses"', {"buses"}),
        ('"buses night"', set()),
        ('"the old bridge" water', {"buses"}),
        ("“old bridge”", {"buses"}),
        ("bridge OR cooling", {"buses", "rivers"}),
        ("the -bridge -organisation", {"rivers"}),
        ('water -"night buses"', set()),
        ('wait -"buses night"', {"buses"}),
        ("NOT bridge the", {"rivers", "body"}),
        ("water OR", {"buses"}),
        ("OR water", {"buses"}),
        ("habitat water", {"body", "buses"}),
        ("-", set()),
        ('""', set()),
    ],
)
def test_signs_of_a_query(find: Find, words: str, expected: set[str]) -> None:
    assert find(words) == expected


@pytest.fixture
def archive(index: NewsIndexPage, campaigns: CampaignIndexPage) -> None:
    """Three releases about one ferry that differ in everything else."""
    office, bridge = OrganisationFactory(name="Harbour Office"), OrganisationFactory(name="Bridge Office")
    CampaignHubPageFactory(parent=campaigns, title="Ferries for all", word="FerryNights")
    for number, (kind, organisation, place, name) in enumerate(
        [
            ("speech", office, "Karsund", "Oleg Brandvik"),
            ("statement", office, "Lindmouth", "Naima Belhadri"),
            ("press-release", bridge, "Karsund", ""),
        ]
    ):
        quotes = [quote_block("A ferry is a bridge.", PersonFactory(name=name))] if name else []
        ReleasePageFactory(
            parent=index,
            title=f"Ferry {number}",
            slug=f"ferry-{number}",
            kind=kind,
            dateline_place=place,
            organisation=organisation,
            hashtags=["FerryNights"] if number else [],
            first_issued_at=datetime.datetime(2023 + number, 5, 17, 23, 30, tzinfo=datetime.UTC),
            body=[text_block("<p>The ferry.</p>"), *quotes],
        )


def found(words: str = "ferry", **more: Any) -> list[str]:
    """Titles of what an English reader finds, in their order."""
    return [hit.shown.title for hit in answer(SearchRequest(words=words, language="en", **more)).hits]


def counts(name: str, **more: Any) -> dict[str, int]:
    """The values of a facet with their counts."""
    facets = answer(SearchRequest(words="ferry", language="en", **more)).facets
    return {option.value: option.count for facet in facets if facet.name == name for option in facet.options}


def test_choices_narrow_and_each_facet_is_counted_without_its_own(archive: None) -> None:
    assert set(found()) == {"Ferry 0", "Ferry 1", "Ferry 2", "Ferries for all"}
    assert set(found(kind=("speech", "statement"))) == {"Ferry 0", "Ferry 1"}
    assert set(found(campaign=("ferrynights",))) == {"Ferry 1", "Ferry 2", "Ferries for all"}
    assert set(found(place=("Karsund",))) == {"Ferry 0", "Ferry 2"}
    assert found(place=("Karsund",), kind=("speech",)) == ["Ferry 0"]
    assert set(found(organisation=("harbour-office",))) == {"Ferry 0", "Ferry 1"}
    assert found(place=("Nowhere",)) == []
    assert counts("place", kind=("speech",)) == {"Karsund": 1}
    assert counts("kind", kind=("speech",)) == {
        "speech": 1,
        "statement": 1,
        "press-release": 1,
        "campaign": 1,
        "quote": 2,
    }
    assert counts("kind", place=("Karsund",)) == {"speech": 1, "press-release": 1, "quote": 1}


def test_dates_include_both_ends(archive: None) -> None:
    day = datetime.date(2024, 5, 17)
    assert found(since=day, until=day) == ["Ferry 1"]
    assert found(since=datetime.date(2024, 5, 18), sort="newest") == ["Ferry 2"]
    assert found(until=day, sort="newest") == ["Ferry 1", "Ferry 0"]
    assert found(until=day, sort="oldest") == ["Ferry 0", "Ferry 1"]


def test_quotes_are_found_by_their_speaker(archive: None) -> None:
    quotes = answer(SearchRequest(language="en", kind=("quote",), speaker=("oleg-brandvik",))).hits
    assert [hit.shown.text for hit in quotes] == ["A ferry is a bridge."]
    assert quotes[0].shown.title.startswith("Oleg Brandvik")
    assert len(answer(SearchRequest(words="bridge", language="en", kind=("quote",))).hits) == 2
    assert found("bridge", speaker=("naima-belhadri",)) == ["Ferry 1"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("title:ferry", {"Ferry 0", "Ferry 1", "Ferry 2", "Ferries for all"}),
        ("title:bridge", {"Bridge Office"}),
        ('title:"ferries for"', {"Ferries for all"}),
        ('title:"for ferries"', set()),
        ("bridge -title:office", {"Ferry 0", "Ferry 1", "Ferry 2"}),
        ("ferry NOT title:1", {"Ferry 0", "Ferry 2", "Ferries for all"}),
        ("speaker:belhadri ferry", {"Ferry 1"}),
        ('speaker:"Naima Belhadri"', {"Ferry 1", "Naima Belhadri"}),
        ('speaker:"Belhadri Naima"', set()),
        ("speaker:ferry", set()),
        ("-speaker:oleg title:ferry", {"Ferry 1", "Ferry 2", "Ferries for all"}),
        ("organisation:harbour", {"Ferry 0", "Ferry 1", "Harbour Office"}),
        ("organisation:harbour speaker:oleg", {"Ferry 0"}),
        ("place:karsund", {"Ferry 0", "Ferry 2"}),
        ("place:karsund OR place:lindmouth", {"Ferry 0", "Ferry 1", "Ferry 2"}),
        ("tag:#FerryNights", {"Ferry 1", "Ferry 2", "Ferries for all"}),
        ("campaign:ferrynights place:Karsund", {"Ferry 2"}),
        *((f"{name}:belhadri ferry", {"Ferry 1"}) for name in ("SPEAKER", "orateur", "спикер", "المتحدث", "发言者")),
        *(
            (f"{name}:all", {"Ferries for all"})
            for name in ("titre", "título", "titulo", "заголовок", "العنوان", "标题")
        ),
        ("标题：all", {"Ferries for all"}),
        ("zeppelin:ferry", set()),
        ("title:", set()),
        ("12:30", set()),
    ],
)
def test_words_are_looked_for_in_one_field_alone(archive: None, words: str, expected: set[str]) -> None:
    response = answer(SearchRequest(words=words, language="en"))
    assert (set() if response.is_widened else {hit.shown.title for hit in response.hits}) == expected


def test_field_is_said_in_words_and_its_name_is_no_misspelled_word(archive: None, reader: Client) -> None:
    html = reader.get("/en/search/", {"q": 'speaker:belhadti title:"night bus"'}).content.decode()
    assert "Speaker: <mark>belhadti</mark>, Title: <mark>“night bus”</mark>" in html
    assert answer(SearchRequest(words="speaker:belhadti", language="en")).suggestion == "speaker:belhadri"
    assert "<mark>Ferry</mark> 0" in reader.get("/en/search/", {"q": "title:ferry"}).content.decode()
    assert "The <mark>ferry</mark>" not in reader.get("/en/search/", {"q": "title:ferry"}).content.decode()


@pytest.mark.parametrize("code", TEXTS)
def test_help_names_the_fields_as_they_are_understood(newsroom: Any, reader: Client, code: str) -> None:
    html = unescape(reader.get(f"/{code}/search/").content.decode())
    (help_text,) = re.findall(r'<p class="soft measure hint">([^<]*:[^<]*:[^<]*:[^<]*)</p>', html)
    named = {fields_by_name().get(folded(name)) for name in re.findall(r"([^\s,،、：:]+):(?=\S)", help_text)}
    assert named == set(SEARCH_FIELDS)


def test_chinese_name_is_found_in_its_field(releases: Callable[[str], NewsIndexPage]) -> None:
    quotes = [quote_block("渡轮", PersonFactory(name="林小雨"))]
    ReleasePageFactory(parent=releases("zh-hans"), title="夜间渡轮", dateline_place="清河", body=quotes)
    for words in ("发言人:林小雨", "发言人:小雨 地点:清河", "地点:清", '标题:"夜间"'):
        hits = answer(SearchRequest(words=words, language="zh-hans")).hits
        assert "夜间渡轮" in [hit.shown.title for hit in hits], words
    assert not answer(SearchRequest(words="标题:小雨", language="zh-hans")).hits


def test_people_organisations_and_campaigns_are_found(archive: None) -> None:
    assert "Naima Belhadri" in found("belhadri")
    assert "Harbour Office" in found("harbour")
    assert found("ferries for all", kind=("campaign",)) == ["Ferries for all"]


def test_misspelled_word_is_suggested(archive: None, reader: Client) -> None:
    response = answer(SearchRequest(words="ferrry", language="en"))
    assert response.suggestion == "ferry"
    assert answer(SearchRequest(words="Belhadti ferry", language="en")).suggestion == "belhadri ferry"
    assert answer(SearchRequest(words="xqzzw", language="en")).suggestion == ""
    html = reader.get("/en/search/", {"q": "ferrry"}).content.decode()
    assert 'Did you mean <a href="/en/search/?q=ferry">ferry</a>' in html


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
    response = answer(SearchRequest(words="ferry", language="all", kind=("press-release",)))
    assert response.total == len(response.hits) == 1
    assert {facet.name: facet for facet in response.facets}["kind"].options[0].count == 1
    nothing = answer(SearchRequest(words="ferry", language="es"))
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
            shown = answer(SearchRequest(words="confluent", language="all"))
        places = next(facet for facet in shown.facets if facet.name == "place")
        assert {option.label: option.language for option in places.options} == {"Karsund": written, "كارسوند": "ar"}
