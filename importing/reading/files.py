"""Taking the bytes of a file, or saying in one sentence why not."""

from pathlib import Path

from importing.unreadable import UnreadableDocument

LARGEST_FILE = 10 * 1024 * 1024


def bytes_of(path: Path) -> bytes:
    """Return the content of the file at `path`, at most 10 MB as the import contract states.

    Raises UnreadableDocument for a file that is missing, a folder, protected,
    empty or too large.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise UnreadableDocument(f"There is no file {path.name} to read.") from None
    except IsADirectoryError:
        raise UnreadableDocument(f"{path.name} is a folder and not a document.") from None
    except PermissionError:
        raise UnreadableDocument(f"{path.name} may not be read by the newsroom.") from None
    except (OSError, ValueError):
        raise UnreadableDocument(f"{path.name} could not be opened.") from None
    if not content:
        raise UnreadableDocument(f"{path.name} is empty.")
    if len(content) > LARGEST_FILE:
        raise UnreadableDocument(f"{path.name} is larger than 10 MB, the most that can be imported.")
    return content
