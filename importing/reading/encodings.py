"""Turning the bytes of a text document into text."""

import codecs
import re

from importing.unreadable import UnreadableDocument
from newsroom.language.normalisation import normalise_document

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

OTHER_FORMATS = (
    (b"PK\x03\x04", "a Word, ODT or zip file"),
    (b"%PDF", "a PDF file"),
    (b"{\\rtf", "a Rich Text file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
)

CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
HIGH_BYTE = re.compile(rb"[\x80-\xff]")
HIGH_PAIR = re.compile(rb"[\x80-\xff]{2}")

# Above this share of letters outside ASCII a text is not in a language of western Europe.
MANY_HIGH_BYTES = 0.4
LARGEST_SHARE_OF_CONTROLS = 0.01


def decode_text(content: bytes) -> str:
    """Return the text in one form of Unicode, with line ends made equal, without control characters and signs that say
    only where a line might break.

    Raises UnreadableDocument when the bytes are no text.
    """
    _refuse_other_formats(content)
    text = _decode(content)
    controls = len(CONTROL_CHARACTERS.findall(text))
    if "\0" in text or controls > LARGEST_SHARE_OF_CONTROLS * len(text):
        raise UnreadableDocument("This is not a text document: it holds characters that no text has.")
    return normalise_document(CONTROL_CHARACTERS.sub("", LINE_ENDS.sub("\n", text)))


def _refuse_other_formats(content: bytes) -> None:
    for beginning, name in OTHER_FORMATS:
        if content.startswith(beginning):
            raise UnreadableDocument(f"This is {name} with the ending of a text document.")


def _decode(content: bytes) -> str:
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                raise UnreadableDocument(
                    f"The document says that it is written in {encoding.removesuffix('-sig').upper()}"
                    " but some of its characters are not."
                ) from None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(content)


def _decode_legacy(content: bytes) -> str:
    """Guess the encoding of a text from before Unicode: Chinese, Cyrillic or western European."""
    high = len(HIGH_BYTE.findall(content))
    letters = high + sum(character.isalpha() for character in content.decode("ascii", "ignore"))
    if high > MANY_HIGH_BYTES * letters:
        if 2 * len(HIGH_PAIR.findall(content)) > 0.9 * high:
            try:
                return content.decode("gb18030")
            except UnicodeDecodeError:
                pass
        return max((content.decode(name, "replace") for name in ("cp1251", "koi8-r")), key=_small_letters)
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _small_letters(text: str) -> int:
    """Text decoded with the wrong Cyrillic table comes out mostly in capitals."""
    return sum(character.islower() for character in text)
