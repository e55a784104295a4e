"""Words of another script that nothing holds, as the word of the vocabulary that sounds like them: the last resort."""

import re
from collections.abc import Callable, Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import Indel

from newsroom.language.catalogue import language_row
from newsroom.language.script.letters import letters_in
from newsroom.language.script.sounds import consonants, likeness, likeness_of_letters
from search.analysis import analyse
from search.index.slots import tokens_to_find
from search.index.tokens import in_language

WORD = re.compile(r"[^\W\d_]+")
#: From this likeness on two words are taken for one name; where they have few consonants, from the higher one.
ALIKE, SURELY_ALIKE = 0.8, 0.95
#: Of two words that are one name so much is alike in Latin letters, vowels and all.
WRITTEN_ALIKE = 0.5
LONG = 5
CANDIDATES = 12
#: How many entries hold each of some terms.
Count = Callable[[set[str]], Mapping[str, int]]


def heard(text: str, code: str, words: Mapping[str, str], count: Count, kept: Sequence[tuple[int, int]] = ()) -> str:
    """Put the words of the vocabulary that sound like them for words of another script; "" where none does.

    A word that something holds stays, and so does what stands at the places to be `kept`.
    """
    script = language_row(code).script
    pieces: list[str] = []
    end = 0
    for found in WORD.finditer(text):
        is_kept = any(first <= found.start() < last for first, last in kept)
        if is_kept or letters_in(found.group(), script) or is_held(found.group(), code, count):
            continue
        if better := sounding_like(found.group(), words, count):
            pieces += [text[end : found.start()], better]
            end = found.end()
    return "".join([*pieces, text[end:]]) if pieces else ""


def is_held(word: str, code: str, count: Count) -> bool:
    """Tell whether something holds a word whole: each of its terms."""
    terms = {in_language(code, token.term) for token in tokens_to_find(analyse(word, code))}
    return len(count(terms)) == len(terms)


def sounding_like(word: str, words: Mapping[str, str], count: Count) -> str:
    """Return the word that the index holds and that sounds most like one of another script; "" for none."""
    wanted = consonants(word)
    if not wanted:
        return ""
    least = ALIKE if len(wanted) >= LONG else SURELY_ALIKE
    sounds = {other: consonants(other) for other in words}
    near = process.extract(wanted, sounds, scorer=Indel.normalized_similarity, score_cutoff=least, limit=CANDIDATES)
    held = count({words[other] for _sound, _score, other in near})
    alike = [
        (likeness(word, other), other)
        for _sound, _score, other in near
        if held.get(words[other]) and likeness_of_letters(word, other) >= WRITTEN_ALIKE
    ]
    return max(alike, default=(0.0, ""))[1]
