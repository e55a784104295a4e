"""What an import keeps."""

from importing.models.imported_file import ImportedFile, ImportState, TakenAs

__all__ = ["ImportState", "ImportedFile", "TakenAs"]
