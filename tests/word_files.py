"""Word and OpenDocument files, written for the tests a part at a time."""

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/></w:style>'
    for style_id, name in (
        ("Title", "Title"),
        ("Heading1", "heading 1"),
        ("Heading2", "heading 2"),
        ("berschrift1", "heading 1"),
        ("Quote", "Quote"),
    )
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return parts as a zip file."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()


def relations(links: Mapping[str, tuple[str, str]]) -> str:
    """Return what a part names: by its name there, the kind and the target; an address is outside."""
    lines = "".join(
        f'<Relationship Id="{name}" Type="{RELATION}/{kind}" Target="{escape(target)}"'
        + (' TargetMode="External"' if "://" in target or target.startswith("mailto:") else "")
        + "/>"
        for name, (kind, target) in links.items()
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'
    )


def word_parts(
    body: str, links: Mapping[str, tuple[str, str]] | None = None, more: Mapping[str, str | bytes] | None = None
) -> dict[str, str | bytes]:
    """Return the parts of a Word file with a body of WordprocessingML."""
    named = {
        "styles": ("styles", "styles.xml"),
        "numbering": ("numbering", "numbering.xml"),
        **(links or {}),
    }
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations({"main": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations(named),
        "word/styles.xml": f"<w:styles {SPACES}>{STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {SPACES}>{NUMBERING}</w:numbering>",
        **(more or {}),
    }


def word_file(
    body: str, links: Mapping[str, tuple[str, str]] | None = None, more: Mapping[str, str | bytes] | None = None
) -> bytes:
    """Return a Word file with a body of WordprocessingML."""
    return zipped(word_parts(body, links, more))


def run(text: str, marks: str = "") -> str:
    """Return a run; marks are those of its properties, such as "<w:b/>"."""
    return f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str, style: str = "", list_id: str = "") -> str:
    """Return a paragraph of runs; what is no run yet becomes a plain one."""
    numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list_id}"/></w:numPr>' if list_id else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{named}{numbering}</w:pPr>{inner}</w:p>"


def table(rows: Iterable[Iterable[str]]) -> str:
    """Return a table of plain cells."""
    lines = "".join(f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    return f"<w:tbl>{lines}</w:tbl>"


#: What a text sets in bold or links in the way of Markdown.
MARKED = re.compile(r"\*\*(?P<bold>[^*]+)\*\*|\[(?P<label>[^\]]+)\]\((?P<address>[^)\s]+)\)")


def word_file_of_text(text: str) -> bytes:
    """Return a Word file that says what a text does: a paragraph for each line, with its bold words and links."""
    links: dict[str, tuple[str, str]] = {}
    body = "".join(paragraph(*runs_of_line(line, links)) for line in text.splitlines() if line.strip())
    return word_file(body, links)


def runs_of_line(line: str, links: dict[str, tuple[str, str]]) -> Iterator[str]:
    """Yield the runs of a line, and note where its links lead."""
    start = 0
    for mark in MARKED.finditer(line):
        yield run(line[start : mark.start()])
        if mark["bold"]:
            yield run(mark["bold"], "<w:b/>")
        else:
            name = f"link{len(links)}"
            links[name] = ("hyperlink", mark["address"])
            yield f'<w:hyperlink r:id="{name}">{run(mark["label"])}</w:hyperlink>'
        start = mark.end()
    yield run(line[start:])


OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
OPEN_SPACES = (
    " ".join(
        f'xmlns:{name}="{OFFICE}:{space}:1.0"'
        for name, space in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("style", "style"),
            ("draw", "drawing"),
            ("fo", "xsl-fo-compatible"),
        )
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def open_file(body: str, styles: str = "", more: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return an OpenDocument text with a body."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {OPEN_SPACES}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            **(more or {}),
        }
    )
