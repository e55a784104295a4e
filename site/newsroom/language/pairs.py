"""Quotation marks of which the other half is missing."""

from collections.abc import Iterator

#: What closes each mark that opens; „ is closed by the mark that opens in English.
CLOSED_BY = {"“": "”", "„": "“”", "«": "»", "‹": "›", "「": "」", "『": "』"}
CLOSING = frozenset("”»›」』")
#: How much of the text around a mark is shown.
AROUND = 24


def unpaired_marks_in(text: str, following: str = "") -> Iterator[str]:
    """The places of a paragraph where a quotation mark stands without its other half, each with the words around it.

    A quote of several paragraphs opens each of them and closes the last, or begins each with the mark that closes;
    `following` is the next paragraph. Marks that
    are apostrophes too, and feet and inches, are left alone.
    """
    waiting: list[tuple[str, int]] = []
    for place, mark in enumerate(text):
        if waiting and mark in CLOSED_BY[waiting[-1][0]]:
            waiting.pop()
        elif mark in CLOSED_BY:
            waiting.append((mark, place))
        elif mark in CLOSING and text[:place].strip():
            yield words_around(text, place)
    for mark, place in waiting:
        if not (text.lstrip().startswith(mark) and following.lstrip().startswith(mark)):
            yield words_around(text, place)
    straight = [place for place, mark in enumerate(text) if mark == '"' and not text[:place][-1:].isdigit()]
    if len(straight) % 2:
        yield words_around(text, straight[-1])


def words_around(text: str, place: int) -> str:
    """The words around a place of a text."""
    start, end = max(0, place - AROUND), place + AROUND
    return f"{'…' if start else ''}{text[start:end].strip()}{'…' if end < len(text) else ''}"
