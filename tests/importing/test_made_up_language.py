"""A language is a file: one that nobody speaks is understood as soon as its words are written down."""

import subprocess
import sys
from pathlib import Path

WORDS = """
[words]
common = "zo ka el mi tu"
roles = "vorlan"
organisations = "brenka"
speech_verbs = "dirka"

[patterns]
joints = "zo"

[labels]
about = "omri"
contact = "telmo"

[kinds]
press-release = "novla brenta"
"""
RELEASE = """NOVLA BRENTA

Ka mira zo velka el torin

“Mi velka zo torin ka melda tu sorin,” dirka Talo Verin, vorlan zo Brenka Solani.

Omri Brenka Solani

Brenka Solani mela ka torin zo velka mi sorin.

Telmo
Mira Kolan
mira@solani.example
"""
SCRIPT = """
import json, sys
from dataclasses import replace
from pathlib import Path
from newsroom.language import catalogue
if sys.argv[2] != "none":
    row = replace(catalogue.ROWS["en"], code="qaa", importer_words=Path(sys.argv[2]))
    catalogue.ROWS["qaa"] = row
from importing import parse
proposal = parse(Path(sys.argv[1]))
print(json.dumps([
    proposal.headline,
    [(quote.speaker, quote.role, quote.organisation) for quote in proposal.quotes],
    [boilerplate.organisation for boilerplate in proposal.boilerplates],
    [contact.name for contact in proposal.contacts],
]))
"""


def understood(folder: Path, words: Path | None) -> str:
    release = folder / "release.txt"
    release.write_text(RELEASE, "utf-8")
    command = [sys.executable, "-c", SCRIPT, str(release), str(words or "none")]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def told_with(words: str) -> str:
    return f'["Ka mira zo velka el torin", {words}, ["Brenka Solani"], ["Mira Kolan"]]'


def test_a_language_is_added_by_a_file(tmp_path: Path) -> None:
    words = tmp_path / "qaa.toml"
    words.write_text(WORDS, "utf-8")
    assert understood(tmp_path, words) == told_with('[["Talo Verin", "vorlan", "Brenka Solani"]]')


def test_without_its_file_it_is_not_understood(tmp_path: Path) -> None:
    assert understood(tmp_path, None) == '["NOVLA BRENTA", [["Talo Verin", "vorlan zo Brenka Solani", null]], [], []]'
