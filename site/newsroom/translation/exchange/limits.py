"""How long a translation may be: what the field or block that it goes into takes."""

from functools import lru_cache
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import ManyToOneRel
from wagtail.blocks import Block
from wagtail.fields import StreamField


@lru_cache(maxsize=1024)
def longest(model: Any, field_path: str) -> int | None:
    """The greatest number of characters for a segment, given as wagtail-localize names its field; None for any."""
    name, *rest = field_path.split(".")
    try:
        field: Any = model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    if isinstance(field, StreamField):
        return longest_in_block(field.stream_block, rest)
    if isinstance(field, ManyToOneRel):
        return longest(field.related_model, ".".join(rest)) if rest else None
    return getattr(field, "max_length", None)


def longest_in_block(block: Block, names: list[str]) -> int | None:
    """The same for what lies in a block, by the names of the blocks below it."""
    for name in names:
        child = getattr(block, "child_blocks", {}).get(name) or getattr(block, "child_block", None)
        if child is None:
            return None
        block = child
    return getattr(block, "longest_text", None) or getattr(getattr(block, "field", None), "max_length", None)
