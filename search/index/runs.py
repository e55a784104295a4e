"""Where the words of a run without spaces end, by what an index holds of it."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from newsroom.language.catalogue import language_row
from search.analysis import Token, analyse, is_stop_word, main_language
from search.analysis.tokens import CHINESE_RUN
from search.index.slots import Wanted
from search.index.tokens import in_language
from search.query import QueryPart

#: How many times rarer than those beside it a pair of characters must be to be taken for the end of one word and the
#: beginning of the next.
SEAM = 5
PAIR = 2
Count = Callable[[str], int]


def split_runs(asked: Wanted, part: QueryPart, code: str, count: Count) -> Wanted:
    """Split the runs without spaces in a part of a query into words: a pair of characters that stands across two words
    need not be found. `count` says how many entries hold a term."""
    if part.is_phrase or not CHINESE_RUN.search(part.text):
        return asked
    seams = {((term,),) for term in seams_of(part.text, code, count)}
    if all(slot.ways in seams for slot in asked.slots):
        return asked
    slots = (replace(slot, is_loose=True) if slot.ways in seams else slot for slot in asked.slots)
    return replace(asked, slots=tuple(slots))


def seams_of(text: str, code: str, count: Count) -> set[str]:
    """Return the terms of the pairs in a text that stand across two words."""
    tokens = analyse(text, code)
    named = [(token.start, token.end) for token in tokens if token.is_extra]
    pairs = [token for token in tokens if CHINESE_RUN.match(token.term) and token.end - token.start == PAIR]
    counts = {token: count(in_language(code, token.term)) for token in pairs}
    held = Counter(place for token in pairs for place in range(token.start, token.end))
    found: set[str] = set()
    for token in sorted(pairs, key=lambda token: counts[token]):
        if any(start <= token.start and token.end <= end for start, end in named):
            continue
        empty = [is_stop_word(main_language(code), character) for character in token.term]
        empty[0] = empty[0] or is_counter_at(text, token.start, code)
        beside = [counts[other] for other in beside_it(token, pairs)]
        is_seam = any(empty) or not counts[token] or counts[token] * SEAM < min(beside, default=0)
        places = range(token.start, token.end)
        if is_seam and all(held[place] > 1 or is_empty for place, is_empty in zip(places, empty, strict=True)):
            found.add(in_language(code, token.term))
            held.subtract(places)
    return found


def is_counter_at(text: str, place: int, code: str) -> bool:
    """Return whether a sign that counts things stands at a place, behind digits or several signs of a number: 44个."""
    before = text[max(0, place - PAIR) : place]
    is_number = before[-1:].isdecimal() or (len(before) == PAIR and before.isnumeric())
    return is_number and text[place] in language_row(code).counters


def beside_it(token: Token, pairs: Sequence[Token]) -> list[Token]:
    """Return the pairs that share a character with one."""
    return [other for other in pairs if abs(other.start - token.start) == 1]
