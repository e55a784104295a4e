"""The same cases on every engine: on the index in the database, or on a search server (`make test-elasticsearch`)."""

import os
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from search_server import SearchServer

from search.server import fallback
from search.server.client import WRITE, client, serving
from search.server.draining import drain_all
from search.server.engine import ServerEngine
from search.server.rebuilding import rebuild_on_server

ON_SERVER = "NEWSROOM_TEST_ELASTICSEARCH" in os.environ
collect_ignore = ["test_candidates.py", "test_index.py", "test_writing.py"] if ON_SERVER else ["server"]


@pytest.fixture(scope="session")
def search_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchServer]:
    """An Elasticsearch that runs for as long as the tests do."""
    folder = tmp_path_factory.mktemp("search-server")
    for parent in (folder, *folder.parents[:2]):
        parent.chmod(parent.stat().st_mode | 0o055)
    server = SearchServer(folder / "server")
    server.start()
    yield server
    server.kill()


@pytest.fixture
def server_settings(search_server: SearchServer, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The newsroom with the search server, and nothing in it yet."""
    settings.NEWSROOM_SEARCH_SERVER = {"URL": search_server.url, "PREFIX": f"test-{uuid.uuid4().hex[:12]}"}
    monkeypatch.setattr(fallback, "breaker", fallback.Breaker())


def up_to_date() -> None:
    """Send what waits and let it be found at once, not in a second."""
    drain_all()
    client(WRITE).indices.refresh(index=serving())


@pytest.fixture(autouse=ON_SERVER)
def engine_of_the_run(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the run is one on a server: it answers, alone, and knows all that is public when it is asked."""
    if "server_settings" in request.fixturenames or "db" not in request.fixturenames:
        return
    request.getfixturevalue("server_settings")
    request.getfixturevalue("newsroom")
    rebuild_on_server()
    for name in ("find", "complete"):
        ask = getattr(ServerEngine, name)

        def asked(*args: Any, ask: Any = ask) -> Any:
            up_to_date()
            return ask(*args)

        monkeypatch.setattr(ServerEngine, name, asked)

    def known_behind(behind: Callable[[], str] = fallback.behind) -> str:
        up_to_date()
        return behind()

    monkeypatch.setattr(fallback, "behind", known_behind)

    def fail(_breaker: fallback.Breaker, trouble: str) -> None:
        raise AssertionError(f"The search server did not answer: {trouble}")

    monkeypatch.setattr(fallback.Breaker, "failed", fail)
