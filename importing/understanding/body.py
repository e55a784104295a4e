"""The text of a release as blocks of sanitised HTML."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from importing.proposal import BodyBlock, ProposedQuote
from importing.reading import Kind, SourceParagraph
from importing.understanding.ledger import Ledger
from importing.understanding.lexicon.words import word_count
from newsroom.language.calendar.dates import first_date_in

# A paragraph is a quote block when at least this share of it are the words said.
SHARE_OF_QUOTE = 0.5
MOST_HEADING_WORDS = 12
LONGEST_HEADING = 120
NO_HEADING = re.compile(r"https?:|www\.|@|^--")


def body_of(ledger: Ledger, quotes: Sequence[ProposedQuote]) -> tuple[BodyBlock, ...]:
    """Return everything that has no other place, in order, each paragraph in exactly one block.

    A paragraph that is mostly somebody's words is a block of type quote and
    stands in `quotes` under the same number; its HTML is the whole paragraph.
    """
    free = list(ledger.free())
    quoted, tables = _quoted(free, quotes), _tables(free)
    blocks: list[BodyBlock] = []
    for key, group in groupby(enumerate(free), key=lambda item: _key(free, item[0], quoted, tables)):
        paragraphs = [paragraph for _, paragraph in group]
        blocks.append(_block(key[0], paragraphs))
    return tuple(blocks)


def _key(
    free: Sequence[SourceParagraph], index: int, quoted: dict[int, int], tables: dict[int, int]
) -> tuple[str, int]:
    """Return the type of block a paragraph goes into and a number that parts one block from the next."""
    paragraph = free[index]
    if paragraph.number in quoted:
        return "quote", quoted[paragraph.number]
    if paragraph.kind is Kind.LIST_ITEM:
        return "list", -1 - int(paragraph.is_numbered)
    if paragraph.kind is Kind.TABLE_ROW:
        return "table", tables[paragraph.number]
    if paragraph.kind is Kind.IMAGE:
        return "image", paragraph.number
    following = free[index + 1] if index + 1 < len(free) else None
    if paragraph.kind is Kind.HEADING or _reads_like_heading(paragraph, following):
        return "heading", paragraph.number
    return "paragraph", paragraph.number


def _tables(free: Sequence[SourceParagraph]) -> dict[int, int]:
    """Return the rows of tables, each with the number of the first of its table: a row of headings begins another."""
    first: dict[int, int] = {}
    before: SourceParagraph | None = None
    for row in free:
        if row.kind is Kind.TABLE_ROW:
            follows = before is not None and before.kind is Kind.TABLE_ROW and (before.is_head or not row.is_head)
            first[row.number] = first[before.number] if before and follows else row.number
        before = row
    return first


def _quoted(free: Sequence[SourceParagraph], quotes: Sequence[ProposedQuote]) -> dict[int, int]:
    """Return the paragraphs of quote blocks, each with the number of the first of its block."""
    texts = {paragraph.number: paragraph for paragraph in free}
    found: dict[int, int] = {}
    for quote in quotes:
        length = sum(len(texts[number].text) for number in quote.source if number in texts)
        said = sum(len(other.text) for other in quotes if other.source == quote.source)
        is_mostly_said = len(quote.source) > 1 or said >= SHARE_OF_QUOTE * length
        if is_mostly_said and all(number in texts for number in quote.source):
            for number in quote.source:
                found.setdefault(number, quote.source[0])
    return found


def _reads_like_heading(paragraph: SourceParagraph, following: SourceParagraph | None) -> bool:
    """Whether a short line without a full stop stands above text, as headings in plain text do."""
    text = paragraph.text.strip(" *")
    if paragraph.kind is not Kind.PARAGRAPH or following is None or not text or len(text) > LONGEST_HEADING:
        return False
    if NO_HEADING.search(text) or first_date_in(text) is not None:
        return False
    if word_count(text) > MOST_HEADING_WORDS or text[-1] in '.!?,;…。！？”"»' or not text[0].isupper():
        return False
    longer = following.kind is Kind.PARAGRAPH and len(following.text) > 2 * len(text) and len(following.text) > 80
    return longer or (following.kind is Kind.LIST_ITEM and word_count(text) <= 6)


def _block(block_type: str, paragraphs: Sequence[SourceParagraph]) -> BodyBlock:
    source = tuple(paragraph.number for paragraph in paragraphs)
    return BodyBlock(block_type, "".join(_fragments(block_type, paragraphs)), source)


def _fragments(block_type: str, paragraphs: Sequence[SourceParagraph]) -> Iterator[str]:
    if block_type == "list":
        tag = "ol" if paragraphs[0].is_numbered else "ul"
        yield f"<{tag}>"
        yield from (f"<li>{paragraph.html}</li>" for paragraph in paragraphs)
        yield f"</{tag}>"
    elif block_type == "table":
        heads = [paragraph for paragraph in paragraphs if paragraph.is_head]
        rows = [paragraph for paragraph in paragraphs if not paragraph.is_head]
        yield "<table>"
        if heads:
            yield f"<thead>{''.join(_table_row(head, 'th') for head in heads)}</thead>"
        yield f"<tbody>{''.join(_table_row(row, 'td') for row in rows)}</tbody></table>"
    elif block_type == "heading":
        level = min(max(paragraphs[0].level, 2), 4)
        yield f"<h{level}>{paragraphs[0].html}</h{level}>"
    else:
        yield from (f"<p>{paragraph.html}</p>" for paragraph in paragraphs)


def _table_row(row: SourceParagraph, tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in row.cells) + "</tr>"
