"""Reading .txt: blank lines part paragraphs, and marks that look like Markdown are read as such."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from importing.patience import Patience
from importing.reading.encodings import decode_text
from importing.reading.inline import SourceLine, lines_in
from importing.reading.source_paragraph import Kind, SourceParagraph
from importing.reading.wrapping import Wrapping

HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
BULLET = re.compile(r"(\s*)[-*•‣▪]\s+(?=\S)")
NUMBER = re.compile(r"(\s*)(\d{1,2})[.)]\s+(?=\S)")
BLOCKQUOTE = re.compile(r"\s{0,3}>\s?")
RULE = re.compile(r"\s*([-*_=~])(?:\s*\1){2,}\s*$")
TABLE_RULE = re.compile(r"[\s|:+-]*-[\s|:+-]*$")

# A line above this length is neither a heading nor a row of a table.
LONGEST_SHORT_LINE = 2_000


@dataclass(slots=True)
class Block:
    """Lines that belong together, before the marks inside them are read."""

    kind: Kind
    lines: list[str]
    level: int = 0
    is_numbered: bool = False


def read_plain_text(content: bytes, patience: Patience) -> list[SourceParagraph]:
    """Return the paragraphs of a text document; raises UnreadableDocument when it is none."""
    return paragraphs_of(decode_text(content), patience)


def paragraphs_of(text: str, patience: Patience, first: int = 0) -> list[SourceParagraph]:
    """Return the paragraphs of a text, numbered from `first`."""
    lines = text.split("\n")
    wrapping = Wrapping.of(lines)
    paragraphs: list[SourceParagraph] = []
    for block in _blocks(lines, patience):
        if _is_rule_under_head(block, paragraphs):
            paragraphs[-1] = replace(paragraphs[-1], is_head=True)
        wholes = _whole_lines(block, wrapping, patience)
        for paragraph in _paragraphs(block, wholes, first + len(paragraphs)):
            patience.check()
            paragraphs.append(paragraph)
    return paragraphs


def _blocks(lines: list[str], patience: Patience) -> Iterator[Block]:
    """Group lines: by blank lines first, then by what a line begins with.

    An indented line under the item of a list continues it.
    """
    pending: Block | None = None
    last_number = 0
    for line in lines:
        patience.check()
        block, last_number = _marked_block(line, last_number)
        is_in_table = pending is not None and pending.kind is Kind.TABLE_ROW
        if block is None and is_in_table and line.startswith("\t") and line.strip():
            block = Block(Kind.TABLE_ROW, [line])
        if block is None and line.strip():
            if pending is None:
                pending = Block(Kind.PARAGRAPH, [])
            if pending.kind in (Kind.PARAGRAPH, Kind.TABLE_ROW) or not line[0].isspace():
                pending, finished = _with_line(pending, line)
                if finished is not None:
                    yield finished
            else:
                pending.lines.append(line.strip())
            continue
        if pending is not None:
            yield pending
        pending = block
    if pending is not None:
        yield pending


def _with_line(pending: Block, line: str) -> tuple[Block, Block | None]:
    """Add a line to a paragraph, or begin a paragraph behind a marked block and return that as finished."""
    if pending.kind is Kind.PARAGRAPH:
        pending.lines.append(line)
        return pending, None
    return Block(Kind.PARAGRAPH, [line]), pending


def _marked_block(line: str, last_number: int) -> tuple[Block | None, int]:
    """Return the block a marked line is, and the number of the list it continues."""
    if match := BULLET.match(line):
        return Block(Kind.LIST_ITEM, [line[match.end() :]], _depth(match[1])), 0
    if (match := NUMBER.match(line)) and int(match[2]) == last_number + 1:
        return Block(Kind.LIST_ITEM, [line[match.end() :]], _depth(match[1]), True), int(match[2])
    if match := BLOCKQUOTE.match(line):
        return Block(Kind.BLOCKQUOTE, [line[match.end() :]], 1), last_number
    if len(line) <= LONGEST_SHORT_LINE:
        if match := HEADING.match(line):
            return Block(Kind.HEADING, [match[2]], len(match[1])), 0
        if _is_table_row(line):
            return Block(Kind.TABLE_ROW, [line]), 0
    return None, last_number


def _depth(indentation: str) -> int:
    return 1 + len(indentation.expandtabs(4)) // 2


def _is_table_row(line: str) -> bool:
    stripped = line.strip()
    return "\t" in stripped or (stripped.count("|") > 1 and stripped.startswith("|"))


def _whole_lines(block: Block, wrapping: Wrapping, patience: Patience) -> Iterator[str]:
    """Return the lines of a block as they were meant; those of a list item are one."""
    if block.kind is Kind.PARAGRAPH:
        return wrapping.unwrapped(block.lines, patience)
    return iter([" ".join(block.lines)])


def _paragraphs(block: Block, wholes: Iterator[str], first: int) -> Iterator[SourceParagraph]:
    if block.kind is Kind.TABLE_ROW:
        yield from _row(block.lines[0], first)
        return
    for whole in wholes:
        if len(whole) <= LONGEST_SHORT_LINE and RULE.match(whole) and not whole.startswith("#"):
            continue
        for line in lines_in(whole):
            kind = Kind.IMAGE if line.is_image and block.kind is Kind.PARAGRAPH else block.kind
            yield SourceParagraph(first, line.text, line.html, kind, block.level, block.is_numbered)
            first += 1


def _is_rule_under_head(block: Block, above: list[SourceParagraph]) -> bool:
    """Whether a line of dashes stands under the first row of a table, which then names the columns."""
    if block.kind is not Kind.TABLE_ROW or not TABLE_RULE.match(block.lines[0].strip()):
        return False
    kinds = [paragraph.kind for paragraph in above[-2:]]
    return kinds[-1:] == [Kind.TABLE_ROW] and kinds[:-1] != [Kind.TABLE_ROW]


def _row(line: str, number: int) -> Iterator[SourceParagraph]:
    stripped = line.strip()
    if TABLE_RULE.match(stripped):
        return
    parts = stripped.strip("|").split("|") if stripped.startswith("|") else line.rstrip().split("\t")
    yield table_row([lines_in(part) for part in parts], number)


def table_row(cells: list[list[SourceLine]], number: int, is_head: bool = False) -> SourceParagraph:
    """Return a table row from the lines in each of its cells."""
    texts = [" ".join(line.text for line in cell) for cell in cells]
    fragments = tuple(" ".join(line.html for line in cell) for cell in cells)
    joined = " | ".join(text for text in texts if text)
    return SourceParagraph(
        number, joined, html.escape(joined, quote=False), Kind.TABLE_ROW, cells=fragments, is_head=is_head
    )
