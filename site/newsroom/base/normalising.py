"""Every text that is stored passes here, whatever door it came by: forms, imports, exchanges, the shell.

What a field holds decides what is done with it. Asked before a row is checked, before it is written, and before a draft
is kept.
"""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from wagtail.blocks import Block, StreamValue
from wagtail.fields import StreamField

from newsroom.base.fields import VisibleField
from newsroom.base.tables.splitting import TABLE, with_own_tables
from newsroom.language.normalisation import normalise_name, normalise_text

Normaliser = Callable[[str], str]
#: Addresses of all kinds, and what people are called: no sign in them that nobody sees.
OF_WHAT_IS_SEEN = (models.EmailField, models.URLField, models.SlugField, VisibleField)
#: Rows of others that hold what people of the newsroom write.
OF_OTHERS = ("wagtailcore", "wagtailredirects")
ROOMS = ("newsroom", "organisations", "news", "campaigns", "importing")


def normaliser_of(field: Any) -> Normaliser:
    """Return what is done to a text of a field of a model."""
    return normalise_name if isinstance(field, OF_WHAT_IS_SEEN) else normalise_text


def normaliser_of_block(block: Block) -> Normaliser:
    """Return what is done to a text of a block; one with a rule of its own has it as `normalise_words`."""
    own: Normaliser = getattr(block, "normalise_words", normalise_text)
    return own


def normaliser_at(model: type[models.Model], path: str) -> Normaliser:
    """Return what is done to the text at a place of a page or record, as wagtail-localize names it ("body.<id>.words").

    Where a path leads to no text that is known here it is done as to running text.
    """
    name, *rest = path.split(".")
    try:
        field: Any = model._meta.get_field(name)
    except FieldDoesNotExist:
        return normalise_text
    if isinstance(field, StreamField):
        own = (normaliser_of_block(block) for block in blocks_at([field.stream_block], rest))
        return next((each for each in own if each is not normalise_text), normalise_text)
    if isinstance(field, models.ManyToOneRel):
        inside = [part for part in rest if not is_id(part)]
        return normaliser_at(field.related_model, ".".join(inside)) if inside else normalise_text
    return normaliser_of(field)


def blocks_at(blocks: list[Any], names: list[str]) -> list[Any]:
    """Return the blocks that a path can lead to; an id in it may be that of any block there."""
    for name in names:
        below = [getattr(block, "child_blocks", None) or {"": getattr(block, "child_block", None)} for block in blocks]
        found = [child for children in below for key, child in children.items() if key in ("", name) or is_id(name)]
        blocks = [child for child in found if child is not None]
    return blocks


def is_id(part: str) -> bool:
    """Whether a part of a path is the id of a block or row."""
    try:
        return bool(UUID(part))
    except ValueError:
        return False


def normalised_value(field: Any, value: Any) -> Any:
    """Return a value of a field as it is stored; what is no text as it is."""
    if isinstance(value, str):
        return normaliser_of(field)(value)
    if isinstance(value, StreamValue) and value.raw_text is None:
        stored = value.get_prep_value()
        normal = normalised_blocks(value.stream_block, stored)
        return value if normal == stored else StreamValue(value.stream_block, normal, is_lazy=True)
    return value


def normalised_blocks(block: Any, stored: Any) -> Any:
    """Return the stored value of a block with each text in it as it is to be."""
    if isinstance(stored, str):
        return normaliser_of_block(block)(stored)
    if own := getattr(block, "normalise_stored", None):
        return own(stored)
    children = getattr(block, "child_blocks", {})
    if isinstance(stored, dict):
        return {
            name: normalised_blocks(children[name], value) if name in children else value
            for name, value in stored.items()
        }
    if isinstance(stored, list):
        items = with_own_tables(stored) if TABLE in children else stored
        return [normalised_item(block, item) for item in items]
    return stored


def normalised_item(block: Any, item: Any) -> Any:
    """Return the same for one item of a stream or list."""
    children = getattr(block, "child_blocks", {})
    child = children.get(item.get("type")) if isinstance(item, dict) else None
    child = child or getattr(block, "child_block", None)
    if child is None or not isinstance(item, dict) or "value" not in item:
        return normalised_blocks(child, item) if child is not None else item
    return item | {"value": normalised_blocks(child, item["value"])}


def normalise_fields(instance: models.Model) -> None:
    """Make every text of a row, and of the rows below it that are not stored yet, as it is to be stored."""
    for field, value in loaded_values(instance):
        normal = normalised_value(field, value)
        if normal is not value and normal != value:
            setattr(instance, field.attname, normal)
    for rows in getattr(instance, "_cluster_related_objects", {}).values():
        for row in rows:
            normalise_fields(row)


def loaded_values(instance: models.Model) -> Iterator[tuple[Any, Any]]:
    """Yield the fields of a row that hold text, with their values, without asking the database for those left out."""
    for field in instance._meta.concrete_fields:
        if isinstance(field, models.CharField | models.TextField | StreamField) and field.attname in instance.__dict__:
            yield field, instance.__dict__[field.attname]


def models_with_texts() -> Iterator[type[models.Model]]:
    """Yield the models whose rows hold what people of the newsroom write."""
    for model in apps.get_models():
        if model.__module__.partition(".")[0] in ROOMS or model._meta.app_label in OF_OTHERS:
            yield model


def normalise_before_writing(instance: models.Model, **kwargs: Any) -> None:
    """Make the texts of a row that is about to be written as they are to be stored."""
    normalise_fields(instance)


class Normalised(models.Model):
    """For a model whose rows are checked or drafted: both see what would be stored. Put it among the first bases."""

    class Meta:
        abstract = True

    def clean_fields(self, exclude: Any = None) -> None:
        """Checks each field as it would be stored; what a key that no form offers names, the database itself holds."""
        normalise_fields(self)
        keys = [field for field in self._meta.fields if isinstance(field, models.ForeignKey)]
        unseen = {field.name for field in keys if not field.editable or field.name == "content_type"}
        super().clean_fields(exclude={*(exclude or ()), *unseen})

    def serializable_data(self) -> dict[str, Any]:
        """What a draft keeps."""
        normalise_fields(self)
        data: dict[str, Any] = super().serializable_data()  # type: ignore[misc]  # asked of clusters only
        return data
