"""A seventh language is one row, one catalogue of messages and one file of words each for importer and search."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent / "portuguese"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What happened in a newsroom with settings and a database of its own, in Portuguese."""
    folder = tmp_path_factory.mktemp("portuguese")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("NEWSROOM_")}
    run = subprocess.run(
        [sys.executable, str(HERE / "story.py")],
        capture_output=True,
        text=True,
        timeout=900,
        env=environment | {"NEWSROOM_DATA_DIR": str(folder)},
    )
    assert run.returncode == 0, run.stderr[-3000:]
    return json.loads(run.stdout)  # type: ignore[no-any-return]


def test_the_system_checks_are_content(told: dict[str, Any]) -> None:
    assert told["errors"] == []


def test_a_release_is_imported_in_it(told: dict[str, Any]) -> None:
    assert told["language"] == "pt"
    assert told["headline"] == "Os ônibus noturnos esperam pela última barca em 1.200 paradas"
    assert (told["place"].casefold(), told["issued"]) == ("mito miwili", "2026-05-08")
    assert told["speaker"] == "Wairimu Tendeka" and told["role"].startswith("prefeita")
    assert told["boilerplate"] == ["Escritório do Delta"]
    assert told["contacts"] == ["imprensa@delta.example"]


def test_it_is_published_and_written_as_the_language_writes(told: dict[str, Any]) -> None:
    assert '<html lang="pt" dir="ltr"' in told["html"]
    assert "8 de Maio de 2026" in told["text"] and "Ir para o conteúdo" in told["html"]
    assert "“Ninguém pergunta se as lâmpadas se pagam sozinhas" in told["text"]
    assert "Português" in told["front"] and "Comunicados" in told["front"]


def test_it_is_found_in_its_forms_and_by_the_names_of_its_fields(told: dict[str, Any]) -> None:
    everywhere = [told["headline"]]
    assert told["found"] == {
        "parada": everywhere,
        "onu": everywhere,
        "orador:tendeka": ["Wairimu Tendeka", *everywhere],
        "táxi": [],
    }


def test_its_numbers_and_dates_are_compared_with_those_of_others(told: dict[str, Any]) -> None:
    assert told["differences"] == []
