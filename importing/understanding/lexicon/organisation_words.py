"""Words that tell an organisation from a person, in the languages releases come in."""

from functools import lru_cache

from importing.understanding.lexicon.grown_words import bare_forms
from importing.understanding.lexicon.vocabulary import CACHED_WORDS, word_list
from newsroom.language.script.letters import HAN

ORGANISATION_WORDS = word_list("organisations")
# In languages that grow words together the last part tells: "Fußballverein".
ORGANISATION_ENDINGS = tuple(word_list("organisation_endings"))
HAN_ORGANISATIONS = tuple(word_list("organisations", is_spaceless=True))
# What follows these is what somebody looks after; the organisation is named behind it.
FIELD_WORDS = word_list("fields_of_work")


@lru_cache(CACHED_WORDS)
def is_organisation_word(word: str) -> bool:
    """Whether a word is part of the names of organisations and not of people."""
    folded = word.casefold().strip(".,;:()’'\"«»„“”")
    if any(form in ORGANISATION_WORDS for form in bare_forms(folded)):
        return True
    if len(folded) > 6 and folded.endswith(ORGANISATION_ENDINGS):
        return True
    return HAN.search(folded) is not None and folded.endswith(HAN_ORGANISATIONS)
