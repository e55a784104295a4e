"""Parsing in a process of its own, which is stopped when it takes too long or too much.

It is started afresh and never forked, so that it is safe from servers with threads. It gets the bytes of the file and
nothing else: no database, no settings, no secrets, no address of the newsroom.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from importing.patience import LONGEST_WAIT, TOO_SLOW
from importing.proposal import Proposal
from importing.reading.files import bytes_of, refuse_size
from importing.serialising import record_of
from importing.unreadable import UndecidedChange, UndecidedDocument, UnreadableDocument, gettext_noop

#: For the start of the process, on top of what reading may take.
STARTING = 10.0
#: The status with which the process says that its memory did not do.
OUT_OF_MEMORY = 3
GAVE_UP = gettext_noop("The document could not be read: reading it broke off. Save it again in its program.")
TOO_MUCH = gettext_noop("The document could not be read: it needs more memory than a document should.")


def parse_apart(path: Path | str, accept_changes: bool = False, edits: Sequence[Mapping[str, Any]] = ()) -> Proposal:
    """Return what the document at a path proposes; see `parse_bytes`."""
    path = Path(path)
    return parse_bytes(path.name, bytes_of(path), accept_changes, edits)


def parse_bytes(
    name: str,
    content: bytes,
    accept_changes: bool = False,
    edits: Sequence[Mapping[str, Any]] = (),
    taken_as: str | None = None,
) -> Proposal:
    """Return what a document proposes, read in another process.

    `taken_as` is what a person says it is: "release", "event" or "call"; None leaves it to the document.
    Raises UnreadableDocument, or UndecidedDocument with the list of what to decide.
    """
    refuse_size(name, content)
    wanted = {"name": name, "accept_changes": accept_changes, "edits": list(edits), "taken_as": taken_as}
    told = json.loads(answer_of_child(wanted, content))
    if "proposal" in told:
        proposal: Proposal = record_of(Proposal, told["proposal"])
        return proposal
    if "changes" in told:
        changes = [record_of(UndecidedChange, each) for each in told["changes"]]
        raise UndecidedDocument(told["sentence"], changes, **told["values"])
    raise UnreadableDocument(told["sentence"], **told["values"])


def picture_apart(name: str, content: bytes, picture: str) -> bytes:
    """Return a picture that stands in a document, by its name within it; raises UnreadableDocument."""
    return answer_of_child({"name": name, "picture": picture}, content)


def answer_of_child(wanted: Mapping[str, Any], content: bytes) -> bytes:
    """Return what the other process writes; raises UnreadableDocument when it was stopped or broke off."""
    try:
        done = subprocess.run(  # noqa: S603  (our own module, by our own interpreter)
            arguments_of_child(wanted),
            input=content,
            capture_output=True,
            timeout=LONGEST_WAIT + STARTING,
            env=surroundings(),
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UnreadableDocument(TOO_SLOW, seconds=f"{LONGEST_WAIT:g}") from None
    if done.returncode == 0:
        return done.stdout
    raise UnreadableDocument(TOO_MUCH if done.returncode == OUT_OF_MEMORY else GAVE_UP)


def arguments_of_child(wanted: Mapping[str, Any]) -> list[str]:
    """Return how the other process is started that is to do something."""
    return [sys.executable, "-X", "utf8", "-m", "importing.child", json.dumps(wanted)]


def surroundings() -> dict[str, str]:
    """Return the only variables that the process sees: where the code stands, and what libraries need."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "TMPDIR") if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(each for each in sys.path if each), "PYTHONDONTWRITEBYTECODE": "1"}
