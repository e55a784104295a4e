"""Reading formats: what becomes a paragraph, which marks are kept, which encodings are understood."""

from pathlib import Path

import pytest

from importing.reading import Kind, SourceParagraph, read_document
from importing.reading.inline import sanitised


def written(tmp_path: Path, text: str, suffix: str = ".txt") -> list[SourceParagraph]:
    path = tmp_path / f"document{suffix}"
    path.write_text(text, encoding="utf-8")
    return read_document(path)


def test_wrapped_lines_are_joined_and_ended_lines_are_not(tmp_path: Path) -> None:
    paragraphs = written(
        tmp_path,
        "The towns along the river have kept their own books of the water\n"
        "for a century, and this spring they open all of them together.\n\n"
        "Wairimu Tendeka\nMayor\nMito Miwili\n",
    )
    assert [paragraph.text for paragraph in paragraphs] == [
        "The towns along the river have kept their own books of the water "
        "for a century, and this spring they open all of them together.",
        "Wairimu Tendeka",
        "Mayor",
        "Mito Miwili",
    ]


def test_plain_text_may_carry_marks_of_markdown(tmp_path: Path) -> None:
    paragraphs = written(
        tmp_path,
        "# Heading\n\n- item\n  that goes on\n\n1. first\n\n> said\n\n**bold** [label](https://a.example)",
    )
    assert [(paragraph.kind, paragraph.text) for paragraph in paragraphs] == [
        (Kind.HEADING, "Heading"),
        (Kind.LIST_ITEM, "item that goes on"),
        (Kind.LIST_ITEM, "first"),
        (Kind.BLOCKQUOTE, "said"),
        (Kind.PARAGRAPH, "bold label"),
    ]
    assert paragraphs[2].is_numbered
    assert paragraphs[4].html == '<strong>bold</strong> <a href="https://a.example">label</a>'


def test_a_date_with_a_full_stop_is_no_list(tmp_path: Path) -> None:
    for suffix in (".txt", ".md"):
        [paragraph] = written(tmp_path, "27. Juni 2031 beginnt das Treffen am Fluss.", suffix)
        assert (paragraph.kind, paragraph.text) == (
            Kind.PARAGRAPH,
            "27. Juni 2031 beginnt das Treffen am Fluss.",
        )


def test_rows_of_tables_keep_their_cells(tmp_path: Path) -> None:
    [row] = written(tmp_path, "10:00\tWelcome\t**Naima Belhadri**")
    assert row.kind is Kind.TABLE_ROW
    assert row.cells == ("10:00", "Welcome", "<strong>Naima Belhadri</strong>")
    rows = written(tmp_path, "| Time | Who |\n|---|---|\n| 10:00 | Naima |", ".md")
    assert [one.cells for one in rows] == [("Time", "Who"), ("10:00", "Naima")]


def test_markdown_lists_headings_and_quotations_know_their_level(tmp_path: Path) -> None:
    paragraphs = written(tmp_path, "### Three\n\n- one\n  - two\n\n> > deep\n", ".md")
    assert [(paragraph.kind, paragraph.level) for paragraph in paragraphs] == [
        (Kind.HEADING, 3),
        (Kind.LIST_ITEM, 1),
        (Kind.LIST_ITEM, 2),
        (Kind.BLOCKQUOTE, 2),
    ]


def test_text_in_a_fence_or_indented_is_text(tmp_path: Path) -> None:
    paragraphs = written(tmp_path, "```html\nFirst.\n\nSecond.\n```\n\n     Third.\n", ".md")
    assert [paragraph.text for paragraph in paragraphs] == ["First.", "Second.", "Third."]


def test_front_matter_gives_the_title(tmp_path: Path) -> None:
    paragraphs = written(tmp_path, "---\ntitle: 'A river'\nauthor: nobody\n---\n\nText.\n", ".md")
    assert [(paragraph.kind, paragraph.text) for paragraph in paragraphs] == [
        (Kind.HEADING, "A river"),
        (Kind.PARAGRAPH, "author: nobody"),
        (Kind.PARAGRAPH, "Text."),
    ]


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_html_is_taken_out_and_its_words_stay(tmp_path: Path, suffix: str) -> None:
    paragraphs = written(
        tmp_path,
        'See <b onclick="x()">this</b> <script>alert(1)</script> and [that](javascript:alert(1)) '
        'or <a href="javascript:x()">here</a>, 1<sup>st</sup> of 3 < 4.',
        suffix,
    )
    html = " ".join(paragraph.html for paragraph in paragraphs)
    text = " ".join(paragraph.text for paragraph in paragraphs)
    assert "<script" not in html and "onclick" not in html and 'href="javascript' not in html
    assert "<strong>this</strong>" in html and "1st of 3 &lt; 4." in html
    assert "alert(1)" in text and "1st of 3 < 4." in text


def test_inline_html_is_sanitised_whoever_wrote_it() -> None:
    fragment = '<a href="javascript:x()" onclick="y()">a</a><img src="x" onerror="z()"><script>1</script><em>b</em>'
    assert sanitised(fragment) == "<a>a</a><em>b</em>"


def test_an_image_becomes_a_link_that_nothing_opens(tmp_path: Path) -> None:
    [image] = written(tmp_path, "![](https://tracker.example/pixel.gif)", ".md")
    assert image.kind is Kind.IMAGE
    assert "<img" not in image.html
    assert "https://tracker.example/pixel.gif" in image.text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "Ríos y años — “agua”"),
        ("utf-8-sig", "Ríos y años — “agua”"),
        ("utf-16", "Ríos y años — “agua”"),
        ("cp1252", "Ríos y años — “agua”, café"),
        ("cp1251", "Города на реке открывают свои архивы"),
        ("koi8-r", "Города на реке открывают свои архивы"),
        ("gb18030", "河边的城市今天开放了自己的档案"),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, text: str) -> None:
    path = tmp_path / "document.txt"
    path.write_bytes(text.encode(encoding))
    assert [paragraph.text for paragraph in read_document(path)] == [text]
