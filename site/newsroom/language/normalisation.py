"""The one way in for text: in one form of Unicode, without what cannot be written out again or cannot be seen."""

import re
from unicodedata import is_normalized, normalize

#: What other programs write for the end of a line, a paragraph or a page. XML 1.0 carries the last three, and yet what
#: reads a text line by line ends one there or not as it likes.
BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]+")
#: The same, and the separators of records, at which Python ends a line too.
LINE_ENDS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
#: No XML 1.0 carries these.
NOT_IN_XML = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
#: Signs without a width that say only where a line may break: nothing that belongs to a word.
BREAK_HINTS = "\u00ad\u200b\u2060\ufeff"
#: Signs that only say in which direction text runs.
BIDI_MARKS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
#: Signs that once said of which language a text is, without being seen.
TAG_SIGNS = "\U000e0000-\U000e007f"
UNSEEN = re.compile(f"[{BREAK_HINTS}{BIDI_MARKS}{TAG_SIGNS}]")
HINTS = re.compile(f"[{BREAK_HINTS}]")


def normalise_text(text: str) -> str:
    """Return running text in NFC without what XML cannot carry; a break that is no line end here becomes a space.

    Marks of direction, joiners and hints where to break stay: some scripts need them.
    """
    return normalize_form(without_unwritable(text))


def normalise_name(text: str) -> str:
    """Return a name, an address or a search term: as running text, without signs that nobody sees.

    Joiners (U+200C, U+200D) stay, since they are part of how some names are spelt.
    """
    return normalise_text(UNSEEN.sub("", text))


def shows_something(text: str) -> bool:
    """Tell whether a text has anything that a reader sees."""
    return bool(normalise_name(text).strip())


def normalise_document(text: str) -> str:
    """Return the text of a document from outside: as running text, without hints where its lines might break."""
    return normalise_text(HINTS.sub("", text))


def without_line_ends(text: str) -> str:
    """Return a text with a space for whatever ends a line in some programs and not in others; LF and CR stay."""
    return LINE_ENDS.sub(" ", text)


def without_unwritable(text: str) -> str:
    """Return a text without the characters that XML 1.0 does not allow, which no feed and no exchange could carry."""
    return NOT_IN_XML.sub("", BREAKS.sub(" ", text))


def normalize_form(text: str) -> str:
    """Return a text in NFC: letters with their marks as one character where there is one."""
    return text if is_normalized("NFC", text) else normalize("NFC", text)
