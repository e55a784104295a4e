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
#: Of a query at most so many words are listened to.
MOST_WORDS = 4
#: How many entries hold each of some terms.
Count = Callable[[set[str]], Mapping[str, int]]


def heard(
    text: str,
    code: str,
    words: Mapping[str, str],
    sounds: Callable[[], Mapping[str, str]],
    count: Count,
    kept: Sequence[tuple[int, int]] = (),
) -> str:
    """Put the words of the vocabulary that sound like them for words of another script; "" where none does.

    `sounds` gives the consonants of the vocabulary's `words`. A word that something holds stays, and so does what
    stands at the places to be `kept`. Counts twice, however many words there are.
    """
    unknown = unheld([found for found in WORD.finditer(text) if is_foreign(found, code, kept)], code, count)
    near = {found: sounding_near(found.group(), sounds()) for found in unknown[:MOST_WORDS]}
    held = count({words[other] for others in near.values() for other in others})
    pieces: list[str] = []
    end = 0
    for found, others in near.items():
        if better := likest(found.group(), [other for other in others if held.get(words[other])]):
            pieces += [text[end : found.start()], better]
            end = found.end()
    return "".join([*pieces, text[end:]]) if pieces else ""


def is_foreign(found: re.Match[str], code: str, kept: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a word has no letter of a language's script, and stands at none of the places to be kept."""
    is_kept = any(first <= found.start() < last for first, last in kept)
    return not is_kept and not letters_in(found.group(), language_row(code).script)


def unheld(found: Sequence[re.Match[str]], code: str, count: Count) -> list[re.Match[str]]:
    """Return those of some words that nothing holds whole."""
    terms = {
        each: {in_language(code, token.term) for token in tokens_to_find(analyse(each.group(), code))} for each in found
    }
    held = count(set().union(*terms.values()))
    return [each for each in found if not all(held.get(term) for term in terms[each])]


def sounding_near(word: str, sounds: Mapping[str, str]) -> list[str]:
    """Return the words of a vocabulary whose consonants are nearly those of one of another script."""
    wanted = consonants(word)
    if not wanted:
        return []
    least = ALIKE if len(wanted) >= LONG else SURELY_ALIKE
    near = process.extract(wanted, sounds, scorer=Indel.normalized_similarity, score_cutoff=least, limit=CANDIDATES)
    return [other for _sound, _score, other in near]


def likest(word: str, others: Sequence[str]) -> str:
    """Return of some words the one that sounds most like another and is written nearly so; "" for none."""
    alike = ((likeness(word, other), other) for other in others if likeness_of_letters(word, other) >= WRITTEN_ALIKE)
    return max(alike, default=(0.0, ""))[1]
