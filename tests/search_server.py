"""A real Elasticsearch for tests, that can be killed, emptied and started again, and a wire to it that can be bad."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import threading
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.error import URLError

PROGRAM = Path(__file__).resolve().parent.parent / ".ci" / "elasticsearch"
#: Seconds that the server may take to start on a busy machine, its download included.
PATIENCE = 240


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class SearchServer:
    """An Elasticsearch in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it answers."""
        with (self.folder.parent / "search-server.log").open("ab") as log:
            self._process = subprocess.Popen(
                [PROGRAM, str(self.port), str(self.folder)], stdout=log, stderr=log, start_new_session=True
            )
        for _second in range(PATIENCE):
            if self._process.poll() is not None:
                raise RuntimeError(Path(log.name).read_text()[-2000:])
            try:
                urllib.request.urlopen(f"{self.url}/_cluster/health?wait_for_status=yellow&timeout=60s", timeout=70)
                return
            except (URLError, ConnectionError, TimeoutError):
                time.sleep(1)
        raise RuntimeError("The search server did not start.")

    def kill(self) -> None:
        """End it at once, as a power failure would."""
        if self._process:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    def forget(self) -> None:
        """Lose everything it kept; it must be down."""
        shutil.rmtree(self.folder / "data")


class Wire:
    """A wire to a server. What a request holds can be watched, and answers can be held back."""

    def __init__(self, port: int) -> None:
        self._target = port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self.connections = 0
        #: Called with every piece of a request before it goes on.
        self.on_request: Callable[[bytes], None] = lambda piece: None
        #: Answers come through only while this is set.
        self.lets_through = threading.Event()
        self.lets_through.set()
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Take no more connections and let go of what is held back."""
        self.lets_through.set()
        self._listening.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _address = self._listening.accept()
            except OSError:
                return
            self.connections += 1
            try:
                far = socket.create_connection(("127.0.0.1", self._target))
            except OSError:
                near.close()
                continue
            threading.Thread(target=self._carry, args=(near, far, True), daemon=True).start()
            threading.Thread(target=self._carry, args=(far, near, False), daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket, is_request: bool) -> None:
        try:
            while piece := source.recv(4096):
                if is_request:
                    self.on_request(piece)
                else:
                    self.lets_through.wait()
                target.sendall(piece)
        except OSError:
            pass
        finally:
            for end in (source, target):
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
                end.close()
