"""The server's index made anew beside the one that answers, counted, and put in its place in one step."""

import time
from collections.abc import Callable, Sequence

from search.indexing import batches, items_now
from search.models.outgoing import UNCHANGED
from search.registry import Source, sources
from search.server.client import WRITE, ServerError, aliases, asking, building, client, is_ours, new_name, serving
from search.server.documents import mapping
from search.server.draining import drain_all
from search.server.outbox import versions
from search.server.writing import send_to_indexes

Progress = Callable[[int, int], None]
#: How often what changed meanwhile is sent before the counting gives up.
ROUNDS = 5
#: Seconds to wait before each further try, where the server takes nothing for the moment.
WAITS = (0.5, 1.0, 2.0, 4.0, 8.0)


class MiscountedError(ServerError):
    """The new index does not hold as many things as are public."""


def rebuild_on_server(progress: Progress = lambda done, total: None) -> str:
    """Build the index anew; returns its name. Changes meanwhile go to it and to the one that answers.

    `progress` is told how many of how many rows are done. What an earlier attempt left is removed first; the index
    that answers goes on answering until the new one takes its alias. Raises ServerError, and then leaves it at that.
    """
    name = begin()
    planned = [(source, list(source.keys())) for source in sources().values()]
    total = sum(len(keys) for _source, keys in planned)
    done = 0
    for source, keys in batches(planned):
        fill_new_index(source, keys)
        done += len(keys)
        progress(done, total)
    catch_up(name)
    swap(name)
    return name


def begin() -> str:
    """A new index, empty, to which changes go from now on."""
    name = new_name()
    with asking():
        indices = client(WRITE).indices
        if left := aliases().get(building()):
            indices.delete(index=left, ignore_unavailable=True)
        indices.create(index=name, aliases={building(): {}}, **mapping())
    return name


def fill_new_index(source: Source, keys: Sequence[int]) -> None:
    """Put some rows of a source into the new index. Their versions are read first: what changes then is newer."""
    named = [(source.name, key) for key in keys]
    known = versions(named)
    items = items_now(source, list(keys))
    for pause in (*WAITS, None):
        outcome = send_to_indexes(items, {key: known.get(key, UNCHANGED) for key in items}, [building()])
        for reason in outcome.refused.values():
            raise ServerError(f"the new index could not be filled: {reason}")
        if not outcome.postponed:
            return
        if pause is None:
            raise ServerError(f"the server takes nothing: {next(iter(outcome.postponed.values()))}")
        items = {key: items[key] for key in outcome.postponed}
        time.sleep(pause)


def catch_up(name: str) -> None:
    """Send what changed meanwhile, until the new index holds as many things as are public."""
    there = here = 0
    for _round in range(ROUNDS):
        drain_all()
        there, here = counts(name)
        if there == here:
            return
    raise MiscountedError(f"the new index holds {there} things and {here} are public; the old one goes on answering")


def counts(index: str) -> tuple[int, int]:
    """How many things an index holds, and how many are public."""
    with asking():
        client(WRITE).indices.refresh(index=index)
        there = client(WRITE).count(index=index)["count"]
    return there, sum(len(list(source.keys())) for source in sources().values())


def swap(name: str) -> None:
    """Let the new index answer, in one step, and remove all older ones of ours."""
    with asking():
        indices = client(WRITE).indices
        actions: list[dict[str, object]] = [
            {"add": {"index": name, "alias": serving()}},
            {"remove": {"index": name, "alias": building()}},
        ]
        if before := aliases().get(serving()):
            actions.append({"remove": {"index": before, "alias": serving()}})
        indices.update_aliases(actions=actions)
        if old := [each for each in indices.get(index="*") if is_ours(each) and each != name]:
            indices.delete(index=old, ignore_unavailable=True)
