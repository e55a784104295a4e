"""The published heading of a release and the line under it."""

import itertools

from importing.reading import Kind, SourceParagraph
from importing.understanding.ledger import Ledger, ProposalPart
from importing.understanding.lexicon.labels import PAGE_FURNITURE, SALUTATION, SUBJECT, SUMMARY, TITLE_LABEL
from importing.understanding.lexicon.quotation_marks import begins_with_mark
from importing.understanding.lexicon.words import word_count
from newsroom.language.addresses import has_address
from newsroom.language.calendar.dates import first_date_in

MOST_PARAGRAPHS = 12
MOST_WORDS = 40
LONGEST = 400
MOST_SUBHEADLINE_WORDS = 45


def headline_of(ledger: Ledger) -> tuple[str | None, str | None]:
    """Return headline and subheadline, and place them.

    A form says where its title is; a letter has its subject; a document with
    headings has its first; else the first line that reads like a title is it.
    """
    top = list(ledger.free())[:MOST_PARAGRAPHS]
    chosen = _labelled(top) or _subject(top) or _heading(top) or _title_like(top)
    if chosen is None:
        return None, None
    ledger.place(ProposalPart.HEADLINE, (chosen.number,))
    text = _bare(chosen)
    headline, details = _without_details(text)
    if details:
        return headline, details
    return headline, _subheadline(ledger, chosen)


def summary_of(ledger: Ledger) -> str | None:
    """Return a paragraph labelled as summary, and place it."""
    for paragraph in list(ledger.free())[:MOST_PARAGRAPHS]:
        match = SUMMARY.fullmatch(paragraph.text) if len(paragraph.text) < 2_000 else None
        if match:
            ledger.place(ProposalPart.SUMMARY, (paragraph.number,))
            return match["rest"].strip()
    return None


def _labelled(top: list[SourceParagraph]) -> SourceParagraph | None:
    for label, following in itertools.pairwise(top):
        if len(label.text) < 80 and TITLE_LABEL.fullmatch(label.text) and len(following.text) < LONGEST:
            return following
    return None


def _subject(top: list[SourceParagraph]) -> SourceParagraph | None:
    return next((p for p in top if len(p.text) < LONGEST and SUBJECT.fullmatch(p.text)), None)


def _heading(top: list[SourceParagraph]) -> SourceParagraph | None:
    """Return the heading of the highest level, unless text stands above it that is longer than a label."""
    headings = [p for p in top if p.kind is Kind.HEADING and not PAGE_FURNITURE.fullmatch(p.text)]
    if not headings:
        return None
    best = min(headings, key=lambda heading: (heading.level, heading.number))
    return best if best.level <= 2 or best.number <= 2 else None


def _title_like(top: list[SourceParagraph]) -> SourceParagraph | None:
    for paragraph in top:
        text = paragraph.text
        if paragraph.kind is not Kind.PARAGRAPH or PAGE_FURNITURE.fullmatch(text):
            continue
        if SALUTATION.fullmatch(text) or not _reads_like_title(text):
            return None
        return paragraph
    return None


def _reads_like_title(text: str) -> bool:
    """A title is short, is no sentence that ends, and is no quotation or address."""
    if word_count(text) > MOST_WORDS or len(text) > LONGEST or has_address(text):
        return False
    if begins_with_mark(text) and not text.rstrip().endswith(("»", "”", '"')) and word_count(text) > 25:
        return False
    return not text.rstrip(" *").endswith((".", "。", ":", "：", ";", ",")) or word_count(text) <= 20


def _bare(paragraph: SourceParagraph) -> str:
    subject = SUBJECT.fullmatch(paragraph.text)
    return (subject["rest"] if subject else paragraph.text).strip(" *")


def _without_details(text: str) -> tuple[str, str | None]:
    """Part a title from the date, time and place written behind it on the same line."""
    found = first_date_in(text)
    if found is None or found.start < 20 or "|" not in text[found.end :]:
        return text, None
    return text[: found.start].strip(" |,–—-"), text[found.start :].strip()


def _subheadline(ledger: Ledger, headline: SourceParagraph) -> str | None:
    """Read the line under a headline: a lower heading, or a short line in front of longer text."""
    following = [p for p in ledger.paragraphs[headline.number + 1 : headline.number + 4]]
    if not following or not ledger.is_free(following[0].number):
        return None
    line, behind = following[0], following[1] if len(following) > 1 else None
    if behind is None or not _is_subheadline(ledger, headline, line, behind):
        return None
    ledger.place(ProposalPart.SUBHEADLINE, (line.number,))
    return line.text.strip(" *")


def _is_subheadline(ledger: Ledger, headline: SourceParagraph, line: SourceParagraph, behind: SourceParagraph) -> bool:
    words = word_count(line.text)
    if words < 4 or words > MOST_SUBHEADLINE_WORDS or not line.text.lstrip('*“«"')[:1].isalnum():
        return False
    if line.text.rstrip(" *").endswith((":", "：")) or has_address(line.text) or SALUTATION.fullmatch(line.text):
        return False
    if line.kind is Kind.HEADING:
        return headline.kind is Kind.HEADING and line.level == headline.level + 1 and behind.kind is Kind.PARAGRAPH
    if line.kind is not Kind.PARAGRAPH:
        return False
    is_emphasised = line.html.startswith(("<em>", "<strong>")) and line.html.endswith(("</em>", "</strong>"))
    before_dateline = ledger.part_of(behind.number) is ProposalPart.DATELINE
    unended = not line.text.rstrip(" *").endswith((".", "。", "!", "?", ";", ","))
    return is_emphasised or before_dateline or (unended and words >= 6 and len(behind.text) > 2 * len(line.text))
