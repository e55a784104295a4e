"""Fields that more than one room uses."""

from typing import Any

from django.db import models
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.fields import BaseTranslatableField

from newsroom.base.languages import own_names

INLINE_FEATURES = ["bold", "italic", "link", "document-link"]
TEXT_FEATURES = [*INLINE_FEATURES, "ol", "ul"]


class BodyField(StreamField):
    """A StreamField whose block definitions stay out of migrations.

    Blocks change often and never change the database; without this each change of a label would be a
    migration that carries the whole tree of blocks.
    """

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _blocks, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs


class LanguageField(models.CharField):
    """One of the newsroom's languages, as a fact about a text; the same in every translation."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = 10
        kwargs["choices"] = list(own_names().items())
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"], kwargs["choices"]
        return name, path, list(args), kwargs


class ShortTextField(RichTextField):
    """Rich text of a few paragraphs: bold, italic, links, lists."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("features", TEXT_FEATURES)
        super().__init__(*args, **kwargs)


class NotTranslated(BaseTranslatableField):
    """For wagtail-localize: leave this field of a translation alone.

    Tags are carried by their ordered through-rows; what no editor can fill in needs no translator.
    """
