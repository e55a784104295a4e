"""Reading .md with markdown-it: CommonMark and tables, front matter, and text that was fenced by mistake."""

import re
from dataclasses import dataclass, field
from html import escape

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from importing.patience import Patience
from importing.reading.encodings import decode_text
from importing.reading.inline import SourceLine, lines_in
from importing.reading.plain_text import paragraphs_of, table_row
from importing.reading.source_paragraph import Kind, SourceParagraph
from importing.reading.wrapping import Wrapping
from newsroom.language.html_tables import has_table, texts_and_tables_of_html
from newsroom.language.tables import PlainTable

FRONT_MATTER = re.compile(r"\s*---[ \t]*\n((?:[^\n]*\n){0,60}?)(?:---|\.\.\.)[ \t]*\n")
FRONT_MATTER_FIELD = re.compile(r"([A-Za-z_][\w-]*):[ \t]*(.*)")
BLOCK_END = re.compile(r"</(?:p|div|li|h[1-6]|tr|blockquote)>|<br\s*/?>", re.IGNORECASE)

TITLE_FIELDS = {"title", "headline"}


def read_markdown(content: bytes, patience: Patience) -> list[SourceParagraph]:
    """Return the paragraphs of a Markdown document; raises UnreadableDocument when it is none."""
    text = decode_text(content)
    reading = _Reading(patience, Wrapping.of(text.split("\n")))
    text = reading.take_front_matter(text)
    for token in _blocks(text, patience):
        patience.check()
        reading.take(token)
    return reading.paragraphs


def _blocks(text: str, patience: Patience) -> list[Token]:
    """Parse blocks alone, asking for patience at every one; indented text is text and not code."""

    def stay_patient(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        patience.check()
        return False

    blocks = MarkdownIt("commonmark", {"maxNesting": 20}).enable("table").disable(["code", "reference"])
    blocks.block.ruler.before(
        "table", "patience", stay_patient, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    blocks.core.ruler.enableOnly(["normalize", "block"])
    return blocks.parse(text)


@dataclass
class _Reading:
    """The paragraphs found so far, and what they stand in."""

    patience: Patience
    wrapping: Wrapping
    paragraphs: list[SourceParagraph] = field(default_factory=list)
    lists: list[Token] = field(default_factory=list)
    quotations: int = 0
    heading_level: int = 0
    row: list[list[SourceLine]] | None = None
    is_in_head: bool = False

    def take_front_matter(self, text: str) -> str:
        """Read the fields that site builders put above the text, and return what follows them."""
        match = FRONT_MATTER.match(text)
        if not match:
            return text
        for line in match[1].split("\n"):
            field_match = FRONT_MATTER_FIELD.match(line)
            if field_match and field_match[1].casefold() in TITLE_FIELDS:
                self.add(lines_in(field_match[2].strip("\"' ")), Kind.HEADING, 1)
            else:
                self.add(lines_in(line))
        return text[match.end() :]

    def take(self, token: Token) -> None:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            self.lists.append(token)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self.lists.pop()
        elif token.type in ("blockquote_open", "blockquote_close"):
            self.quotations += token.nesting
        elif token.type == "heading_open":
            self.heading_level = int(token.tag[1:])
        elif token.type == "heading_close":
            self.heading_level = 0
        elif token.type in ("thead_open", "thead_close", "tr_open", "tr_close"):
            self.take_row(token)
        elif token.type == "inline":
            self.take_words(token)
        elif token.type in ("fence", "code_block"):
            self.paragraphs += paragraphs_of(token.content, self.patience, len(self.paragraphs))
        elif token.type == "html_block":
            self.take_html(token.content)

    def take_row(self, token: Token) -> None:
        if token.tag == "thead":
            self.is_in_head = token.nesting > 0
        elif token.type == "tr_open":
            self.row = []
        elif self.row is not None:
            if any(self.row):
                self.paragraphs.append(table_row(self.row, len(self.paragraphs), self.is_in_head))
            self.row = None

    def take_words(self, token: Token) -> None:
        content = token.content
        if self.row is not None:
            self.row.append(lines_in(content))
            return
        if self.heading_level:
            self.add(lines_in(content), Kind.HEADING, self.heading_level)
            return
        for whole in self.wrapping.unwrapped(content.split("\n"), self.patience):
            self.patience.check()
            lines = lines_in(whole)
            if self.lists:
                self.add_list_item(lines)
            elif self.quotations:
                self.add(lines, Kind.BLOCKQUOTE, self.quotations)
            else:
                self.add(lines)

    def add_list_item(self, lines: list[SourceLine]) -> None:
        """Add a list item; a lone item with a high number is a sentence that begins with a date."""
        innermost = self.lists[-1]
        start = int(innermost.attrGet("start") or 1)
        if innermost.type == "ordered_list_open" and start > 1 and lines:
            innermost.attrs["start"] = 1
            words = f"{start}{innermost.markup} "
            self.add([SourceLine(words + lines[0].text, words + lines[0].html), *lines[1:]])
        else:
            numbered = innermost.type == "ordered_list_open"
            self.add(lines, Kind.LIST_ITEM, len(self.lists), numbered)

    def take_html(self, content: str) -> None:
        """Keep the tables of a block of HTML, and its other words, one paragraph for each of its lines."""
        for part in texts_and_tables_of_html(content) if has_table(content) else [content]:
            if isinstance(part, str):
                self.take_lines_of_html(part)
            else:
                self.take_table(part)

    def take_table(self, table: PlainTable) -> None:
        """Keep a table that was written in HTML: its caption as a paragraph above it, then its rows."""
        self.add(lines_in(table.caption))
        for row in table.all_rows:
            self.patience.check()
            cells = [[SourceLine(words, escape(words, quote=False))] if words else [] for words in row]
            self.paragraphs.append(table_row(cells, len(self.paragraphs), row is table.head))

    def take_lines_of_html(self, content: str) -> None:
        """Keep the words of a piece of HTML without tables."""
        bare = nh3.clean(BLOCK_END.sub("\n", content), tags={"a", "strong", "em", "b", "i", "q"})
        for line in bare.split("\n"):
            self.add(lines_in(line))

    def add(
        self, lines: list[SourceLine], kind: Kind = Kind.PARAGRAPH, level: int = 0, is_numbered: bool = False
    ) -> None:
        for line in lines:
            self.patience.check()
            shown = Kind.IMAGE if line.is_image and kind is Kind.PARAGRAPH else kind
            number = len(self.paragraphs)
            self.paragraphs.append(SourceParagraph(number, line.text, line.html, shown, level, is_numbered))
