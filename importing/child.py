"""The process that reads one document: bytes on standard input, one answer on standard output.

It limits itself before it reads, so that whoever started it need not do so between fork and exec.
"""

import json
import resource
import sys
from typing import Any

from importing.apart import OUT_OF_MEMORY
from importing.editing import edited
from importing.patience import LONGEST_WAIT, Patience
from importing.reading import UnreadableDocument, ending_of, read_content
from importing.reading.files import LARGEST_FILE
from importing.reading.packages import Package
from importing.serialising import plain_values
from importing.told_encoding import with_told_encoding
from importing.understanding import understand
from importing.unreadable import UndecidedDocument

MOST_MEMORY = 640 * 1024 * 1024
LARGEST_PICTURE = 10 * 1024 * 1024

ZIPPED = {".docx", ".odt"}


def limit() -> None:
    """Take away what reading a document does not need: memory, time, files to write, processes to start."""
    for kind, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, int(LONGEST_WAIT) + 5),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _soft, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def answer(wanted: dict[str, Any], content: bytes) -> bytes:
    """Return the proposal, or one sentence, as JSON; or a picture as it is."""
    if "picture" in wanted:
        return picture_in(wanted["name"], content, wanted["picture"])
    try:
        patience = Patience()
        paragraphs = read_content(wanted["name"], content, patience, wanted["accept_changes"])
        proposal = understand(edited(paragraphs, wanted["edits"]), patience, wanted["taken_as"])
        proposal = with_told_encoding(proposal, wanted["name"], content)
        told: dict[str, Any] = {"proposal": plain_values(proposal)}
    except UndecidedDocument as error:
        told = {"sentence": error.sentence, "values": error.values, "changes": plain_values(error.changes)}
    except UnreadableDocument as error:
        told = {"sentence": error.sentence, "values": error.values}
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")


def picture_in(name: str, content: bytes, picture: str) -> bytes:
    """Return a part of a zipped document; raises UnreadableDocument or KeyError where there is none."""
    package = Package(content) if ending_of(name) in ZIPPED else None
    if package is None or package.entries[picture].file_size > LARGEST_PICTURE:
        raise UnreadableDocument("")
    return package.part(picture)[:LARGEST_PICTURE]


def answer_parent() -> int:
    """Read, answer, and return the status of the process."""
    limit()
    try:
        content = sys.stdin.buffer.read(LARGEST_FILE + 1)
        sys.stdout.buffer.write(answer(json.loads(sys.argv[1]), content))
    except MemoryError:
        return OUT_OF_MEMORY
    return 0


if __name__ == "__main__":
    sys.exit(answer_parent())
