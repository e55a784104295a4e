"""What each reader finds in a text of any of the languages."""

import datetime

import pytest

from newsroom.language.calendar.clock import times_in
from newsroom.language.calendar.dates import dates_in, wrong_dates_in
from newsroom.language.catalogue import language_row
from newsroom.language.html import text_of_html, words_of_html
from newsroom.language.numerals.digits import western
from newsroom.language.numerals.figures import differences, figures_in
from newsroom.language.numerals.numbers import numbers_in
from newsroom.language.placeholders import leftovers_in
from newsroom.language.script.letters import is_in_other_script, is_more_than_a_name, parts_of_word
from newsroom.language.spellings import other_spellings

MAY = datetime.date(2026, 5, 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("XX cities and XXX more", ["XX", "XXX"]),
        ("Venue TBC, time TBD", ["TBC", "TBD"]),
        ("Lorem ipsum dolor", ["Lorem ipsum"]),
        ("How many???", ["???"]),
        ("By [ ] and [name of mayor] in [date]", ["[ ]", "[name of mayor]", "[date]"]),
        ("Le ___ mai", ["___"]),
        (
            "They ask. [Figure from the housing office to come: how many requests, and from which districts.] XX",
            ["[Figure from the housing office to come: how many requests, and from which districts.]", "XX"],
        ),
        ("[we still have to ask the mayor about this]", ["[we still have to ask the mayor about this]"]),
        ("Il a dit [chiffre à confirmer].", ["[chiffre à confirmer]"]),
        (
            "[уточнить у пресс-службы] [待补] 【数字待定】 [يُستكمل]",
            ["[уточнить у пресс-службы]", "[待补]", "【数字待定】", "[يُستكمل]"],
        ),
        ("As counted [1], [a], [12], […], [...], [the city] and [sic]; 【新闻稿】", []),
        ("Really? [sic] xx-large, XXL, a tbd file, [he said] XXI century", []),
    ],
)
def test_placeholders(text: str, found: list[str]) -> None:
    assert leftovers_in(text) == found


@pytest.mark.parametrize(
    ("code", "right", "wrong"),
    [
        ("en", "on Tuesday, 5 May 2026", "on Wednesday, 5 May 2026"),
        ("en", "Tuesday the 5th of May", "Sunday the 5th of May"),
        ("en", "Tuesday, May 5, 2026", "Monday, May 5, 2026"),
        ("fr", "le mardi 5 mai 2026", "le mercredi 5 mai 2026"),
        ("fr", "vendredi 1er mai", "samedi 1er mai"),
        ("es", "el martes, 5 de mayo de 2026", "el miércoles 5 de mayo de 2026"),
        ("ru", "во вторник, 5 мая 2026 года", "в среду, 5 мая 2026 года"),
        ("ru", "в пятницу 8 мая", "в субботу 8 мая"),
        ("ar", "الثلاثاء ٥ أيار/مايو ٢٠٢٦", "الأربعاء ٥ أيار/مايو ٢٠٢٦"),
        ("ar", "الثلاثاء 5 مايو 2026", "الخميس 5 مايو 2026"),
        ("zh-hans", "2026年5月5日（星期二）", "2026年5月5日（星期三）"),
        ("zh-hans", "5月5日周二", "5月5日周日"),
        ("en", "29 February 2028", "29 February 2026"),
        ("en", "30 April and Tuesday", "31 April"),
    ],
)
def test_a_weekday_beside_its_date(code: str, right: str, wrong: str) -> None:
    assert len(dates_in(right, code)) == 1
    assert not list(wrong_dates_in(right, code, MAY))
    assert len(list(wrong_dates_in(wrong, code, MAY))) == 1


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "40,000 stops, 3.5 degrees, 1.2 million people at 6 p.m. or 18:30"),
        ("fr", "40 000 arrêts, 3,5 degrés, 1,2 million de personnes à 18 h ou 18 h 30"),
        ("es", "40.000 paradas, 3,5 grados, 1,2 millones de personas a las 18:00 o 18:30"),
        ("ru", "40 000 остановок, 3,5 градуса, 1,2 млн человек в 18:00 или 18:30"),
        ("ar", "٤٠٬٠٠٠ موقف و٣٫٥ درجات و١٫٢ مليون شخص ١٨:٠٠ أو ١٨:٣٠"),
        ("zh-hans", "4万个车站、3.5度、120万人，下午6时或18:30"),
    ],
)
def test_numbers_are_the_same_in_every_language(code: str, text: str) -> None:
    readings = {reading for number in numbers_in(text, code) for reading in number.readings if not number.is_in_signs}
    assert readings == {"1200000", "18", "18:30", "3.5", "40000"}


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("26 cities", "26 villes", []),
        ("26 cities", "62 villes", [("numbers", ("26",), ("62",))]),
        ("3 cities", "trois villes", []),
        ("three cities", "3 villes", []),
        ("3 cities", "8 villes", [("numbers", ("3",), ("8",))]),
        ("On 5 May 2026", "Le 5 mai 2026", []),
        ("On 5 May 2026", "Le 6 mai 2026", [("dates", ("05-05",), ("05-06",))]),
        ("On 5 May 2026", "Le 5 mai 2027", [("numbers", ("2026",), ("2027",))]),
        ("See https://a.example/en/x.", "Voir https://www.a.example/fr/x", []),
        ("See https://a.example/x", "Voir https://a.example/y", [("addresses", ("a.example/x",), ("a.example/y",))]),
        ("Write to a@b.example", "Écrivez", [("addresses", ("a@b.example",), ())]),
        ("140 words. Three of the 140", "140 mots. Trois d’entre eux", []),
        ("40,000 stops, 40,000 trees", "40 000 arrêts, 4000 arbres", [("numbers", (), ("4000",))]),
        ("COP31 and 50%", "50 % à la COP31", []),
        ("From 21:00 to midnight", "De 21 heures à minuit", []),
        ("On 3 and 4 December", "Du 3 au 4 décembre", []),
        ("On 3–4 December", "Les 3 et 5 décembre", [("dates", ("12-04",), ("12-05",))]),
    ],
)
def test_what_one_language_lacks(source: str, target: str, expected: list) -> None:
    found = differences(figures_in([source], "en"), figures_in([target], "fr"))
    assert [(each.kind, each.missing, each.surplus) for each in found] == expected


@pytest.mark.parametrize(
    ("source", "code", "target", "is_same"),
    [
        ("40,000 saplings and 31,000 trees", "zh-hans", "四万株树苗，三万一千株树", True),
        ("fourteen cities", "zh-hans", "十四座城市", True),
        ("40,000 saplings", "zh-hans", "五万株树苗", False),
        ("on 8 and 9 July", "zh-hans", "在7月8日和9日", True),
        ("on 3 and 4 December", "ar", "يومي 3 و4 كانون الأول/ديسمبر", True),
        ("from 09:00 to 17:15", "es", "de 9.00 a 17.15", True),
        ("in the night of 14 to 15 November", "ru", "в ночь с 14 на 15 ноября", True),
        ("on 3 and 4 December 2026", "ru", "3 и 4 декабря 2026 года", True),
    ],
)
def test_the_same_in_another_language(source: str, code: str, target: str, is_same: bool) -> None:
    assert (not differences(figures_in([source], "en"), figures_in([target], code))) == is_same


def test_both_days_of_two_have_their_weekdays() -> None:
    assert not list(wrong_dates_in("Thursday 3 and Friday 4 December 2026", "en", MAY))
    assert len(list(wrong_dates_in("Monday 3 and Friday 4 December 2026", "en", MAY))) == 1


@pytest.mark.parametrize(
    ("names", "text", "code", "found"),
    [
        (["Wairimu Tendeka"], "Ms Tendekka’s plan. Wairimu spoke.", "en", [("Tendekka’s", "Tendeka")]),
        (["Wairimu Tendeka"], "Tendeka’s plan. The Tendekas. TENDEKA. Tender words. a tendril", "en", []),
        (["Oleg Brandvik"], "M. Brandwick a parlé", "fr", [("Brandwick", "Brandvik")]),
        (["José Álvarez"], "Jose Alvarez", "es", [("Alvarez", "Álvarez")]),
        (["Олег Брандвик"], "словами Брандвика, Брандвиком", "ru", []),
        (["Олег Брандвик"], "словами Брантвика", "ru", [("Брантвика", "Брандвик")]),
        (["布兰德"], "布兰特", "zh-hans", []),
        (["Li An"], "Le An", "en", []),
    ],
)
def test_one_name_spelt_two_ways(names: list[str], text: str, code: str, found: list[tuple[str, str]]) -> None:
    assert other_spellings(names, text, code) == found


@pytest.mark.parametrize(
    ("code", "own", "other"),
    [
        ("ar", "افتتحت Lindmouth أول مقعد في الظل", "Lindmouth places the first bench in the shade."),
        ("ru", "Линдмут ставит первую скамью Shade Joint Office", "Lindmouth places the first bench in the shade."),
        ("zh-hans", "Lindmouth Transport Office 放置第一张长椅", "Lindmouth places the first bench in the shade."),
        ("fr", "Lindmouth pose le premier banc à l’ombre", "Линдмут ставит первую скамью в тени"),
        ("en", "See https://confluent.example/карта/остановок/города", "افتتحت ليندماوث أول مقعد في الظل"),
        ("ar", "Joint Office", "Joint Office for Urban Heat"),
        ("ar", "#ShadeIsPublic press@confluent.example www.confluent.example/shade", "It opens today in the city."),
    ],
)
def test_text_in_another_script(code: str, own: str, other: str) -> None:
    assert not is_in_other_script(own, code)
    assert is_in_other_script(other, code)


def test_what_may_be_the_same_in_two_languages() -> None:
    assert not is_more_than_a_name("Joint Office for Heat") and not is_more_than_a_name("副市长")
    assert is_more_than_a_name("It opens today in Lindmouth.") and is_more_than_a_name("今天在城市里开放了第一张长椅。")


@pytest.mark.parametrize(
    ("text", "code", "times"),
    [
        ("At 6:30 p.m., 18:30 and 9 a.m.", "en", ["18:30", "18:30", "9"]),
        ("Group 3: 12 cities, 2 hours, 2 hospitals", "en", ["2"]),
        ("De 9 heures à 17 h 15", "fr", ["9", "17:15"]),
        ("de 9.00 a 17.15, el 3.5 por ciento", "es", ["9", "17:15"]),
        ("в 6 часов вечера", "ru", ["18"]),
        ("下午6时", "zh-hans", ["18"]),
        ("الساعة ٦ مساءً", "ar", ["18"]),
    ],
)
def test_times_of_day(text: str, code: str, times: list[str]) -> None:
    assert [str(time) for time in times_in(western(text), code)] == times


def test_the_words_of_html() -> None:
    html = "<p>Bread &amp; roses<br>for <b>all</b></p><ul><li>One</li><li>Two</li></ul>"
    assert text_of_html(html) == "Bread & roses\nfor all\nOne\nTwo"
    assert words_of_html(html) == "Bread & roses for all One Two"


@pytest.mark.parametrize(("code", "main"), [("zh", "zh-hans"), ("zh-CN", "zh-hans"), ("fr_CA", "fr"), ("sw", "sw")])
def test_a_language_is_known_by_its_other_codes(code: str, main: str) -> None:
    assert language_row(code).code == main


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("LastFerryHome", ["Last", "Ferry", "Home"]),
        ("CitésÀLÉcoute", ["Cités", "ÀL", "Écoute"]),
        ("НочныеАвтобусы2026", ["Ночные", "Автобусы", "2026"]),
        ("مدن_تنصت", ["مدن_", "تنصت"]),
        ("城市在倾听", ["城市在倾听"]),
        ("UNBriefing", ["UN", "Briefing"]),
        ("COP31today", ["COP", "31", "today"]),
        ("shade", ["shade"]),
        ("", [""]),
    ],
)
def test_where_a_joined_word_may_break(word: str, parts: list[str]) -> None:
    assert parts_of_word(word) == parts
