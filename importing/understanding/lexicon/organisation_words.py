"""Words that tell an organisation from a person, in the languages releases come in."""

from importing.understanding.lexicon.vocabulary import word_list

ORGANISATION_WORDS = word_list("organisations")
# What follows these is what somebody looks after; the organisation is named behind it.
FIELD_WORDS = word_list("fields_of_work")


def is_organisation_word(word: str) -> bool:
    """Whether a word is part of the names of organisations and not of people."""
    return word.casefold().strip(".,;:()’'") in ORGANISATION_WORDS
