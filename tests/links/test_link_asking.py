"""What a link is found to lead to, asked of a real server on this machine."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from local_web import HERE, local_web

from newsroom.links.asking import Answer, Pace
from newsroom.links.choices import LinkReason, LinkState
from newsroom.links.heads import NoSuchHostError


@pytest.mark.parametrize(
    ("status", "state", "reason"),
    [
        (200, LinkState.FINE, ""),
        (204, LinkState.FINE, ""),
        (404, LinkState.BROKEN, LinkReason.NOT_FOUND),
        (410, LinkState.BROKEN, LinkReason.GONE),
        (403, LinkState.UNSURE, LinkReason.NOT_TOLD),
        (429, LinkState.UNSURE, LinkReason.NOT_TOLD),
        (500, LinkState.SILENT, LinkReason.SERVER_ERROR),
    ],
)
def test_number_of_the_answer_says_what_to_think(status: int, state: LinkState, reason: str) -> None:
    with local_web(page=(status, "")) as web:
        address = web.address("/page")
        assert web.asker().answers([address])[address] == Answer(state, reason, status)


def test_head_alone_is_asked_and_a_get_where_that_is_no_answer() -> None:
    with local_web() as web:
        found = web.asker().answers([web.address("/page"), web.address("/get-alone")])
    assert {answer.state for answer in found.values()} == {LinkState.FINE}
    assert [method for method, _host, path in web.asked if path == "/page"] == ["HEAD"]
    assert [method for method, _host, path in web.asked if path == "/get-alone"] == ["HEAD", "GET"]


def test_what_moved_for_good_is_named_and_what_is_passing_is_not() -> None:
    moved = {"old": (301, "/older"), "older": (308, "/new"), "login": (302, "/door"), "both": (301, "/login")}
    with local_web(**moved) as web:
        found = web.asker().answers([web.address(f"/{name}") for name in ("old", "login", "both")])
        assert found[web.address("/old")] == Answer(LinkState.MOVED, "", 200, web.address("/new"))
        assert found[web.address("/login")].state == LinkState.FINE
        assert found[web.address("/both")] == Answer(LinkState.MOVED, "", 200, web.address("/login"))


def test_what_moved_to_nowhere_is_broken() -> None:
    with local_web(old=(301, "/new"), new=(404, ""), round=(301, "/round")) as web:
        found = web.asker().answers([web.address("/old"), web.address("/round")])
        assert found[web.address("/old")] == Answer(LinkState.BROKEN, LinkReason.NOT_FOUND, 404)
        assert found[web.address("/round")] == Answer(LinkState.BROKEN, LinkReason.REDIRECTS)


def test_machine_is_asked_one_question_at_a_time_with_a_pause() -> None:
    with local_web() as web:
        web.takes = 0.02
        began = time.monotonic()
        found = web.asker(Pace(pause=0.05)).answers([web.address(f"/{number}") for number in range(6)])
        assert len(found) == 6 and web.most_at_once == 1
        assert time.monotonic() - began >= 6 * 0.05


@contextmanager
def talker(*pieces: bytes, pause: float = 0.0) -> Iterator[int]:
    """A machine that sends some bytes to whoever comes, one piece after the other, and never ends."""
    server = socket.create_server((HERE, 0))
    stopping = threading.Event()

    def talk(connection: socket.socket) -> None:
        with connection:
            try:
                connection.recv(4096)
                for piece in pieces:
                    connection.sendall(piece)
                    stopping.wait(pause)
                stopping.wait(5)
            except OSError:
                pass

    def serve() -> None:
        while not stopping.is_set():
            try:
                connection, _peer = server.accept()
            except OSError:
                return
            threading.Thread(target=talk, args=(connection,), daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield server.getsockname()[1]
    finally:
        stopping.set()
        server.close()


@pytest.mark.parametrize(
    ("pieces", "pause", "reason"),
    [
        ((), 0.0, LinkReason.NO_ANSWER),
        ((b"HTTP/1.1 200 OK\r\n", *([b"X: drop by drop\r\n"] * 100)), 0.1, LinkReason.NO_ANSWER),
        ((b"HTTP/1.1 200 OK\r\nX: " + b"x" * 100_000,), 0.0, LinkReason.NOT_CONNECTED),
        ((b"220 mail.example ESMTP\r\n\r\n",), 0.0, LinkReason.NOT_CONNECTED),
    ],
)
def test_machine_that_is_slow_endless_or_no_server_costs_no_more_than_patience(
    pieces: tuple[bytes, ...], pause: float, reason: LinkReason
) -> None:
    with talker(*pieces, pause=pause) as port, local_web() as web:
        web.port = port
        address = web.address("/")
        began = time.monotonic()
        answer = web.asker().answers([address])[address]
        assert answer.state == LinkState.SILENT and answer.reason == reason
        assert time.monotonic() - began < 2


def test_name_that_nobody_has_and_door_that_nobody_opens() -> None:
    async def resolver(host: str, port: int) -> list[str]:
        raise NoSuchHostError(host)

    with local_web() as web:
        address = web.address("/", "nowhere.example")
        answer = web.asker(resolver=resolver).answers([address])[address]
        assert answer == Answer(LinkState.SILENT, LinkReason.NO_SUCH_HOST)
    assert web.asker().answers([address])[address].reason == LinkReason.NOT_CONNECTED


def test_body_is_never_read() -> None:
    with talker(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n" + b"x" * 50_000) as port, local_web() as web:
        web.port = port
        address = web.address("/film")
        assert web.asker().answers([address])[address].state == LinkState.FINE


def test_thousand_links_take_bounded_time() -> None:
    """To two hundred machines, five each; of them some never answer."""
    with local_web() as web, talker() as silent:
        web.takes = 0.01
        addresses = [web.address(f"/{number}", f"m{number % 200}.example") for number in range(1000)]
        ports = frozenset({web.port, silent})
        lost = [f"http://lost{number}.example:{silent}/" for number in range(20)]
        asker = web.asker(Pace(at_once=24, patience=0.5, pause=0.01, altogether=30))
        asker.guard = type(asker.guard)(allows=asker.guard.allows, ports=ports)
        began = time.monotonic()
        found = asker.answers([*addresses, *lost])
        took = time.monotonic() - began
        assert {found[address].state for address in addresses} == {LinkState.FINE}
        assert {found[address].state for address in lost} == {LinkState.SILENT}
        assert web.most_at_once == 1 and took < 25


def test_what_there_was_no_time_for_is_left_for_the_next_time() -> None:
    with local_web() as web:
        web.takes = 0.05
        began = time.monotonic()
        found = web.asker(Pace(pause=0.1, altogether=0.6)).answers([web.address(f"/{number}") for number in range(50)])
        assert 0 < len(found) < 50
        assert time.monotonic() - began < 2
