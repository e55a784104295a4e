"""The embargo line, and the instant it means."""

import re
from datetime import date

from importing.understanding.instants import read_instant
from importing.understanding.ledger import Ledger, ProposalPart
from importing.understanding.lexicon.vocabulary import pattern_for

# The line begins with these; "sin embargo" and a trade embargo do not.
EMBARGO = re.compile(rf"[\s*_\[(#–—-]*{pattern_for('labels.embargo')}", re.IGNORECASE)
#: The same behind whoever issues the release: "Institute of X, Embargoed until …".
BEHIND_ISSUER = re.compile(rf"[^.:!?]{{3,80}}[,|–—-]\s*(?={pattern_for('labels.embargo')})", re.IGNORECASE)
LONGEST_LINE = 320
MOST_WORDS = 45


def embargo_of(ledger: Ledger) -> str | None:
    """Return the embargo line as written, and place it."""
    for paragraph in ledger.free():
        text = paragraph.text
        if len(text) > LONGEST_LINE or len(text.split()) > MOST_WORDS:
            continue
        issuer = BEHIND_ISSUER.match(text)
        if EMBARGO.match(text) or (issuer is not None and EMBARGO.match(text[issuer.end() :])):
            ledger.place(ProposalPart.EMBARGO, (paragraph.number,))
            return text.strip()
    return None


def until_of(
    ledger: Ledger, line: str | None, language: str | None, issued: str | None
) -> tuple[str | None, str | None]:
    """Return the instant that an embargo line means as ISO 8601 and its IANA zone; None for both with a doubt."""
    if line is None:
        return None, None
    instant = read_instant(line, language, date.fromisoformat(issued) if issued else None)
    if instant.until is None:
        numbers = [p.number for p in ledger.paragraphs if ledger.part_of(p.number) is ProposalPart.EMBARGO]
        ledger.doubt(numbers, instant.doubt, **dict(instant.values))
        return None, None
    return instant.until.isoformat(), instant.zone or None
