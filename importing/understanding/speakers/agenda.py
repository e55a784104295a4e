"""People named in the rows of an agenda, where the column tells that they speak."""

import re
from collections.abc import Iterator

from importing.reading import SourceParagraph
from importing.understanding.lexicon.vocabulary import pattern_for, word_list
from importing.understanding.speakers.names import HONORIFICS, is_person_name
from importing.understanding.speakers.people import FoundPerson

TIME = re.compile(r"\d{1,2}\s?[:.hч时]\s?\d{2}|\d{1,2}\s?(?:min|h|am|pm|a\.m|p\.m|Uhr)\b", re.IGNORECASE)
PIECES = re.compile(rf"\s*(?:[/;|&]|,|\s[–—-]\s|(?<=\w)[–—-]\s|\s{pattern_for('and')}\s)\s*")
AGENDA_WORDS = word_list("agenda_words")
FEWEST_CELLS = 3
MOST_NAME_WORDS = 4


def people_in_row(paragraph: SourceParagraph) -> Iterator[FoundPerson]:
    """Yield whoever stands in the last column of a row that begins with a time, by full name and nothing else."""
    cells = paragraph.text.split(" | ")
    if len(cells) < FEWEST_CELLS or TIME.search(cells[0]) is None:
        return
    tail = re.split(r"[–—-]\s", cells[-2])[-1] if len(cells) > FEWEST_CELLS - 1 else ""
    for cell in (cells[-1], tail if tail != cells[-2] else ""):
        for piece in PIECES.split(cell):
            if _is_speaker(piece.strip(" .*")):
                yield FoundPerson(piece.strip(" .*"))


def _is_speaker(text: str) -> bool:
    words = text.split()
    if not 1 < len(words) <= MOST_NAME_WORDS or any(word.casefold() in AGENDA_WORDS for word in words):
        return False
    if any(word.casefold().strip(".") in HONORIFICS for word in words):
        return False
    return is_person_name(text) and not any(len(word.strip(".")) == 1 for word in words[1:])
