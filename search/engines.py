"""Which engine answers, and how each is given an index for measuring."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

from django.conf import settings

from search.engine import Engine
from search.index.embedded import EmbeddedEngine
from search.index.writing import Key, write_entries
from search.models.generation import Generation
from search.registry import Item


@dataclass(frozen=True)
class Scratch:
    """An index of nothing real: what writes it, and the engine that answers from it."""

    engine: Engine
    write: Callable[[Mapping[Key, Item | None]], object]


@contextmanager
def embedded_scratch() -> Iterator[Scratch]:
    """An index in the database, forgotten afterwards."""
    generation = Generation.objects.create(is_scratch=True)
    try:
        yield Scratch(EmbeddedEngine(generation), lambda items: write_entries(generation, items))
    finally:
        generation.delete()


@contextmanager
def server_scratch() -> Iterator[Scratch]:
    """An index on the search server, forgotten afterwards. Raises ServerError."""
    from search.server.engine import ServerEngine
    from search.server.scratch import scratch

    with scratch() as (index, write_there):
        yield Scratch(ServerEngine(index), write_there)


def server_engine() -> Engine:
    """The search server alone, with nothing that answers in its place."""
    from search.server.engine import ServerEngine

    return ServerEngine()


#: The engines by their names.
NAMED: dict[str, Callable[[], Engine]] = {EmbeddedEngine.name: EmbeddedEngine, "elasticsearch": server_engine}
#: An index for measuring, by the name of its engine.
ENGINES: dict[str, Callable[[], AbstractContextManager[Scratch]]] = {
    EmbeddedEngine.name: embedded_scratch,
    "elasticsearch": server_scratch,
}


def engine() -> Engine:
    """The engine that answers readers: the server where one is configured, else the index in the database."""
    if settings.NEWSROOM_SEARCH_SERVER["URL"]:
        # Its client takes a third of a second to load; a newsroom without a server never does.
        from search.server.fallback import ServerOrEmbeddedEngine

        return ServerOrEmbeddedEngine()
    return EmbeddedEngine()


def engine_of_lists() -> Engine:
    """The engine that answers lists: always the index in the database, which is written with what is published.

    A search server learns of it a moment later, and a list is kept under the state of the database.
    """
    return EmbeddedEngine()


def server_trouble() -> str:
    """Why the search server does not answer readers, as far as is known without asking it; "" where it does, or none
    is configured."""
    if not settings.NEWSROOM_SEARCH_SERVER["URL"]:
        return ""
    from search.server.fallback import known_trouble as of_server

    return of_server()
