"""What was not meant: readings of a query that would make another one of it; the same on every engine."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import translation

from news.factories import ReleasePageFactory, text_block
from news.models import NewsIndexPage
from search.answering import answer_search
from search.request import SearchRequest
from search.response import SearchResponse

pytestmark = [pytest.mark.vital, pytest.mark.usefixtures("newsroom")]


def ask(words: str, code: str = "en", **more: Any) -> SearchResponse:
    """The answer to words in a language, for somebody who reads that."""
    with translation.override(code):
        return answer_search(SearchRequest(words=words, language=code, **more))


Releases = Callable[[str], NewsIndexPage]


def released(index: NewsIndexPage, *texts: str) -> None:
    """A release for each of some texts."""
    for place, text in enumerate(texts):
        ReleasePageFactory(parent=index, title=f"No title {place}", slug=f"more-{place}", body=[text_block(text)])


@pytest.mark.parametrize("words", ["CO2", "2C", "27C", "F1", "COP31"])
@pytest.mark.parametrize("code", ["en", "fr", "ar", "ru", "zh-hans"])
def test_letters_beside_digits_were_not_meant_for_another_keyboard(releases: Releases, words: str, code: str) -> None:
    released(releases(code), "1 2 27 31")
    response = ask(words, code)
    assert response.instead is None and not response.hits


def test_another_keyboard_comes_before_a_word_that_sounds_alike(releases: Releases) -> None:
    released(releases("ru"), "Сказали «привет» у пристани.", "Ждали капитана.")
    response = ask("ghbdtn", "ru")
    assert response.instead and (response.instead.why, response.instead.words) == ("keyboard", "привет")


def test_word_that_is_written_otherwise_does_not_sound_alike(releases: Releases) -> None:
    released(releases("ru"), "Ждали капитана.")
    released(releases("en"), "It was an embarrassing evening.")
    assert ask("ghbdtn", "ru").instead is None and ask("Μπελχάντρι").instead is None


@pytest.mark.parametrize(
    ("code", "text", "queries"),
    [
        ("es", "El mayor puente de 2025.", ("mayo de 2025", "mayo 2025", "8 mayo 2025", "8 de mayo")),
        ("fr", "Le juillot est là en 2023.", ("juillet 2023", "8 juillet 2023")),
        ("ru", "Открыли апрелье в 2023.", ("апреле 2023", "8 апреля 2023 г.")),
        ("en", "The octobel of 2023.", ("october 2023", "8 October 2023", "8 October")),
    ],
)
def test_date_that_finds_nothing_is_not_corrected(
    releases: Releases, code: str, text: str, queries: tuple[str, ...]
) -> None:
    released(releases(code), text)
    for words in queries:
        response = ask(words, code)
        assert response.instead is None and response.suggestion == "", words


@pytest.mark.parametrize(
    ("code", "texts", "words"),
    [
        ("en", ("Lindmouth one.", "Lindmouth two.", "Lind is here. A mouth is there."), "Lindmouth"),
        ("es", ("Las ciudades.", "Sus ciudades.", "Ciuda y des."), "ciudades"),
        ("ru", ("Новоград один.", "Новоград два.", "Новое: ново и град."), "новоград"),
        ("ar", ("صفت الأنهار.", "طالت الأنهار.", "الأ ثم نهار."), "الأنهار"),
    ],
)
def test_word_is_not_parted_into_rarer_ones(releases: Releases, code: str, texts: tuple[str, ...], words: str) -> None:
    released(releases(code), *texts)
    assert str(ask(words, code).understood).count("<mark>") == 1


@pytest.mark.parametrize("words", ["88个船长", "88名船长", "八十八个船长", "88船长"])
def test_number_in_digits_and_its_counter_find_what_is_counted_otherwise(releases: Releases, words: str) -> None:
    released(releases("zh-hans"), "八十八位船长来了。", "港口有两个船坞。")
    assert [hit.shown.url for hit in ask(words, "zh-hans").hits] == ["/zh-hans/news/more-0/"]
