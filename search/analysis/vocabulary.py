"""The words that the search knows of a language, from its file."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newsroom.language.catalogue import language_row
from newsroom.language.letters import folded

FOLDER = Path(__file__).parent / "data"


@dataclass(frozen=True)
class AnalysisWords:
    """Words that a search need not find, and the spellings that mean the same, a tuple for each meaning."""

    stop_words: frozenset[str]
    same: tuple[tuple[str, ...], ...]


def words_file(code: str) -> Path:
    """Where the words of a language stand, whether or not there is such a file."""
    row = language_row(code)
    return row.search_words or FOLDER / f"{row.main}.toml"


@cache
def analysis_words(code: str) -> AnalysisWords:
    """The words of a language; none where it has no file."""
    path = words_file(code)
    known = tomllib.loads(path.read_text("utf-8")) if path.exists() else {"stop_words": "", "same": ""}
    lines = (line.partition("#")[0].split(",") for line in known["same"].splitlines())
    spellings = (tuple(each.strip() for each in line if each.strip()) for line in lines)
    return AnalysisWords(
        frozenset(folded(word) for word in known["stop_words"].split()), tuple(filter(None, spellings))
    )
