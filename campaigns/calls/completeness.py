"""What a call must have to become public: one list, whoever asks."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from campaigns.events.times import is_month
from newsroom.base.rules.registry import Fault
from newsroom.language.normalisation import shows_something
from newsroom.publication.deadlines.instants import opening_instant


def lacks_of_call(call: Any) -> Iterator[Fault]:
    """Yield what keeps a call from being published as it is; of a form, what its instance would be."""
    if not shows_something(call.title):
        yield Fault(_("Write the subject."), "title")
    if not call.closes_on:
        yield Fault(_("Say until when it is open."), "closes_on")
    if not call.organisation_links.all():
        yield Fault(_("Name who calls."), "organisation_links")
    if not (call.steps.all() or call.why):
        yield Fault(_("Say what is asked."), "steps")
    if any(not (meeting.day or meeting.month or meeting.event_id) for meeting in call.meetings.all()):
        yield Fault(
            _("Give each meeting its day or, while that is to come, its month; or choose its event."), "meetings"
        )
    for meeting in call.meetings.all():
        if reason := reason_against_meeting(meeting, call.time_zone):
            yield Fault(reason, "meetings")
    if not call.focal_points.all():
        yield Fault(_("Name whom to ask."), "focal_points")
    questions = list(call.form_fields.all())
    yield from lacks_of_form(call, questions) if questions else ()
    if call.outcome_on and not call.outcome:
        yield Fault(_("Say what the outcome is, or leave its day empty."), "outcome")


def reason_against_meeting(meeting: Any, zone: str) -> str:
    """Why the day, hour or month of a meeting is none that clocks of a zone show once; "" where nothing is wrong."""
    if meeting.month and not is_month(meeting.month):
        return _("Write it as year and month: 2026-10.")
    try:
        opening_instant(meeting.day, meeting.begins, zone)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def lacks_of_form(call: Any, questions: list[Any]) -> Iterator[Fault]:
    """Yield what a call lacks that has a form."""
    if not any(question.field_type == "email" for question in questions):
        yield Fault(_("Ask for an e-mail address: whoever answers is told that it arrived."), "form_fields")
    with_choices = ("checkboxes", "dropdown", "radio")
    if any(question.field_type in with_choices and not question.choices.strip() for question in questions):
        yield Fault(_("Give each list its choices."), "form_fields")
    if not (call.consent_text and call.consent_text_of):
        yield Fault(_("Write what people agree to, and of which day the text is."), "consent_text")
    if not call.answers_deleted_on:
        yield Fault(_("Say when the answers are deleted."), "answers_deleted_on")
    elif call.closes_on and call.answers_deleted_on <= call.closes_on:
        yield Fault(_("Answers cannot be deleted before the call is closed."), "answers_deleted_on")
