"""Hashtags: campaign words, kept without "#" and compared without case."""

import re
from collections.abc import Iterable

from importing.reading import SourceParagraph
from importing.understanding.ledger import Ledger, ProposalPart
from importing.understanding.vocabulary import pattern_for

HASHTAG = re.compile(r"(?<![\w/&#.])[#＃](\w*[^\W\d_]\w*)")
ONLY_HASHTAGS = re.compile(r"(?:[*\s,;|]*[#＃]\w+)+[*\s,;|.]*")
HASHTAG_LABEL = re.compile(rf"[\s*]*{pattern_for('labels.hashtags')}\s*[:：]\s*", re.IGNORECASE)
LONGEST_LINE = 1_000


def hashtags_of(ledger: Ledger) -> tuple[str, ...]:
    """Return every hashtag of a document once, in order; lines of nothing else are placed."""
    ledger.place(ProposalPart.HASHTAGS, (p.number for p in ledger.paragraphs if is_hashtag_line(p.text)))
    return _unique(ledger.paragraphs)


def is_hashtag_line(text: str) -> bool:
    """Whether a line holds hashtags and nothing else."""
    if len(text) > LONGEST_LINE:
        return False
    return bool(ONLY_HASHTAGS.fullmatch(HASHTAG_LABEL.sub("", text, count=1)))


def _unique(paragraphs: Iterable[SourceParagraph]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for paragraph in paragraphs:
        if "#" in paragraph.text or "＃" in paragraph.text:
            for hashtag in HASHTAG.findall(paragraph.text):
                found.setdefault(hashtag.casefold(), hashtag)
    return tuple(found.values())
