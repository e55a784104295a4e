"""Mails to those who translate, in the language they work in; nothing waits for a mail and nothing fails by one."""

from collections.abc import Iterable
from enum import StrEnum
from functools import partial

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from newsroom.base.languages import language_in_words
from newsroom.base.models import User
from newsroom.base.rights.sight import is_withheld
from newsroom.base.users import as_read_by, send_to_colleague
from newsroom.translation.models.record_task import RecordTask
from newsroom.translation.models.task import TranslationTask

Task = TranslationTask | RecordTask


class Occasion(StrEnum):
    """What somebody is written to about."""

    ASSIGNED = "assigned"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    CHANGED = "changed"


def subject_of(occasion: Occasion, title: str, language: str) -> str:
    """What the mail is called in the list of mails."""
    words = {
        Occasion.ASSIGNED: _("To translate into %(language)s: %(title)s"),
        Occasion.DUE_SOON: _("Due within a day, %(language)s: %(title)s"),
        Occasion.OVERDUE: _("Overdue, %(language)s: %(title)s"),
        Occasion.CHANGED: _("The original changed, %(language)s: %(title)s"),
    }
    return " ".join((words[occasion] % {"language": language, "title": title}).split())


def notify_translator(task: Task, occasion: Occasion) -> None:
    """Write to a task's translator once what happened is stored; to nobody where none is named."""
    if task.assignee:
        transaction.on_commit(partial(write_to, [task.assignee], task, occasion))


def write_to(people: Iterable[User], task: Task, occasion: Occasion) -> bool:
    """Write to some people about a task, to each in their language. Returns whether every mail was sent."""
    return all([send_task_mail(user, task, occasion) for user in people if is_written_to(user, task)])


def is_written_to(user: User, task: Task) -> bool:
    """Whether somebody has an address, still works here, and may know of what the task is about."""
    is_secret = isinstance(task, TranslationTask) and is_withheld(user, task)
    return bool(user.email) and user.is_active and not is_secret


def send_task_mail(user: User, task: Task, occasion: Occasion) -> bool:
    """One mail. A failure is logged, without the title of what may be under embargo."""
    with as_read_by(user):
        language = language_in_words(task.code)
        context = {
            "task": task,
            "title": task.title,
            "language": language,
            "occasion": occasion.value,
            "user": user,
            "embargo": task.embargo,
            "address": settings.WAGTAILADMIN_BASE_URL + task.address,
        }
        body = render_to_string("translation/mail.txt", context)
        subject = subject_of(occasion, task.title, language)
        return send_to_colleague(user, subject, body, f"{occasion.value} about task {task.pk}")
