"""A line in the text of a release that speaks of an embargo, beside the field that holds it."""

import datetime
from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from importing.understanding.embargo import EMBARGO
from importing.understanding.instants import instant_in
from news.rules.contents import Contents
from newsroom.base.rules.registry import Fault, House, Rule
from newsroom.language.calendar.dates import first_date_in

A_DAY = datetime.timedelta(days=1)


class EmbargoLinesAgree(Rule):
    """A line in the text that speaks of an embargo, where the field says otherwise."""

    name, title = "embargo_line", gettext_lazy("An embargo line in the text agrees with the field")
    looks_at = Contents

    def look(self, subject: Contents, house: House) -> Iterator[Fault]:
        for passage in subject.passages:
            if EMBARGO.match(passage.text) and (message := contradiction(subject.embargoed_until, passage.text)):
                yield Fault.at(passage, message)


def contradiction(until: datetime.datetime | None, line: str) -> str:
    """What is wrong with an embargo line beside its field; nothing where they say the same."""
    if until is None:
        return _("The text speaks of an embargo, but the field for it is empty.")
    if until <= timezone.now():
        return _("The embargo has ended, but its line still stands in the text.")
    stated = instant_in(line)
    if stated and stated != until:
        return _("The text and the field state different embargoes.")
    day = first_date_in(line)
    if not stated and day and abs(day.date - until.date()) > A_DAY:
        return _("The text and the field state embargoes on different days.")
    return ""
