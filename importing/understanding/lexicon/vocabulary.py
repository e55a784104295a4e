"""The words that the importer knows, of every language at once: a document does not say in which one it is written."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from newsroom.language.catalogue import ROWS, language_row
from newsroom.language.facts import Language

#: Of how many words of documents it is remembered what they are.
CACHED_WORDS = 8_192
FOLDER = Path(__file__).parents[2] / "words"


def vocabulary_file(code: str) -> Path:
    """Where the words of a language stand, whether or not there is such a file."""
    row = language_row(code)
    return row.importer_words or FOLDER / f"{row.main}.toml"


@cache
def known() -> dict[Language, dict[str, Any]]:
    """The files of all languages that have one."""
    files = {row: vocabulary_file(row.code) for row in ROWS.values()}
    return {row: tomllib.loads(path.read_text("utf-8")) for row, path in files.items() if path.exists()}


def word_list(name: str, is_spaceless: bool = False) -> frozenset[str]:
    """A list of words in all languages that part words by spaces, or in those that do not."""
    found = (file["words"].get(name, "") for row, file in known().items() if row.is_spaceless == is_spaceless)
    return frozenset(word for text in found for word in text.split())


def words_by_language(name: str) -> dict[str, frozenset[str]]:
    """A list of words by the main code of each language that has it."""
    lists = {row.main: file["words"].get(name, "") for row, file in known().items()}
    return {code: frozenset(text.split()) for code, text in lists.items() if text}


def pattern_for(*names: str, is_spaceless: bool | None = None) -> str:
    """One of the patterns under some names, of all languages, or of those alone that part words by spaces or do not."""
    found = alternatives(names, known().items(), is_spaceless)
    return f"(?:{'|'.join(filter(None, dict.fromkeys(found))) or '(?!)'})"


def alternatives(
    names: Iterable[str], files: Iterable[tuple[Language, dict[str, Any]]], is_spaceless: bool | None
) -> Iterator[str]:
    """The alternatives of patterns, a line each in their files."""
    for row, file in files:
        if is_spaceless in (None, row.is_spaceless):
            for name in names:
                table, _, key = name.rpartition(".")
                yield from file.get(table or "patterns", {}).get(key, "").split("\n")


def any_word(words: Iterable[str]) -> str:
    """A pattern for one of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
