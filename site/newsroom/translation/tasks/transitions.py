"""How a task moves from one state to the next; each move stands in the history of both pages."""

from typing import Any

from wagtail.log_actions import LogContext, log
from wagtail.models import Page

from newsroom.base.models import User
from newsroom.translation.choices import TaskState
from newsroom.translation.models.task import TranslationTask

ASKED = "newsroom.translation.asked"
STARTED = "newsroom.translation.started"
IN_REVIEW = "newsroom.translation.in_review"
SIGNED_OFF = "newsroom.translation.signed_off"
OVERRIDDEN = "newsroom.translation.overridden"
REOPENED = "newsroom.translation.reopened"


class NotOpenError(Exception):
    """A task that is signed off cannot be moved on."""


def record(task: TranslationTask, action: str, user: User | None = None, **data: Any) -> None:
    """Write what happened to a task into the history of the source and of the translated page."""
    pages = Page.objects.filter(translation_key=task.translation_key)
    for page in pages.filter(locale__in=[task.page.locale_id, task.target_locale_id]):
        # Wagtail shows one entry of a kind for each context, on whatever pages they are: each gets its own.
        with LogContext(user=user):
            log(page, action, user=user, data={"language": task.code, **data})


def start(task: TranslationTask, user: User | None) -> None:
    """The first segment was translated."""
    moved = TranslationTask.objects.filter(pk=task.pk, state=TaskState.TO_DO).update(state=TaskState.IN_PROGRESS)
    if moved:
        record(task, STARTED, user)


def ask_for_review(task: TranslationTask, user: User) -> None:
    """The translator is done and wishes that somebody else reads it. Raises NotOpenError."""
    if task.is_signed_off:
        raise NotOpenError(str(task))
    if task.state != TaskState.IN_REVIEW:
        task.state = TaskState.IN_REVIEW
        task.save(update_fields=["state"])
        record(task, IN_REVIEW, user)
