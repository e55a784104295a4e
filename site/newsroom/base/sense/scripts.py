"""Texts that are not in the script of the language they claim to be in."""

import re

#: The letters of each script among our languages.
SCRIPTS = {
    "ar": re.compile(r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "zh-hans": re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]"),
}
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
LETTER = re.compile(r"[^\W\d_]")
#: Addresses and hashtags are the same in every language.
SAME_EVERYWHERE = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|[#＃@]\w+")
#: A shorter text may be a name; a Chinese character says as much as several letters.
FEWEST_LETTERS = 20
LETTERS_OF_A_CHARACTER = 3
LEAST_SHARE = 0.2
#: A text with no more words may be the same in two languages.
FEW_WORDS = 4
FEW_CHARACTERS = 12


def is_in_other_script(text: str, code: str) -> bool:
    """Whether nearly all letters of a text are of another script than its language's: English in an Arabic page."""
    words = SAME_EVERYWHERE.sub(" ", text)
    letters = len(LETTER.findall(words))
    own = len(SCRIPTS.get(code, LATIN).findall(words))
    weight = LETTERS_OF_A_CHARACTER if code == "zh-hans" else 1
    return letters >= FEWEST_LETTERS and own * weight < letters * LEAST_SHARE


def is_more_than_a_name(text: str) -> bool:
    """Whether a text is so long that it would not be the same in two languages by chance."""
    characters = len(SCRIPTS["zh-hans"].findall(text))
    return len(SAME_EVERYWHERE.sub(" ", text).split()) > FEW_WORDS or characters > FEW_CHARACTERS
