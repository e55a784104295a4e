"""In what manner something public is being changed just now: nobody changes it without having said so."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum


class Amendment(StrEnum):
    """How what is public changes: silently, for a slip of the pen, or in view of its readers."""

    MINOR = "minor"
    CORRECTION = "correction"


_declared: ContextVar[Amendment | None] = ContextVar("amendment", default=None)


@contextmanager
def changing(amendment: Amendment) -> Iterator[None]:
    """What is public may be written otherwise inside, in this manner."""
    token = _declared.set(amendment)
    try:
        yield
    finally:
        _declared.reset(token)


def declared() -> Amendment | None:
    """The manner that was stated for what is happening now, if one was."""
    return _declared.get()
