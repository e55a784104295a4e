"""One question to one machine: what an address answers, read no further than its head.

The name is resolved once and the connection goes to that number, so that a name which is resolved differently a moment
later leads nowhere else. Bodies are never read.
"""

import asyncio
import re
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urlsplit

from newsroom.links.guarding import Guard

#: In bytes: a head that is longer is no answer.
LONGEST_HEAD = 32_768
MOST_INTERIM = 5
PORTS = {"http": 80, "https": 443}
LAST_INTERIM = 199
#: The signs of a machine's name as it is asked for, or of its number.
HOST = re.compile(r"[a-z0-9._:-]+", re.IGNORECASE)

Resolver = Callable[[str, int], Awaitable[list[str]]]


class NotAskedError(Exception):
    """An address is none that may be asked, or none at all."""


class NoSuchHostError(Exception):
    """No machine has this name."""


class NoAnswerError(Exception):
    """What came back is no answer of a web server."""


@dataclass(frozen=True)
class Question:
    """Whom to ask for what."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def host_line(self) -> str:
        """The machine as the head of a question names it."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if PORTS[self.scheme] == self.port else f"{name}:{self.port}"


@dataclass(frozen=True)
class Head:
    """The answer as far as it is read: its number and where it sends people."""

    status: int
    location: str = ""


def question_for(address: str, guard: Guard) -> Question:
    """What to ask for an address. Raises NotAskedError for what is no address of the web or has a forbidden port."""
    try:
        parts = urlsplit(address)
        port = parts.port or PORTS.get(parts.scheme, 0)
        name = parts.hostname or ""
        host = name if ":" in name else name.encode("idna").decode("ascii")
    except ValueError as error:
        raise NotAskedError(address) from error
    if parts.scheme not in PORTS or not HOST.fullmatch(host) or parts.username or port not in guard.ports:
        raise NotAskedError(address)
    return Question(parts.scheme, host, port, path_of(parts))


def path_of(parts: SplitResult) -> str:
    """The path and query of an address in the signs that a question may have."""
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]")
    return f"{path}?{query}" if query else path


async def resolve(host: str, port: int) -> list[str]:
    """The numbers of a machine. Raises NoSuchHostError where there are none."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=1)
    except (OSError, ValueError) as error:
        raise NoSuchHostError(host) from error
    return [str(each[4][0]) for each in found]


async def head_of(question: Question, method: str, guard: Guard, agent: str, resolver: Resolver = resolve) -> Head:
    """Ask one machine. The caller limits the time.

    Raises NotAskedError where a number of the machine is none of the public web, NoSuchHostError, NoAnswerError, and
    OSError where nobody answers or the certificate is wrong.
    """
    numbers = await resolver(question.host, question.port)
    if not numbers or not all(map(guard.allows, numbers)):
        raise NotAskedError(question.host)
    secured = ssl.create_default_context() if question.scheme == "https" else None
    reader, writer = await asyncio.open_connection(
        numbers[0],
        question.port,
        limit=LONGEST_HEAD,
        ssl=secured,
        server_hostname=question.host if secured else None,
    )
    try:
        if not guard.allows(writer.get_extra_info("peername")[0]):
            raise NotAskedError(question.host)
        lines = (
            f"{method} {question.path} HTTP/1.1",
            f"Host: {question.host_line}",
            f"User-Agent: {agent}",
            "Accept: text/html,*/*;q=0.5",
            "Accept-Encoding: identity",
            "Connection: close",
        )
        writer.write("\r\n".join((*lines, "", "")).encode("ascii"))
        await writer.drain()
        return await read_head(reader)
    finally:
        writer.transport.abort()


async def read_head(reader: asyncio.StreamReader) -> Head:
    """The first answer that is no interim one. Raises NoAnswerError."""
    for _number in range(MOST_INTERIM):
        try:
            lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError) as error:
            raise NoAnswerError from error
        version, _space, rest = lines[0].partition(" ")
        if not version.startswith("HTTP/") or not rest[:3].isdecimal():
            raise NoAnswerError
        if int(rest[:3]) > LAST_INTERIM:
            return Head(int(rest[:3]), location_in(lines[1:]))
    raise NoAnswerError


def location_in(lines: list[str]) -> str:
    """Where the lines of a head send people; "" where they do not."""
    pairs = (line.partition(":") for line in lines)
    found = next((value.strip() for name, _colon, value in pairs if name.strip().lower() == "location"), "")
    try:
        return found.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return found
