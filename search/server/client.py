"""The server: how it is asked, what its indexes are called, what may go wrong with it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from django.conf import settings
from django.utils import timezone
from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch
from urllib3 import Timeout

from search.analysis import ANALYZER_VERSION

#: Seconds to reach the server, to have an answer for a reader, and to have one for whatever keeps the index.
CONNECT, ANSWER, WRITE = 1.0, 2.0, 30.0


class ServerError(Exception):
    """The server cannot be asked, or refuses; the words say which."""


class NoIndexError(ServerError):
    """The server is there and has no index of this analyzer: it was started empty, or none was built yet."""

    def __init__(self) -> None:
        super().__init__("the server has no index of this analyzer")


def is_configured() -> bool:
    """Whether there is a server to search on."""
    return bool(settings.NEWSROOM_SEARCH_SERVER["URL"])


def client(seconds: float = ANSWER) -> Elasticsearch:
    """The client that all threads of a process share, with the patience given. It never tries twice by itself."""
    timeout = Timeout(connect=CONNECT, total=seconds)
    return connected(settings.NEWSROOM_SEARCH_SERVER["URL"]).options(request_timeout=timeout)  # type: ignore[arg-type]


@lru_cache(maxsize=4)
def connected(url: str) -> Elasticsearch:
    """One client for each address: it keeps its connections open. Raises ServerError for what is no address."""
    try:
        return Elasticsearch(url, max_retries=0, retry_on_timeout=False)
    except ValueError as error:
        raise ServerError("NEWSROOM_ELASTICSEARCH_URL is no address such as https://search.example:9200") from error


@contextmanager
def asking() -> Iterator[None]:
    """Turn whatever the client raises into a ServerError of one line."""
    try:
        yield
    except ApiError as error:
        if error.status_code == 404:
            raise NoIndexError from error
        raise ServerError(f"the server answers {error.status_code}: {error.message[:200]}") from error
    except TransportError as error:
        raise ServerError(f"the server cannot be reached: {error.message[:200]}") from error


def serving() -> str:
    """The alias that readers' searches go to. It carries the analyzer's version: tokens of another are not ours."""
    return f"{settings.NEWSROOM_SEARCH_SERVER['PREFIX']}-{ANALYZER_VERSION}"


def building() -> str:
    """The alias of an index that is being built beside the one that answers."""
    return f"{serving()}-building"


def new_name() -> str:
    """A name for a new index: the analyzer's version and the instant, in UTC."""
    return f"{serving()}-{timezone.now():%Y%m%d%H%M%S%f}"


def is_ours(name: str) -> bool:
    """Whether an index was made by a newsroom of this prefix, with whatever analyzer."""
    return bool(re.fullmatch(rf"{re.escape(settings.NEWSROOM_SEARCH_SERVER['PREFIX'])}-\d+-\d{{20}}", name))


def aliases() -> dict[str, str]:
    """Those of our two aliases that there are, each with the index behind it.

    Raises ServerError.
    """
    with asking():
        found = client().indices.get_alias(name=f"{serving()}*", index=f"{settings.NEWSROOM_SEARCH_SERVER['PREFIX']}-*")
    return {alias: index for index, each in found.items() for alias in each["aliases"] if alias in alias_names()}


def alias_names() -> tuple[str, str]:
    """Both aliases."""
    return serving(), building()
