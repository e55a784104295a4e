"""What may happen to a search server: nothing is lost by it, nothing is found early, readers find all meanwhile."""

import datetime
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.utils import timezone
from leaving_quietly import unpublish
from search_server import SearchServer, Wire

from news.models import ReleasePage
from newsroom.home.state import state
from search.answering import answer_search
from search.models import Outgoing
from search.request import SearchRequest
from search.server import fallback
from search.server.client import WRITE, ServerError, aliases, building, client, serving
from search.server.draining import drain, drain_all
from search.server.following import FIRST, LONGEST, PAUSE, Follower
from search.server.rebuilding import counts, rebuild_on_server

Publish = Callable[..., list[ReleasePage]]
pytestmark = pytest.mark.usefixtures("server_settings")


@pytest.fixture
def wire(search_server: SearchServer, settings: Any) -> Iterator[Wire]:
    """The wire between the newsroom and the server."""
    made = Wire(search_server.port)
    settings.NEWSROOM_SEARCH_SERVER = {**settings.NEWSROOM_SEARCH_SERVER, "URL": made.url}
    yield made
    made.close()


@pytest.fixture
def server(search_server: SearchServer, wire: Wire) -> Iterator[SearchServer]:
    """The server, which runs again for the next test whatever this one does to it."""
    yield search_server
    search_server.kill()
    search_server.start()


def found(word: str = "ferry") -> int:
    """How many releases a reader finds."""
    return answer_search(SearchRequest(words=word, language="en", kind=("press-release",))).total


def on_server(word: str = "ferry") -> int:
    """How many the server itself finds, as far as it knows."""
    client(WRITE).indices.refresh(index=serving())
    return fallback.ServerEngine().find(SearchRequest(words=word, language="en", kind=("press-release",))).total


def told() -> str:
    """What officers and the monitoring are told of the server."""
    return state().search_trouble


def waiting() -> int:
    """How many changes the server has not heard of."""
    return Outgoing.objects.pending().count()


def mended(follower: Follower, most: int = 50) -> None:
    """Let the follower go on until nothing waits any more."""
    for _step in range(most):
        if follower.step() in (0, PAUSE) and not waiting():
            return
    raise AssertionError(f"{waiting()} changes still wait")


def all_is_well(expected: int) -> None:
    """The server knows all, answers itself, and nothing is left of what went wrong."""
    fallback.breaker.closed_until = 0
    assert on_server() == found() == expected
    assert not fallback.breaker.trouble
    assert told() == ""
    assert set(aliases()) == {serving()}
    there, here = counts(serving())
    assert there == here


def test_killed_in_the_middle_of_a_drain(publish: Publish, server: SearchServer, wire: Wire) -> None:
    rebuild_on_server()
    publish(12)
    before = waiting()
    in_bulk = 0

    def kill_midway(piece: bytes) -> None:
        nonlocal in_bulk
        in_bulk += b"_bulk" in piece or bool(in_bulk)
        if in_bulk == 2:
            server.kill()

    wire.on_request = kill_midway
    with pytest.raises(ServerError):
        drain()
    assert in_bulk >= 2
    assert waiting() == before
    assert found() == 12  # by the index in the database
    assert fallback.breaker.trouble
    assert told().startswith("the server cannot be reached")
    follower = Follower()
    assert [follower.step() for _try in range(6)] == [FIRST, 1.0, 2.0, 4.0, LONGEST, LONGEST]
    wire.on_request = lambda piece: None
    server.start()
    mended(follower)
    all_is_well(12)


def test_killed_in_the_middle_of_a_rebuild(publish: Publish, server: SearchServer) -> None:
    publish(3)
    rebuild_on_server()
    old = aliases()[serving()]

    def kill(done: int, total: int) -> None:
        if 0 < done < total:
            server.kill()

    with pytest.raises(CommandError, match=r"was not built: the server cannot be reached: .+\.$"):
        call_command_with(kill)
    assert found() == 3
    server.start()
    assert aliases()[serving()] == old
    assert building() in aliases()
    publish(1)
    mended(Follower())
    fallback.breaker.closed_until = 0
    assert on_server() == found() == 4  # the old index goes on, and changes reach it
    name = rebuild_on_server()
    assert aliases() == {serving(): name}
    all_is_well(4)


def call_command_with(progress: Callable[[int, int], None]) -> None:
    """The command that rebuilds, as an operator runs it, with something that happens on the way."""
    from search.management.commands.rebuild_search_index import Command

    command = Command()
    command.progress = progress  # type: ignore[method-assign]
    call_command(command, engine="elasticsearch", verbosity=0)


def test_started_empty(publish: Publish, server: SearchServer) -> None:
    publish(3)
    rebuild_on_server()
    server.kill()
    server.forget()
    server.start()
    assert found() == 3
    assert "has no index of this analyzer" in told()
    publish(1)
    assert found() == 4
    with pytest.raises(ServerError):
        drain()
    assert not client().indices.get(index="*")  # nothing is made by itself, with a layout of the server's own
    mended(Follower())
    all_is_well(4)


def test_slow(publish: Publish, wire: Wire) -> None:
    publish(3)
    rebuild_on_server()
    assert found() == 3
    wire.lets_through.clear()
    assert found() == 3
    assert "timed out" in fallback.breaker.trouble
    connections = wire.connections
    assert found() == 3
    assert wire.connections == connections  # left alone for a moment: the next readers do not wait
    wire.lets_through.set()
    all_is_well(3)


def test_full(publish: Publish, wire: Wire) -> None:
    publish(3)
    rebuild_on_server()
    full(True)
    publish(2)
    follower = Follower()
    assert [follower.step(), follower.step()] == [FIRST, 1.0]
    with pytest.raises(ServerError, match="429"):
        drain()
    assert not Outgoing.objects.exclude(not_before=None).exists()  # no row is to blame, none waits longer for it
    with time_machine.travel(timezone.now() + datetime.timedelta(seconds=11), tick=False):
        assert found() == 5
        assert "changes wait for the server since" in fallback.breaker.trouble
        assert "changes wait for the server since" in told()
    full(False)
    mended(follower)
    all_is_well(5)


def full(is_full: bool) -> None:
    """What the server does to an index itself when its disk is full: every write is answered with 429."""
    client(WRITE).indices.put_settings(
        index=serving(), settings={"index.blocks.read_only_allow_delete": True if is_full else None}
    )


def test_one_that_is_refused_does_not_hold_up_the_others(
    publish: Publish, monkeypatch: pytest.MonkeyPatch, wire: Wire
) -> None:
    from dataclasses import replace

    from search import registry

    rebuild_on_server()
    first, *_others = publish(3)
    source = registry.sources()["release"]

    def with_a_bad_one(rows: Any) -> Any:
        items = dict(source.items(rows))
        if first.pk in items:
            items[first.pk] = replace(items[first.pk], facets={"unheard_of": ["x"]})
        return items

    with monkeypatch.context() as patch:
        patch.setitem(registry._sources, "release", replace(source, items=with_a_bad_one))
        drain_all()
        assert on_server() == 2
        row = Outgoing.objects.pending().get()
        assert (row.object_id, row.attempts) == (first.pk, 1)
        assert "unheard_of" in row.trouble
        assert "the server refuses 1 changes" in told()
        assert drain() == 0  # it waits its time
    with time_machine.travel(timezone.now() + datetime.timedelta(seconds=5), tick=False):
        assert drain() == 1
    all_is_well(3)


def test_withdrawn_while_the_server_is_away_is_not_found(publish: Publish, server: SearchServer) -> None:
    first, *_others = publish(3)
    rebuild_on_server()
    server.kill()
    unpublish(first)
    assert found() == 2
    server.start()
    fallback.breaker.closed_until = 0
    assert on_server() == 3  # the server still has it …
    assert found() == 2  # … and no reader gets it
    mended(Follower())
    all_is_well(2)
