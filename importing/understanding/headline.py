"""The published heading of a release and the line under it."""

import itertools
import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from importing.proposal import Evidence
from importing.reading import Kind, Place, SourceParagraph
from importing.remarks import ImportRemark
from importing.understanding.ledger import Ledger, ProposalPart
from importing.understanding.lexicon.labels import KIND_LINE, SALUTATION, SUBJECT, SUMMARY, TITLE_LABEL
from importing.understanding.lexicon.organisation_words import is_organisation_word
from importing.understanding.lexicon.quotation_marks import begins_with_mark
from importing.understanding.lexicon.words import word_count
from importing.understanding.signals import evidence_of
from importing.understanding.top_lines import (
    MOST_ISSUER_WORDS,
    is_furniture,
    is_site_data,
    is_text,
    is_title_line,
    kind_in_letterhead,
    lines_above_text,
    names_issuer_only,
)
from newsroom.language.addresses import has_address
from newsroom.language.calendar.dates import first_date_in

MOST_PARAGRAPHS = 16
MOST_WORDS = 40
LONGEST = 400
LONGEST_STORED = 255
MOST_SUBHEADLINE_WORDS = 45
SENTENCE_ENDS = (".", "。", "!", "?", "؟", "！", "？")
NO_EVIDENCE = Evidence()
#: What a body is in a word or three, and what it is called by in marks: "Благотворительный фонд «Полка»".
QUOTED_NAME = re.compile(r"(?:[^\W\d][^\s«“„\"]+\s){1,3}[«“„\"](?P<name>[^«»“”„\"]{2,40})[»”“\"]")


@dataclass(frozen=True, slots=True)
class Title:
    """Headline and subheadline, and why the one was taken for it."""

    headline: str | None = None
    subheadline: str | None = None
    evidence: Evidence = NO_EVIDENCE


def title_of(ledger: Ledger, others: Set[int] = frozenset()) -> Title:
    """Return headline and subheadline, and place them. `others` are paragraphs that are known to be something else.

    A form says where its title is; a letter has its subject; else it is the first heading or line above the text
    that is no label, letterhead, date or address.
    """
    top = [each for each in ledger.free() if each.number not in others][:MOST_PARAGRAPHS]
    chosen, signals = _chosen(ledger, top)
    if chosen is None:
        return Title()
    ledger.place(ProposalPart.HEADLINE, (chosen.number,))
    headline, details = without_details(_bare(chosen))
    if len(headline) > LONGEST_STORED:
        ledger.doubt((chosen.number,), ImportRemark.LONG_HEADLINE)
    subheadline = details or _subheadline(ledger, chosen)
    return Title(headline, subheadline, evidence_of((chosen.number,), signals))


def place_site_data(ledger: Ledger) -> None:
    """Leave out what a website or a wire put around the text, and say so."""
    above = {paragraph.number for paragraph in lines_above_text(ledger.paragraphs)}
    data = [p.number for p in ledger.free() if p.number in above and is_site_data(p.text)]
    if len(data) < 2 and not any(ledger.paragraphs[number].text.startswith("layout:") for number in data):
        data = []
    found = [p.number for p in ledger.free() if is_furniture(p.text) and p.kind is not Kind.TABLE_ROW]
    ledger.place(ProposalPart.END, (*data, *found))
    if data:
        ledger.doubt(data, ImportRemark.SITE_SETTINGS, [ledger.paragraphs[number].text for number in data])
    for number in found:
        ledger.doubt((number,), ImportRemark.FURNITURE, text=ledger.paragraphs[number].text)


def summary_of(ledger: Ledger) -> str | None:
    """Return a paragraph labelled as summary, and place it."""
    for paragraph in list(ledger.free())[:MOST_PARAGRAPHS]:
        match = SUMMARY.fullmatch(paragraph.text) if len(paragraph.text) < 2_000 else None
        if match:
            ledger.place(ProposalPart.SUMMARY, (paragraph.number,))
            return match["rest"].strip()
    return None


def _chosen(ledger: Ledger, top: Sequence[SourceParagraph]) -> tuple[SourceParagraph | None, list[str]]:
    if (labelled := _labelled(top) or _subject(top)) is not None:
        return labelled, ["a label says so"]
    above = lines_above_text([each for each in top if each.place is Place.TEXT] or top)
    if (heading := _heading(ledger, above)) is not None:
        return heading, _signals(ledger, heading, above, ["a heading of the document"])
    if (line := _title_like(ledger, above)) is not None:
        return line, _signals(ledger, line, above, ["the first line that reads like a title"])
    if (heading := _heading(ledger, top)) is not None:
        return heading, ["a heading of the document"]
    return next(iter(_only_titles(ledger, top)), None), ["several lines could be the title"]


def _signals(ledger: Ledger, chosen: SourceParagraph, above: Sequence[SourceParagraph], first: list[str]) -> list[str]:
    signals = list(first)
    following = chosen.number + 1
    if following < len(ledger.paragraphs):
        behind = ledger.paragraphs[following]
        if is_text(behind) or ledger.part_of(following) is ProposalPart.DATELINE:
            signals.append("stands above the dateline or the first paragraph")
    if names_issuer_only(chosen.text):
        signals.append("the line names an organisation only")
    if chosen.kind is not Kind.HEADING and sum(is_title_line(p.text) for p in above) > 2:
        signals.append("several lines could be the title")
    return signals


def _labelled(top: Sequence[SourceParagraph]) -> SourceParagraph | None:
    for label, following in itertools.pairwise(top):
        if len(label.text) < 80 and TITLE_LABEL.fullmatch(label.text) and len(following.text) < LONGEST:
            return following
    return None


def _subject(top: Sequence[SourceParagraph]) -> SourceParagraph | None:
    return next((p for p in top if len(p.text) < LONGEST and SUBJECT.fullmatch(p.text)), None)


def _heading(ledger: Ledger, top: Sequence[SourceParagraph]) -> SourceParagraph | None:
    """Return the heading of the highest level that can be a title; of several, one that text stands under."""
    headings = [p for p in top if p.kind is Kind.HEADING and is_title_line(p.text) and p.level <= 3]
    named = [p for p in headings if not names_issuer_only(p.text)] or headings
    if not named:
        return None
    level = min(heading.level for heading in named)
    best = [heading for heading in named if heading.level == level]
    with_text = [heading for heading in best if _leads_to_text(ledger, heading)]
    if not with_text and (kit := next(iter(_labels_with_name(ledger)), None)) is not None:
        return kit
    chosen = (with_text or best)[0]
    first = next(p.number for p in top if p.kind is Kind.HEADING)
    plain = [p for p in top if p.number < first and p.kind is Kind.PARAGRAPH and is_title_line(p.text)]
    if chosen.level > 1 and any(_reads_like_title(p.text) and not names_issuer_only(p.text) for p in plain):
        return None
    return chosen


def _leads_to_text(ledger: Ledger, heading: SourceParagraph) -> bool:
    """Whether text stands under a heading before another heading of its level or a row of short lines."""
    short = 0
    for paragraph in ledger.paragraphs[heading.number + 1 : heading.number + 6]:
        if is_text(paragraph):
            return True
        if paragraph.kind is Kind.HEADING and paragraph.level <= heading.level:
            return False
        short += 1
    return short <= 2


def _title_like(ledger: Ledger, top: Sequence[SourceParagraph]) -> SourceParagraph | None:
    issuer: SourceParagraph | None = None
    for paragraph in top:
        text = paragraph.text
        if paragraph.kind not in (Kind.PARAGRAPH, Kind.HEADING) or not is_title_line(text):
            continue
        if SALUTATION.fullmatch(text) or not _reads_like_title(text):
            return issuer
        if not names_issuer_only(text) and (issuer or not _is_letterhead(ledger, paragraph)):
            return paragraph
        issuer = issuer or paragraph
    return issuer


def _is_letterhead(ledger: Ledger, paragraph: SourceParagraph) -> bool:
    """Whether the words of a line in capitals, or above the label of the kind, come whole once more in the text.

    A body that is called by a name in marks is one that the next line names too.
    """
    text = paragraph.text.strip(" *")
    following = paragraph.number + 1
    if (quoted := QUOTED_NAME.fullmatch(text)) is not None and is_organisation_word(
        text[: quoted.start("name") - 2].split()[-1]
    ):
        return any(quoted["name"] in each.text for each in ledger.paragraphs[following : following + 1])
    above_label = following < len(ledger.paragraphs) and ledger.part_of(following) is ProposalPart.KIND
    if not (above_label or text.isupper()) or not 1 < word_count(text) <= MOST_ISSUER_WORDS:
        return False
    below = (each.text.casefold() for each in ledger.paragraphs[following:] if each.place is Place.TEXT)
    return any(text.casefold() in each for each in below)


def _only_titles(ledger: Ledger, top: Iterable[SourceParagraph]) -> Iterable[SourceParagraph]:
    """Yield what can be a title where nothing better is: a label of the kind with a name, the first short line."""
    yield from _labels_with_name(ledger)
    for paragraph in top:
        if paragraph.kind in (Kind.PARAGRAPH, Kind.HEADING) and _reads_like_title(paragraph.text):
            if paragraph.kind is not Kind.HEADING and paragraph.text.rstrip(" *").endswith(SENTENCE_ENDS):
                continue
            if is_title_line(paragraph.text) and not SALUTATION.fullmatch(paragraph.text):
                yield paragraph


def _labels_with_name(ledger: Ledger) -> Iterable[SourceParagraph]:
    """Yield first-level headings that tell the kind and name what it is about, such as "X press kit"."""
    for paragraph in ledger.free():
        if paragraph.number < MOST_PARAGRAPHS and paragraph.kind is Kind.HEADING and paragraph.level == 1:
            label = any(line.fullmatch(paragraph.text) for line in KIND_LINE.values())
            if not label and kind_in_letterhead(paragraph.text) is not None:
                yield paragraph


def _reads_like_title(text: str) -> bool:
    """A title is short, is no sentence that ends, and is no quotation or address."""
    if len(text) > LONGEST or word_count(text) > MOST_WORDS or has_address(text):
        return False
    if begins_with_mark(text) and not text.rstrip().endswith(("»", "”", '"')) and word_count(text) > 25:
        return False
    return not text.rstrip(" *").endswith((".", "。", ":", "：", ";", ",")) or word_count(text) <= 20


def _bare(paragraph: SourceParagraph) -> str:
    subject = SUBJECT.fullmatch(paragraph.text) or TITLE_LABEL.match(paragraph.text)
    if subject is not None and "rest" in subject.groupdict():
        return str(subject["rest"]).strip(" *")
    return paragraph.text.strip(" *")


def without_details(text: str) -> tuple[str, str | None]:
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
