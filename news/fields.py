from collections.abc import Iterator
from typing import Any

from django.db import models

from news.editions.document import ReleaseDocument
from news.editions.serialisation import canonical_json, document_from_text
from newsroom.base.models import NewsroomDocument, NewsroomImage

MODELS_OF_FILES: dict[str, type[models.Model]] = {"image": NewsroomImage, "document": NewsroomDocument}


class DocumentField(models.TextField):
    """A published document, kept as its canonical JSON: the digest beside it is that of the stored text.

    Tells Wagtail's index of references which files it shows, so that they stay public with it and a librarian sees
    that they are in use.
    """

    #: For the type checker, which would take it for a text.
    _pyi_private_get_type: ReleaseDocument  # type: ignore[assignment]
    _pyi_private_set_type: ReleaseDocument  # type: ignore[assignment]

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """For migrations a text as any other."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", list(args), kwargs

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> ReleaseDocument | None:
        """The document of a stored text."""
        return None if value is None else document_from_text(value)

    def to_python(self, value: Any) -> Any:
        """The document of a text; a document as it is."""
        return document_from_text(value) if isinstance(value, str) else value

    def get_prep_value(self, value: Any) -> Any:
        """The text that is stored."""
        return canonical_json(value).decode() if isinstance(value, ReleaseDocument) else value

    def extract_references(self, value: ReleaseDocument) -> Iterator[tuple[type[models.Model], str, str, str]]:
        """The images and attachments that a document shows."""
        for kind, number in dict.fromkeys(value.files):
            yield MODELS_OF_FILES[kind], str(number), kind, f"{kind}.{number}"
