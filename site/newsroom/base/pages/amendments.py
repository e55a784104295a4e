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
    """Declare in which manner what is public changes while the block runs."""
    token = _declared.set(amendment)
    try:
        yield
    finally:
        _declared.reset(token)


def declared() -> Amendment | None:
    """Return the manner that was declared for the change in progress, if one was."""
    return _declared.get()
