"""Proposals as plain values and back, as they go between processes and are kept while a person decides."""

import dataclasses
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints


def plain_values(record: Any) -> Any:
    """Return a record of ours as JSON has it: what differs from its defaults, lists for tuples."""
    if dataclasses.is_dataclass(record) and not isinstance(record, type):
        return {
            each.name: plain_values(getattr(record, each.name))
            for each in dataclasses.fields(record)
            if getattr(record, each.name) != each.default
        }
    if isinstance(record, Enum):
        return record.value
    if isinstance(record, (list, tuple)):
        return [plain_values(each) for each in record]
    return record


def record_of(kind: Any, values: Any) -> Any:
    """Return the record of a kind from its plain values; what the kind does not know is left out.

    Raises TypeError or ValueError for values that are none of this kind.
    """
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return (
            None
            if values is None
            else record_of(next(each for each in get_args(kind) if each is not type(None)), values)
        )
    if origin in (tuple, list, Sequence):
        items = [record_of(get_args(kind)[0], each) for each in values]
        return items if origin is list else tuple(items)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        if not isinstance(values, Mapping):
            raise TypeError(f"{kind.__name__} is made of named values.")
        hints = hints_of(kind)
        return kind(**{name: record_of(hints[name], value) for name, value in values.items() if name in hints})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(values)
    return values


@cache
def hints_of(kind: type) -> dict[str, Any]:
    """Return the types of the fields of a kind of record."""
    names = {each.name for each in dataclasses.fields(kind)}
    return {name: hint for name, hint in get_type_hints(kind).items() if name in names}
