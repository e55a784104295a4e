"""What a text counts, in digits, words or signs."""

import re
from collections.abc import Iterator

from newsroom.language.numerals.number_words import numbers_in_signs, numbers_of_words
from newsroom.language.numerals.numbers import numbers_and_dates_in
from newsroom.language.script.letters import folded

WORD = re.compile(r"[^\W_]+", re.UNICODE)


def numbers_missing_in(text: str, headline: str, code: str) -> list[str]:
    """The numbers of a headline, as they stand there, that a text in the same language has in no way of writing."""
    asked = [*numbers_in_digits(headline, code), *numbers_spelt_out(headline, code)]
    if not asked:
        return []
    there = {meant for _words, readings in numbers_in_digits(text, code) for meant in readings}
    there |= {meant for _words, readings in numbers_spelt_out(text, code) for meant in readings}
    return list(dict.fromkeys(words for words, readings in asked if not readings & there))


def numbers_in_digits(text: str, code: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The numbers of a text in digits, as they stand there, each with everything it may mean."""
    for number in numbers_and_dates_in(text, code):
        if not number.is_in_signs:
            yield number.text, number.readings


def numbers_spelt_out(text: str, code: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The numbers of a text in words or in signs of the language."""
    for found in numbers_in_signs(text, code):
        yield text[found.start : found.end], frozenset({found.digits})
    matches = list(WORD.finditer(text))
    for found in numbers_of_words([folded(match[0]) for match in matches], code):
        words = text[matches[found.start].start() : matches[found.end - 1].end()]
        if not any(sign.isdigit() for sign in words):
            yield words, frozenset({found.digits})
