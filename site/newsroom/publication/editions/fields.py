from collections.abc import Iterator
from typing import Any, ClassVar

import msgspec
from django.db import models

from newsroom.base.models import NewsroomDocument, NewsroomImage
from newsroom.publication.editions.serialisation import canonical_json, document_from_text

MODELS_OF_FILES: dict[str, type[models.Model]] = {"image": NewsroomImage, "document": NewsroomDocument}


class DocumentFieldBase(models.TextField):
    """A published document, kept as its canonical JSON: the digest beside it is that of the stored text.

    The field of a room names the type of its documents, which have `files`, what they show, as ("image", number) or
    ("document", number). It tells Wagtail's index of references of these, so that they stay public with it and a
    librarian sees that they are in use.
    """

    document_type: ClassVar[type[msgspec.Struct]]

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """For migrations a text as any other."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", list(args), kwargs

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> Any:
        """The document of a stored text."""
        return None if value is None else document_from_text(value, self.document_type)

    def to_python(self, value: Any) -> Any:
        """The document of a text; a document as it is."""
        return document_from_text(value, self.document_type) if isinstance(value, str) else value

    def get_prep_value(self, value: Any) -> Any:
        """The text that is stored."""
        return canonical_json(value).decode() if isinstance(value, self.document_type) else value

    def extract_references(self, value: Any) -> Iterator[tuple[type[models.Model], str, str, str]]:
        """The images and attachments that a document shows."""
        for kind, number in dict.fromkeys(value.files):
            yield MODELS_OF_FILES[kind], str(number), kind, f"{kind}.{number}"
