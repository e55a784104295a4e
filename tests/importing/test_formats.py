"""What each format keeps: headings, lists, links, notes, boxes, headers and footers, and what nobody decided."""

from collections.abc import Callable
from pathlib import Path

import pytest
from word_files import SPACES, R, W, open_file, paragraph, run, table, word_file, word_parts, zipped

from importing import Proposal, UnreadableDocument
from importing.apart import parse_bytes
from importing.patience import Patience
from importing.reading import Kind, Place, SourceParagraph, read_content
from importing.reading.encodings import encoding_of
from importing.unreadable import UndecidedDocument

PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="A bench"/><a:graphic><a:blip r:embed="picture"/></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></w:drawing>"
    "</mc:Choice><mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def read(content: bytes, name: str = "release.docx", accept_changes: bool = False) -> list[SourceParagraph]:
    return read_content(name, content, Patience(), accept_changes)


def told(paragraphs: list[SourceParagraph]) -> list[tuple[Kind, str]]:
    return [(each.kind, each.text) for each in paragraphs]


def test_word_headings_lists_quotations_and_marks() -> None:
    body = (
        paragraph("Eleven benches", style="Title")
        + paragraph("Why now", style="berschrift1")
        + paragraph("The first ", run("bold", "<w:b/>"), run(" and ", '<w:b w:val="0"/>'), run("thin", "<w:i/>"))
        + paragraph("oak", list_id="1")
        + paragraph("ash", list_id="1")
        + paragraph("first", list_id="2")
        + paragraph("“They will,” she said.", style="Quote")
    )
    paragraphs = read(word_file(body))
    assert told(paragraphs) == [
        (Kind.HEADING, "Eleven benches"),
        (Kind.HEADING, "Why now"),
        (Kind.PARAGRAPH, "The first bold and thin"),
        (Kind.LIST_ITEM, "oak"),
        (Kind.LIST_ITEM, "ash"),
        (Kind.LIST_ITEM, "first"),
        (Kind.BLOCKQUOTE, "“They will,” she said."),
    ]
    assert paragraphs[2].html == "The first <strong>bold</strong> and <em>thin</em>"
    assert [each.is_numbered for each in paragraphs[3:6]] == [False, False, True]
    assert paragraphs[3].list_number == paragraphs[4].list_number != paragraphs[5].list_number
    assert (paragraphs[0].style, paragraphs[0].level, 0 < paragraphs[2].bold_share < 1) == ("Title", 1, True)


def test_word_links_by_relationship_and_by_field_and_none_that_runs() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://field.example"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("field")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = paragraph(
        f'<w:hyperlink r:id="link">{run("link")}</w:hyperlink>',
        run(" "),
        field,
        run(" "),
        f'<w:hyperlink r:id="bad">{run("bad")}</w:hyperlink>',
    )
    links = {"link": ("hyperlink", "https://link.example"), "bad": ("hyperlink", "javascript://x%0Aalert(1)")}
    [one] = read(word_file(body, links))
    assert one.html == '<a href="https://link.example">link</a> <a href="https://field.example">field</a> bad'


def test_word_notes_boxes_headers_footers_pictures_and_content_controls() -> None:
    body = (
        paragraph("Text", '<w:r><w:footnoteReference w:id="7"/></w:r>')
        + f"<w:sdt><w:sdtContent>{paragraph('In a control', PICTURE)}</w:sdtContent></w:sdt>"
        + paragraph("Beside", BOX.format(paragraph("In a box")))
        + '<w:sectPr><w:headerReference r:id="head"/><w:headerReference r:id="head2"/>'
        + '<w:footerReference r:id="foot"/></w:sectPr>'
    )
    links = {
        "head": ("header", "header1.xml"),
        "head2": ("header", "header2.xml"),
        "foot": ("footer", "footer1.xml"),
        "notes": ("footnotes", "footnotes.xml"),
        "picture": ("image", "media/image1.png"),
    }
    more: dict[str, str | bytes] = {
        "word/header1.xml": f"<w:hdr {SPACES}>{paragraph('City of Lindmouth')}</w:hdr>",
        "word/header2.xml": f"<w:hdr {SPACES}>{paragraph('City of Lindmouth')}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {SPACES}>{paragraph('press@lindmouth.example')}</w:ftr>",
        "word/footnotes.xml": f'<w:footnotes {SPACES}><w:footnote w:id="7">{paragraph("A note.")}</w:footnote></w:footnotes>',
    }
    paragraphs = read(word_file(body, links, more))
    assert [(each.place, each.text) for each in paragraphs] == [
        (Place.HEADER, "City of Lindmouth"),
        (Place.TEXT, "Text[1]"),
        (Place.TEXT, "In a control"),
        (Place.TEXT, "A bench"),
        (Place.TEXT, "Beside"),
        (Place.TEXT_BOX, "In a box"),
        (Place.FOOTNOTE, "[1] A note."),
        (Place.FOOTER, "press@lindmouth.example"),
    ]
    assert [each.number for each in paragraphs] == list(range(8))
    assert (paragraphs[3].kind, paragraphs[3].image) == (Kind.IMAGE, "word/media/image1.png")


def test_tables_are_rows_and_what_only_sets_text_side_by_side_is_paragraphs() -> None:
    data = read(word_file(table([["Stop", "Minutes"], ["Ferry Stairs", "19"]])))
    assert [each.cells for each in data] == [("Stop", "Minutes"), ("Ferry Stairs", "19")]
    layout = read(word_file(table([["Media contact", "press@lindmouth.example"]])))
    assert told(layout) == [(Kind.PARAGRAPH, "Media contact"), (Kind.PARAGRAPH, "press@lindmouth.example")]
    bold = f"<w:tbl><w:tr><w:tc>{paragraph(run('Stop', '<w:b/>'))}</w:tc><w:tc>{paragraph(run('By', '<w:b/>'))}</w:tc></w:tr>"
    rows = read(word_file(bold + table([["Mill Gate", "2027"]]).removeprefix("<w:tbl>")))
    assert [each.is_head for each in rows] == [True, False]


CHANGED = paragraph(
    "A bench costs ",
    '<w:del w:author="Press" w:date="2026-11-20T10:00:00Z"><w:r><w:delText>410</w:delText></w:r></w:del>',
    f'<w:ins w:author="Press" w:date="2026-11-20T10:00:00Z">{run("£ 395")}</w:ins>',
    run(" a piece."),
)


def test_tracked_changes_and_comments_stop_it_with_a_list_and_can_be_taken_as_accepted() -> None:
    more: dict[str, str | bytes] = {
        "word/comments.xml": f'<w:comments {SPACES}><w:comment w:author="Halima">{paragraph("Check!")}</w:comment></w:comments>'
    }
    content = word_file(CHANGED, {"comments": ("comments", "comments.xml")}, more)
    with pytest.raises(UndecidedDocument) as caught:
        read(content)
    assert [(each.kind, each.author, each.words) for each in caught.value.changes] == [
        ("deleted", "Press", "410"),
        ("inserted", "Press", "£ 395"),
        ("comment", "Halima", "Check!"),
    ]
    assert [each.text for each in read(content, accept_changes=True)] == ["A bench costs £ 395 a piece."]


def test_strict_documents_and_hidden_words_and_two_directions() -> None:
    body = paragraph("مدن ", run("تلتقي", "<w:rtl/>")) + paragraph("Seen", run(" unseen", "<w:vanish/>"))
    strict = {
        name: content.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
            R, "http://purl.oclc.org/ooxml/officeDocument/relationships"
        )
        for name, content in word_parts(body).items()
        if isinstance(content, str)
    }
    assert [each.text for each in read(zipped(strict))] == ["مدن تلتقي", "Seen"]


def test_word_formulas_on_their_own_line_and_a_second_body_are_read() -> None:
    sign = "<m:oMath><m:r><m:t>wait = 19</m:t></m:r></m:oMath>"
    formula = f'<m:oMathPara xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">{sign}</m:oMathPara>'
    content = word_parts(paragraph("Before") + paragraph(formula) + paragraph("Behind"))
    main = str(content["word/document.xml"])
    content["word/document.xml"] = main.replace("</w:body>", f"</w:body><w:body>{paragraph('Second')}</w:body>")
    assert [each.text for each in read(zipped(content))] == ["Before", "wait = 19", "Behind", "Second"]


OPEN_BODY = (
    '<text:h text:outline-level="1">Eleven benches</text:h>'
    '<text:p>The <text:span text:style-name="T1">first</text:span>'
    '<text:s text:c="2"/>of <text:a xlink:href="https://link.example">them</text:a>'
    "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note>"
    "</text:p><text:list><text:list-item><text:p>oak</text:p></text:list-item></text:list>"
    "<table:table><table:table-row><table:table-cell><text:p>Stop</text:p></table:table-cell>"
    "<table:table-cell><text:p>By</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell>"
    "<text:p>Mill Gate</text:p></table:table-cell><table:table-cell><text:p>2027</text:p></table:table-cell>"
    "</table:table-row></table:table>"
)
BOLD = '<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>'


def test_open_document() -> None:
    paragraphs = read(open_file(OPEN_BODY, BOLD), "release.odt")
    assert told(paragraphs) == [
        (Kind.HEADING, "Eleven benches"),
        (Kind.PARAGRAPH, "The first of them[1]"),
        (Kind.LIST_ITEM, "oak"),
        (Kind.TABLE_ROW, "Stop | By"),
        (Kind.TABLE_ROW, "Mill Gate | 2027"),
        (Kind.PARAGRAPH, "[1] A note."),
    ]
    assert paragraphs[1].html == 'The <strong>first</strong> of <a href="https://link.example">them</a>[1]'


def test_open_document_with_changes_and_remarks() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Press</dc:creator>"
        "<dc:date>2026-11-20T10:00:00</dc:date></office:change-info><text:p>old</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:p>New words<office:annotation><dc:creator>Halima</dc:creator><text:p>Check!</text:p></office:annotation></text:p>"
    )
    with pytest.raises(UndecidedDocument) as caught:
        read(open_file(body), "release.odt")
    assert [(each.kind, each.author, each.words) for each in caught.value.changes] == [
        ("deleted", "Press", "old"),
        ("comment", "Halima", "Check!"),
    ]
    assert [each.text for each in read(open_file(body), "release.odt", accept_changes=True)] == ["New words"]


PAGE = """<!doctype html><html><head><title>Benches | City</title><style>p{}</style></head><body><nav>Home</nav>
<article><h1>Eleven
benches</h1><p>One <b>bold</b> <a href="https://link.example">link</a><br>next line<script>alert(1)</script>
<ul><li>oak<li>ash</ul><blockquote>Said.</blockquote><img src="https://tracker.example/x.png" alt="A bench">
<table><tr><th>Stop<th>By<tr><td>Mill Gate<td>2027</table>
<p style="display:none">unseen</p></article><footer>Imprint</footer></body></html>"""


def test_web_page() -> None:
    paragraphs = read(PAGE.encode(), "release.html")
    assert told(paragraphs) == [
        (Kind.PARAGRAPH, "Home"),
        (Kind.HEADING, "Eleven benches"),
        (Kind.PARAGRAPH, "One bold link"),
        (Kind.PARAGRAPH, "next line"),
        (Kind.LIST_ITEM, "oak"),
        (Kind.LIST_ITEM, "ash"),
        (Kind.BLOCKQUOTE, "Said."),
        (Kind.IMAGE, "A bench"),
        (Kind.TABLE_ROW, "Stop | By"),
        (Kind.TABLE_ROW, "Mill Gate | 2027"),
        (Kind.PARAGRAPH, "Imprint"),
    ]
    assert [paragraphs[0].place, paragraphs[1].place, paragraphs[-1].place] == [Place.HEADER, Place.TEXT, Place.FOOTER]
    assert [each.is_head for each in paragraphs[8:10]] == [True, False]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Die Städte am Fluss öffnen ihre Bücher, und alle dürfen sie lesen.", "cp1252"),
        ("Le cœur des villes : 40 % d’ombre à midi, où l’on attend.", "cp1252"),
        ("¿Dónde está la sombra? El año próximo, 1 200 m³ de agua.", "cp1252"),
        ("Miasta nad rzeką otwierają swoje księgi, które każdy może czytać, i są z tego dumne.", "cp1250"),
        ("Města na řece otevírají své knihy, které může každý číst.", "cp1250"),
        ("A városok a folyó mentén megnyitják könyveiket, és ezt őszintén örömmel teszik, hűvösben.", "cp1250"),
        ("Города на реке открывают свои архивы, и каждый может их прочесть.", "cp1251"),
        ("تفتح المدن على النهر أرشيفها اليوم، ويمكن للجميع قراءته.", "cp1256"),
        ("河边的城市今天开放了自己的档案，每个人都可以阅读。", "gb18030"),
        ("Ríos y años — “agua”", "utf-16-le"),
        ("Города на реке открывают свои архивы", "utf-16-be"),
    ],
)
def test_encodings_without_a_mark_are_recognised(text: str, encoding: str) -> None:
    content = text.encode(encoding)
    assert encoding_of(content) == encoding
    assert [each.text for each in read(content, "release.txt")] == [text]


def test_encoding_that_a_page_declares() -> None:
    page = '<meta charset="iso-8859-7"><p>Οι πόλεις ανοίγουν τα βιβλία τους.</p>'
    assert [each.text for each in read(page.encode("iso-8859-7"), "a.html")] == ["Οι πόλεις ανοίγουν τα βιβλία τους."]


def test_one_long_line_does_not_keep_other_blocks_from_being_unwrapped() -> None:
    wrapped = (
        "The towns along the river have kept their own books of the water\n"
        "for a century, and this spring they open all of them together, so\n"
        "that everybody may read how high it stood."
    )
    long_line = "One line of another program that was never wrapped at all and goes on " * 3
    paragraphs = read(f"{wrapped}\n\n{long_line}\nA second line\n".encode(), "release.txt")
    assert [each.text for each in paragraphs] == [wrapped.replace("\n", " "), long_line.strip(), "A second line"]


@pytest.mark.parametrize(
    ("name", "part"), [("a.doc", "save it as .docx"), ("a.pdf", "PDF"), ("a.rtf", "Rich Text"), ("a.docm", "macros")]
)
def test_other_formats_say_what_to_do(name: str, part: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match=part):
        read(b"words", name)


def test_a_line_that_begins_with_a_tab_below_a_row_is_a_row_and_not_lost(parse_text: Callable[..., Proposal]) -> None:
    proposal = parse_text(
        "FOR IMMEDIATE RELEASE\t\tContact: Delphine Achebe\nSeptember 9, 2031\t\t(202) 555-0177\n"
        "\t\tdelphine@serin.example\n\nA library that never closes\n\nThe city opened a library on Tuesday.\n"
    )
    assert [each.cells for each in proposal.paragraphs[:3]][-1] == ("", "", "delphine@serin.example")
    contact = proposal.contacts[0]
    assert (contact.name, contact.email, contact.phone) == (
        "Delphine Achebe",
        "delphine@serin.example",
        "(202) 555-0177",
    )
    assert proposal.dateline.date == "2031-09-09"


@pytest.mark.parametrize(
    ("encoding", "told"),
    [("cp1256", "Windows-1256"), ("utf-8", ""), ("utf-8-sig", ""), ("utf-16", "")],
)
def test_an_encoding_that_was_guessed_is_said(encoding: str, told: str) -> None:
    text = "افتتاح سوق المزارعات\n\nافتتح محافظ الواحة اليوم أول سوق تديره المزارعات بأنفسهن، ويضم مئة وعشرين كشكا.\n"
    doubts = [each for each in parse_bytes("release.txt", text.encode(encoding)).warnings if "encoding" in each.remark]
    assert [dict(each.values)["encoding"] for each in doubts] == ([told] if told else [])
