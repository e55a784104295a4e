"""Reading the marks inside a paragraph: emphasis, links and line breaks."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

ALLOWED_TAGS = {"a", "strong", "em"}
ALLOWED_SCHEMES = {"http", "https", "mailto", "tel"}
TAGS_READ_AS = {"b": "strong", "strong": "strong", "i": "em", "em": "em"}

# A paragraph above this length is kept as it is written, so that no reading of marks can be slow.
LONGEST_WITH_MARKS = 20_000

TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")
SPACES = re.compile(r"[^\S\n]+")

MARKS = MarkdownIt("commonmark", {"maxNesting": 10})


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line as its writer broke it: the words alone, and with sanitised marks."""

    text: str
    html: str
    is_image: bool = False


def lines_in(content: str) -> list[SourceLine]:
    """Return the lines of a paragraph, each with its marks read and everything else taken out.

    Lines part at a deliberate break alone.
    """
    if len(content) > LONGEST_WITH_MARKS:
        text = SPACES.sub(" ", content.replace("\n", " ")).strip()
        return [SourceLine(text, html.escape(text, quote=False))] if text else []
    [token] = MARKS.parseInline(content)
    writing = _Writing()
    for child in token.children or []:
        writing.take(child)
    writing.end_line()
    return list(writing.lines())


def sanitised(fragment: str) -> str:
    """Return inline HTML with nothing but links, strong and em."""
    return nh3.clean(
        fragment,
        tags=ALLOWED_TAGS,
        attributes={"a": {"href"}},
        url_schemes=ALLOWED_SCHEMES,
        link_rel=None,
    )


@dataclass
class _Writing:
    """Lines being written from the tokens of a paragraph."""

    texts: list[str] = field(default_factory=lambda: [""])
    fragments: list[str] = field(default_factory=lambda: [""])
    open_tags: list[tuple[str, str]] = field(default_factory=list)
    image_lines: set[int] = field(default_factory=set)

    def take(self, token: Token) -> None:
        if token.type in ("text", "code_inline", "text_special"):
            self.write(token.content)
        elif token.type == "softbreak":
            self.write(" ")
        elif token.type == "hardbreak":
            self.end_line()
        elif token.type == "html_inline":
            self.take_tag(token.content)
        elif token.type == "image":
            self.write_image(token)
        elif token.type == "link_open":
            self.open("a", _address(token))
        elif token.nesting == 1:
            self.open(token.tag, f"<{token.tag}>")
        elif token.nesting == -1:
            self.close(token.tag)

    def take_tag(self, tag: str) -> None:
        """Read a tag somebody left in the text; unknown ones go, their words stay."""
        match = TAG_NAME.match(tag)
        name = match[1].casefold() if match else ""
        if name == "br":
            self.end_line()
        elif name == "q":
            self.write("”" if tag.startswith("</") else "“")
        elif name in TAGS_READ_AS and tag.startswith("</"):
            self.close(TAGS_READ_AS[name])
        elif name in TAGS_READ_AS:
            self.open(TAGS_READ_AS[name], f"<{TAGS_READ_AS[name]}>")

    def write(self, words: str) -> None:
        self.texts[-1] += words
        self.fragments[-1] += html.escape(words, quote=False)

    def write_image(self, token: Token) -> None:
        """An image is a link to it: nothing that a document names is opened, not even by a preview."""
        source = str(token.attrGet("src") or "")
        words = token.content or source
        if not self.texts[-1].strip():
            self.image_lines.add(len(self.texts) - 1)
        self.texts[-1] += words
        self.fragments[-1] += f'<a href="{html.escape(source)}">{html.escape(words, quote=False)}</a>'

    def open(self, name: str, tag: str) -> None:
        self.open_tags.append((name, tag))
        self.fragments[-1] += tag

    def close(self, name: str) -> None:
        if self.open_tags and self.open_tags[-1][0] == name:
            self.open_tags.pop()
            self.fragments[-1] += f"</{name}>"

    def end_line(self) -> None:
        """Close what is open at a line break and open it again behind."""
        self.fragments[-1] += "".join(f"</{name}>" for name, _ in reversed(self.open_tags))
        self.fragments.append("".join(tag for _, tag in self.open_tags))
        self.texts.append("")

    def lines(self) -> Iterator[SourceLine]:
        for index, (text, fragment) in enumerate(zip(self.texts, self.fragments, strict=True)):
            words = SPACES.sub(" ", text).strip()
            if words:
                yield SourceLine(words, SPACES.sub(" ", sanitised(fragment)).strip(), index in self.image_lines)


def _address(token: Token) -> str:
    """Return the opening of a link, without an address where it leads nowhere outside the document."""
    target = str(token.attrGet("href") or "")
    if target.partition(":")[0].casefold() not in ALLOWED_SCHEMES:
        return "<a>"
    return f'<a href="{html.escape(target)}">'
