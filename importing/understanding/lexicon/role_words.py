"""Words for the functions people hold, in the languages releases come in."""

import re
from functools import lru_cache

from importing.understanding.lexicon.grown_words import bare_forms
from importing.understanding.lexicon.vocabulary import CACHED_WORDS, any_word, word_list

# Each language names its functions in its own words; compounds are looked at part by part.
ROLE_WORDS = word_list("roles")
# In languages that grow words together the last part tells: "Projektleiterin".
ROLE_ENDINGS = tuple(word_list("role_endings"))
#: Endings of functions where a language bends them, each with the one that it stands for: "директора".
ROLE_CASES = tuple((bent, plain) for bent, _, plain in (word.partition(">") for word in word_list("role_cases")))
HAN_ROLES = word_list("roles", is_spaceless=True)
HAN_ROLE = re.compile(any_word(HAN_ROLES))

DEGREES = re.compile(
    r"(?:M\.?D|Ph\.?D|D\.?Phil|M\.?Sc|M\.?A|B\.?A|B\.?Sc|MBA|MPH|LL\.?M|J\.?D|R\.?N|Esq"
    r"|MPP|MPA|MSW|CPA|CFA|P\.?E|DVM|DDS|DrPH|EdD|PharmD|FRCP|FRS|FRSE|FAIA|AIA|AICP|LEED AP|OBE|CBE|MBE|KBE|DBE"
    r"|QC|KC|SC|SJ|OP|CSSp|Jr|Sr|II|III|IV|BSN|MSN|FAAP|FACS|FACC|MRCP|PMP|LCSW|MEng|BEng|CEng|DSc|ScD|ThD|LLB|LLD)"
    r"\.?$"
)


@lru_cache(CACHED_WORDS)
def is_role_word(word: str) -> bool:
    """Whether a word, or one part of a compound, names a function."""
    folded = word.casefold().strip(".,;:")
    folded = folded.removesuffix("’s").removesuffix("'s")
    if any(form in ROLE_WORDS for form in bare_forms(folded)):
        return True
    if any(folded.endswith(bent) and folded.removesuffix(bent) + plain in ROLE_WORDS for bent, plain in ROLE_CASES):
        return True
    if folded.endswith(ROLE_ENDINGS) and folded not in ROLE_ENDINGS:
        return True
    return "-" in folded and any(part in ROLE_WORDS for part in folded.split("-"))


def bent_from(word: str) -> str | None:
    """Return the function that a bent word stands for, or None where it is not bent: "директора"."""
    folded = word.casefold().strip(".,;:")
    plain = (folded.removesuffix(bent) + plain for bent, plain in ROLE_CASES if folded.endswith(bent))
    return next((each for each in plain if each in ROLE_WORDS), None)


def has_role_word(text: str) -> bool:
    """Whether any word of a text names a function."""
    return any(is_role_word(word) for word in text.split()) or HAN_ROLE.search(text) is not None


def without_degrees(text: str) -> str:
    """Return a list of descriptions without academic degrees, which are no function."""
    parts = [part.strip() for part in text.split(",")]
    return ", ".join(part for part in parts if part and not DEGREES.fullmatch(part))
