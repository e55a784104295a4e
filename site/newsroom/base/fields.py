"""Fields that more than one room uses."""

from typing import Any

from django.db import models
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.fields import BaseTranslatableField

from newsroom.base.languages import own_names
from newsroom.language.script.collation import stored_key

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


class VisibleField(models.CharField):
    """A name, a telephone number, a word that is looked up: no sign in it that nobody sees (`base.normalising`)."""

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", list(args), kwargs


class SortKeyField(models.BinaryField):
    """Where a row stands among others in a long list, by the order of its own language; follows a text of the row.

    `of` names the text, `language` what holds its language: a locale, a code, or "" for what has none.
    """

    def __init__(self, *args: Any, of: str = "", language: str = "locale", **kwargs: Any) -> None:
        self.of, self.language = of, language
        super().__init__(*args, **{"default": b"", "editable": False, **kwargs})

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.BinaryField", list(args), kwargs

    def pre_save(self, model_instance: models.Model, add: bool) -> bytes:
        """The key of the text as it is now."""
        key = self.key_for(model_instance)
        setattr(model_instance, self.attname, key)
        return key

    def key_for(self, row: Any) -> bytes:
        """What sorts a row."""
        language = getattr(row, self.language, "") if self.language else ""
        return stored_key(getattr(row, self.of), getattr(language, "language_code", language) or "")


class ShortTextField(RichTextField):
    """Rich text of a few paragraphs: bold, italic, links, lists."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("features", TEXT_FEATURES)
        super().__init__(*args, **kwargs)


class NotTranslated(BaseTranslatableField):
    """For wagtail-localize: leave this field of a translation alone.

    Tags are carried by their ordered through-rows; what no editor can fill in needs no translator.
    """
