from collections.abc import Iterator
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from newsroom.base.models import NewsroomDocument, NewsroomImage


class EarlierPageField(models.JSONField):
    """The data of a release as it stood once.

    Tells Wagtail's index of references which files it shows, so that they stay public with it and a librarian sees
    that they are in use.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("encoder", DjangoJSONEncoder)
        super().__init__(*args, **kwargs)

    def extract_references(self, value: dict[str, Any]) -> Iterator[tuple[type[models.Model], str, str, str]]:
        """What an earlier version refers to: its image, its attachments and what its text names."""
        if value.get("image"):
            yield NewsroomImage, str(value["image"]), "image", "image"
        for number, attachment in enumerate(value.get("attachments", ())):
            yield NewsroomDocument, str(attachment["document"]), "attachments", f"attachments.{number}"
        release: Any = self.model._meta.get_field("release").related_model
        body: Any = release._meta.get_field("body")
        yield from body.extract_references(body.to_python(value.get("body", "[]")))
