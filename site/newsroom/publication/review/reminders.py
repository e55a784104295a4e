"""Reminders of what waits for approval; each is sent once."""

import datetime

from django.utils import timezone
from django_tasks import task
from wagtail.models import TaskState

from newsroom.publication.models.review_settings import ReviewSettings
from newsroom.publication.models.review_task import ReviewTaskState
from newsroom.publication.review.mail import ReviewNews, write_to_approvers


def remind_approvers(now: datetime.datetime | None = None) -> int:
    """Write to the approvers of what has waited for longer than is settled; a second call writes to nobody.

    `now` is aware, the present by default. Returns how many things they were reminded of.
    """
    now, hours = now or timezone.now(), ReviewSettings.current().reminder_hours
    if not hours:
        return 0
    waiting = ReviewTaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, reminded_at=None)
    long_ago = waiting.filter(started_at__lte=now - datetime.timedelta(hours=hours))
    return sum(remind_of_one(state, now) for state in long_ago.select_related("workflow_state"))


def remind_of_one(state: ReviewTaskState, now: datetime.datetime) -> bool:
    """One reminder. Two workers at once send one, since only one of them sets the field; a failure sets it back."""
    own = ReviewTaskState.objects.filter(pk=state.pk)
    if not own.filter(reminded_at=None).update(reminded_at=now):
        return False
    is_sent = write_to_approvers(state, ReviewNews.WAITING)
    if not is_sent:
        own.update(reminded_at=None)
    return is_sent


def call_for_reviewers() -> None:
    """Set the worker for the hour at which what is sent now has waited for too long."""
    if hours := ReviewSettings.current().reminder_hours:
        after = timezone.now() + datetime.timedelta(hours=hours)
        remind_of_reviews.using(run_after=after).enqueue()


@task(backend="worker")
def remind_of_reviews() -> int:
    """Do the worker's part."""
    return remind_approvers()
