"""Hashtags: campaign words, kept without "#" and compared without case."""

import re
from collections.abc import Iterable

from importing.reading import SourceParagraph
from importing.understanding.ledger import Ledger, ProposalPart
from importing.understanding.lexicon.vocabulary import pattern_for
from newsroom.language.hashtags import HASHTAG, SIGNS, hashtag_key, is_hashtag
from newsroom.language.normalisation import UNSEEN

#: Between hashtags of a line; in some scripts a comma looks otherwise, and some networks close a hashtag with its sign.
BETWEEN = re.compile(rf"[*\s,;|.、，،؛{SIGNS}]*")
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
    words = UNSEEN.sub("", HASHTAG_LABEL.sub("", text, count=1))
    return bool(HASHTAG.search(words)) and BETWEEN.fullmatch(HASHTAG.sub(" ", words)) is not None


def _unique(paragraphs: Iterable[SourceParagraph]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for paragraph in paragraphs:
        if any(sign in paragraph.text for sign in SIGNS):
            for hashtag in dict.fromkeys(HASHTAG.findall(UNSEEN.sub("", paragraph.text))):
                if is_hashtag(hashtag):
                    found.setdefault(hashtag_key(hashtag), hashtag)
    return tuple(found.values())
