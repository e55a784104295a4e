"""Attached PDF and Word files are found through the releases that show them, and harm nobody."""

import io
import logging
import zipfile
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client
from leaving_quietly import unpublish
from pypdf import PdfReader, PdfWriter

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleaseAttachment, ReleasePage
from newsroom.base.factories import DocumentFactory, publish
from newsroom.base.files import reading, text_of_file
from newsroom.base.models import DocumentText, NewsroomDocument

Upload = Callable[..., NewsroomDocument]


def pdf(words: str) -> bytes:
    """A PDF of one page that says something."""
    drawn = f"BT /F1 12 Tf 72 700 Td ({words}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
    ]
    body, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(body)
    return body + b"xref\n0 5\n0000000000 65535 f \n" + table + end


def word(*paragraphs: str, before: str = "") -> bytes:
    """A Word file with some paragraphs."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    text = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in paragraphs)
    return packed(f'<?xml version="1.0"?>{before}<w:document xmlns:w="{space}"><w:body>{text}</w:body></w:document>')


def packed(document: str) -> bytes:
    """A Word file with this inside."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
    return file.getvalue()


def encrypted(content: bytes) -> bytes:
    """A PDF that asks for a password."""
    writer, file = PdfWriter(clone_from=PdfReader(io.BytesIO(content))), io.BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(file)
    return file.getvalue()


@pytest.fixture
def upload(django_capture_on_commit_callbacks: Any) -> Upload:
    """Uploads a file, as an officer does."""

    def make(content: bytes, name: str = "paper.pdf", title: str = "Budget annex") -> NewsroomDocument:
        with django_capture_on_commit_callbacks(execute=True):
            return DocumentFactory(content=content, name=name, title=title)

    return make


def with_file(index: NewsIndexPage, document: NewsroomDocument, slug: str = "ferry", **fields: Any) -> ReleasePage:
    """A release with an attachment, published unless `live` is False."""
    page = ReleasePageFactory(parent=index, title="The last ferry", slug=slug, live=False)
    page.attachments.add(ReleaseAttachment(document=document))
    if fields.get("live", True):
        publish(page)
    else:
        page.save_revision()
    return page


def found(reader: Client, words: str) -> list[Any]:
    """What a search finds."""
    return list(reader.get("/en/search/", {"q": words}).context["response"].hits)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (pdf("Dredging the zeppelin basin"), "annex.pdf"),
        (word("Dredging the", "zeppelin basin", before="\n"), "Annex.DOCX"),
    ],
)
def test_release_is_found_through_its_file_and_says_so(
    index: NewsIndexPage, reader: Client, upload: Upload, content: bytes, name: str
) -> None:
    with_file(index, upload(content, name))
    (hit,) = found(reader, "zeppelins")
    assert hit.shown.title == "The last ferry" and hit.file == "Budget annex"
    assert "<mark>zeppelin</mark>" in hit.excerpt
    html = reader.get("/en/search/", {"q": '"zeppelin basin"'}).content.decode()
    assert "In the attached file: <bdi>Budget annex</bdi>" in html
    assert not found(reader, "ferry")[0].file
    assert [each.file for each in found(reader, "annex")] == ["Budget <mark>annex</mark>"]


def test_file_of_what_is_not_public_finds_nothing(index: NewsIndexPage, reader: Client, upload: Upload) -> None:
    document = upload(pdf("A secret zeppelin"))
    page = with_file(index, document, live=False)
    assert not found(reader, "zeppelin")
    publish(page)
    assert found(reader, "zeppelin")
    unpublish(page)
    assert not found(reader, "zeppelin")
    assert reader.get(document.url).status_code == 404


def test_file_of_a_draft_is_not_found_before_its_publication(
    index: NewsIndexPage, reader: Client, upload: Upload
) -> None:
    page = with_file(index, upload(pdf("A first annex")))
    page.attachments.add(ReleaseAttachment(document=upload(pdf("A zeppelin"), title="Later")))
    page.save_revision()
    assert not found(reader, "zeppelin")
    publish(page)
    assert found(reader, "zeppelin")


def test_file_read_after_the_publication_is_found_then(
    index: NewsIndexPage, reader: Client, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks() as waiting:
        with_file(index, DocumentFactory(content=pdf("A zeppelin"), name="annex.pdf"))
    assert not found(reader, "zeppelin")
    for each in waiting:
        each()
    assert found(reader, "zeppelin")


def test_new_file_and_new_title_take_the_place_of_the_old(
    index: NewsIndexPage, reader: Client, upload: Upload, django_capture_on_commit_callbacks: Any
) -> None:
    document = upload(pdf("A zeppelin"))
    with_file(index, document)
    document.file, document.title = ContentFile(pdf("A submarine"), "new.pdf"), "Depths"
    with django_capture_on_commit_callbacks(execute=True):
        document.save()
    assert not found(reader, "zeppelin") and not found(reader, "annex")
    assert found(reader, "submarine") and found(reader, "depths")
    unused = upload(pdf("A canoe"))
    assert DocumentText.objects.filter(document=unused.pk).exists()
    number = unused.pk
    unused.delete()
    assert not DocumentText.objects.filter(document=number).exists()


def test_document_is_read_once(db: None, upload: Upload, django_capture_on_commit_callbacks: Any) -> None:
    document = upload(pdf("A zeppelin"))
    with django_capture_on_commit_callbacks() as waiting:
        document.title = "Another title"
        document.save()
        DocumentFactory(name="table.csv")
    assert not waiting
    DocumentText.objects.all().delete()
    out = StringIO()
    call_command("read_documents", stdout=out)
    assert "Documents read: 1." in out.getvalue() and "zeppelin" in DocumentText.objects.get().text


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (encrypted(pdf("zeppelin")), "a.pdf", "it is encrypted"),
        (b"%PDF-1.7 nothing", "a.pdf", "it is broken"),
        (b"", "a.pdf", "it is broken"),
        (pdf("zeppelin")[:200], "a.pdf", "it is broken"),
        (b"no zip", "a.docx", "it is broken"),
        (packed("<w:t>no end"), "a.docx", "it is broken"),
        (word("&b;", before=ENTITIES), "a.docx", "it is broken"),
        (packed(f"<a>{' ' * (text_of_file.UNPACKED + 1)}</a>"), "a.docx", "it unpacks to too much"),
    ],
)
def test_bad_file_has_no_text_and_is_no_error(
    db: None, upload: Upload, caplog: pytest.LogCaptureFixture, content: bytes, name: str, reason: str
) -> None:
    with caplog.at_level(logging.WARNING):
        document = upload(content, name, title="A secret title")
    assert DocumentText.objects.get(document=document).text == ""
    assert reason in caplog.text and "secret" not in caplog.text


def test_file_that_takes_too_long_or_is_too_large_is_given_up(
    db: None, upload: Upload, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "PATIENCE", 0.001)
    upload(pdf("zeppelin"))
    assert "it took too long" in caplog.text
    monkeypatch.setattr(reading, "LARGEST", 10)
    upload(pdf("zeppelin"))
    assert "it is too large" in caplog.text
    assert not DocumentText.objects.exclude(text="").exists()


def test_no_more_is_kept_than_is_searched(db: None, upload: Upload) -> None:
    document = upload(word(*["words " * 1000] * 40), "long.docx")
    assert len(document.reading.text) == text_of_file.CHARACTERS


def test_queries_do_not_grow_with_the_files(
    index: NewsIndexPage, reader: Client, count_queries: Callable[[Callable[[], Any]], int]
) -> None:
    def ask() -> Any:
        return reader.get("/en/search/?q=zeppelin")

    def make(number: int) -> None:
        document = DocumentFactory(name="paper.pdf")
        DocumentText.objects.create(document=document, file_name=document.file.name, text="A zeppelin.")
        with_file(index, document, f"ferry-{number}")

    for number in range(3):
        make(number)
    few = count_queries(ask)
    for number in range(3, 20):
        make(number)
    assert all(hit.file for hit in ask().context["response"].hits)
    assert count_queries(ask) == few
