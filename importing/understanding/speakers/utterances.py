"""What is said by somebody, and what is a title, a term or a slogan in quotation marks."""

import re

from importing.understanding.lexicon.organisation_words import is_organisation_word
from importing.understanding.lexicon.quotation_marks import Quotation
from importing.understanding.lexicon.speech_verbs import is_speech_verb
from importing.understanding.lexicon.words import word_count
from importing.understanding.speakers.han import HAN_VERB, VERB
from importing.understanding.speakers.remembering import Attribution

# A shorter quotation without a full stop is a title, a term or a slogan.
FEWEST_WORDS = 4
FEWEST_HAN_WORDS = 8
# What leads to the quotation only by standing in front of it needs a longer one.
FEWEST_WORDS_WITHOUT_VERB = 6
LONGEST_HAN_LEAD = 30
OPENING_MARKS = ' \u00a0“„«"'
HAN_VERB_AT_END = re.compile(rf"(?:{VERB})$")


def is_introduced(gap: str, quotation: Quotation) -> bool:
    """Whether a colon leads to some words, however short, or a verb of saying with a comma."""
    lead = gap.rstrip()
    if lead.endswith((",", "，")) and (words := lead[:-1].split()):
        is_han = len(quotation.text) >= FEWEST_HAN_WORDS and HAN_VERB.search(words[-1][-LONGEST_HAN_LEAD:]) is not None
        return is_speech_verb(words[-1]) or HAN_VERB_AT_END.search(words[-1]) is not None or is_han
    return lead.endswith((":", "：")) and len(quotation.text) > 2


def is_utterance(quotation: Quotation) -> bool:
    """Whether a quotation is long enough to be said by somebody, or is a sentence."""
    enough = len(quotation.text.split()) >= FEWEST_WORDS or word_count(quotation.text) >= FEWEST_HAN_WORDS
    return enough or quotation.text.endswith((".", "!", "?", "…", ",", "。", "！", "？", "，"))


def names_something(text: str, quotation: Quotation) -> bool:
    """Whether a few words in marks are what a body is called by: "директор завода «Рельсы Севера» A"."""
    if is_utterance(quotation) or not quotation.text[:1].isupper():
        return False
    in_front = text[: quotation.start].rstrip(OPENING_MARKS).split()
    return bool(in_front) and is_organisation_word(in_front[-1]) and in_front[-1][-1].isalpha()


def is_enough(quotation: Quotation, attribution: Attribution) -> bool:
    """Whether what leads to a quotation makes it one; without a verb it must be long or a sentence."""
    if attribution.is_certain:
        return len(quotation.text) > 2
    is_sentence = quotation.text.endswith((".", "!", "?", "…", "。"))
    return is_sentence or word_count(quotation.text) >= FEWEST_WORDS_WITHOUT_VERB


def stands_alone(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is a sentence of its own behind another sentence."""
    before = text[: quotation.start].rstrip()
    if not before or before[-1] not in '.!?…。！？»”")':
        return False
    return quotation.text[:1].isupper() and word_count(quotation.text) >= FEWEST_WORDS_WITHOUT_VERB
