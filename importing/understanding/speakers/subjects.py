"""Which of the names in a sentence speaks, and which is only spoken of."""

import re

from importing.understanding.lexicon.language import is_common_word
from importing.understanding.lexicon.quotation_marks import quotations_in
from importing.understanding.lexicon.role_words import has_role_word, is_role_word
from importing.understanding.lexicon.speech_verbs import AUXILIARIES, is_pronoun, is_speech_verb, last_verb
from importing.understanding.lexicon.vocabulary import pattern_for, word_list
from importing.understanding.lexicon.words import SourceWord, source_words
from importing.understanding.speakers.names import Name

# A speaker is named without these; behind them stands whoever is spoken of.
BEFORE_OBJECTS = word_list("before_objects")
#: What leads from a verb to the words that were said.
BEFORE_WORDS_SAID = word_list("before_words_said")
#: A name in marks is a company's.
OPENING_MARKS, CLOSING_MARKS = ("«", "“", "„", '"'), ("»", "”", "“", '"')
REFLEXIVE = re.compile(rf"(?:{pattern_for('reflexives')})(?!\w)", re.IGNORECASE)


def without_quotations(text: str) -> str:
    """Return a text without the words that somebody said: who is named in them does not speak."""
    for quotation in reversed([each for each in quotations_in(text) if each.is_closed]):
        text = f"{text[: quotation.start]}{text[quotation.end :]}"
    return text


def is_called_by_function(text: str, name: Name) -> bool:
    """Whether a function stands right in front of a single name: "митрополит Арсений"."""
    in_front = text[: name.start].split()
    return bool(in_front) and is_role_word(in_front[-1])


def may_precede_verb(words: list[SourceWord]) -> bool:
    """Whether the words between a quotation and a verb can be who said it."""
    first = words[0]
    if first.text.casefold() in AUXILIARIES or is_pronoun(first.text) or REFLEXIVE.match(first.text):
        return True
    if first.is_capitalised:
        return True
    if is_role_word(first.text) and any(word.is_capitalised for word in words[1:]):
        return True
    return is_common_word(first.text) and any(is_role_word(word.text) or word.is_capitalised for word in words[1:3])


def ends_in_conjunction(clause: str) -> bool:
    last = clause.rsplit(maxsplit=1)[-1].casefold() if clause.strip() else ""
    return last in BEFORE_WORDS_SAID or is_speech_verb(last)


def subject_among(clause: str, names: list[Name], verb: SourceWord) -> Name:
    """Choose among names in front of a verb the one that is not inside another's description."""
    nearest = names[-1]
    if len(names) > 1 and "," in clause[names[-2].end : nearest.start] and "," in clause[nearest.end : verb.start]:
        between = clause[names[-2].end : nearest.start]
        if has_role_word(between):
            return names[-2]
    return nearest


def subjects_in_front(sentence: str, names: list[Name]) -> list[Name]:
    """Return the name nearest to the verb of saying, behind that of a body: "Coast Aid chief A said"."""
    words = source_words(sentence)
    verb = last_verb(words)
    in_front = [name for name in names if verb is not None and name.end <= words[verb].start]
    return [subject_among(sentence, in_front, words[verb])] if in_front and verb is not None else []


def first_subject(text: str, names: list[Name]) -> Name:
    """Return the first name that no preposition makes a part of something else."""
    return next((name for name in names if not is_spoken_of(text, name)), names[0])


def is_spoken_of(text: str, name: Name) -> bool:
    """Whether an article or a preposition in front of a name keeps it from being who speaks."""
    if text[name.end :].startswith(("'s", "’s")):
        return True
    if text[: name.start].endswith(OPENING_MARKS) and text[name.end :].startswith(CLOSING_MARKS):
        return True
    if has_role_word(name.title):
        return False
    in_front = text[: name.start].removesuffix(name.title + " ").split()
    return bool(in_front) and in_front[-1].casefold() in BEFORE_OBJECTS


def is_title_in_front(text: str) -> bool:
    """Whether what stands in front of a name in a signature is its function or an honorific."""
    words = text.split()
    if len(words) > 6 or words[-1].casefold() in BEFORE_OBJECTS or any(is_speech_verb(word) for word in words):
        return False
    return has_role_word(text) or len(text.strip()) <= 6
