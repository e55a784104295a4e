"""What a line tells that a person named: the instant of an embargo, place and day of issue."""

from collections.abc import Sequence

from importing.proposal import Dateline, Proposal
from importing.remarks import OF_EMBARGOES, Doubt
from importing.understanding.instants import read_instant
from newsroom.language.calendar.dates import first_date_in


def embargo_again(
    proposal: Proposal, line: str | None, numbers: Sequence[int]
) -> tuple[str | None, str | None, tuple[Doubt, ...]]:
    """Return the instant and the zone that another embargo line means, and the remarks with what is in doubt of it."""
    kept = tuple(doubt for doubt in proposal.warnings if doubt.remark not in OF_EMBARGOES)
    if line is None:
        return None, None, kept
    instant = read_instant(line, proposal.language)
    if instant.until is None:
        return None, None, (*kept, Doubt(tuple(numbers), instant.doubt, instant.values))
    return instant.until.isoformat(), instant.zone or None, kept


def issued_in(text: str) -> Dateline:
    """Return place and day of issue as a line tells them: the place stands in front of the day."""
    found = first_date_in(text)
    if found is None:
        return Dateline(place=text.strip(" ,.") or None)
    return Dateline(place=text[: found.start].strip(" ,.") or None, date=found.date.isoformat())
