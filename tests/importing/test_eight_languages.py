"""Releases of eight languages, each with what a careful reader found in it: what is understood may only become more."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from import_scores import FIELDS, scores_of
from written_word import parse_written

FOLDER = Path(__file__).parent / "documents"
FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))
GROUPS = (
    "looked_at",
    "held_out",
    "layouts",
    "unseen",
    "unseen_again",
    "unseen_third",
    "unseen_last",
    "unseen_fifth",
    "unseen_sixth",
)
LANGUAGES = ("ar", "de", "en", "es", "fr", "pt", "ru", "zh")
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def documents_of(group: str, language: str = "") -> list[Path]:
    """Return the documents of a group that have a truth beside them."""
    found = (path for path in (FOLDER / group).iterdir() if path.suffix != ".json")
    return sorted(path for path in found if path.name.startswith(language))


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("group", GROUPS)
def test_as_much_is_understood_as_before(group: str, field: str) -> None:
    score = scores_of(documents_of(group)).by_field[field]
    assert score.f1 >= FLOORS[group][field], f"{field}: {score}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_documents_and_is_told(language: str) -> None:
    documents = [path for group in GROUPS for path in documents_of(group, language)]
    assert len(documents) >= 3
    assert {parse_written(path).language for path in documents} == {language}


@pytest.mark.parametrize("path", [path for group in GROUPS for path in documents_of(group)], ids=lambda path: path.stem)
def test_every_word_is_in_the_proposal_or_in_a_remark(path: Path) -> None:
    proposal = parse_written(path)
    told = proposal.to_json()
    texts = [json.dumps(told, ensure_ascii=False)]
    known = {word.casefold() for word in WORD.findall(re.sub(r"<[^>]+>|\\[nt]|&\w+;", " ", " ".join(texts)))}
    words = [word for paragraph in proposal.paragraphs for word in WORD.findall(paragraph.text)]
    assert [word for word in words if word.casefold() not in known] == []


@pytest.mark.parametrize("path", [path for group in GROUPS for path in documents_of(group)], ids=lambda path: path.stem)
def test_nothing_is_longer_than_its_field(path: Path) -> None:
    proposal = parse_written(path)
    for person in (*proposal.participants, *proposal.contacts):
        assert len(person.name or "") <= 150 and len(person.role or "") <= 250 and len(person.organisation or "") <= 200
    for quote in proposal.quotes:
        assert len(quote.speaker) <= 150 and len(quote.role or "") <= 250 and len(quote.organisation or "") <= 200
