"""What the worker does for calls once a day: answers go when their time has come, officers are reminded of outcomes."""

import datetime
import logging
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from campaigns.calls.choices import Reminder
from campaigns.models import CallAnswer, CallPage
from campaigns.models.calls.answer import AnswerFile
from campaigns.models.calls.reminder import OutcomeReminder
from news.clearance.mail import MAIL_FAILURES
from newsroom.base.dates import full_date
from newsroom.base.models import User
from newsroom.base.users import as_read_by

logger = logging.getLogger(__name__)
#: So many days before or after the day on which the outcome is due, the latest first: who was away hears the last.
AHEAD = {Reminder.OVERDUE: -1, Reminder.A_WEEK: 7, Reminder.FOUR_WEEKS: 28}


@task(backend="worker")
def call_duties_of_the_day() -> None:
    """The worker's part; the scheduler asks for it once a day. Harmless when called again."""
    delete_old_answers()
    remind_of_outcomes()


def today_at(call: CallPage) -> datetime.date:
    """Which day it is where the call is, whatever day it is here."""
    return timezone.now().astimezone(ZoneInfo(call.time_zone)).date()


def delete_old_answers() -> int:
    """Delete the answers, files too, to calls whose day for that has come at their place; how many went.

    What the original says holds for all languages.
    """
    gone = 0
    for call in CallPage.objects.filter(answers_deleted_on__isnull=False).select_related("locale"):
        if not call.is_original or call.answers_deleted_on is None or today_at(call) < call.answers_deleted_on:
            continue
        with transaction.atomic():
            answers = CallAnswer.objects.filter(call_key=call.translation_key)
            AnswerFile.objects.filter(answer__in=answers).delete()
            gone += answers.delete()[0]
    return gone


def remind_of_outcomes() -> int:
    """Write to the officers of calls whose outcome is due; how many letters were sent. Each occasion is told once."""
    due = CallPage.objects.live().filter(outcome_due_on__isnull=False, outcome_on__isnull=True)
    return sum(remind_of_outcome(call) for call in due.select_related("locale") if call.is_original)


def remind_of_outcome(call: CallPage) -> int:
    """Write to the officers of one call, if it is time; how many letters were sent."""
    due_on: Any = call.outcome_due_on
    days = (due_on - today_at(call)).days
    reminder = next((each for each, ahead in AHEAD.items() if days <= ahead), None)
    if reminder is None:
        return 0
    told, is_new = OutcomeReminder.objects.get_or_create(
        call_key=call.translation_key, due_on=due_on, reminder=reminder
    )
    if not is_new:
        return 0
    sent = sum(write_reminder(call, officer, reminder) for officer in officers_of(call))
    if not sent:
        told.delete()  # nobody was reached: tried again tomorrow
    return sent


def officers_of(call: CallPage) -> list[User]:
    """Who answers for a call: those named, else who wrote it, else everybody who may see answers."""
    named = [row.user for row in call.officers.select_related("user")]
    named = named or list(filter(None, [call.owner]))
    named = [user for user in named if user.is_active and user.email]
    if named:
        return named
    groups = Group.objects.filter(permissions__codename="see_answers")
    return list(User.objects.filter(groups__in=groups, is_active=True).exclude(email="").distinct())


def write_reminder(call: CallPage, officer: User, reminder: Reminder) -> bool:
    """One letter. A failure is logged, without the subject of the call."""
    with as_read_by(officer):
        words = {
            Reminder.FOUR_WEEKS: _("Outcome due in four weeks: %(title)s"),
            Reminder.A_WEEK: _("Outcome due in a week: %(title)s"),
            Reminder.OVERDUE: _("Outcome overdue: %(title)s"),
        }
        subject = " ".join((words[reminder] % {"title": call.title}).split())
        day = full_date(call.outcome_due_on)
        address = settings.BASE_URL + reverse("wagtailadmin_pages:edit", args=[call.pk])
        text = _("The outcome of “%(title)s” is due by %(day)s. Write it here:") % {"title": call.title, "day": day}
    try:
        EmailMessage(subject, f"{text}\n{address}\n", to=[officer.email]).send()
    except MAIL_FAILURES:
        logger.warning("An officer could not be reminded of the outcome of call %s.", call.pk)
        return False
    return True
