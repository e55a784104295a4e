"""A program of its own that reads the text of a PDF or Word file from its input: `python text_of_file.py .pdf < FILE`.

It runs beside the newsroom (`newsroom.base.files.reading`), so that a file made to do harm costs no more than the
seconds and the memory it is given here, and knows nothing of the newsroom. It ends with status 1 and a reason where it
finds none.
"""

import io
import resource
import sys
import zipfile
from collections.abc import Iterator
from typing import IO

SECONDS = 10
MEMORY = 1 << 30
#: A Word file is packed: so much of it is unpacked, and no more.
UNPACKED = 40 << 20
PAGES = 500
CHARACTERS = 100_000
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class NoTextError(Exception):
    """Why a file has no text."""


class Limited(io.RawIOBase):
    """A stream that ends with an error after so many bytes."""

    def __init__(self, stream: IO[bytes], most: int) -> None:
        self._stream, self._left = stream, most

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def read(self, size: int = -1) -> bytes:
        """The next bytes. Raises NoTextError after the last that are allowed."""
        data = self._stream.read(size if 0 <= size <= self._left else self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise NoTextError("it unpacks to too much")
        return data


def pieces_of_pdf(data: bytes) -> Iterator[str]:
    """The text of a PDF, page by page."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        raise NoTextError("it is encrypted")
    for number, page in enumerate(reader.pages):
        if number == PAGES:
            return
        yield page.extract_text() + "\n"


def pieces_of_word(data: bytes) -> Iterator[str]:
    """The text of a Word file, word by word."""
    from defusedxml.ElementTree import iterparse

    with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("word/document.xml") as packed:
        for _event, element in iterparse(Limited(packed, UNPACKED)):
            if element.tag == f"{WORD}t":
                yield element.text or ""
            elif element.tag in (f"{WORD}p", f"{WORD}br", f"{WORD}tab"):
                yield "\n"
            element.clear()


READERS = {".pdf": pieces_of_pdf, ".docx": pieces_of_word}


def file_text(data: bytes, suffix: str) -> str:
    """The text of a file, as far as it is read."""
    pieces, length = [], 0
    for piece in READERS[suffix](data):
        pieces.append(piece)
        length += len(piece)
        if length > CHARACTERS:
            break
    return "".join(pieces)[:CHARACTERS].replace("\x00", " ")


def main(suffix: str) -> int:
    """Read from the input, write to the output."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        text = file_text(sys.stdin.buffer.read(), suffix)
    except NoTextError as error:
        sys.stderr.write(str(error))
        return 1
    except Exception as error:  # whatever a broken file does to a library
        sys.stderr.write(f"it is broken ({type(error).__name__})")
        return 1
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
