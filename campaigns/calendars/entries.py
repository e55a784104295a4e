"""What stands in a calendar: one value for whatever has a date, and who makes these of the rows of lists."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest

CONFIRMED, TENTATIVE, CANCELLED = "CONFIRMED", "TENTATIVE", "CANCELLED"


@dataclass(frozen=True)
class CalendarEntry:
    """One entry of a calendar. Instants are aware; where `begins_at` is None it takes whole days.

    `uid` never changes; `sequence` rises with every change that a calendar shows, of which `changed_at` is the last.
    """

    uid: str
    sequence: int
    changed_at: datetime.datetime
    title: str
    zone: str
    begins_at: datetime.datetime | None = None
    ends_at: datetime.datetime | None = None
    first_day: datetime.date | None = None
    last_day: datetime.date | None = None
    status: str = CONFIRMED
    place: str = ""
    text: str = ""
    url: str = ""
    part_of: str = ""
    words: Sequence[str] = field(default_factory=tuple)

    @property
    def is_dated(self) -> bool:
        """Whether a calendar has a place for it."""
        return self.begins_at is not None or self.first_day is not None


Maker = Callable[[Sequence[Any], HttpRequest], Iterable[CalendarEntry]]
_makers: dict[str, Maker] = {}


def register_calendar(kind: str, maker: Maker) -> None:
    """Let results of a kind stand in calendars; `maker` makes entries of public rows, in a fixed number of queries."""
    _makers[kind] = maker


def calendar_kinds() -> Mapping[str, Maker]:
    """The kinds of results that stand in calendars, each with what makes its entries."""
    return _makers
