"""Digits of every script as one."""

import unicodedata

#: Signs of full width stand for those of half width in numbers, times and dates.
FULL_WIDTH = {"，": ",", "：": ":", "．": "."}


def western(text: str) -> str:
    """The same text with 0 to 9 for the digits of other scripts; every character stays in its place."""
    return "".join(FULL_WIDTH.get(character) or digit(character) for character in text)


def digit(character: str) -> str:
    """A digit as Europe writes it; any other character as it is."""
    return str(unicodedata.digit(character)) if character.isdecimal() else character


def digits_of(text: str) -> str:
    """Nothing but the digits of a text, as 0 to 9."""
    return "".join(digit(character) for character in text if character.isdecimal())
