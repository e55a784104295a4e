"""Codes of languages that name one written language, however tools spell them."""

import pytest

from newsroom.language.codes import same_written_language

SAME = [
    ("zh", "zh-Hans"),
    ("zh-CN", "zh-Hans"),
    ("zh_SG", "zh-Hans"),
    ("ZH-hans-cn", "zh-Hans"),
    ("cmn", "zh-Hans"),
    ("zh-cmn-Hans", "zh-Hans"),
    ("zh-CHS", "zh-Hans"),
    ("zho", "zh-Hans"),
    ("en-GB", "en"),
    ("eng", "en"),
    ("en-US-u-ca-gregory", "en"),
    ("fr-CA", "fr"),
    ("fr_FR.UTF-8", "fr"),
    ("fre", "fr"),
    ("es-419", "es"),
    ("ca-ES-valencia", "ca"),
    ("ar-EG", "ar"),
    ("arb", "ar"),
    ("ru-RU", "ru"),
    ("ru-Cyrl", "ru"),
    ("sr-Cyrl", "sr"),
    ("sr@latin", "sr-Latn"),
    ("sh", "sr-Latn"),
    (" de ", "de"),
]
DIFFERENT = [
    ("zh-TW", "zh-Hans"),
    ("zh-HK", "zh-Hans"),
    ("zh-Hant", "zh-Hans"),
    ("zh-Hant-CN", "zh-Hans"),
    ("zh-CHT", "zh-Hans"),
    ("zh-yue", "zh-Hans"),
    ("yue", "zh-Hans"),
    ("sr-Latn", "sr"),
    ("sr-ME", "sr"),
    ("ru-Latn", "ru"),
    ("ar-Latn", "ar"),
    ("pt", "es"),
    ("fr", "frr"),
    ("und", "en"),
    ("klingon", "en"),
    ("fr-", "fr"),
    ("x-fr", "fr"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_codes_of_one_written_language(one: str, other: str) -> None:
    assert same_written_language(one, other) and same_written_language(other, one)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_codes_of_two(one: str, other: str) -> None:
    assert not same_written_language(one, other) and not same_written_language(other, one)


def test_what_is_no_code_is_no_language_of_ours() -> None:
    assert not same_written_language("", "") and not same_written_language("the French one", "fr")
