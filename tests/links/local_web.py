"""A web server on this machine that answers as it is told, and the pace and guard with which it may be asked.

No guard but this one, which the tests hand over by name, lets anybody ask the machine itself.
"""

import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from newsroom.links.asking import Asker, Pace
from newsroom.links.guarding import Guard

HERE = "127.0.0.1"


@dataclass
class LocalWeb:
    """What is answered by path: a number, and where people are sent. And who asked for what."""

    port: int = 0
    answers: dict[str, tuple[int, str]] = field(default_factory=dict)
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    at_once: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    most_at_once: int = 0
    takes: float = 0.0

    def address(self, path: str, host: str = HERE) -> str:
        """An address here."""
        return f"http://{host}:{self.port}{path}"

    def asker(self, pace: Pace | None = None, **facts: object) -> Asker:
        """Somebody who may ask this machine, at this port and under any name."""

        async def resolver(host: str, port: int) -> list[str]:
            return [HERE]

        guard = Guard(allows=lambda number: number == HERE, ports=frozenset({self.port}))
        quick = pace or Pace(patience=0.5, pause=0.0)
        return Asker(**{"agent": "test", "guard": guard, "pace": quick, "resolver": resolver} | facts)  # type: ignore[arg-type]


@contextmanager
def local_web(**answers: tuple[int, str]) -> Iterator[LocalWeb]:
    """The server while it runs; a path that nobody told it of is there."""
    web = LocalWeb()
    web.answers |= {f"/{name}": answer for name, answer in answers.items()}
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host = self.headers["Host"].partition(":")[0]
            with lock:
                web.asked.append((self.command, host, self.path))
                web.at_once[host] += 1
                web.most_at_once = max(web.most_at_once, web.at_once[host])
            time.sleep(web.takes)
            status, location = web.answers.get(self.path, (200, ""))
            if status:
                self.send_response(status)
                if location:
                    self.send_header("Location", location)
                self.end_headers()
            with lock:
                web.at_once[host] -= 1

        def do_HEAD(self) -> None:
            if self.path.startswith("/get-alone"):
                web.asked.append((self.command, HERE, self.path))
                self.send_response(405)
                self.end_headers()
                return
            self.do_GET()

        def log_message(self, *args: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        request_queue_size = 256
        daemon_threads = True

    server = Server((HERE, 0), Handler)
    web.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()
