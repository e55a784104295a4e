"""Attributions inside the quotation marks, and words that a dash opens in place of marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from importing.understanding.lexicon.role_words import has_role_word
from importing.understanding.lexicon.speech_verbs import is_speech_verb
from importing.understanding.lexicon.words import source_words
from importing.understanding.speakers.names import names_in

# ", said A, " or " — said A. — ": what parts it from the words is the same mark on both sides, or a full stop and one.
DASHED = re.compile(r"[,.!?…]?\s+[—–-]\s?(?P<said>[^—–]{4,200}?)(?:[.,!?…]?\s*[—–]\s?|[.!?…]?\s*$)")
GLUED_DASH = re.compile(r"[,.!?…]?\s[—–](?P<said>[^\W\d_][^—–]{4,200}?)(?:[—–][.,]?\s?|[.!?…]?\s*$)")
COMMAED = re.compile(r",\s(?P<said>[^,.;:—–]{4,120}(?:,\s[^,.;:—–]{4,120})?),\s")
#: Behind the function a full stop ends the sentence: "…, raconte A, cheffe de mission. Elles …".
STOPPED = re.compile(r",\s(?P<said>[^,.;:—–]{4,120}(?P<function>,\s[^,.;:—–]{4,120})?)\.\s(?=[A-ZÀ-Þ])")
OPENING_DASH = re.compile(r"\A[—–]\s*(?=[^\W\d_])")
FURTHEST_VERB = 3
FURTHEST_COMMAED_VERB = 1
PATTERNS = (
    (DASHED, FURTHEST_VERB),
    (GLUED_DASH, FURTHEST_VERB),
    (STOPPED, FURTHEST_COMMAED_VERB),
    (COMMAED, FURTHEST_COMMAED_VERB),
)
SHORTEST_HALF = 3


@dataclass(frozen=True, slots=True)
class Interruption:
    """The words on both sides of an attribution, and the attribution."""

    text: str
    said: str


def interruption_in(text: str) -> Interruption | None:
    """Return what an attribution in the middle of some words parts, or None where there is none."""
    for pattern, furthest in PATTERNS:
        for match in _overlapping(pattern, text):
            if match.start() >= SHORTEST_HALF and _attributes(match["said"], furthest) and _ends_well(match):
                before, behind = text[: match.start()], text[match.end() :]
                stop = match[0].lstrip()[:1]
                joined = f"{before}{stop if stop in ',.!?…' else ''} {behind}".strip()
                return Interruption(joined, match["said"].strip())
    return None


def _overlapping(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what fits, also where the dash that ends one begins the next: "The point is — to wait, — said A."."""
    match = pattern.search(text)
    while match is not None:
        yield match
        start = match.start("said") if pattern is DASHED else match.end()
        match = pattern.search(text, start)


def spoken_by_dash(text: str) -> Interruption | None:
    """Return the words of a paragraph that a dash opens, and who is said to have spoken them."""
    opening = OPENING_DASH.match(text)
    if opening is None:
        return None
    return interruption_in(text[opening.end() :])


def _ends_well(match: re.Match[str]) -> bool:
    """Whether what a full stop ends is a name, with a function if anything stands behind it."""
    if match.re is not STOPPED:
        return True
    function = (match["function"] or "").strip(" ,")
    name = match["said"].removesuffix(match["function"] or "")
    return any(each.is_full for each in names_in(name)) and (not function or has_role_word(function))


def _attributes(said: str, furthest: int) -> bool:
    """Whether a verb of saying stands first, and whoever says it behind."""
    words = source_words(said)[: furthest + 1]
    verb = next((index for index, word in enumerate(words) if is_speech_verb(word.text)), None)
    if verb is None or (words and words[0].is_capitalised and verb == 0 and len(said) > 40 and "," not in said):
        return False
    rest = source_words(said)[verb + 1 :]
    return bool(rest) or verb == len(words) - 1
