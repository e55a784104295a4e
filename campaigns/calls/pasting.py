"""What is pasted from a letter becomes rows."""

import re
from typing import Any

from campaigns.models.calls.rows import CallMeeting, CallStep
from newsroom.language.calendar.periods import periods_in

#: What stands before a step in a letter: "1.", "2)", "(3)", "a)", a dash or a point, and a dash before a number.
MARK = re.compile(r"^[\s\-–—•*·]*(?:\(?(?:\d{1,2}|[a-z])[.):、]\)?\s*)?")
LONGEST_NOTE = 60


def steps_in(text: str) -> list[Any]:
    """Return a step for each line of a text that says something, without the number or sign before it."""
    lines = (MARK.sub("", line).strip() for line in text.splitlines())
    return [CallStep(text=line) for line in lines if line]


def meetings_in(text: str) -> list[Any]:
    """Return a meeting for each day or month that a text names with its year, in the words of any language.

    What stands behind a colon or dash on a line of its own is the note of the meeting.
    """
    found = []
    for line in text.splitlines():
        periods = periods_in(line)
        note = re.sub(r"^[\s:–—,;-]+", "", line[periods[0].end :]).strip() if len(periods) == 1 else ""
        for period in periods:
            when = {"day": period.since} if period.is_day else {"month": f"{period.since:%Y-%m}"}
            found.append(CallMeeting(**when, note=note if len(note) <= LONGEST_NOTE else ""))
    return found
