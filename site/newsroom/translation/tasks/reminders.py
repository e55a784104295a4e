"""Reminders of what is due; each is sent once."""

import datetime
from typing import Any

from django.utils import timezone
from django_tasks import task as background

from newsroom.translation.models.record_task import RecordTask
from newsroom.translation.models.task import TranslationTask
from newsroom.translation.tasks.mail import Occasion, write_to

A_DAY = datetime.timedelta(hours=24)


def remind(now: datetime.datetime | None = None) -> int:
    """Write to the translators of what is due within a day and of what is overdue; a second call writes to nobody.

    Where nobody is named, whoever asked for the translation is written to. Returns how many tasks were reminded of.
    """
    now = now or timezone.now()
    people = ("assignee__wagtail_userprofile", "created_by__wagtail_userprofile")
    pages = TranslationTask.objects.open().select_related("page", "target_locale", *people)
    records = RecordTask.objects.open().for_listing().select_related(*people)
    return sum(remind_of_these(open_tasks, now) for open_tasks in (pages, records))


def remind_of_these(open_tasks: Any, now: datetime.datetime) -> int:
    """The reminders of some open tasks."""
    overdue = open_tasks.due_until(now).filter(overdue_told_at=None)
    soon = open_tasks.due_until(now + A_DAY).filter(due_at__gt=now, due_soon_told_at=None)
    reminded = sum(remind_of(task, Occasion.OVERDUE, "overdue_told_at", now) for task in overdue)
    return reminded + sum(remind_of(task, Occasion.DUE_SOON, "due_soon_told_at", now) for task in soon)


def remind_of(task: TranslationTask | RecordTask, occasion: Occasion, field: str, now: datetime.datetime) -> bool:
    """One reminder. Two workers at once send one, since only one of them sets the field; a failure sets it back."""
    own: Any = type(task)._default_manager.filter(pk=task.pk)
    recipient = task.assignee or task.created_by
    if recipient is None or not own.filter(**{field: None}).update(**{field: now}):
        return False
    is_sent = write_to([recipient], task, occasion)
    if not is_sent:
        own.update(**{field: None})
    return is_sent


def call_for_reminders(due_at: datetime.datetime) -> None:
    """Set the worker for a day before an instant and for the instant itself."""
    now = timezone.now()
    for instant in (max(due_at - A_DAY, now), due_at):
        if instant >= now:
            remind_translators.using(run_after=instant).enqueue()


@background(backend="worker")
def remind_translators() -> int:
    """The worker's part."""
    return remind()
