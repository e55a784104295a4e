"""The words of a call: as one text for the search, as named passages for people who compare two versions."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from campaigns.calls.presentation.words_of_time import closing_of, opening_of
from newsroom.language.html import text_of_html
from newsroom.language.separators import side_by_side
from newsroom.publication.corrections.passages import Passage


def words_of_call(call: Any) -> str:
    """Return what a call says besides its subject and summary, a paragraph a line; for the search."""
    return "\n".join(passage.text for passage in (*letter_passages(call), *asked_passages(call)) if passage.text)


def passages_of_call(call: Any) -> Iterator[Passage]:
    """Everything a reader reads in a call."""
    yield Passage(_("Subject"), call.title)
    yield Passage(_("Summary"), call.summary)
    for place, moment in ((_("Opens"), opening_of(call)), (_("Closes"), closing_of(call))):
        yield Passage(place, moment.in_words if moment else "")
    yield from letter_passages(call)
    yield from asked_passages(call)
    yield from people_passages(call)
    for question in call.form_fields.all():
        yield Passage(_("Form"), question.label)
    yield Passage(_("Form"), call.consent_text)


def letter_passages(call: Any) -> Iterator[Passage]:
    """What stands in running text."""
    yield Passage(_("Salutation"), call.salutation)
    for place, html in ((_("Why"), call.why), (_("Closing words"), call.closing_words), (_("Outcome"), call.outcome)):
        for line in text_of_html(html).splitlines():
            yield Passage(place, line)
    yield Passage(_("Leads to"), call.leads_to)
    yield Passage(_("Signed"), call.valediction)


def asked_passages(call: Any) -> Iterator[Passage]:
    """What is asked, of whom, and when one meets."""
    for text in (call.steps_intro, *(step.text for step in call.steps.all()), call.steps_note):
        yield Passage(_("What is asked"), text)
    for meeting in call.meetings.all():
        yield Passage(_("The meetings"), side_by_side((meeting_title(meeting), meeting.note)))
    for text in (*(row.text for row in call.audiences.all()), call.scope):
        yield Passage(_("Who may answer"), text)


def people_passages(call: Any) -> Iterator[Passage]:
    """Who signed, and whom to ask."""
    for row in call.signatories.all():
        yield Passage(_("Signed"), side_by_side((row.person.name, row.role)))
    for row in call.focal_points.all():
        yield Passage(_("Focal points"), side_by_side((row, row.role, row.email, row.phone)))


def meeting_title(meeting: Any) -> str:
    """A meeting as a line: its title, and its day or month."""
    day = meeting.day.isoformat() if meeting.day else meeting.month
    return " ".join(filter(None, (meeting.title, day)))
