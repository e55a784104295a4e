"""What people and organisations take part in beside releases, for their pages; rooms above say how it looks."""

from collections.abc import Callable, Iterable
from typing import Any

_finders: list[Callable[[Any], Iterable[Any]]] = []


def register_occasions(find: Callable[[Any], Iterable[Any]]) -> None:
    """Let pages of records show what `find` gives for one: rows, each with its `thing` and its `template`."""
    _finders.append(find)


def occasions_of(record: Any) -> list[Any]:
    """The public events and calls that name a person or organisation, as rows for its page."""
    return [row for find in _finders for row in find(record)]
