"""A scenario reaches nothing but the site that the tests serve."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from playwright.sync_api import Error, Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """The address of another host, which this machine plays."""
    with ThreadingHTTPServer(("127.0.0.2", 0), BaseHTTPRequestHandler) as host:
        threading.Thread(target=host.serve_forever, daemon=True).start()
        yield f"http://127.0.0.2:{host.server_port}/"
        host.shutdown()


def test_no_other_host_is_reached(browse: Callable[..., Page], server: Any, elsewhere: str) -> None:
    answer = browse().goto(f"{server.url}/health/")
    assert answer and answer.ok
    for address in (elsewhere, "https://avatars.example/halima.png"):
        with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
            browse().goto(address)
