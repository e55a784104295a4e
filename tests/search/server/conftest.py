"""Releases to find, and what the server itself knows of them."""

from collections.abc import Callable

import pytest

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage

Publish = Callable[..., list[ReleasePage]]


@pytest.fixture
def publish(index: NewsIndexPage) -> Publish:
    """Publishes some releases about ferries."""

    def some(number: int = 3, word: str = "ferry") -> list[ReleasePage]:
        return [ReleasePageFactory(parent=index, title=f"The {word} {each}") for each in range(number)]

    return some
