"""Text is cut at a space near the limit, else between two characters as readers see them."""

import pytest

from newsroom.language.script.cutting import cut_text


@pytest.mark.parametrize(
    ("text", "limit", "kept"),
    [
        ("Night buses meet the last ferry", 21, "Night buses meet the…"),
        ("Night buses meet", 16, "Night buses meet"),
        ("Les bus de nuit attendent le dernier bac", 31, "Les bus de nuit attendent le…"),
        ("Ночные автобусы ждут последний паром", 25, "Ночные автобусы ждут…"),
        ("حافلات الليل تنتظر آخر عبارة", 21, "حافلات الليل تنتظر…"),
        ("Sixty cities, more to come", 15, "Sixty cities…"),
    ],
)
def test_words_stay_whole_where_spaces_part_them(text: str, limit: int, kept: str) -> None:
    assert cut_text(text, limit, "…") == kept


@pytest.mark.parametrize("start", ["夜班巴士 ", "Linden 12：", "第 3 届 "])
def test_the_only_space_is_not_where_a_text_without_spaces_ends(start: str) -> None:
    text = start + "等候末班渡轮" * 60
    assert len(cut_text(text, 300)) == 300
    assert cut_text(text, 150, "…") == text[:149] + "…"


def test_one_long_word_is_cut_inside_it() -> None:
    address = "See https://example.org/" + "a" * 200
    assert len(cut_text(address, 100)) == 100


@pytest.mark.parametrize(
    ("character", "limit"),
    [
        ("e\u0323\u0301", 100),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", 23),
        ("\U0001f1ea\U0001f1f8", 21),
        ("\u0928\u093f", 7),
        ("\u0628\u064e\u0651", 100),
        ("\u1100\u1161\u11a8", 7),
    ],
)
def test_no_character_is_cut_in_two(character: str, limit: int) -> None:
    kept = cut_text(character * 80, min(limit, 79))
    assert kept
    assert kept == character * (len(kept) // len(character))
    assert min(limit, 79) - len(kept) < len(character)


def test_marks_far_into_a_text_count_too() -> None:
    text = "\U0001f30d" * 500 + "e\u0323\u0301" * 500
    assert not (len(cut_text(text, 601)) - 500) % 3
