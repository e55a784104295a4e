"""The server follows the database: what changed is sent, an index that is missing or wrong is built."""

import logging
import time
from collections.abc import Callable
from datetime import timedelta

from django.db import close_old_connections
from django.dispatch import Signal
from django.utils import timezone

from search.models.outgoing import Outgoing
from search.server.client import ServerError, aliases, serving
from search.server.draining import MOST, drain
from search.server.rebuilding import counts, rebuild_on_server

log = logging.getLogger(__name__)
#: Seconds between two looks at what changed; between two tries while the server is away, doubled up to the longest.
PAUSE, FIRST, LONGEST = 0.5, 0.5, 5.0
#: How often a follower with nothing to do compares the server's number of things with the database's.
COMPARED_EVERY = timedelta(minutes=10)
#: Seconds between two signs of life, unless what is wrong changes.
SIGN_EVERY = 5.0
#: Sent by a Follower at work, with `trouble`: why the server is not kept up to date, "" where it is.
followed = Signal()


class Follower:
    """Keeps the server up to date for as long as it runs."""

    def __init__(self) -> None:
        self.failures = 0
        self.compared_at = timezone.now() - COMPARED_EVERY
        self.checked_at = 0.0
        self.told_at, self.told = -SIGN_EVERY, ""

    def run(self, is_over: Callable[[], bool], wait: Callable[[float], object] = time.sleep) -> None:
        """Follow until told that it is over; `wait` takes seconds."""
        while not is_over():
            close_old_connections()
            wait(self.step())

    def step(self) -> float:
        """Do what there is to do; returns the seconds to wait before the next step."""
        try:
            sent = self._follow()
        except ServerError as error:
            if not self.failures:
                log.warning("The search server is not kept up to date: %s.", error)
            self.failures += 1
            self._tell(str(error))
            return min(FIRST * 2.0 ** (self.failures - 1), LONGEST)
        if self.failures:
            log.warning("The search server is kept up to date again.")
        self.failures = 0
        self._tell("")
        return 0 if sent == MOST else PAUSE

    def _tell(self, trouble: str) -> None:
        """Give a sign of life to whoever listens."""
        if trouble != self.told or time.monotonic() - self.told_at >= SIGN_EVERY:
            self.told_at, self.told = time.monotonic(), trouble
            followed.send(type(self), trouble=trouble)

    def _follow(self) -> int:
        """Send what waits. Where the server has no index, or one with another number of things, build it."""
        if time.monotonic() - self.checked_at > LONGEST or self.failures:
            if serving() not in aliases():
                log.warning("The search server has no index of this analyzer: it is built now.")
                rebuild_on_server()
            self.checked_at = time.monotonic()
        sent = drain()
        if not sent and timezone.now() - self.compared_at >= COMPARED_EVERY:
            self.compared_at = timezone.now()
            there, here = counts(serving())
            if there != here and not Outgoing.objects.pending().exists():
                log.warning("The search server has %s things, the newsroom %s: it is built anew.", there, here)
                rebuild_on_server()
        return sent
