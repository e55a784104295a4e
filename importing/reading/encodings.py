"""Turning the bytes of a text document into text."""

import codecs
import re

from importing.unreadable import UnreadableDocument, gettext_noop
from newsroom.language.normalisation import normalise_document

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

OTHER_FORMATS = (
    (b"PK\x03\x04", gettext_noop("This is a Word, ODT or zip file with the ending of a text document.")),
    (b"%PDF", gettext_noop("This is a PDF file. Import the document that it was made from.")),
    (b"{\\rtf", gettext_noop("This is a Rich Text file. Open it in Word or LibreOffice and save it as .docx.")),
    (
        b"\xd0\xcf\x11\xe0",
        gettext_noop("This is an old Word file (.doc). Open it in Word or LibreOffice and save it as .docx."),
    ),
)

CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
HIGH_BYTE = re.compile(rb"[\x80-\xff]")
HIGH_PAIR = re.compile(rb"[\x80-\xff]{2}")

# Above this share of letters outside ASCII a text is not in a language of Europe that writes Latin letters.
MANY_HIGH_BYTES = 0.4
LARGEST_SHARE_OF_CONTROLS = 0.01
#: Of a text that is tried in several encodings, so much is enough.
ENOUGH = 20_000
#: The most frequent letters of Russian and of Arabic: in another encoding they become rare ones, or signs.
FREQUENT = {
    "cp1251": frozenset("оеаинтсрвл"),
    "koi8-r": frozenset("оеаинтсрвл"),
    "cp1256": frozenset("اليونمرتبة"),
}
#: Signs that stand inside words where central European letters were read as western ones.
SIGNS_IN_WORDS = re.compile(r"(?<=[^\W\d_])[³¹¿£¥¼¾](?=[^\W\d_])")
#: Letters of Czech and Hungarian as they come out in the western encoding, beside some that only they have.
CZECH = re.compile(r"[èìøùï]")
CZECH_SIGNS = re.compile(r"[žšŽŠ]")
HUNGARIAN = re.compile(r"[õû]")
HUNGARIAN_SIGNS = re.compile(r"[öüáéó]")
WESTERN = re.compile(r"[ãçñêâ]")


def decode_text(content: bytes, declared: str = "") -> str:
    """Return the text in one form of Unicode, with line ends made equal, without control characters and signs that say
    only where a line might break.

    Raises UnreadableDocument when the bytes are no text.
    """
    for beginning, sentence in OTHER_FORMATS:
        if content.startswith(beginning):
            raise UnreadableDocument(sentence)
    text = _decode(content, encoding_of(content, declared))
    controls = len(CONTROL_CHARACTERS.findall(text))
    if "\0" in text or controls > LARGEST_SHARE_OF_CONTROLS * len(text):
        raise UnreadableDocument(gettext_noop("This is not a text document: it holds characters that no text has."))
    return normalise_document(CONTROL_CHARACTERS.sub("", LINE_ENDS.sub("\n", text)))


def encoding_of(content: bytes, declared: str = "") -> str:
    """Return the encoding of a text: by its mark, as UTF-8 or UTF-16, as it declares, or as it reads best."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return encoding
    if encoding := _unmarked_utf_16(content):
        return encoding
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _declared(content, declared) or _guessed(content)
    return "utf-8"


def guessed_encoding(content: bytes) -> str:
    """Return the encoding of a text as people call it ("Windows-1256") where only its letters tell it; else ""."""
    encoding = encoding_of(content)
    is_told = encoding.startswith("utf") or any(content.startswith(mark) for mark, _encoding in BYTE_ORDER_MARKS)
    return "" if is_told else encoding.replace("cp", "Windows-").replace("koi8-r", "KOI8-R").replace("gb", "GB ")


def _decode(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        if encoding in ("cp1252", "cp1250", "cp1251", "cp1256", "koi8-r"):
            return content.decode(encoding, "replace")
        raise UnreadableDocument(
            gettext_noop("The document says that it is written in %(encoding)s but some of its characters are not."),
            encoding=encoding.removesuffix("-sig").upper(),
        ) from None


def _unmarked_utf_16(content: bytes) -> str:
    """Return UTF-16 where every second byte of the beginning is zero, as in Latin text, or is that of one script."""
    sample = content[:2000]
    if len(sample) < 8 or len(content) % 2:
        return ""
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = sample[offset::2]
        if sum(byte in (0x00, 0x04, 0x06, 0x20) for byte in high) > 0.95 * len(high) and b"\0" in high:
            return encoding
    return ""


def _declared(content: bytes, declared: str) -> str:
    try:
        content.decode(declared)
        return codecs.lookup(declared).name if declared else ""
    except (LookupError, UnicodeDecodeError, ValueError):
        return ""


def _guessed(content: bytes) -> str:
    """Guess the encoding of a text from before Unicode."""
    high = len(HIGH_BYTE.findall(content))
    letters = high + sum(character.isalpha() for character in content.decode("ascii", "ignore"))
    if high <= MANY_HIGH_BYTES * letters:
        return _latin(content)
    best, share = "", 0.0
    for name, frequent in FREQUENT.items():
        text = content[:ENOUGH].decode(name, "replace")
        found = sum(character in frequent for character in text) / max(high, 1)
        if found > share:
            best, share = name, found
    if share < 0.4 and 2 * len(HIGH_PAIR.findall(content)) > 0.9 * high:
        try:
            content.decode("gb18030")
        except UnicodeDecodeError:
            return best or "cp1252"
        return "gb18030"
    return best or "cp1252"


def _latin(content: bytes) -> str:
    """Tell western from central European, by letters that would be signs or stand beside others than they do."""
    text = content[:ENOUGH].decode("cp1252", "replace")
    czech = CZECH.search(text) and CZECH_SIGNS.search(text)
    hungarian = HUNGARIAN.search(text) and HUNGARIAN_SIGNS.search(text) and not WESTERN.search(text)
    return "cp1250" if SIGNS_IN_WORDS.search(text) or czech or hungarian else "cp1252"
