"""Finding what stands between quotation marks, in the habits of every language."""

import unicodedata
from dataclasses import dataclass

# What may close a quotation that was opened with a mark; people mix keyboards.
CLOSING = {
    "“": '”"“',
    "„": '“”"',
    "‟": '”"',
    "«": '»"',
    "»": "«",
    "‹": "›",
    "”": '”"“',
    '"': '"”',
    "「": "」",
    "『": "』",
    "‘": "’",
    "'": "'’",
}
# These also stand inside words, and so close only behind punctuation.
APOSTROPHES = {"‘", "'"}
OPENING_ONLY = {"“", "„", "‟", "«", "‹", "「", "『"}
EVERY_MARK = frozenset("".join(CLOSING) + "".join(CLOSING.values()))
SENTENCE_STOPS = ".!?…。！？"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks; `start` and `end` include the marks.

    `is_closed` is false when the paragraph ends before the quotation does, and
    `is_opened` when it began in a paragraph before.
    """

    text: str
    start: int
    end: int
    is_closed: bool = True
    is_opened: bool = True


def quotations_in(text: str) -> list[Quotation]:
    """Return the outermost quotations of a paragraph, in order.

    A mark that stands where a new quotation opens, behind a full stop, ends
    the search for the close of an earlier one: such a mark was stray.
    """
    found: list[Quotation] = []
    opened: int | None = None
    nested = 0
    for index, mark in enumerate(text):
        if mark not in EVERY_MARK:
            continue
        if opened is None:
            if mark in CLOSING and _may_open(text, index):
                opened, nested = index, 0
        elif _may_close(text, opened, index) and nested == 0:
            found.append(Quotation(text[opened + 1 : index].strip(), opened, index + 1))
            opened = None
        elif _may_close(text, opened, index):
            nested -= 1
        elif _same_kind(text[opened], mark) and _may_open(text, index):
            if _behind_full_stop(text, index):
                opened, nested = index, 0
            else:
                nested += 1
    if opened is not None and text[opened] not in APOSTROPHES:
        found.append(Quotation(text[opened + 1 :].strip(), opened, len(text), is_closed=False))
    return found


def closing_at(text: str) -> int | None:
    """Return where a quotation closes that was opened in an earlier paragraph, or None."""
    for index, mark in enumerate(text):
        if mark in "”»」›" or (mark in '"“' and not _opens(text, index)):
            return index
        if mark in CLOSING and mark not in APOSTROPHES:
            return None
    return None


def begins_with_mark(text: str) -> bool:
    """Whether a paragraph begins with a mark that may open a quotation."""
    return bool(text) and text[0] in CLOSING and text[0] not in APOSTROPHES


def is_all_quotation(text: str, quotations: list[Quotation]) -> bool:
    """Whether a paragraph is a quotation and nothing else."""
    return quotations[0].start <= 1 and len(text[quotations[-1].end :].strip(" .,;—–-")) == 0


def _same_kind(first: str, second: str) -> bool:
    return first == second or {first, second} <= {"“", '"', "”", "„"}


def _opens(text: str, index: int) -> bool:
    """Whether a mark stands in front of a word and not behind one."""
    before = text[index - 1] if index else " "
    after = text[index + 1] if index + 1 < len(text) else " "
    is_letter = before.isalnum() or unicodedata.combining(before) > 0
    return (not is_letter and before not in ',.;!?…)%”"»’') and (not after.isspace())


def _may_open(text: str, index: int) -> bool:
    mark = text[index]
    if mark in OPENING_ONLY:
        return True
    if mark in APOSTROPHES:
        following = text[index + 1 : index + 2]
        return _opens(text, index) and following.isupper()
    if mark == "”":
        return index == 0 or _opens(text, index)
    if mark == "»":
        return _opens(text, index) and "«" in text[index + 1 :]
    if mark == '"':
        glued = index > 0 and text[index - 1] in ".:" and text[index + 1 : index + 2].isupper()
        return _opens(text, index) or glued
    return False


def _may_close(text: str, opened: int, index: int) -> bool:
    mark = text[index]
    if mark not in CLOSING[text[opened]]:
        return False
    if text[opened] in APOSTROPHES:
        following = text[index + 1 : index + 2]
        return text[index - 1] in ",.!?…" and not following.isalnum()
    if mark == '"' or (mark == "“" and text[opened] in "“”"):
        return not _opens(text, index)
    return True


def _behind_full_stop(text: str, index: int) -> bool:
    before = text[max(0, index - 3) : index].rstrip()
    return bool(before) and before[-1] in SENTENCE_STOPS
