"""Files that cannot be read, and files made to be slow: one plain sentence each."""

from pathlib import Path
from time import monotonic

import pytest

from importing import UnreadableDocument, parse
from importing.patience import Patience
from importing.reading import read_document
from importing.understanding import understand


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        parse(path)
    return str(caught.value)


def test_a_missing_file(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.txt") == "There is no file gone.txt to read."


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    assert refusal(tmp_path / "folder.txt") == "folder.txt is a folder and not a document."


def test_a_protected_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the system refuses it; root, as whom the tests may run, is refused nothing."""
    path = tmp_path / "locked.txt"
    path.write_text("secret")

    def refuse(_path: Path, *_args: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert refusal(path) == "locked.txt may not be read by the newsroom."


@pytest.mark.parametrize("name", ["sheet.xls", "picture.png", "README"])
def test_a_format_nobody_reads_names_those_that_are(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("words")
    message = refusal(path)
    assert ".md" in message and ".txt" in message


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "no text"),
        (b"words\x00words", "not a text document"),
        (bytes(range(1, 9)) * 50, "not a text document"),
        (b"PK\x03\x04rest", "with the ending of a text document"),
        (b"%PDF-1.7 rest", "a PDF file"),
        (b"\xd0\xcf\x11\xe0rest", "an old Word file"),
        (b"\xef\xbb\xbfcaf\xe9", "UTF-8"),
        (b"\xff\xfea\x00b", "UTF-16"),
    ],
)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_content_that_is_no_text(tmp_path: Path, content: bytes, part: str, suffix: str) -> None:
    path = tmp_path / f"document{suffix}"
    path.write_bytes(content)
    message = refusal(path)
    assert part in message
    assert message.endswith(".") and "\n" not in message


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"a" * (10 * 1024 * 1024 + 1))
    assert "larger than 10 MB" in refusal(path)


def test_the_wait_is_limited_in_every_room(tmp_path: Path) -> None:
    path = tmp_path / "document.txt"
    path.write_text("A line.\n\nAnother line.")
    paragraphs = read_document(path)
    for suffix in (".txt", ".md"):
        with pytest.raises(UnreadableDocument, match="longer than 0 seconds"):
            read_document(path.rename(path.with_suffix(suffix)), Patience(0))
        path = path.with_suffix(suffix)
    with pytest.raises(UnreadableDocument, match="longer than 0 seconds"):
        understand(paragraphs, Patience(0))


@pytest.mark.parametrize("piece", ["[", '"', "“", "*a ", "a@", "1 ", "Anna Bell, ", "<a>", "#a ", "www.", "About "])
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_a_long_line_is_read_in_time(tmp_path: Path, piece: str, suffix: str) -> None:
    path = tmp_path / f"long{suffix}"
    path.write_text(piece * (1_000_000 // len(piece)))
    begun = monotonic()
    proposal = parse(path)
    assert monotonic() - begun < 5
    assert len(proposal.placement) == 1


@pytest.mark.parametrize("piece", ["[", '"', "“", "*a ", "a@", "1 ", "Anna Bell, ", "<a>", "`a", "![", "_a"])
def test_a_paragraph_just_short_enough_to_be_searched_is_read_in_time(tmp_path: Path, piece: str) -> None:
    path = tmp_path / "searched.md"
    path.write_text("Words " + piece * (19_900 // len(piece)))
    begun = monotonic()
    parse(path)
    assert monotonic() - begun < 5
