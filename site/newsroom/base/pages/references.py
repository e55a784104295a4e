"""Which records stored content names: revisions and bodies as they are kept, read without fetching a record.

A revision holds a page as JSON, and a body holds its blocks as JSON inside of that; both name records by number.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import ForeignKey, Model
from modelcluster.models import get_all_child_relations
from wagtail.blocks import Block, ChooserBlock, ListBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField

#: Given a model, the number of a record and where it is named ("body.quote.speaker"): the number to put there.
Exchange = Callable[[type[Model], Any, str], Any]


def exchanged(model: type[Model], content: dict[str, Any], exchange: Exchange, path: str = "") -> dict[str, Any]:
    """The content of a page or record as it is stored, with the number of each record it names exchanged."""
    changed = dict(content)
    for field in model._meta.fields:
        value = content.get(field.name)
        if value is not None and isinstance(field, ForeignKey):
            changed[field.name] = exchange(field.remote_field.model, value, f"{path}{field.name}")
        elif value is not None and isinstance(field, StreamField):
            changed[field.name] = exchanged_body(field, value, exchange, f"{path}{field.name}")
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        if name in content:
            child = relation.related_model
            changed[name] = [exchanged(child, each, exchange, f"{path}{name}.") for each in content[name]]
    return changed


def exchanged_body(field: StreamField, stored: Any, exchange: Exchange, path: str) -> Any:
    """The same for a body, given as text or as the list that the text stands for."""
    if isinstance(stored, str):
        blocks = in_block(field.stream_block, json.loads(stored or "[]"), exchange, path)
        return json.dumps(blocks, cls=field.json_field.encoder)
    return in_block(field.stream_block, stored, exchange, path)


def in_block(block: Block, value: Any, exchange: Exchange, path: str) -> Any:
    """The same for the value of a block; what no block is defined for stays as it is."""
    if value is None:
        return None
    if isinstance(block, ChooserBlock):
        return exchange(block.model_class, value, path)
    if isinstance(block, StructBlock):
        inside = {name: child for name, child in block.child_blocks.items() if name in value}
        return {**value, **{name: in_block(inside[name], value[name], exchange, f"{path}.{name}") for name in inside}}
    if isinstance(block, StreamBlock):
        return [in_child(block.child_blocks.get(child["type"]), child, exchange, path) for child in value]
    if isinstance(block, ListBlock):
        return [{**item, "value": in_block(block.child_block, item["value"], exchange, path)} for item in value]
    return value


def in_child(block: Block | None, child: dict[str, Any], exchange: Exchange, path: str) -> dict[str, Any]:
    """The same for one block of a stream, its id kept."""
    return {**child, "value": in_block(block, child["value"], exchange, f"{path}.{child['type']}")} if block else child


def named_in(model: type[Model], content: dict[str, Any]) -> list[tuple[type[Model], Any, str]]:
    """Each record that stored content names: its model, its number and where it stands."""
    found: list[tuple[type[Model], Any, str]] = []

    def note(named: type[Model], number: Any, path: str) -> Any:
        found.append((named, number, path))
        return number

    exchanged(model, content, note)
    return found


def bodies_that_may_name(model: type[Model], candidates: Iterator[type[Model]]) -> Iterator[StreamField]:
    """The bodies of the given models in which some block chooses a record of `model`."""
    for candidate in candidates:
        for field in candidate._meta.local_fields:
            if isinstance(field, StreamField) and chooses(field.stream_block, model):
                yield field


def chooses(block: Block, model: type[Model]) -> bool:
    """Whether a block or one inside it chooses a record of a model."""
    if isinstance(block, ChooserBlock):
        return bool(block.model_class is model)
    children = list(getattr(block, "child_blocks", {}).values()) or [getattr(block, "child_block", None)]
    return any(chooses(child, model) for child in children if child)
