"""Which kind of document it is: press release, statement, speech, open letter, call, event, …"""

import re

from importing.reading import Kind, SourceParagraph
from importing.remarks import ImportRemark
from importing.understanding.ledger import Ledger, ProposalPart
from importing.understanding.lexicon.labels import KIND_LINE, SALUTATION, SUBJECT, is_short
from importing.understanding.lexicon.vocabulary import pattern_for
from importing.understanding.occasions import occasion_in
from importing.understanding.top_lines import kind_in_letterhead, lines_above_text

INVITATION = re.compile(pattern_for("labels.invitation"), re.IGNORECASE)
DEFAULT_KIND = "press-release"
OCCASIONS = ("event", "call")
#: In some languages one word calls journalists and calls for answers.
AMBIGUOUS = "media-advisory"
# A label stands at the top.
MOST_PARAGRAPHS = 8
MOST_LABEL_WORDS = 6


def kind_of(ledger: Ledger) -> str:
    """Return the kind that a label at the top tells, and place the label.

    A letter with a salutation is an open letter, or a call when its subject
    invites; without a label a document is a press release.
    """
    top = lines_above_text(list(ledger.free()))[:MOST_PARAGRAPHS]
    for paragraph in top:
        kind = _labelled(paragraph)
        if kind is not None:
            if not _is_title_too(paragraph):
                ledger.place(ProposalPart.KIND, (paragraph.number,))
                ledger.doubt((paragraph.number,), ImportRemark.KIND, text=paragraph.text)
            return kind
    return _unlabelled(ledger, list(ledger.free())[:MOST_PARAGRAPHS])


def occasion_told(ledger: Ledger) -> str | None:
    """Return "event" or "call" where a label at the top says so or the document is built so; None for a release."""
    top = lines_above_text(list(ledger.free()))[:MOST_PARAGRAPHS]
    told = next((kind for paragraph in top if (kind := _labelled(paragraph)) is not None), None)
    if told == AMBIGUOUS:
        return "call" if occasion_in(ledger.paragraphs) == "call" else None
    if told is not None:
        return told if told in OCCASIONS else None
    unlabelled = _unlabelled(ledger, list(ledger.free())[:MOST_PARAGRAPHS])
    return unlabelled if unlabelled in OCCASIONS else occasion_in(ledger.paragraphs)


def _labelled(paragraph: SourceParagraph) -> str | None:
    if paragraph.kind in (Kind.LIST_ITEM, Kind.TABLE_ROW):
        return None
    if is_short(paragraph.text, MOST_LABEL_WORDS) and (kind := _labelled_text(paragraph.text)) is not None:
        return kind
    return kind_in_letterhead(paragraph.text)


def _labelled_text(text: str) -> str | None:
    return next((kind for kind, line in KIND_LINE.items() if line.fullmatch(text)), None)


def _is_title_too(paragraph: SourceParagraph) -> bool:
    """A first-level heading may be a document's only title, such as "Open letter"."""
    return paragraph.kind is Kind.HEADING and paragraph.level == 1 and paragraph.number == 0


def _unlabelled(ledger: Ledger, top: list[SourceParagraph]) -> str:
    subject = next((match["rest"] for p in top if (match := SUBJECT.match(p.text[:400]))), "")
    if any(SALUTATION.fullmatch(p.text[:120]) for p in top if is_short(p.text)):
        return "call" if INVITATION.search(subject) else "open-letter"
    return "event" if _has_agenda(ledger) else DEFAULT_KIND


def _has_agenda(ledger: Ledger) -> bool:
    """Whether a document has a table under the heading of an agenda."""
    rows = any(paragraph.kind is Kind.TABLE_ROW for paragraph in ledger.paragraphs)
    return rows and any(
        is_short(paragraph.text, MOST_LABEL_WORDS) and KIND_LINE["event"].fullmatch(paragraph.text)
        for paragraph in ledger.paragraphs
    )
