"""Taking the bytes of a file, or saying in one sentence why not."""

from pathlib import Path

from importing.unreadable import UnreadableDocument, gettext_noop

LARGEST_FILE = 10 * 1024 * 1024


def bytes_of(path: Path) -> bytes:
    """Return the content of the file at `path`, at most one byte more than may be imported.

    Raises UnreadableDocument for a file that is missing, a folder or protected.
    """
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise UnreadableDocument(gettext_noop("There is no file %(name)s to read."), name=path.name) from None
    except IsADirectoryError:
        raise UnreadableDocument(gettext_noop("%(name)s is a folder and not a document."), name=path.name) from None
    except PermissionError:
        raise UnreadableDocument(gettext_noop("%(name)s may not be read by the newsroom."), name=path.name) from None
    except (OSError, ValueError):
        raise UnreadableDocument(gettext_noop("%(name)s could not be opened."), name=path.name) from None


def refuse_size(name: str, content: bytes) -> None:
    """Raise UnreadableDocument for an empty file, and for one of more than 10 MB as the import contract states."""
    if not content:
        raise UnreadableDocument(gettext_noop("%(name)s is empty."), name=name)
    if len(content) > LARGEST_FILE:
        raise UnreadableDocument(
            gettext_noop("%(name)s is larger than 10 MB, the most that can be imported."), name=name
        )
