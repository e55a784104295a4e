"""What counts as the same letter."""

import unicodedata
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
#: What is written or left out as one likes in Arabic: the lengthening stroke and a hamza that stands alone.
ARABIC_DROPPED = {ord("ـ"): None, ord("ء"): None}
ARABIC_SAME = {ord("أ"): "ا", ord("إ"): "ا", ord("آ"): "ا", ord("ٱ"): "ا", ord("ؤ"): "و", ord("ئ"): "ي"}
#: Endings that are written for one another; after stemming, since a stemmer knows them apart.
ARABIC_ENDINGS = {ord("ة"): "ه", ord("ى"): "ي", ord("ی"): "ي", ord("ک"): "ك"}
LETTERS = {ord("ё"): "е", ord("ß"): "ss", ord("æ"): "ae", ord("œ"): "oe", ord("ø"): "o", ord("ł"): "l", ord("đ"): "d"}
BREVE = "\u0306"


@cache
def simplified() -> dict[int, str]:
    """Traditional Chinese characters with their simplified forms."""
    lines = (DATA / "traditional-chinese.txt").read_text("utf-8").splitlines()
    pairs = (pair for line in lines if not line.startswith("#") for pair in line.split())
    return {ord(pair[0]): pair[1] for pair in pairs}


def folded(word: str) -> str:
    """A word in small letters without accents, diacritics and variants of the same letter; digits as 0 to 9.

    The Russian й keeps its breve: it is a letter of its own.
    """
    if word.isascii():
        return word.lower()
    plain: list[str] = []
    for character in unicodedata.normalize("NFKD", word.casefold().translate(ARABIC_SAME)):
        if unicodedata.combining(character) or unicodedata.category(character) == "Mn":
            if character == BREVE and plain and plain[-1] == "и":
                plain[-1] = "й"
            continue
        digit = unicodedata.digit(character, None)
        plain.append(character if digit is None else str(digit))
    return "".join(plain).translate(LETTERS).translate(ARABIC_DROPPED)


def folded_after_stemming(stem: str) -> str:
    """A stem with the endings that Arabic writes for one another made one."""
    return stem if stem.isascii() else stem.translate(ARABIC_ENDINGS)
