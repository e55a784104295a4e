"""Asks many addresses at once, each machine one question at a time, and says what each answer means for a link."""

import asyncio
import ssl
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from newsroom.links.choices import LinkReason, LinkState
from newsroom.links.guarding import Guard
from newsroom.links.heads import (
    Head,
    NoAnswerError,
    NoSuchHostError,
    NotAskedError,
    Question,
    Resolver,
    head_of,
    question_for,
    resolve,
)

PERMANENT, PASSING = frozenset({301, 308}), frozenset({302, 303, 307})
WRONG, GONE, FAULT = 400, 410, 500
#: Of these it is known that the other side does not like programs, or not so many questions.
NOT_TOLD = frozenset({401, 402, 403, 405, 406, 407, 408, 423, 425, 429, 451, 503, 999})
#: Answers to HEAD that a GET would not get: many servers know GET alone.
ASKED_AGAIN = frozenset({400, 403, 404, 405, 406, 410, 500, 501, 502})
MOST_HOPS = 6


@dataclass(frozen=True)
class Answer:
    """What is to be thought of a link."""

    state: LinkState
    reason: LinkReason | str = ""
    status: int | None = None
    #: Where it leads for good by now.
    target: str = ""


@dataclass(frozen=True)
class Pace:
    """How hard is asked. All in seconds but the number of questions at once."""

    at_once: int = 24
    #: For one question, from the name to the end of the head.
    patience: float = 10.0
    #: Between two questions to one machine.
    pause: float = 1.0
    #: After so long what has not been asked is left for another time.
    altogether: float = 60.0


@dataclass
class Asker:
    """Asks in the name of a newsroom, whose address it says to those it asks."""

    agent: str
    guard: Guard = field(default_factory=Guard)
    pace: Pace = field(default_factory=Pace)
    resolver: Resolver = resolve

    def answers(self, addresses: Iterable[str]) -> dict[str, Answer]:
        """What each address answers; those for which there was no time are left out."""
        return asyncio.run(self.ask_all(list(dict.fromkeys(addresses))))

    async def ask_all(self, addresses: list[str]) -> dict[str, Answer]:
        """The same within a running loop."""
        self.turns: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self.places = asyncio.Semaphore(self.pace.at_once)
        found: dict[str, Answer] = {}

        async def note(address: str) -> None:
            found[address] = await self.ask(address)

        work = [asyncio.create_task(note(address)) for address in addresses]
        if work:
            _done, late = await asyncio.wait(work, timeout=self.pace.altogether)
            for each in late:
                each.cancel()
            for outcome in await asyncio.gather(*work, return_exceptions=True):
                if isinstance(outcome, Exception):
                    raise outcome
        return found

    async def ask(self, address: str) -> Answer:
        """Follow an address to its end. As far as it moved for good from the start is where it leads by now."""
        here = moved = address
        is_for_good = True
        try:
            for _hop in range(MOST_HOPS):
                head = await self.head(question_for(here, self.guard))
                if head.status not in PERMANENT | PASSING or not head.location:
                    return answer_for(head.status, moved if moved != address else "", address)
                here = urljoin(here, head.location)
                is_for_good = is_for_good and head.status in PERMANENT
                moved = here if is_for_good else moved
        except (NotAskedError, NoSuchHostError, NoAnswerError, OSError, ValueError) as error:
            return answer_for_failure(error)
        return Answer(LinkState.BROKEN, LinkReason.REDIRECTS)

    async def head(self, question: Question) -> Head:
        """The head of an answer: by HEAD, and by GET where that is no answer one could trust. Raises as `head_of`."""
        try:
            head = await self.one_by_one(question, "HEAD")
        except NoAnswerError:
            head = Head(status=501)
        return await self.one_by_one(question, "GET") if head.status in ASKED_AGAIN else head

    async def one_by_one(self, question: Question, method: str) -> Head:
        """Wait for the machine's turn, ask, and leave it a pause. Raises as `head_of`, TimeoutError among that."""
        async with self.turns[question.host]:
            try:
                async with self.places, asyncio.timeout(self.pace.patience):
                    return await head_of(question, method, self.guard, self.agent, self.resolver)
            finally:
                await asyncio.sleep(self.pace.pause)


def answer_for(status: int, target: str, address: str) -> Answer:
    """What the number of the last answer means; `target`: where the address leads for good by now."""
    if status == GONE:
        return Answer(LinkState.BROKEN, LinkReason.GONE, status)
    if status in NOT_TOLD:
        return Answer(LinkState.UNSURE, LinkReason.NOT_TOLD, status)
    if status >= FAULT:
        return Answer(LinkState.SILENT, LinkReason.SERVER_ERROR, status)
    if status >= WRONG:
        return Answer(LinkState.BROKEN, LinkReason.NOT_FOUND, status)
    is_worth_writing = bool(target) and not (address.startswith("https:") and urlsplit(target).scheme == "http")
    return Answer(LinkState.MOVED, "", status, target) if is_worth_writing else Answer(LinkState.FINE, "", status)


def answer_for_failure(error: Exception) -> Answer:
    """What it means that there was no answer."""
    if isinstance(error, NotAskedError):
        return Answer(LinkState.UNSURE, LinkReason.NOT_ASKED)
    if isinstance(error, NoSuchHostError):
        return Answer(LinkState.SILENT, LinkReason.NO_SUCH_HOST)
    if isinstance(error, ssl.SSLCertVerificationError):
        return Answer(LinkState.SILENT, LinkReason.CERTIFICATE)
    if isinstance(error, TimeoutError):
        return Answer(LinkState.SILENT, LinkReason.NO_ANSWER)
    return Answer(LinkState.SILENT, LinkReason.NOT_CONNECTED)
