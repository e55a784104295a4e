"""What stands between words that the program puts side by side, as each language writes it.

`code` is the language of what is written; the reader's where it is left out.
"""

from collections.abc import Iterable

from django.utils.translation import get_language

from newsroom.language.catalogue import language_row
from newsroom.language.facts import Language


def row_of(code: str) -> Language:
    """What is known of a language, or of the reader's."""
    return language_row(code or get_language() or "en")


def as_list(items: Iterable[object], code: str = "") -> str:
    """Items as a list: "Arabic, French", "العربية، الفرنسية", "阿拉伯文、法文"."""
    return row_of(code).list_separator.join(map(str, items))


def side_by_side(parts: Iterable[object], code: str = "") -> str:
    """The parts of a line, such as a name and a role, with commas between; without the empty ones."""
    return row_of(code).comma.join(str(part) for part in parts if part)


def one_by_one(items: Iterable[object], code: str = "") -> str:
    """Items of several words each, with semicolons between."""
    return row_of(code).semicolon.join(map(str, items))


def in_brackets(remark: object, code: str = "") -> str:
    """What is added to the words before it, in brackets; nothing for nothing."""
    opening, closing = row_of(code).brackets
    return f"{opening}{remark}{closing}" if remark else ""


def in_quotation_marks(words: object, code: str = "") -> str:
    """Words in the marks of a language."""
    opening, closing = row_of(code).quotation_marks
    return f"{opening}{words}{closing}"
