"""The server answers while it can and is up to date; else the index in the database does, and says so in the log."""

import logging
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import timedelta
from typing import TypeVar

from django.utils import timezone

from search.engine import COUNTED, PAGE_SIZE, Engine, Found
from search.index.embedded import EmbeddedEngine
from search.models.outgoing import Outgoing
from search.request import SearchRequest
from search.server.client import ServerError
from search.server.engine import ServerEngine

log = logging.getLogger(__name__)
Answer = TypeVar("Answer")
#: Seconds for which the server is left alone after it did not answer.
REST = 5.0
#: How long a change may wait for the server before the server counts as behind. Sending takes a second as a rule.
BEHIND = timedelta(seconds=10)


class Breaker:
    """Whether the server is asked at all; one in each process."""

    def __init__(self) -> None:
        self.closed_until = 0.0
        self.trouble = ""

    def is_open(self) -> bool:
        """Whether the server may be asked."""
        return time.monotonic() >= self.closed_until

    def failed(self, trouble: str) -> None:
        """Leave the server alone for a moment; the log says it once, not with every search."""
        if not self.trouble:
            log.warning("Searches are answered by the index in the database: %s.", trouble)
        self.trouble, self.closed_until = trouble, time.monotonic() + REST

    def worked(self) -> None:
        """The server answered."""
        if self.trouble:
            log.warning("Searches are answered by the search server again.")
        self.trouble, self.closed_until = "", 0.0


breaker = Breaker()


def behind() -> str:
    """Why the server does not know all that is public, as far as the outbox tells; "" where it does."""
    since = Outgoing.objects.all().waiting_since()
    if since is None or timezone.now() - since <= BEHIND:
        return ""
    return f"changes wait for the server since {since:%Y-%m-%d %H:%M:%S} UTC"


class ServerOrEmbeddedEngine:
    """Asks the server, and the database where the server is away, slow, wrong or behind."""

    name = "elasticsearch"

    def __init__(self) -> None:
        self.server, self.embedded = ServerEngine(), EmbeddedEngine()

    def find(self, request: SearchRequest, page_size: int = PAGE_SIZE, counted: Collection[str] = COUNTED) -> Found:
        """What answers a request."""
        return self._first(lambda engine: engine.find(request, page_size, counted))

    def complete(self, typed: str, code: str, limit: int) -> Sequence[tuple[str, int]]:
        """Keys of what has a title with a word that begins as typed."""
        return self._first(lambda engine: engine.complete(typed, code, limit))

    def held(self, terms: Collection[str]) -> Mapping[str, int]:
        """How many entries hold each term."""
        return self.embedded.held(terms)

    def spelling(self, request: SearchRequest) -> str:
        """The words spelled better."""
        return self.embedded.spelling(request)

    def _first(self, ask: Callable[[Engine], Answer]) -> Answer:
        """The answer of the server if it has one."""
        if breaker.is_open():
            try:
                if trouble := behind():
                    raise ServerError(trouble)
                answer = ask(self.server)
            except ServerError as error:
                breaker.failed(str(error))
            else:
                breaker.worked()
                return answer
        return ask(self.embedded)


def known_trouble() -> str:
    """What is known to be wrong with the server: what waits for it, and what the last search of this process met.

    Never asks the server, so a server that hangs holds up nobody who asks this. "" where nothing is known.
    """
    refused = Outgoing.objects.pending().exclude(not_before=None).count()
    return behind() or (f"the server refuses {refused} changes" if refused else "") or breaker.trouble
