"""Words for laws, treaties and writings: what they say, no person says."""

from functools import lru_cache

from importing.understanding.lexicon.grown_words import bare_forms
from importing.understanding.lexicon.vocabulary import CACHED_WORDS, word_list

WORK_WORDS = word_list("works")
# In languages that grow words together the last part tells: "Wasserhaushaltsgesetz".
LONG_WORK_WORDS = tuple(word for word in WORK_WORDS if len(word) > 5)


@lru_cache(CACHED_WORDS)
def is_work_word(word: str) -> bool:
    """Whether a word names a law, a treaty or a writing."""
    folded = word.casefold().strip(".,;:()’'\"«»„“”")
    return any(form in WORK_WORDS for form in bare_forms(folded)) or folded.endswith(LONG_WORK_WORDS)
