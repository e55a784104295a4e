"""Files made to do harm: one plain sentence each, or an import, within the limits, and nothing that they name is opened."""

import random
import socket
import struct
import threading
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from django.core.management import call_command
from word_files import SPACES, TYPES, open_file, paragraph, relations, table, word_file, word_parts, zipped

from importing import UnreadableDocument
from importing.apart import TOO_MUCH, answer_of_child, parse_apart, parse_bytes, surroundings
from importing.patience import Patience
from importing.reading import read_content
from importing.understanding import understand

GOOD = word_file(paragraph("Eleven benches") + paragraph("LINDMOUTH, 27 November 2026 – The city placed the first."))


def outcome(content: bytes, name: str = "release.docx") -> str:
    """The sentence of a refusal, or "imported"."""
    try:
        parse_bytes(name, content)
    except UnreadableDocument as error:
        sentence = str(error)
        assert sentence.endswith(".") and "\n" not in sentence and "Traceback" not in sentence
        return sentence
    return "imported"


def nested(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + paragraph("deep") + "</w:tc></w:tr></w:tbl>" * depth


def with_entity() -> bytes:
    bomb = '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    return word_file("", more={"word/document.xml": f"{bomb}<w:document {SPACES}><w:body>&f;&b;</w:body></w:document>"})


def encrypted_entry() -> bytes:
    content = bytearray(GOOD)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.find(mark)
        while start >= 0:
            struct.pack_into("<H", content, start + offset, 1)
            start = content.find(mark, start + 4)
    return bytes(content)


MACROS = TYPES.replace("document.main+xml", "document.macroEnabled.main+xml").replace(
    "openxmlformats-officedocument.wordprocessingml", "ms-word"
)
HOSTILE: dict[str, tuple[bytes, str]] = {
    "zero bytes": (b"", "is empty"),
    "encrypted by Word": (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
    "encrypted as a zip": (encrypted_entry(), "password"),
    "old Word": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old Word file"),
    "truncated": (GOOD[: len(GOOD) // 2], "damaged"),
    "macros by type": (word_file("", more={"[Content_Types].xml": MACROS}), "macros"),
    "macros by part": (word_file("", more={"word/vbaProject.bin": b"x"}), "macros"),
    "a zip of something else": (zipped({"readme.txt": "words"}), "no Word document"),
    "a sheet": (zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"}), "no Word document"),
    "OpenDocument": (open_file("<text:p>words</text:p>"), ".odt"),
    "a PDF": (b"%PDF-1.7", "PDF"),
    "words": (b"plain words", "not a Word or OpenDocument file"),
    "a zip bomb": (word_file("", more={"word/media/a.bin": b"\0" * (60 << 20)}), "150 times"),
    "100 MB of XML": (word_file("<w:p>" + " " * (101 << 20) + "</w:p>"), "100 MB"),
    "many parts": (word_file("", more={f"x/{number}": b"" for number in range(2_100)}), "2,000 parts"),
    "broken XML": (word_file("<w:p>"), "damaged"),
    "entities": (with_entity(), "outside itself"),
    "no text": (word_file(""), "no text"),
    "deep nesting": (word_file(nested(3_000)), "more deeply"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_in_one_sentence(name: str) -> None:
    content, part = HOSTILE[name]
    assert part in outcome(content)


def test_names_that_lead_elsewhere_write_nothing(tmp_path: Path) -> None:
    names = ["../../escape.txt", "/escape.txt", "word/../../../escape.txt", "..\\..\\escape.txt"]
    parts = word_parts(paragraph("Eleven benches"), more={name: "out" for name in names})
    assert outcome(zipped(parts)) == "imported"
    target = word_parts(
        paragraph("x"), {"styles": ("styles", "../../../../etc/passwd"), "n": ("footnotes", "/etc/passwd")}
    )
    assert outcome(zipped(target)) == "imported"
    assert not list(tmp_path.parent.rglob("escape.txt"))


@pytest.fixture
def listener() -> Iterator[tuple[str, list[Any]]]:
    """An address at which somebody would hear whoever asks."""
    heard: list[Any] = []
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.2)
    done = threading.Event()

    def listen() -> None:
        while not done.is_set():
            try:
                heard.append(server.accept())
            except TimeoutError:
                continue

    thread = threading.Thread(target=listen)
    thread.start()
    yield f"http://127.0.0.1:{server.getsockname()[1]}", heard
    done.set()
    thread.join()
    server.close()


def test_no_address_that_a_file_names_is_asked(listener: tuple[str, list[Any]]) -> None:
    address, heard = listener
    links = {
        "template": ("attachedTemplate", f"{address}/template.dotm"),
        "picture": ("image", f"{address}/picture.png"),
        "frame": ("subDocument", f"{address}/part.docx"),
    }
    picture = '<w:r><w:drawing><a:blip r:link="picture"/></w:drawing></w:r>'
    more: dict[str, str | bytes] = {"word/_rels/settings.xml.rels": relations(links)}
    assert outcome(word_file(paragraph("Eleven benches", picture), links, more)) == "imported"
    page = f'<link rel=stylesheet href="{address}/a.css"><img src="{address}/a.png"><iframe src="{address}"></iframe><p>Words</p>'
    assert outcome(page.encode(), "page.html") == "imported"
    frame = f'<text:p>Words<draw:frame><draw:image xlink:href="{address}/a.png"/></draw:frame></text:p>'
    assert outcome(open_file(frame), "text.odt") == "imported"
    assert not heard


def test_a_table_of_500_rows_is_imported() -> None:
    content = word_file(paragraph("Benches") + table([[f"Stop {row}", str(row), "2026"] for row in range(500)]))
    assert len(parse_bytes("release.docx", content).paragraphs) == 501


def test_what_takes_too_much_memory_is_stopped() -> None:
    """Elements without number and without words that repeat: small as a file, large as a tree."""
    chance = random.Random(1)  # noqa: S311
    body = "".join(f'<w:p w:a="{chance.getrandbits(8)}"/>' for _ in range(10_000)) * 300
    assert outcome(word_file(body)) == TOO_MUCH


def test_what_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importing.apart.STARTING", -19.95)
    with pytest.raises(UnreadableDocument, match="longer than 20 seconds"):
        parse_bytes("release.docx", GOOD)


def test_what_breaks_off_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """As when the system kills the process, or a library of the interpreter fails."""
    monkeypatch.setattr("importing.apart.sys.executable", "/bin/false")
    with pytest.raises(UnreadableDocument, match="broke off"):
        answer_of_child({}, b"words")


def test_the_process_sees_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSROOM_SECRET_KEY", "a secret")
    assert "a secret" not in surroundings().values()
    assert not any(name.startswith(("NEWSROOM", "DATABASE", "DJANGO")) for name in surroundings())


def test_threads_read_at_once() -> None:
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(outcome(GOOD))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert found == ["imported"] * 4


def test_the_command_says_one_sentence_and_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bomb.docx"
    path.write_bytes(HOSTILE["a zip bomb"][0])
    with pytest.raises(SystemExit) as stopped:
        call_command("parse_release", str(path))
    assert stopped.value.code == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def mutated(content: bytes, chance: random.Random) -> bytes:
    """A Word file of which one part, or the zip itself, was damaged at random places."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 30)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    if chance.random() < 0.2:
        return bytes(changed)
    package = zipfile.ZipFile(BytesIO(content))
    parts: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    name = chance.choice(sorted(parts))
    part = bytearray(package.read(name))
    start = chance.randrange(len(part))
    cut = part[:start] + part[start + chance.randint(1, 40) :]
    parts[name] = bytes(cut if chance.random() < 0.5 else part[:start] + part[start // 2 : start] + part[start:])
    return zipped(parts)


def test_files_damaged_at_random_are_refused_or_imported() -> None:
    """Read in this process, so that whatever is raised is seen."""
    chance = random.Random(20_261_127)  # noqa: S311
    rich = word_file(paragraph("Eleven", style="Title") + table([["a", "b"], ["c", "d"]]) + paragraph("x", list_id="1"))
    begun, told = monotonic(), {"imported": 0, "refused": 0}
    for _ in range(300):
        try:
            understand(read_content("release.docx", mutated(rich, chance), Patience()))
            told["imported"] += 1
        except UnreadableDocument as error:
            assert str(error).endswith(".")
            told["refused"] += 1
    assert monotonic() - begun < 60 and min(told.values()) > 10


def test_a_file_on_the_disk_is_read_apart(tmp_path: Path) -> None:
    path = tmp_path / "release.docx"
    path.write_bytes(GOOD)
    assert parse_apart(path).headline == "Eleven benches"
