"""Words find their other forms, and signs mean something, in six languages: the same on every engine."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

import pytest
from corpora import for_the_file
from django.test import Client

from news.factories import ReleasePageFactory, text_block
from news.models import NewsIndexPage
from newsroom.language.facts import SEARCH_FIELDS
from newsroom.language.script.letters import folded
from search.answering import answer_search
from search.query import fields_by_name
from search.request import SearchRequest

pytestmark = [pytest.mark.vital, pytest.mark.usefixtures("newsroom")]
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


@pytest.fixture(scope="module", autouse=True)
def archive(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A release for each of the texts above."""
    with for_the_file(django_db_blocker):
        for code, texts in TEXTS.items():
            index = NewsIndexPage.objects.get(locale__language_code=code)
            for slug, text in texts.items():
                ReleasePageFactory(parent=index, title=slug, slug=slug, subheadline="", body=[text_block(text)])
        yield


@pytest.fixture
def find() -> Find:
    """Slugs of what words find in a language, among the texts above."""

    def ask(words: str, code: str = "en", **more: Any) -> set[str]:
        response = answer_search(SearchRequest(words=words, language=code, **more))
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


@pytest.mark.parametrize("code", TEXTS)
def test_help_names_the_fields_as_they_are_understood(reader: Client, code: str) -> None:
    html = unescape(reader.get(f"/{code}/search/").content.decode())
    (help_text,) = re.findall(r'<p class="soft measure hint">([^<]*:[^<]*:[^<]*:[^<]*)</p>', html)
    named = {fields_by_name().get(folded(name)) for name in re.findall(r"([^\s,،、：:]+):(?=\S)", help_text)}
    assert named == set(SEARCH_FIELDS)
