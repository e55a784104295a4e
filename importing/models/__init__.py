"""What an import keeps."""

from importing.models.imported_file import ImportedFile, ImportState

__all__ = ["ImportState", "ImportedFile"]
