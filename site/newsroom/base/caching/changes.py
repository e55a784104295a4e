"""The number that stands for all that readers see: another one whenever a row of it changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.db import connection

NUMBER = "SELECT SUM(mark) FROM base_change"


@dataclass
class ReadOnce:
    """The number as it was read first within a request, and how many transactions that request was inside then."""

    depth: int
    number: int | None = None
    is_read: bool = False


_this_request: ContextVar[ReadOnce | None] = ContextVar("_this_request", default=None)


def change_number() -> int | None:
    """Return the number of what the database holds now, as this transaction sees it; None where no number can be had.

    The same number never comes back for something else: each change draws a new mark, and one that is rolled back takes
    its mark along. A request that only reads asks once, outside transactions that it opened itself.
    """
    kept = _this_request.get()
    if kept is None or kept.depth != transactions_open():
        return read_number()
    if not kept.is_read:
        kept.number, kept.is_read = read_number(), True
    return kept.number


@contextmanager
def number_read_once() -> Iterator[None]:
    """Ask the database for the number at most once within the block."""
    token = _this_request.set(ReadOnce(transactions_open()))
    try:
        yield
    finally:
        _this_request.reset(token)


def read_number() -> int | None:
    """Ask the database for the number."""
    with connection.cursor() as cursor:
        cursor.execute(NUMBER)
        (number,) = cursor.fetchone()
    return None if number is None else int(number)


def transactions_open() -> int:
    """How many transactions and savepoints stand around what runs now."""
    return len(connection.atomic_blocks)


def is_read_once() -> bool:
    """Whether the number is asked for at most once here, as in a request that only reads."""
    return _this_request.get() is not None
