"""Digits of every script as one."""

import re
import unicodedata

#: Signs of full width stand for those of half width in numbers, times and dates.
FULL_WIDTH = {"，": ",", "：": ":", "．": "."}


OTHERS = re.compile(rf"[{''.join(FULL_WIDTH)}]|(?![0-9])\d")


def western(text: str) -> str:
    """The same text with 0 to 9 for the digits of other scripts; every character stays in its place."""
    if text.isascii():
        return text
    return OTHERS.sub(lambda match: FULL_WIDTH.get(match[0]) or digit(match[0]), text)


def digit(character: str) -> str:
    """A digit as Europe writes it; any other character as it is."""
    return str(unicodedata.digit(character)) if character.isdecimal() else character


def digits_of(text: str) -> str:
    """Nothing but the digits of a text, as 0 to 9."""
    return "".join(digit(character) for character in text if character.isdecimal())
