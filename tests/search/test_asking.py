"""What is found for what people ask: numbers, dates, slips of the fingers, initials, a person by role and name.

The same on every engine.
"""

import datetime
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from corpora import for_the_file
from django.test import Client
from django.utils import translation
from wagtail.models import Locale

from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage
from organisations.factories import OrganisationFactory, PersonFactory, RoleFactory
from search.answering import answer_search
from search.request import SearchRequest
from search.response import SearchResponse

pytestmark = [pytest.mark.vital, pytest.mark.usefixtures("newsroom")]
Ask = Callable[..., SearchResponse]

#: By language and slug: what a release says, and the day on which it was released.
TEXTS = {
    "en": {
        "pumps": ("Thirty-seven pumps were mended, and 5,400 metres of pipe.", "2025-03-04"),
        "wells": ("In 37 villages wells were closed. The footbridge stays open.", "2025-03-20"),
        "feast": ("The feast of 4 March 2025 was put off. A foot bridge is built.", "2024-11-02"),
        "quay": ("The foot-bridge at the quay and the G.N.W. of Karsund.", "2024-06-07"),
        "year": ("Lanterns were counted in 2031 at the harbourside, and much was said about it.", "2024-01-05"),
    },
    "fr": {
        "pompes": ("Soixante-dix-sept pompes et 5 400 mètres de conduite.", "2025-03-04"),
        "puits": ("Dans 77 villages, le porte-monnaie reste fermé.", "2025-03-21"),
        "fete": ("La fête du 4 mars 2025 est remise.", "2024-11-02"),
    },
    "es": {
        "bombas": ("Treinta y siete bombas y el medio ambiente.", "2025-03-04"),
        "pozos": ("En 37 aldeas, el medioambiente primero.", "2025-03-22"),
    },
    "ar": {
        "madakhat": ("أصلحت سبع وثلاثون مضخة.", "2025-03-04"),
        "abar": ("أغلقت الآبار في ٣٧ قرية.", "2025-03-23"),
    },
    "ru": {
        "nasosy": ("Починили тридцать семь насосов, а теплоход ждёт.", "2025-03-04"),
        "kolodcy": ("В 37 деревнях закрыли колодцы.", "2025-03-24"),
    },
    "zh-hans": {
        "beng": ("修好了三十七台水泵和5 400米管道，另有共12,600户受益。", "2025-03-04"),
        "jing": ("37个村庄的水井已经关闭。", "2025-03-25"),
    },
}
ROLES = {
    "en": ("Naima Belhadri", "Mayor of Tell Sirra"),
    "fr": ("Naïma Belhadri", "maire de Tell Sirra"),
    "ru": ("Наима Бельхадри", "мэр Тель-Сирры"),
    "zh-hans": ("纳伊玛·贝勒哈德里", "特尔西拉市长"),
}


@pytest.fixture(scope="module", autouse=True)
def archive(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A release for each of the texts above, and somebody quoted in four languages."""
    with for_the_file(django_db_blocker):
        guild = OrganisationFactory(name="Guild of Night Watches", acronym="GNW")
        for code, texts in TEXTS.items():
            index = NewsIndexPage.objects.get(locale__language_code=code)
            for slug, (text, day) in texts.items():
                issued = {"first_issued_at": datetime.datetime.fromisoformat(f"{day}T12:00:00+00:00")}
                named = {"organisation": guild} if slug == "quay" else {}
                ReleasePageFactory(parent=index, title=slug, slug=slug, body=[text_block(text)], **issued, **named)
        for code, (name, role) in ROLES.items():
            speaker = PersonFactory(name=name, slug=f"belhadri-{code}", locale=Locale.objects.get(language_code=code))
            RoleFactory(person=speaker, title=role, locale=speaker.locale)
            index = NewsIndexPage.objects.get(locale__language_code=code)
            # Its headline has both words, which a name and a role have to come before.
            ReleasePageFactory(
                parent=index, title=f"{role}, {name}", slug=f"said-{code}", body=[quote_block("…", speaker, role)]
            )
        yield


@pytest.fixture
def ask() -> Ask:
    """The answer to words in a language, for somebody who reads that."""

    def asked(words: str, code: str = "en", **more: Any) -> SearchResponse:
        with translation.override(code):
            return answer_search(SearchRequest(words=words, language=code, **more))

    return asked


def slugs(response: SearchResponse) -> list[str]:
    """The slugs of what was found, in its order."""
    return [hit.shown.url.rstrip("/").rpartition("/")[2] for hit in response.hits]


NUMBERS = {
    "en": (("37", "thirty-seven", "thirty seven", "٣٧"), {"pumps", "wells"}),
    "fr": (("77", "soixante-dix-sept", "septante-sept", "soixante dix sept"), {"pompes", "puits"}),
    "es": (("37", "treinta y siete"), {"bombas", "pozos"}),
    "ar": (("37", "٣٧", "سبعة وثلاثون", "سبع وثلاثين"), {"madakhat", "abar"}),
    "ru": (("37", "тридцать семь", "тридцати семи"), {"nasosy", "kolodcy"}),
    "zh-hans": (("37", "三十七", "３７"), {"beng", "jing"}),
}


@pytest.mark.parametrize("code", NUMBERS)
def test_numbers_find_numerals_and_words(ask: Ask, code: str) -> None:
    queries, expected = NUMBERS[code]
    for words in queries:
        response = ask(words, code)
        assert set(slugs(response)) == expected and not response.is_widened, words


def test_thousands_are_found_however_they_are_parted(ask: Ask) -> None:
    for code, words, expected in (
        *(
            ("en", words, ["pumps"])
            for words in ("5400", "5,400 metres", "5 400 metres", "5.4 thousand metres", "five thousand four hundred")
        ),
        *(("zh-hans", words, ["beng"]) for words in ("5400", "5 400米", "5,400", "12600户", "12 600")),
        *(("fr", words, ["pompes"]) for words in ("5400", "5 400 mètres", "cinq mille quatre cents mètres")),
    ):
        assert slugs(ask(words, code)) == expected, words


def test_number_in_words_is_marked_where_digits_were_asked_for(ask: Ask) -> None:
    excerpts = {hit.shown.title: hit.excerpt for hit in ask("37").hits}
    assert "<mark>Thirty-seven</mark> pumps" in excerpts["pumps"] and "<mark>37</mark> villages" in excerpts["wells"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("zeppelin 37", []),
        ("zeppelin thirty-seven", []),
        ("zeppelin of the 2031", []),
        ("zeppelin in 4 March 2025", []),
        ("zeppelin pumps 37", ["pumps"]),
        ("37 2031", []),
        ("the zeppelin and the", []),
    ],
)
def test_any_word_that_will_do_is_neither_a_number_nor_a_stop_word(ask: Ask, words: str, expected: list[str]) -> None:
    response = ask(words)
    assert slugs(response) == expected and response.is_widened == bool(expected)
    if not expected:
        assert not response.instead


def test_number_still_does_where_any_word_was_asked_for(ask: Ask) -> None:
    assert slugs(ask("zeppelin 2031", match="any")) == ["year"]


DATES = {
    "en": (
        "4 March 2025",
        "March 4, 2025",
        "the 4th of March 2025",
        "2025-03-04",
        "04/03/2025",
        "Tuesday 4 March 2025",
    ),
    "fr": ("4 mars 2025", "le 4 mars 2025", "mardi 4 mars 2025", "4.3.2025"),
    "es": ("4 de marzo de 2025", "el 4 de marzo de 2025"),
    "ar": ("4 مارس 2025", "٤ آذار ٢٠٢٥"),
    "ru": ("4 марта 2025", "04.03.2025"),
    "zh-hans": ("2025年3月4日",),
}
FIRST = {"en": "pumps", "fr": "pompes", "es": "bombas", "ar": "madakhat", "ru": "nasosy", "zh-hans": "beng"}


@pytest.mark.parametrize("code", DATES)
def test_day_finds_what_was_released_then_first(ask: Ask, code: str) -> None:
    for words in DATES[code]:
        response = ask(words, code)
        assert slugs(response)[:1] == [FIRST[code]], words
        assert response.words_query and len(response.chosen) == 1, words


def test_day_finds_texts_that_name_it_after_what_was_released_then(ask: Ask) -> None:
    assert slugs(ask("4 March 2025")) == ["pumps", "feast"]
    assert slugs(ask("2025-03-04", "fr")) == ["pompes", "fete"]
    assert slugs(ask("feast 4 March 2025")) == ["feast"]


@pytest.mark.parametrize(
    ("code", "words", "expected"),
    [
        ("en", "March 2025", {"pumps", "wells", "feast"}),
        ("en", "2025-03", {"pumps", "wells", "feast"}),
        ("en", "what was released in March 2025", {"pumps", "wells", "feast"}),
        ("es", "publicado en marzo de 2025", {"bombas", "pozos"}),
        ("ru", "опубликовано в марте 2025", {"nasosy", "kolodcy"}),
        ("ar", "الصادرة في مارس 2025", {"madakhat", "abar"}),
        ("fr", "mars 2025", {"pompes", "puits", "fete"}),
        ("es", "marzo de 2025", {"bombas", "pozos"}),
        ("ar", "مارس 2025", {"madakhat", "abar"}),
        ("ru", "в марте 2025", {"nasosy", "kolodcy"}),
        ("ru", "март 2025", {"nasosy", "kolodcy"}),
        ("zh-hans", "2025年3月", {"beng", "jing"}),
    ],
)
def test_month_finds_what_was_released_in_it(ask: Ask, code: str, words: str, expected: set[str]) -> None:
    response = ask(words, code)
    assert set(slugs(response)) == expected and response.words_query


def test_date_is_said_can_be_removed_and_searched_as_words(ask: Ask, reader: Client) -> None:
    html = reader.get("/en/search/", {"q": "wells 20 March 2025"}).content.decode()
    assert "Date: 20 March 2025" in html and 'href="/en/search/?q=wells"' in html
    assert "Read as a date" in html and 'href="?q=wells+20+March+2025&amp;literal=1"' in html
    assert "mentions <mark>wells</mark>, <mark>20 March 2025</mark>" in html
    assert "<mark>" not in "".join(hit.title + hit.excerpt for hit in ask("March 2025").hits)
    literal = ask("4 March 2025", is_literal=True)
    assert slugs(literal) == ["feast"] and not literal.words_query and not literal.chosen
    assert "mars 2025" in str(ask("mars 2025", "fr").chosen[0].label)


@pytest.mark.parametrize("words", ['"4 March 2025"', "-2025-03-04 feast", "feast OR 4 March 2025", "31 February 2025"])
def test_what_is_no_date_of_the_query_stays_words(ask: Ask, words: str) -> None:
    assert not ask(words).words_query


def test_misspelt_words_show_what_the_right_ones_find_and_say_so(ask: Ask, reader: Client) -> None:
    for code, words, corrected, slug in (
        ("en", "vilages", "villages", "wells"),
        ("fr", "condiute", "conduite", "pompes"),
        ("ru", "насосво", "насосов", "nasosy"),
    ):
        response = ask(words, code)
        assert response.instead and (response.instead.why, response.instead.words) == ("spelling", corrected)
        assert slugs(response) == [slug] and response.request.words == words
        assert not ask(words, code, is_literal=True).hits
    html = reader.get("/en/search/", {"q": "vilages"}).content.decode()
    assert "Showing results for <b><bdi>villages</bdi></b>" in html
    assert '<a href="?q=vilages&amp;literal=1">search for <bdi>vilages</bdi> instead</a>' in html
    assert 'value="vilages"' in html and "<mark>villages</mark>" in html
    literal = reader.get("/en/search/", {"q": "vilages", "literal": "1"}).content.decode()
    assert 'Did you mean <a href="/en/search/?q=villages">villages</a>' in literal
    assert ask("xqzzw").instead is None and ask("xqzzw").suggestion == ""


def test_words_are_not_corrected_into_worse_ones(ask: Ask) -> None:
    """Where they find something; by a stop word, another ending, another word of a short Arabic root."""
    for code, words in (
        *(("en", words) for words in ("wells", "pump", "abaut", "villagio", "quai")),
        *(("fr", words) for words in ("conduites", "condamné")),
        *(("ar", words) for words in ("قرية", "الآبر", "قربة")),
        *(("ru", words) for words in ("насосам", "чем")),
    ):
        response = ask(words, code)
        assert response.instead is None and response.suggestion == "", words


@pytest.mark.parametrize(
    ("code", "words", "meant", "slug"),
    [
        ("ru", "yfcjcjd", "насосов", "nasosy"),
        ("en", "ащщеикшвпу", "footbridge", "wells"),
        ("ar", "lqom", "مضخة", "madakhat"),
        ("en", "ىهلاف صشفؤاثس", "night watches", "guild-of-night-watches"),
    ],
)
def test_wrong_keyboard_is_recognised(ask: Ask, code: str, words: str, meant: str, slug: str) -> None:
    response = ask(words, code)
    assert response.instead and (response.instead.why, response.instead.words) == ("keyboard", meant)
    assert slug in slugs(response)
    assert ask(words, code, is_literal=True).instead is None


@pytest.mark.parametrize(
    ("code", "queries", "expected"),
    [
        ("en", ("foot bridge", "footbridge", "foot-bridge", "foot bridges"), {"wells", "feast", "quay"}),
        ("en", ("harbour side", "harbourside", "harbour-side"), {"year"}),
        ("es", ("medio ambiente", "medioambiente", "medio-ambiente"), {"bombas", "pozos"}),
        ("fr", ("porte monnaie", "portemonnaie", "porte-monnaie"), {"puits"}),
        ("ru", ("тепло ход", "теплоход", "тепло-ход"), {"nasosy"}),
    ],
)
def test_words_together_and_apart(ask: Ask, code: str, queries: tuple[str, ...], expected: set[str]) -> None:
    for words in queries:
        response = ask(words, code)
        assert set(slugs(response)) == expected and not response.is_widened, words


def test_initials_are_found_with_and_without_points(ask: Ask) -> None:
    for words in ("GNW", "gnw", "G.N.W.", "G. N. W.", "G.N.W", '"G.N.W."'):
        assert set(slugs(ask(words))) == {"quay", "guild-of-night-watches"}, words
    assert not ask("N.W.G.").hits


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "Mayor Belhadri"),
        ("en", "who is the mayor Naima Belhadri"),
        ("fr", "maire Belhadri"),
        ("fr", "la maire Naïma Belhadri"),
        ("ru", "мэр Бельхадри"),
        ("zh-hans", "市长 贝勒哈德里"),
    ],
)
def test_person_asked_for_by_role_and_name_comes_first(ask: Ask, code: str, words: str) -> None:
    found = slugs(ask(words, code))
    assert found[0] == f"belhadri-{code}" and f"said-{code}" in found


def test_name_that_is_a_word_too_does_not_come_first(ask: Ask) -> None:
    """One word alone, or words of which none is a name, ask for nobody."""
    assert slugs(ask("Sirra"))[0] == "said-en"
    assert slugs(ask("Mayor Sirra"))[0] == "said-en"
