"""What Wagtail tells of its workflows, told on by mail."""

from functools import partial
from typing import Any

from django.db import transaction
from wagtail.models import TaskState, WorkflowState

from newsroom.publication.review import mail
from newsroom.publication.review.reminders import call_for_reviewers


def ask_for_approval(instance: TaskState, user: Any = None, **kwargs: Any) -> None:
    """Write to those who may approve once what was sent is stored, and see to it that they are reminded."""
    transaction.on_commit(partial(mail.write_to_approvers, instance, mail.ReviewNews.ASKED))
    transaction.on_commit(call_for_reviewers)


def nobody_else_is_told(**kwargs: Any) -> None:
    """Stand in the place of Wagtail's mail to every administrator."""


def tell_what_is_to_change(instance: WorkflowState, user: Any = None, **kwargs: Any) -> None:
    """Write to whoever asked for approval that they are asked to change something."""
    tell_who_asked(instance, user, mail.ReviewNews.RETURNED)


def tell_of_the_approval(instance: WorkflowState, user: Any = None, **kwargs: Any) -> None:
    """Write to whoever asked for approval that they have it."""
    tell_who_asked(instance, user, mail.ReviewNews.APPROVED)


def tell_who_asked(state: WorkflowState, user: Any, news: mail.ReviewNews) -> None:
    """Write to whoever sent something, unless they did this themselves."""
    if state.requested_by and state.requested_by != user and state.current_task_state:
        task_state = state.current_task_state
        transaction.on_commit(partial(mail.send_review_mail, state.requested_by, task_state, news))
