"""The days that a calendar shows, on the clocks of whoever looks at it. A week begins on Monday."""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from newsroom.home.calendar.choices import CalendarSpan

DAY, WEEK = datetime.timedelta(days=1), datetime.timedelta(days=7)
#: The years that can be asked for.
FIRST, LAST = datetime.date(1990, 1, 1), datetime.date(2100, 12, 31)


@dataclass(frozen=True)
class CalendarPeriod:
    """Some days in a row, the last one included, around the day that was asked for."""

    span: CalendarSpan
    around: datetime.date
    first: datetime.date
    last: datetime.date

    @property
    def begins_at(self) -> datetime.datetime:
        """The instant at which the first day begins, in the zone of whoever looks."""
        return start_of_local_day(self.first)

    @property
    def ends_at(self) -> datetime.datetime:
        """The instant at which the last day is over."""
        return start_of_local_day(self.last + DAY)

    @property
    def weeks(self) -> list[list[datetime.date]]:
        """Its days, seven a row."""
        number = (self.last - self.first).days + 1
        days = [self.first + each * DAY for each in range(number)]
        return [days[start : start + 7] for start in range(0, number, 7)]

    @property
    def before(self) -> datetime.date:
        """A day of the period before it."""
        return self.around - WEEK if self.span == CalendarSpan.WEEK else first_of(self.around) - DAY

    @property
    def after(self) -> datetime.date:
        """A day of the period after it."""
        return self.around + WEEK if self.span == CalendarSpan.WEEK else last_of(self.around) + DAY


def start_of_local_day(day: datetime.date) -> datetime.datetime:
    """The instant at which a day begins on the clocks that are in force."""
    return datetime.datetime.combine(day, datetime.time(), tzinfo=timezone.get_current_timezone())


def first_of(day: datetime.date) -> datetime.date:
    """The first day of a month."""
    return day.replace(day=1)


def last_of(day: datetime.date) -> datetime.date:
    """The last day of a month."""
    return (first_of(day) + 31 * DAY).replace(day=1) - DAY


def period_around(span: CalendarSpan, day: datetime.date) -> CalendarPeriod:
    """What is shown around a day: its week, or its month, in a table with whole weeks."""
    monday = day - day.weekday() * DAY
    if span == CalendarSpan.WEEK:
        return CalendarPeriod(span, day, monday, monday + 6 * DAY)
    first, last = first_of(day), last_of(day)
    if span == CalendarSpan.LIST:
        return CalendarPeriod(span, day, first, last)
    return CalendarPeriod(span, day, first - first.weekday() * DAY, last + (6 - last.weekday()) * DAY)


def day_in(text: str) -> datetime.date:
    """The day that an address names, today where it names none that a calendar has."""
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        return timezone.localdate()
    return min(max(day, FIRST), LAST)
