"""What goes to the server: in bulk, each thing with its version, so that nothing late overwrites what is newer."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from search.registry import Item
from search.server.client import WRITE, NoIndexError, asking, client
from search.server.documents import server_document
from search.server.outbox import Key

#: The server took it, has a newer version already, or had nothing to delete.
FINE = frozenset({200, 201, 404, 409})
#: It may take it a moment later: too much to do, no room, no copy of the index that can be written.
LATER = frozenset({429, 500, 502, 503, 504})
NO_INDEX = "index_not_found_exception"


@dataclass(frozen=True)
class Untaken:
    """What the server did not take, with its reason: what it never will as it stands, and what it may take later."""

    refused: Mapping[Key, str]
    postponed: Mapping[Key, str]


def send_to_indexes(
    items: Mapping[Key, Item | None], versions: Mapping[Key, int], targets: Collection[str], is_alias: bool = True
) -> Untaken:
    """Tell the indexes what the items say; None takes one out.

    Only what exists is written to: a server that was started empty makes no index by itself. Raises ServerError.
    """
    lines: list[dict[str, Any]] = []
    order: list[Key] = []
    for key, item in items.items():
        for target in targets:
            head = head_of(key, target, versions[key])
            lines += [{"delete": head}] if item is None else [{"index": head}, server_document(*key, item)]
            order.append(key)
    if not lines:
        return Untaken({}, {})
    with asking():
        answer = client(WRITE).bulk(operations=lines, require_alias=is_alias)
    refused, postponed = {}, {}
    for key, each in zip(order, answer["items"], strict=True):
        outcome = next(iter(each.values()))
        error = outcome.get("error", {})
        if error.get("type") == NO_INDEX:
            raise NoIndexError
        if outcome["status"] in LATER:
            postponed[key] = reason_untaken(outcome)
        elif outcome["status"] not in FINE:
            refused[key] = reason_untaken(outcome)
    return Untaken(refused, postponed)


def head_of(key: Key, target: str, version: int) -> dict[str, Any]:
    """What a thing is called on the server. With its version, since a message may come late or twice."""
    return {"_index": target, "_id": f"{key[0]}-{key[1]}", "version": version, "version_type": "external_gte"}


def reason_untaken(outcome: Mapping[str, Any]) -> str:
    """Why the server did not take something."""
    return f"{outcome['status']}: {outcome.get('error', {}).get('reason', '')}"
