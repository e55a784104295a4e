"""The words that the search knows of a language, from its file."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from newsroom.language.catalogue import language_row
from newsroom.language.script.letters import folded, with_one_ending

FOLDER = Path(__file__).parent / "data"


@dataclass(frozen=True)
class AnalysisWords:
    """Words that a search need not find, the spellings that mean the same, a tuple for each meaning, and what is known
    of forms that no stemmer finds. Words are folded and have one ending."""

    stop_words: frozenset[str] = frozenset()
    #: Characters that make a stop word of any word they stand in.
    stop_characters: frozenset[str] = frozenset()
    same: tuple[tuple[str, ...], ...] = ()
    #: Words that are not taken apart.
    whole: frozenset[str] = frozenset()
    #: What each form counts as.
    forms: Mapping[str, str] = field(default_factory=dict)
    #: Patterns of forms with what to make of them, the first that fits counts.
    patterns: tuple[tuple[re.Pattern[str], str], ...] = ()
    #: Endings of regular plurals with those of what they count as.
    endings: Mapping[str, str] = field(default_factory=dict)
    #: What may stand before a form, and behind it, without a space.
    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()


def words_file(code: str) -> Path:
    """Where the words of a language stand, whether or not there is such a file."""
    row = language_row(code)
    return row.search_words or FOLDER / f"{row.main}.toml"


@cache
def analysis_words(code: str) -> AnalysisWords:
    """The words of a language; none where it has no file."""
    path = words_file(code)
    if not path.exists():
        return AnalysisWords()
    known = tomllib.loads(path.read_text("utf-8"))
    groups = lines_of(known.get("forms", ""))
    ends = known.get("no_ends", "").replace(" ", "")
    return AnalysisWords(
        stop_words=frozenset(folded(word) for word in known["stop_words"].split()),
        stop_characters=frozenset(known.get("stop_characters", "").split()),
        same=tuple(map(tuple, lines_of(known["same"]))),
        whole=frozenset(plain(word) for word in known.get("whole", "").split()),
        forms={plain(form): folded(group[0]) for group in groups for form in group},
        patterns=tuple(pattern_of_forms(line, ends) for line in known.get("patterns", "").splitlines() if line),
        endings=dict(line.split() for line in known.get("endings", "").splitlines() if line),
        before=tuple(known.get("before", "").split()),
        behind=tuple(known.get("behind", "").split()),
    )


def lines_of(text: str) -> list[list[str]]:
    """Return the words of each line, parted by commas; what follows # is a comment."""
    lines = ([each.strip() for each in line.partition("#")[0].split(",")] for line in text.splitlines())
    return [line for line in lines if any(line)]


def plain(word: str) -> str:
    """Return a word as forms of it are compared."""
    return with_one_ending(folded(word))


def pattern_of_forms(line: str, ends: str) -> tuple[re.Pattern[str], str]:
    """Read a line of two patterns as an expression and what to put in its place. A figure is any letter, the same
    figure the same letter; the last letter is none of `ends`."""
    found, made = line.split()
    seen: set[str] = set()
    written = ""
    for place, sign in enumerate(found):
        if not sign.isdigit():
            written += re.escape(sign)
        elif sign in seen:
            written += f"(?P=_{sign})"
        else:
            seen.add(sign)
            written += rf"(?P<_{sign}>{f'[^{ends}]' if ends and place == len(found) - 1 else '.'})"
    return re.compile(written), re.sub(r"\d", lambda sign: rf"\g<_{sign.group()}>", made)
