"""Placeholders and remarks that somebody meant to replace."""

import re
from collections.abc import Iterator
from functools import cache

from newsroom.language.catalogue import ROWS
from newsroom.language.script.letters import letters_in

PLACEHOLDER = re.compile(
    r"\b(?:XX+|TB[CDA]|TK+|N\.?N\.)\b"
    r"|\?{3,}|？{3,}"
    r"|_{3,}|\{\{.*?\}\}"
    r"|lorem ipsum",
    re.IGNORECASE,
)
#: In small letters these are words or parts of codes.
CAPITAL_ONLY = re.compile(r"(?i:xx+|tb[cda]|tk+|n\.?n\.)")
BRACKETED = re.compile(r"\[([^\[\]]*)\]|［([^［］]*)］|【([^【】]*)】")
EMPTY = re.compile(r"[\s_xX?•*-]*|[\s_]*\.{1,2}")
#: So many words are a remark to colleagues; what an editor puts into somebody's words is shorter.
WORDS_OF_A_REMARK = 5
CHARACTERS_OF_A_REMARK = 12


#: Where it may stand for twenty or thirty: "XX Congreso", "siglo XX".
ROMAN = re.compile(r"XXX?")
#: How near to such a numeral the word stands that is counted.
BESIDE_NUMERAL = 16


def leftovers_in(text: str) -> list[str]:
    """The placeholders in a text, as they stand there and in their order."""
    found = [(match.start(), match[0]) for match in PLACEHOLDER.finditer(text) if not is_roman(match, text)]
    found += [(match.start(), match[0]) for match in to_come().finditer(text)]
    bracketed = list(remarks_in(text))
    spans = [(start, start + len(words)) for start, words in bracketed]
    alone = [
        (start, words)
        for start, words in found
        if (not CAPITAL_ONLY.fullmatch(words) or words.upper() == words)
        and not any(first <= start < last for first, last in spans)
    ]
    return [words for _start, words in sorted([*alone, *bracketed])]


def is_roman(match: re.Match[str], text: str) -> bool:
    """Whether a match is a number in Roman numerals: beside a word that is counted so, or before a name."""
    if not ROMAN.fullmatch(match[0]):
        return False
    behind = text[match.end() : match.end() + BESIDE_NUMERAL]
    around = text[max(0, match.start() - BESIDE_NUMERAL) : match.start()] + " " + behind
    next_word = behind.lstrip("- \u00a0").partition(" ")[0]
    return bool(counted_in_roman().search(around)) or (next_word.istitle() and len(next_word) > 1)


@cache
def to_come() -> re.Pattern[str]:
    """What editors leave where something is to come, in any of the languages."""
    return re.compile("|".join(row.to_come for row in ROWS.values() if row.to_come))


@cache
def counted_in_roman() -> re.Pattern[str]:
    """What is counted in Roman numerals, in any of the languages."""
    return re.compile("|".join(row.counted_in_roman for row in ROWS.values() if row.counted_in_roman), re.IGNORECASE)


@cache
def asked_for() -> re.Pattern[str]:
    """What is asked for in brackets, in any of the languages: an editor need not write that of the text."""
    return re.compile("|".join(row.asked_for for row in ROWS.values() if row.asked_for), re.IGNORECASE)


def remarks_in(text: str) -> Iterator[tuple[int, str]]:
    """Brackets that are empty or hold a remark, each with where it begins.

    A footnote's mark, an ellipsis, "[sic]" and a word put into a quote are none. In Chinese a heading may stand in
    heavy brackets, so there only what is asked for counts.
    """
    for match in BRACKETED.finditer(text):
        square, words = match[3] is None, next(group for group in match.groups() if group is not None)
        is_long = len(words.split()) >= WORDS_OF_A_REMARK or letters_in(words, "Hans") >= CHARACTERS_OF_A_REMARK
        if asked_for().search(words) or (square and (is_long or EMPTY.fullmatch(words))):
            yield match.start(), match[0]
