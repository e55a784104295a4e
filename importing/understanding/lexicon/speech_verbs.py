"""Verbs that attribute words to somebody, in the languages releases come in."""

import re

from importing.understanding.lexicon.vocabulary import pattern_for, word_list
from importing.understanding.lexicon.words import SourceWord

SPEECH_VERBS = word_list("speech_verbs")
HAN_SPEECH_VERBS = word_list("speech_verbs", is_spaceless=True)
# The verb may be held apart from its speaker by these.
AUXILIARIES = word_list("auxiliaries")
PRONOUNS = word_list("pronouns")
GROWN_REFLEXIVE = re.compile(r"^(?:[slmn]['’]|qu['’])(?=\w)")
#: Pronouns grown onto the verb: "dit-elle".
INVERSIONS = tuple(word_list("inversions"))
#: What leads to a speaker without a verb.
ACCORDING_TO = re.compile(rf"{pattern_for('according_to')}(?:\s|(?<=['’]))", re.IGNORECASE)
FURTHEST_VERB = 14


def is_speech_verb(word: str) -> bool:
    """Whether a word says that somebody speaks; French inversions count."""
    folded = GROWN_REFLEXIVE.sub("", word.casefold(), count=1)
    return folded in SPEECH_VERBS or (folded.split("-")[0] in SPEECH_VERBS and folded.endswith(INVERSIONS))


def is_pronoun(word: str) -> bool:
    """Whether a word stands for a speaker named before."""
    folded = word.casefold()
    return folded in PRONOUNS or folded.endswith(INVERSIONS)


def first_verb(words: list[SourceWord]) -> int | None:
    """Return which of the first words behind a quotation attributes it, or None."""
    for index, word in enumerate(words[:FURTHEST_VERB]):
        if is_speech_verb(word.text):
            return index
    return None


def last_verb(words: list[SourceWord]) -> int | None:
    """Return the verb that attributes what follows: the first of the clause's last part."""
    found = [index for index, word in enumerate(words) if is_speech_verb(word.text) and not word.is_capitalised]
    return found[-1] if found else None
