"""Which engine answers."""

from collections.abc import Callable

from search.engine import Engine
from search.index.embedded import EmbeddedEngine
from search.models import Generation

#: How an engine is made for an index, by its name.
ENGINES: dict[str, Callable[[Generation | None], Engine]] = {"embedded": EmbeddedEngine}


def engine() -> Engine:
    """The engine that answers readers."""
    return EmbeddedEngine()
