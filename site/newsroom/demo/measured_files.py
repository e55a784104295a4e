"""An invented release in each format that officers bring, and a long table, for measuring the importer."""

import zipfile
from collections.abc import Iterable, Mapping
from html import escape
from io import BytesIO

WORD_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OPEN_SPACE = "urn:oasis:names:tc:opendocument:xmlns"
HEADLINE = "Twenty-six towns count every stop of the night bus"
TOP = ("PRESS RELEASE", HEADLINE, "KARSUND, 26 November 2031 – The towns of the river counted 40,000 stops on Monday.")
TEXT = (
    "In quarter {number} the towns counted {number} hundred stops, {number} benches and the people who waited there "
    "between midnight and five; nobody should wait longer than eight minutes, whichever company runs the bus, and the "
    "lamps of all stops are to burn until the last passenger has gone home."
)
QUOTE = (
    "“In quarter {number} nobody asks a second time when the bus comes,” said Wairimu Tendeka, mayor of Lindmouth. “It "
    "stands there, and so does the driver, who knows the people and the dogs of the street.”"
)
END = (
    "Participants:",
    "Wairimu Tendeka, mayor of Lindmouth",
    "Oona Ferrant, Harrow Tide Water Authority",
    "About the Towns of the River",
    "The Towns of the River run buses, lamps and benches for 900,000 people. They were founded in 1998.",
    "Media contact:",
    "Tamsin Okello, Towns of the River, tamsin.okello@river.example, +1 202 555 0142",
)
WORDS_OF_A_PAGE = 500


def release_paragraphs(pages: int) -> list[str]:
    """Return the paragraphs of a release of so many pages: text, a quote in each fifth paragraph, and what ends it."""
    told = [*TOP]
    words = 0
    number = 1
    while words < pages * WORDS_OF_A_PAGE:
        number += 1
        told.append((QUOTE if number % 5 == 0 else TEXT).format(number=number))
        words += len(told[-1].split())
    return [*told, *END]


def zip_of_parts(parts: Mapping[str, str]) -> bytes:
    """Return parts as a zip file, in their order."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()


def word_paragraph(text: str) -> str:
    """Return a paragraph as Word writes it."""
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r></w:p>'


def word_row(number: int) -> str:
    """Return a row of a table as Word writes it."""
    cells = (f"<w:tc>{word_paragraph(f'stop {number}, {column}')}</w:tc>" for column in range(4))
    return f"<w:tr>{''.join(cells)}</w:tr>"


def word_package(body: str) -> bytes:
    """Return a Word file with a body."""
    return zip_of_parts(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="/word/document.xml" ContentType="{WORD_TYPE}"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="main" Type="{OFFICE_DOCUMENT}" '
            'Target="word/document.xml"/></Relationships>',
            "word/document.xml": f'<w:document xmlns:w="{WORD_SPACE}"><w:body>{body}</w:body></w:document>',
        }
    )


def open_package(paragraphs: Iterable[str]) -> bytes:
    """Return an OpenDocument text with some paragraphs."""
    body = "".join(f"<text:p>{escape(text, quote=False)}</text:p>" for text in paragraphs)
    return zip_of_parts(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f'<office:document-content xmlns:office="{OPEN_SPACE}:office:1.0" '
            f'xmlns:text="{OPEN_SPACE}:text:1.0"><office:body><office:text>{body}</office:text></office:body>'
            "</office:document-content>",
        }
    )


def measured_files(pages: int, rows: int) -> dict[str, tuple[str, bytes]]:
    """Return the files to measure, each with its name: a release in every format, and a table of so many rows."""
    told = release_paragraphs(pages)
    words = "\n\n".join(told)
    marked = words.replace(HEADLINE, f"# {HEADLINE}")
    html = "".join(f"<h1>{HEADLINE}</h1>" if each == HEADLINE else f"<p>{escape(each)}</p>" for each in told)
    cells = "".join(map(word_row, range(rows)))
    body = "".join(map(word_paragraph, TOP))
    return {
        f"{pages} pages, .docx": ("release.docx", word_package("".join(map(word_paragraph, told)))),
        f"{pages} pages, .odt": ("release.odt", open_package(told)),
        f"{pages} pages, .html": ("release.html", f"<!DOCTYPE html><html><body>{html}</body></html>".encode()),
        f"{pages} pages, .md": ("release.md", marked.encode()),
        f"{pages} pages, .txt": ("release.txt", words.encode()),
        f"a table of {rows} rows, .docx": ("table.docx", word_package(f"{body}<w:tbl>{cells}</w:tbl>")),
    }
