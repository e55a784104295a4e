"""An index on the server for measuring, of nothing real."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from search.registry import Item
from search.server.client import WRITE, ServerError, asking, client, new_name
from search.server.documents import mapping
from search.server.outbox import Key
from search.server.writing import send_to_indexes

Write = Callable[[Mapping[Key, Item | None]], None]


@contextmanager
def scratch() -> Iterator[tuple[str, Write]]:
    """The name of an index that goes away afterwards, and what writes into it. Raises ServerError."""
    name = f"{new_name()}-scratch"
    with asking():
        client(WRITE).indices.create(index=name, **mapping())

    def write(items: Mapping[Key, Item | None]) -> None:
        outcome = send_to_indexes(items, dict.fromkeys(items, 1), [name], is_alias=False)
        for reason in (*outcome.refused.values(), *outcome.postponed.values()):
            raise ServerError(reason)
        with asking():
            client(WRITE).indices.refresh(index=name)

    try:
        yield name, write
    finally:
        with asking():
            client(WRITE).indices.delete(index=name, ignore_unavailable=True)
