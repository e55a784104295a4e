"""Digits of every script as one."""

import unicodedata


def western(text: str) -> str:
    """The same text with 0 to 9 for the digits of other scripts, and with the Arabic signs for thousands and decimals.

    Every character stays in its place.
    """
    return "".join(SIGNS.get(character) or digit(character) for character in text)


SIGNS = {"٫": ".", "٬": "\u202f", "，": ",", "：": ":", "．": "."}


def digit(character: str) -> str:
    """A digit as Europe writes it; any other character as it is."""
    value = unicodedata.digit(character, None) if character.isdigit() and character.isdecimal() else None
    return character if value is None else str(value)
