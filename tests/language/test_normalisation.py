"""Text in one form; what a hashtag is in any script; the order in which readers look for names."""

from unicodedata import normalize

import pytest

from newsroom.language.hashtags import HASHTAG, hashtag_key, hashtag_word, is_hashtag, language_of_hashtag
from newsroom.language.normalisation import normalise_document, normalise_name, normalise_text
from newsroom.language.script.collation import reading_key, stored_key

DECOMPOSED = [normalize("NFD", word) for word in ("Égalité", "Ёлки и йод", "Ciudad de México", "آلاء")]


@pytest.mark.parametrize("text", DECOMPOSED)
def test_letters_and_their_marks_become_one(text: str) -> None:
    assert normalise_text(text) == normalize("NFC", text) != text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Night\x0bbuses", "Night buses"),
        ("Bus\x0c\x0bde nuit", "Bus de nuit"),
        ("Ночные\x00 авто\x1fбусы", "Ночные автобусы"),
        ("夜班\ufffe巴士\ud800", "夜班巴士"),
        ("Night\x85buses", "Night buses"),
        ("Ночные\u2028автобусы", "Ночные автобусы"),
        ("حافلات\u2029\u2029الليل", "حافلات الليل"),
        ("Tab\tand\nline\r\n", "Tab\tand\nline\r\n"),
    ],
)
def test_what_xml_cannot_carry_goes(text: str, kept: str) -> None:
    assert normalise_text(text) == kept


@pytest.mark.parametrize(
    "sign",
    [
        "\u00ad",
        "\u200b",
        "\u2060",
        "\ufeff",
        "\u200e",
        "\u200f",
        "\u061c",
        "\u202b",
        "\u2067",
        "\U000e0041",
        "\U000e007f",
    ],
)
def test_signs_that_nobody_sees_go_from_names(sign: str) -> None:
    for name in ("Zoé Lefèbvre", "Наима Бельхадри", "نعيمة بلحظري", "林小雨"):
        assert normalise_name(f"{sign}{name[:2]}{sign}{name[2:]}{sign}") == name


def test_running_text_keeps_what_scripts_need() -> None:
    for text in ("می\u200cخواهیم", "क्\u200dष", "قال \u2067(COP31)\u2069", "Haus\u00admeister"):
        assert normalise_text(text) == text
    assert normalise_name("می\u200cخواهیم") == "می\u200cخواهیم"
    assert normalise_document("Haus\u00admeister \u200bund \u2067ك\u2069") == "Hausmeister und \u2067ك\u2069"


@pytest.mark.parametrize(
    "ways",
    [
        (
            "VillesEnÉté",
            "villesenété",
            "VILLESENÉTÉ",
            normalize("NFD", "VillesEnÉté"),
            "#VillesEnÉté\u200f",
            "Villes\u00adEnÉté",
        ),
        ("НочныеАвтобусы", "ночныеавтобусы", "НОЧНЫЕАВТОБУСЫ", "＃НочныеАвтобусы"),
        ("StraßenFürAlle", "STRASSENFÜRALLE", "straßenfüralle"),
        ("ظل_للجميع", "\u2067ظل_للجميع\u2069", "#ظل_للجميع\ufeff"),
        ("夜班巴士", "#夜班巴士", "夜班\u200b巴士"),
        ("ＣＯＰ３１", "cop31"),
        ("ΝύχταΠόλης", "ΝΎΧΤΑΠΌΛΗΣ"),
        ("İstanbul", "istanbul", "ISTANBUL", normalize("NFD", "İstanbul")),
        ("a\u0640b", "ab", "AB", "a\u3164b", "a\uffa0b", "a\u115fb"),
        ("مـــدن", "مدن", "مدن\u0640"),
        ("夜班\u3164巴士", "夜班巴士"),
    ],
)
def test_ways_to_write_a_hashtag_are_one(ways: tuple[str, ...]) -> None:
    assert len({hashtag_key(way) for way in ways}) == 1
    assert all(is_hashtag(hashtag_word(way)) for way in ways)


@pytest.mark.parametrize("word", ["مُدُن_تُصغي", "मुंबई_सुने", "தமிழ்", "กรุงเทพ", "می\u200cشنویم", "城市2027", "_2027x"])
def test_letters_with_marks_of_any_script_make_hashtags(word: str) -> None:
    assert is_hashtag(word)
    assert HASHTAG.findall(f"Join (#{word}), everybody!") == [word]


#: Letters by their kind that nobody sees or that lengthen others.
NOT_SEEN = ["\u3164", "\u115f\u1160", "\uffa0", "\u0640", "\u0640\u0640", "2027\u3164", "\u3164_\u0640", "\u0640\u064e"]


@pytest.mark.parametrize("word", ["", "2027", "__", "🌍", "night buses", "a-b", "x" * 101, *NOT_SEEN])
def test_what_is_no_hashtag(word: str) -> None:
    assert not is_hashtag(word)


def test_hashtags_stand_apart_in_a_text() -> None:
    text = "see#no, https://x.example/#no, #2027, #One,#Two；#三号# и #Четыре! #\U0001f30d"
    assert HASHTAG.findall(text) == ["One", "Two", "三号", "Четыре"]


def test_hashtag_is_set_in_the_direction_of_its_script() -> None:
    words = {"ShadeIsPublic": "en", "ظل_للجميع": "ar", "ТеньДляВсех": "ru", "人人有荫": "zh-hans", "सब": "en"}
    assert {word: language_of_hashtag(word) for word in words} == words


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("en", ["Ana", "Élodie", "Emil", "Łucja", "Zoe"]),
        ("fr", ["Cédric", "Côme", "Élodie", "Étienne", "Zoé"]),
        ("es", ["Nuria", "Nz", "Ñandú", "Óscar"]),
        ("ru", ["Елена", "Ёлкин", "Жанна", "Zoe"]),
        ("ar", ["إبراهيم", "بلحظري", "زينب", "نعيمة", "Zoe"]),
        ("zh-hans", ["阿里", "李四", "王五", "张三", "Zoe"]),
    ],
)
def test_names_stand_where_readers_look_for_them(code: str, names: list[str]) -> None:
    assert sorted(reversed(names), key=lambda name: reading_key(name, code)) == names


def test_kept_keys_of_several_languages_sort_together() -> None:
    names = [("Élodie", "fr"), ("Ñandú", "es"), ("Zoe", "en"), ("Елена", "ru"), ("زينب", "ar"), ("李四", "zh-hans")]
    assert sorted(reversed(names), key=lambda name: stored_key(*name)) == names
    assert sorted(["王五", "李四"], key=lambda name: stored_key(name, "zh-hans")) == ["李四", "王五"]
    assert stored_key("Ñandú", "es") > stored_key("Nz", "es") and stored_key("Ñandú", "en") < stored_key("Nz", "en")
