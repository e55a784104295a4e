"""Events and calls among what hubs gather, each under its own days."""

from campaigns.events.presentation.page import with_when
from campaigns.hubs.kinds import GatheredKind, register_gathered

EVENT_ROWS = GatheredKind(
    "campaigns.eventpage",
    "campaigns/events/row.html",
    prepare=list,
    begins="happens_from",
    ends="happens_until",
    is_awaited=lambda event: event.state in ("ahead", "moved", "now"),
    by_the_hour=with_when,
)


CALL_ROWS = GatheredKind(
    "campaigns.callpage",
    "includes/call_row.html",
    prepare=list,
    begins="closes_at",
    ends="closes_at",
    is_awaited=lambda call: call.state in ("upcoming", "open", "closing", "extended"),
)


def register_dated() -> None:
    """Let hubs and the front page gather what has dates."""
    register_gathered(EVENT_ROWS)
    register_gathered(CALL_ROWS)
