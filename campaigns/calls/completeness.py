"""What a call must have to become public: one list, whoever asks."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from news.releases.conditions import Lack
from newsroom.publication.gates import RefusedError


def lacks_of_call(call: Any) -> Iterator[Lack]:
    """Yield what keeps a call from being published as it is; of a form, what its instance would be."""
    if not call.title.strip():
        yield Lack("title", _("Write the subject."))
    if not call.closes_on:
        yield Lack("closes_on", _("Say until when it is open."))
    if not call.organisation_links.all():
        yield Lack("organisation_links", _("Name who calls."))
    if not (call.steps.all() or call.why):
        yield Lack("steps", _("Say what is asked."))
    if any(not (meeting.day or meeting.month) for meeting in call.meetings.all()):
        yield Lack("meetings", _("Give each meeting its day or, while that is to come, its month."))
    if not call.focal_points.all():
        yield Lack("focal_points", _("Name whom to ask."))
    questions = list(call.form_fields.all())
    yield from lacks_of_form(call, questions) if questions else ()
    if call.outcome_on and not call.outcome:
        yield Lack("outcome", _("Say what the outcome is, or leave its day empty."))


def lacks_of_form(call: Any, questions: list[Any]) -> Iterator[Lack]:
    """Yield what a call lacks that has a form."""
    if not any(question.field_type == "email" for question in questions):
        yield Lack("form_fields", _("Ask for an e-mail address: whoever answers is told that it arrived."))
    with_choices = ("checkboxes", "dropdown", "radio")
    if any(question.field_type in with_choices and not question.choices.strip() for question in questions):
        yield Lack("form_fields", _("Give each list its choices."))
    if not (call.consent_text and call.consent_text_of):
        yield Lack("consent_text", _("Write what people agree to, and of which day the text is."))
    if not call.answers_deleted_on:
        yield Lack("answers_deleted_on", _("Say when the answers are deleted."))
    elif call.closes_on and call.answers_deleted_on <= call.closes_on:
        yield Lack("answers_deleted_on", _("Answers cannot be deleted before the call is closed."))


def refuse_incomplete_call(call: Any) -> None:
    """Raises RefusedError, which names everything that is lacking; the log is not told the subject."""
    if messages := list(dict.fromkeys(lack.message for lack in lacks_of_call(call))):
        words = _("“%(title)s” cannot be published yet. %(lacks)s")
        raise RefusedError(words % {"title": call.title, "lacks": " ".join(messages)}, note=" ".join(messages))
