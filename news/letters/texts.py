"""Which words somebody signed. A letter whose words change has another text; earlier signatures keep theirs.

What changes besides the words, such as a further signatory or a file, makes no other text.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from news.editions.document import Picture, ReleaseDocument
from news.models.edition import Edition

if TYPE_CHECKING:
    from news.models.release import ReleasePage

#: Languages that are corrected in one act are issued within this time.
ONE_ACT = datetime.timedelta(minutes=1)


@dataclass(frozen=True)
class LetterText:
    """A text of a letter: its number, counted from the first, and the instant at which it was issued.

    The first is as old as the letter, whenever that came into this newsroom.
    """

    number: int
    since: datetime.datetime


def words_of_text(document: ReleaseDocument) -> tuple[Any, ...]:
    """Return what is signed: the headline and the text without its pictures."""
    return document.headline, tuple(part for part in document.body if not isinstance(part, Picture))


def texts_among(editions: Iterable[Edition]) -> list[LetterText]:
    """Return the texts that editions of one language had, in their order."""
    texts: list[LetterText] = []
    words: Any = None
    for edition in editions:
        if words != (words := words_of_text(edition.document)):
            since = edition.issued_at if texts else min(edition.issued_at, edition.document.released_at)
            texts.append(LetterText(len(texts) + 1, since))
    return texts


def texts_of_letter(letter: "ReleasePage") -> list[LetterText]:
    """Return the texts that a letter had in its original language; one query."""
    code = letter.original_language or letter.locale.language_code
    editions = Edition.objects.filter(
        release__translation_key=letter.translation_key, release__locale__language_code=code
    )
    return texts_among(editions.order_by("number"))


def text_signed(edition: Edition, texts: list[LetterText]) -> LetterText:
    """Return the text that somebody signs who reads an edition in any language: the last issued until then."""
    until = edition.issued_at + ONE_ACT
    return next((text for text in reversed(texts) if text.since <= until), LetterText(1, edition.issued_at))
