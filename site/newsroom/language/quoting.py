"""Quotation marks around all of a text, in the habits of every language: the page sets its own."""

import re

from newsroom.language.normalisation import BIDI_MARKS, BREAK_HINTS

#: What may close words that are opened by a mark; people mix keyboards and languages.
CLOSING_MARKS = {
    "“": "”“",
    "”": "”",
    "„": "“”‟",
    "‟": "”",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹",
    "‘": "’‘",
    "‚": "‘’",
    "「": "」",
    "『": "』",
    "﹁": "﹂",
    "〝": "〞〟",
    "｢": "｣",
    "❝": "❞",
    "❛": "❜",
    '"': '"',
    "＂": "＂",
    "'": "'",
    "’": "’",
}
#: Marks that stand inside words too.
APOSTROPHE_MARKS = frozenset("'’‘")
#: What may stand behind the mark that closes; it belongs to the words.
STOPS = ".。!?！？…"
OPENS, CLOSES, NEITHER = 1, -1, 0
EVERY_CLOSING = frozenset("".join(CLOSING_MARKS.values()))
#: Marks written as two signs where a keyboard lacks them, and what they stand for.
WRITTEN_OUT = (("<<", ">>", "«", "»"), ("``", "''", "“", "”"))
#: What nobody sees before and behind words: white space, joiners, marks of direction, hints where to break.
BESIDE = rf"[\s\u200c\u200d{BIDI_MARKS}{BREAK_HINTS}]+"
ENDS = re.compile(rf"\A{BESIDE}|{BESIDE}\Z")


def without_outer_marks(text: str) -> str:
    """Return a text without the quotation marks that stand around all of it, whatever language's they are.

    “A” and “B” keep theirs, since no pair holds all of it. Where each further paragraph begins with the opening mark,
    as in English and French, these go with it.
    """
    while (inner := inner_words(ENDS.sub("", text))) is not None:
        text = inner
    return text


def inner_words(text: str) -> str | None:
    """Return what stands between one outer pair of marks; None where there is none."""
    for opening, closing, *single in WRITTEN_OUT:
        if text.startswith(opening) and not any(mark in text for mark in single):
            inner = inner_words(text.replace(opening, single[0]).replace(closing, single[1]))
            return inner and inner.replace(single[0], opening).replace(single[1], closing)
    before_stop = ENDS.sub("", text[:-1])
    stop = text[-1:] if text[-1:] in STOPS and before_stop[-1:] in EVERY_CLOSING else ""
    body = before_stop if stop else text
    pair = body[:1], body[-1:]
    if len(body) < 3 or pair[1] not in CLOSING_MARKS.get(pair[0], ""):
        return None
    inner = body[1:-1]
    if not is_balanced(inner, *pair):
        paragraphs = [ENDS.sub("", line).removeprefix(pair[0]) for line in inner.split("\n")]
        inner = "\n".join(paragraphs)
        if len(paragraphs) < 2 or not is_balanced(inner, *pair):
            return None
    words = inner.strip()
    return f"{words}{stop}" if words and words[-1] not in STOPS else words or None


def is_balanced(inner: str, opening: str, closing: str) -> bool:
    """Whether what an opening mark opened stays open to the end of the text: each pair inside is whole."""
    turns = [(mark, turn_of(inner, place, opening, closing)) for place, mark in enumerate(inner)]
    depth = 0
    for place, (mark, turn) in enumerate(turns):
        if turn == CLOSES and depth == 0:
            if mark in APOSTROPHE_MARKS and not any(later == OPENS for _mark, later in turns[place + 1 :]):
                continue
            return False
        depth += turn
    return depth == 0


def turn_of(inner: str, place: int, opening: str, closing: str) -> int:
    """Tell whether a character opens or closes what a pair of marks does, by its form or else by its neighbours."""
    mark = inner[place]
    if mark != opening and mark not in CLOSING_MARKS[opening]:
        return NEITHER
    before, behind = inner[place - 1 : place] or " ", inner[place + 1 : place + 2] or " "
    if mark in APOSTROPHE_MARKS and before.isalnum() and behind.isalnum():
        return NEITHER
    if mark == opening != closing:
        return OPENS
    if mark != opening and mark not in "“‘":
        return CLOSES
    return OPENS if not behind.isspace() and (before.isspace() or before in "([{（【—–-/") else CLOSES
