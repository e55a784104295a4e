"""Verbs that attribute words to somebody, in the languages releases come in."""

import re

from importing.understanding.lexicon.vocabulary import word_list

SPEECH_VERBS = word_list("speech_verbs")
HAN_SPEECH_VERBS = word_list("speech_verbs", is_spaceless=True)
# The verb may be held apart from its speaker by these.
AUXILIARIES = word_list("auxiliaries")
PRONOUNS = word_list("pronouns")
GROWN_REFLEXIVE = re.compile(r"^(?:[slmn]['’]|qu['’])(?=\w)")
#: Pronouns grown onto the verb: "dit-elle".
INVERSIONS = tuple(word_list("inversions"))


def is_speech_verb(word: str) -> bool:
    """Whether a word says that somebody speaks; French inversions count."""
    folded = GROWN_REFLEXIVE.sub("", word.casefold(), count=1)
    return folded in SPEECH_VERBS or (folded.split("-")[0] in SPEECH_VERBS and folded.endswith(INVERSIONS))


def is_pronoun(word: str) -> bool:
    """Whether a word stands for a speaker named before."""
    folded = word.casefold()
    return folded in PRONOUNS or folded.endswith(INVERSIONS)
