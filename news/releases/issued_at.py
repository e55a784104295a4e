"""At which event a release was issued; the room of events says so (docs/development.md, “Doors”)."""

from collections.abc import Callable, Iterable
from typing import Any

_finders: list[Callable[[Any], Iterable[Any]]] = []


def register_issued_at(find: Callable[[Any], Iterable[Any]]) -> None:
    """Let pages of releases show what `find` gives for one: rows, each with its `thing` and its `template`."""
    _finders.append(find)


def issued_at(release: Any) -> list[Any]:
    """The public events at which a release was issued, in the reader's language where there is one."""
    return [row for find in _finders for row in find(release)]
