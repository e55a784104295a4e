"""The days of an event by rooms: what runs at the same time stands in one row."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from campaigns.events.choices import Attendance, EventState
from campaigns.events.document import EventDocument, ProgrammeSession
from campaigns.events.times import zone_called
from news.editions.composing import in_utc
from newsroom.base.dates import from_to, offset_in_words
from newsroom.language.script.letters import without_case
from newsroom.language.separators import as_list

#: A day in fewer rooms has no timetable.
FEWEST_ROOMS = 2
#: More rooms than fit beside one another stand below one another.
MOST_COLUMNS = 6


@dataclass(frozen=True)
class TimetableEntry:
    """What takes place in a room: a session, a break-out room or a side event. Instants are on the clocks of its event.

    `part_of` is the session that a break-out room belongs to; `page` a side event. `room` is "" where none is named.
    """

    title: str
    room: str
    begins: datetime.datetime
    ends: datetime.datetime | None
    address: str
    part_of: str = ""
    page: Any = None
    is_off: bool = False

    @property
    def minutes(self) -> int | None:
        """How long it takes; None where that is not known."""
        return int((in_utc(self.ends) - in_utc(self.begins)).total_seconds()) // 60 if self.ends else None


@dataclass(frozen=True)
class TimetableCell:
    """What begins in a room, and over how many rows and columns its cell goes."""

    entries: Sequence[TimetableEntry] = ()
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True)
class TimetableRow:
    """What begins at the same time; a room in which something still runs has no cell."""

    begins: datetime.datetime
    cells: Sequence[TimetableCell]

    @property
    def hours(self) -> SafeString:
        """When it begins, in words."""
        return from_to(self.begins, None)


@dataclass(frozen=True)
class TimetableDay:
    """A day of an event: its rooms in their order, each as what is first in it names it, and its rows in that of the
    clock."""

    day: datetime.date
    rooms: Sequence[TimetableEntry]
    rows: Sequence[TimetableRow]

    @property
    def offsets(self) -> str:
        """How the clocks of the day lie to UTC: on a day on which they change, before and after."""
        return as_list(dict.fromkeys(offset_in_words(row.begins) for row in self.rows))

    @property
    def is_wide(self) -> bool:
        """Whether there are more rooms than fit beside one another."""
        return len(self.rooms) > MOST_COLUMNS


def timetable_of(document: EventDocument, side_events: Iterable[Any]) -> list[TimetableDay]:
    """The days of an event that take place in several rooms. `side_events` are public ones, with their `state`."""
    zone, is_off = zone_called(document.when.zone), document.status == EventState.CANCELLED
    entries = [entry for session in document.sessions for entry in entries_of_session(session, zone, is_off)]
    entries += [entry for event in side_events for entry in entries_of_side_event(event, zone)]
    days: dict[datetime.date, list[TimetableEntry]] = {}
    for entry in entries:
        days.setdefault(entry.begins.date(), []).append(entry)
    found = (day_by_rooms(day, days[day]) for day in sorted(days))
    return [day for day in found if len(day.rooms) >= FEWEST_ROOMS]


def entries_of_session(session: ProgrammeSession, zone: ZoneInfo, is_off: bool) -> Iterator[TimetableEntry]:
    """A session, or the rooms that it parts into; nothing where its hour is not known. `is_off`: with its event."""
    if session.begins_at is None:
        return
    begins = session.begins_at.astimezone(zone)
    ends = session.ends_at.astimezone(zone) if session.ends_at else None
    address, is_off = f"#s-{session.id}", is_off or session.is_cancelled
    if session.room or not session.parallel:
        yield TimetableEntry(session.title, session.room, begins, ends, address, is_off=is_off)
    for room in session.parallel:
        yield TimetableEntry(room.title, room.room, begins, ends, address, session.title, is_off=is_off)


def entries_of_side_event(event: Any, zone: ZoneInfo) -> Iterator[TimetableEntry]:
    """A side event in the room in which it takes place; nothing where its hour is not known."""
    span = event.kept_span
    if span.begins_at is None:
        return
    ends = span.ends_at.astimezone(zone) if span.ends_at else None
    room = event.venue or (_("Online") if event.attendance == Attendance.ONLINE else "")
    is_off = event.state in (EventState.CANCELLED, EventState.POSTPONED)
    begins = span.begins_at.astimezone(zone)
    yield TimetableEntry(event.title, room, begins, ends, event.url, page=event, is_off=is_off)


def day_by_rooms(day: datetime.date, entries: Sequence[TimetableEntry]) -> TimetableDay:
    """A day as a table. What names no room goes over all of them, in a row of its own."""
    rooms: dict[str, TimetableEntry] = {}
    for entry in entries:
        if entry.room:
            rooms.setdefault(without_case(entry.room), entry)
    lines = list(lines_of_day(entries))
    running: dict[str, int] = dict.fromkeys(rooms, 0)
    rows = []
    for number, (begins, line) in enumerate(lines):
        if "" in line:
            rows.append(TimetableRow(begins, [TimetableCell(line[""], columns=len(rooms))]))
            continue
        cells = []
        for room in rooms:
            if running[room]:
                running[room] -= 1
                continue
            taken = line.get(room, ())
            height = rows_taken(room, taken, lines[number + 1 :])
            running[room] = height - 1
            cells.append(TimetableCell(taken, height))
        rows.append(TimetableRow(begins, cells))
    return TimetableDay(day, list(rooms.values()), rows)


def lines_of_day(
    entries: Iterable[TimetableEntry],
) -> Iterator[tuple[datetime.datetime, dict[str, list[TimetableEntry]]]]:
    """What begins at each time, by room; what names none by itself before the rooms."""
    lines: dict[tuple[datetime.datetime, bool], tuple[datetime.datetime, dict[str, list[TimetableEntry]]]] = {}
    for entry in entries:
        _begins, line = lines.setdefault((in_utc(entry.begins), bool(entry.room)), (entry.begins, {}))
        line.setdefault(without_case(entry.room), []).append(entry)
    for key in sorted(lines):
        yield lines[key]


def rows_taken(
    room: str,
    entries: Sequence[TimetableEntry],
    later: Iterable[tuple[datetime.datetime, dict[str, list[TimetableEntry]]]],
) -> int:
    """Over how many rows what begins in a room goes: until it ends, or something else begins there or everywhere."""
    until = max((in_utc(entry.ends) for entry in entries if entry.ends), default=None)
    height = 1
    for begins, line in later:
        if until is None or in_utc(begins) >= until or room in line or "" in line:
            break
        height += 1
    return height
