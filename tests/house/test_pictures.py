"""The pictures of docs/development.md show what the code does: the states of a release, the chain of a publication."""

import re
from pathlib import Path

from newsroom.publication.chain import ASKED, ASKED_BEFORE_SCHEDULING, FOLLOWS, FOUND, SETTLED
from newsroom.publication.choices import LifeState

TEXT = (Path(__file__).parents[2] / "docs/development.md").read_text("utf-8")


def part(heading: str) -> str:
    """What stands below a heading."""
    return TEXT.split(f"\n### {heading}\n", 1)[1].split("\n### ", 1)[0]


def test_every_state_of_a_release_is_drawn_and_no_other() -> None:
    drawn = set(re.findall(r"^    (\w+) --> ", part("The life of a release"), re.MULTILINE))
    drawn |= set(re.findall(r" --> (\w+)", part("The life of a release")))
    assert drawn == set(LifeState.values)


def test_chain_of_a_publication_is_told_in_order() -> None:
    told = re.findall(r"^\| (\w+) \|.*?`([\w.]+)`", part("The chain of a publication"), re.MULTILINE)
    assert [name for when, name in told if when == "asked"] == [step.function for step in ASKED]
    assert [name for when, name in told if when == "settled"] == [step.function for step in SETTLED]
    assert [name for when, name in told if when == "follows"] == [*(step.function for step in FOLLOWS), FOUND]


def test_what_is_asked_before_an_hour_is_given_is_marked() -> None:
    chain = part("The chain of a publication")
    for step in ASKED_BEFORE_SCHEDULING:
        assert any(
            said in chain for said in (f"`{step.function}` ⏲", f"`{step.function}`, and", f"\n`{step.function}` (")
        )
    assert chain.count("` ⏲") == len(ASKED_BEFORE_SCHEDULING) - 2  # two are asked then alone
