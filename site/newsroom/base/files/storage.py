"""Uploaded files are stored whole or not at all."""

import os
import shutil
from pathlib import Path

from django.core.files import File
from django.core.files.storage import FileSystemStorage

#: What must stay free beside an upload: its sizes for pages, and the database where it lies on the same disk.
MARGIN = 20 << 20


class NotStoredError(OSError):
    """A file could not be stored: the disk is full, or may not be written to."""


class WholeFiles(FileSystemStorage):
    """The file system, but a file that could not be written to its end leaves nothing behind."""

    def _save(self, name: str, content: File) -> str:
        """Raises NotStoredError."""
        target = Path(self.path(name))
        was_there = target.exists()
        try:
            stored: str = super()._save(name, content)  # type: ignore[misc]
        except OSError as error:
            if not was_there:
                target.unlink(missing_ok=True)
            raise NotStoredError(*error.args) from error
        return stored

    def has_room_for(self, size: int) -> bool:
        """Whether a file of so many bytes can be expected to be stored. Only storing it tells for certain."""
        folder = Path(self.location)
        while not folder.exists():
            folder = folder.parent
        return os.access(folder, os.W_OK) and shutil.disk_usage(folder).free >= size + MARGIN
