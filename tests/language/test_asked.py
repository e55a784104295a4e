"""Numbers in words, days and months, keys of another keyboard: what people type into a search, in every language."""

import datetime

import pytest

from newsroom.language.calendar.periods import periods_in, written_forms
from newsroom.language.numerals.number_words import numbers_in_signs, numbers_of_words
from newsroom.language.script.keyboards import as_on_other_keyboards
from newsroom.language.script.letters import folded


def in_words(text: str, code: str) -> list[str]:
    """The numbers in words of a text."""
    words = folded(text.replace("-", " ")).split()
    return [number.digits for number in numbers_of_words(words, code)]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "forty-four", ["44"]),
        ("en", "one hundred and forty and four hundred", ["140", "400"]),
        ("en", "two hundred and five thousand and six", ["205006"]),
        ("en", "four five", ["4", "5"]),
        ("en", "1.2 million", ["1200000"]),
        ("en", "one of thousand", []),
        ("en", "44", []),
        ("fr", "quatre-vingt-dix-sept mille", ["97000"]),
        ("fr", "soixante et onze", ["71"]),
        ("fr", "quatre-vingts", ["80"]),
        ("fr", "12 500", ["12500"]),
        ("fr", "mars 2024 500", []),
        ("fr", "une ville", []),
        ("es", "treinta y un mil quinientos cuarenta y cuatro", ["31544"]),
        ("es", "tres mil millones", ["3000000000"]),
        ("es", "veintidós", ["22"]),
        ("ar", "أربعة وأربعون", ["44"]),
        ("ar", "أربع وأربعين", ["44"]),
        ("ar", "اثنا عشر", ["12"]),
        ("ar", "ثلاثة آلاف ومئتان وخمسة عشر", ["3215"]),
        ("ar", "ألفان", ["2000"]),
        ("ar", "أحد عشر ألفًا", ["11000"]),
        ("ru", "сорок четыре", ["44"]),
        ("ru", "сорока четырёх тысяч", ["44000"]),
        ("ru", "двумястами", ["200"]),
        ("nl", "vierenveertig", []),
    ],
)
def test_numbers_in_words(code: str, text: str, expected: list[str]) -> None:
    assert in_words(text, code) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("二十六个城市", ["26"]),
        ("四千四百人", ["4400"]),
        ("四个", ["4"]),
        ("十个", ["10"]),
        ("4.4万人", ["44000"]),
        ("三萬一千", ["31000"]),
        ("十分百姓一个第二个", []),
        ("44", []),
    ],
)
def test_numbers_in_signs(text: str, expected: list[str]) -> None:
    assert [number.digits for number in numbers_in_signs(text, "zh-hans")] == expected
    assert not list(numbers_in_signs(text, "fr"))


DAY, MONTH = "2026-11-19 2026-11-19", "2026-11-01 2026-11-30"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(
            (text, [DAY])
            for text in ("19 November 2026", "the 19th of November 2026", "November 19, 2026", "2026-11-19")
        ),
        *(
            (text, [DAY])
            for text in ("jeudi 19 novembre 2026", "19 de noviembre de 2026", "19 ноября 2026", "19.11.2026")
        ),
        *((text, [DAY]) for text in ("١٩ نوفمبر ٢٠٢٦", "19 تشرين الثاني/نوفمبر 2026", "2026年11月19日", "2026/11/19")),
        *(
            (text, [MONTH])
            for text in ("November 2026", "novembre 2026", "noviembre de 2026", "в ноябре 2026", "2026-11")
        ),
        *((text, [MONTH]) for text in ("نوفمبر 2026", "تشرين الثاني 2026", "2026年11月", "11/2026", "11.2026")),
        *(
            (text, [DAY])
            for text in ("19 нояб. 2026", "19 ноября 2026 г.", "19 ноября 2026 года", "二〇二六年十一月十九日")
        ),
        *(
            (text, [MONTH])
            for text in ("ноября 2026 г.", "нояб. 2026", "2026年十一月", "二〇二六年十一月", "二零二六年11月")
        ),
        *(
            (text, ["2026-09-01 2026-09-30"])
            for text in ("setiembre de 2026", "сент. 2026", "ايلول 2026", "二〇二六年九月")
        ),
        *((text, ["2026-08-01 2026-08-31"]) for text in ("اب 2026", "آب ٢٠٢٦", "اغسطس 2026")),
        *((text, []) for text in ("сенат 2026", "2026年十三月", "2026 году")),
        *((text, []) for text in ("2026", "PR/2026/014", "31 February 2026", "2026-13", "19 November")),
        ("May 2025 to 2 June 2026", ["2025-05-01 2025-05-31", "2026-06-02 2026-06-02"]),
    ],
)
def test_days_and_months(text: str, expected: list[str]) -> None:
    assert [f"{each.since} {each.until}" for each in periods_in(text)] == expected


def test_day_that_may_be_another_says_so() -> None:
    (period,) = periods_in("5/6/2026")
    assert period.since == datetime.date(2026, 6, 5) and period.others[0][0] == datetime.date(2026, 5, 6)
    assert not periods_in("19/11/2026")[0].others


def test_day_is_written_as_each_language_writes_it() -> None:
    (period,) = periods_in("2026-11-19")
    for code, form in (
        ("en", "november 19 2026"),
        ("fr", "19 novembre 2026"),
        ("es", "19 de noviembre de 2026"),
        ("ar", "19 تشرين الثاني 2026"),
        ("ru", "19 ноября 2026"),
        ("zh-hans", "2026年11月19日"),
    ):
        assert form in written_forms(period, code)


@pytest.mark.parametrize(
    ("code", "typed", "meant"),
    [
        ("ru", "ntym", "тень"),
        ("ru", "Vj;yj", "Можно"),
        ("en", "ырфву", "shade"),
        ("ar", "hgl]dkm", "المدينة"),
        ("en", "ساشيث", "shade"),
        ("en", "ىهلاف", "night"),
        ("en", "لاعس", "bus"),
    ],
)
def test_keys_of_another_keyboard(code: str, typed: str, meant: str) -> None:
    assert meant in as_on_other_keyboards(typed, code)


@pytest.mark.parametrize("typed", ["CO2", "2C", "27C", "F1", "COP31", "/g", "cd", "2026 x", "Б2"])
def test_what_is_no_word_on_another_keyboard_was_not_typed_there(typed: str) -> None:
    for code in ("en", "fr", "ar", "ru", "zh-hans"):
        assert as_on_other_keyboards(typed, code) == []


def test_a_number_beside_words_stays_on_another_keyboard() -> None:
    assert "тень 2026" in as_on_other_keyboards("ntym 2026", "ru")


def test_word_for_the_year_belongs_to_the_date() -> None:
    for text in ("16 ноября 2026 г.", "ноября 2026 г.", "ноябрь 2026 года", "16.11.2026 г"):
        (period,) = periods_in(text)
        assert (period.start, period.end) == (0, len(text)), text
    (period,) = periods_in("ноябрь 2026 города")
    assert period.end == len("ноябрь 2026")


def test_letters_of_two_scripts_are_of_no_other_keyboard() -> None:
    assert as_on_other_keyboards("тень shade", "ru") == []
    assert as_on_other_keyboards("2026", "ru") == []
