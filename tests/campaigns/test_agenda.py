"""A pasted agenda becomes sessions; nothing of it is lost."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaigns.events.agenda import KnownNames, lines_of_points, plain_words, sessions_in

KNOWN = KnownNames(
    people={"ravi thennakoon": 7},
    organisations={"joint office": 1, "joint office for urban heat": 2, "river fund": 3, "traders’ union": 4},
)


def values(text: str) -> list[dict[str, Any]]:
    """The sessions of a text."""
    return [block["value"] for block in sessions_in(text, KNOWN)]


def speakers(value: dict[str, Any]) -> list[dict[str, Any]]:
    """Who speaks in a session."""
    return [item["value"] for item in value["speakers"]]


def test_lines_with_hours_name_and_role() -> None:
    first, second = values(
        "15:00-15:05 | Welcome | Ms. Ravi Thennakoon, Director, Chief of Shade, River Fund\n15:05–15:20 | Tour de table"
    )
    assert (first["title"], first["starts"], first["minutes"]) == ("Welcome", "15:00:00", 5)
    assert (
        speakers(first)[0] | {"person": 7, "role": "Director, Chief of Shade", "organisation": 3} == speakers(first)[0]
    )
    assert (second["starts"], second["minutes"], second["speakers"]) == ("15:05:00", 15, [])


def test_a_table_with_durations_bodies_and_minutes_each() -> None:
    text = (
        "Time\tWhat\tWho\n"
        "15 min\tOpening\tRiver Fund Joint Office for Urban Heat\t3 minutes per organisation\n"
        "----\t----\t----\n"
        "30 min\tShade\t3 mayors of interested cities, to be confirmed: Lindmouth, a mayor of the upper basin\n"
        "20 min\tDebate\tModerator: River Fund\tQuestions will be answered."
    )
    opening, shade, debate = values(text)
    assert [each["organisation"] for each in speakers(opening)] == [3, 2]
    assert {each["minutes"] for each in speakers(opening)} == {3}
    assert opening["minutes"] == 15
    assert opening["starts"] is None
    assert speakers(shade)[0]["name"].startswith("3 mayors of interested cities, to be confirmed: Lindmouth")
    assert speakers(shade)[0]["confirmation"] == "pending"
    assert speakers(debate)[0]["is_moderator"]
    assert speakers(debate)[0]["organisation"] == 3
    assert "Questions will be answered." in debate["description"]


@pytest.mark.parametrize("head", ["Room", "Salle", "Sala", "Зал", "القاعة", "会场"])
def test_a_column_of_rooms_is_where_sessions_take_place(head: str) -> None:
    text = (
        f"Time\t{head}\tWhat\tWho\n"
        "09:00\tPlaza Hall\tOpening\tRiver Fund\n"
        "09:30\t\tBreak\t\n"
        f"10:00\tRoom 2\tShade\n11:00\t{'wide hall ' * 11}\tEnd\t"
    )
    opening, pause, shade, end = values(text)
    assert [(each["title"], each["room"]) for each in (opening, pause, shade)] == [
        ("Opening", "Plaza Hall"),
        ("Break", ""),
        ("Shade", "Room 2"),
    ]
    assert speakers(opening)[0]["organisation"] == 3
    assert (end["room"], "wide hall" in end["description"]) == ("", True)


def test_a_table_of_rules_has_a_column_of_rooms_too() -> None:
    first, second = values(
        "| Time | What | Who | Room |\n|---|---|---|---|\n| 09:00 | Opening | | Plaza Hall |\n| 10:00 | End | | |"
    )
    assert [each["room"] for each in (first, second)] == ["Plaza Hall", ""]


def test_markup_and_bullets_of_a_cell_say_what_happens() -> None:
    first, second = values(
        "15:05 -15:15\tRemarks <i>Each names what comes first</i>\tMs. Ann Bell , Officer, River Fund "
        "Ms. Bo Lee, Head\n"
        '15:25 -15:35\tProgress <ul style="x"><li>• Overview• How it is made\tRavi Thennakoon'
    )
    assert (first["title"], first["description"]) == ("Remarks", "<p><i>Each names what comes first</i></p>")
    assert [each["name"] for each in speakers(first)] == ["Ms. Ann Bell", "Ms. Bo Lee"]
    assert second["title"] == "Progress"
    assert second["description"] == "<ul><li>Overview</li><li>How it is made</li></ul>"


def test_pasted_lines_are_points_without_their_signs() -> None:
    assert lines_of_points("- fighting heat,\n• shade for all\n3. trees") == ["fighting heat", "shade for all", "trees"]


WORDS = st.text(st.sampled_from("abcdefgh ÄÖمدن城市,;:."), min_size=1, max_size=30).filter(
    lambda text: plain_words(text)
)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=5))
@settings(max_examples=80, deadline=None, database=None)
def test_no_word_is_lost(rows: list[tuple[str, str, str]]) -> None:
    text = "\n".join(f"{9 + number}:00 | {a} | {b} | {c}" for number, (a, b, c) in enumerate(rows))
    kept = []
    for value in values(text):
        said = [text for each in speakers(value) for text in (each["name"], each["role"])]
        kept.append(plain_words(" ".join([value["title"], value["description"], *said])))
    for (title, who, more), found in zip(rows, kept, strict=True):
        for word in (*plain_words(title).split(), *plain_words(who).split(), *plain_words(more).split()):
            assert all(letters in found for letters in re.split(r"[;,:.]", word))
