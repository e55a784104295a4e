"""Until when an answer holds though nothing is written: what reads the clock says when it would say otherwise."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import timezone

MINUTE, HOUR = datetime.timedelta(minutes=1), datetime.timedelta(hours=1)


class Holding:
    """The instant up to which an answer holds. It never passes the end of the day in UTC."""

    def __init__(self) -> None:
        now = timezone.now().astimezone(datetime.UTC)
        self.until = now.replace(hour=0, minute=0, second=0, microsecond=0) + datetime.timedelta(days=1)


_this_answer: ContextVar[Holding | None] = ContextVar("_this_answer", default=None)


@contextmanager
def heard_until() -> Iterator[Holding]:
    """Hear until when what is made within the block holds."""
    holding = Holding()
    token = _this_answer.set(holding)
    try:
        yield holding
    finally:
        _this_answer.reset(token)


def holds_until(instant: datetime.datetime | None) -> None:
    """Say that what is being made would be another one from an instant on; None for what never changes."""
    holding = _this_answer.get()
    if holding and instant:
        holding.until = min(holding.until, instant.astimezone(datetime.UTC))


def holds_for_this_day(instant: datetime.datetime) -> None:
    """Say that what is being made depends on which day it is in the zone of an instant."""
    here = timezone.now().astimezone(instant.tzinfo)
    midnight = here.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    holds_until(midnight + datetime.timedelta(days=1))
