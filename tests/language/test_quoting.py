"""Quotation marks that stand around all of a text go, in whatever language's form; those inside it stay."""

import pytest

from newsroom.language.quoting import without_outer_marks


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("“We count every stop.”", "We count every stop."),
        ('"We count every stop."', "We count every stop."),
        ("‘We don’t count.’", "We don’t count."),
        ("‘The cities’ plan holds.’", "The cities’ plan holds."),
        ("« Nous comptons chaque arrêt. »", "Nous comptons chaque arrêt."),
        ("«\u202fNous comptons.\u202f»", "Nous comptons."),
        ("«Contamos cada parada».", "Contamos cada parada."),
        ("«Мы считаем остановки»", "Мы считаем остановки"),
        ("„Мы считаем остановки“", "Мы считаем остановки"),
        ("»Wir zählen jede Haltestelle.«", "Wir zählen jede Haltestelle."),
        ("”Vi räknar hållplatser.”", "Vi räknar hållplatser."),
        ("«نحصي كل موقف»", "نحصي كل موقف"),
        ("“نحصي كل موقف”", "نحصي كل موقف"),
        ("“我们清点每一个车站。”", "我们清点每一个车站。"),
        ("「我們清點每一個車站。」", "我們清點每一個車站。"),
        ("  “We count.”  ", "We count."),
        ("““We count.””", "We count."),
        ("“First.\n“Second.”", "First.\nSecond."),
    ],
)
def test_one_pair_around_all_words_goes(typed: str, kept: str) -> None:
    assert without_outer_marks(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("“He said ‘no’ and left.”", "He said ‘no’ and left."),
        ("“He said “no” and left.”", "He said “no” and left."),
        ("« Il a dit « non ». »", "Il a dit « non »."),
        ("„Sie sagte „nein“ und ging.“", "Sie sagte „nein“ und ging."),
        ("“他说“不”。”", "他说“不”。"),
        ("「他說『不』。」", "他說『不』。"),
        ("«قال «لا» ومضى»", "قال «لا» ومضى"),
    ],
)
def test_pairs_inside_stay(typed: str, kept: str) -> None:
    assert without_outer_marks(typed) == kept
    assert without_outer_marks(kept) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "“Stops” and “streets”",
        '"Stops" and "streets"',
        "‘Stops’ and ‘streets’",
        "«Остановки» и «улицы»",
        "« Arrêts » et « rues »",
        "„Halte“ und „Straßen“",
        "”Hållplatser” och ”gator”",
        "“车站”和“街道”",
        "「車站」與「街道」",
        "«مواقف» و«شوارع»",
        "“No,” she said, “never.”",
        "“One.”\n“Two.”",
        "“We count",
        "We “count”",
        "’Tis so",
        "“”",
        "",
        "No marks at all.",
    ],
)
def test_what_is_no_outer_pair_stays(typed: str) -> None:
    assert without_outer_marks(typed) == typed
