"""What waits in the outbox is sent to the server, in bulk."""

import logging

from search.indexing import items_for
from search.models.outgoing import Outgoing
from search.registry import sources
from search.server.client import NoIndexError, ServerError, aliases
from search.server.outbox import confirm, postpone_refused
from search.server.writing import send_to_indexes

log = logging.getLogger(__name__)
#: How many changes go in one request.
MOST = 500


def drain(most: int = MOST) -> int:
    """Send what changed, the oldest first; returns how many changes the server has now.

    What waits is read before the aliases and before what the things say: so an index that appears meanwhile misses
    nothing, and a version never goes out with words older than its own. Raises ServerError, with nothing lost.
    """
    waiting = list(Outgoing.objects.due()[:most])
    if not waiting:
        return 0
    targets = list(aliases())
    if not targets:
        raise NoIndexError
    rows = {(row.source, row.object_id): row for row in waiting if row.source in sources()}
    outcome = send_to_indexes(items_for(rows), {key: row.version for key, row in rows.items()}, targets)
    done = [row for key, row in rows.items() if key not in outcome.refused and key not in outcome.postponed]
    confirm(done)
    postpone_refused({rows[key]: reason for key, reason in outcome.refused.items()})
    for key, reason in outcome.refused.items():
        log.error("The search server refuses %s %s: %s", *key, reason)
    if outcome.postponed:
        raise ServerError(f"the server takes nothing now: {next(iter(outcome.postponed.values()))}")
    return len(done)


def drain_all() -> int:
    """Send everything that waits now; returns how many changes that were."""
    total = 0
    while sent := drain():
        total += sent
    return total
