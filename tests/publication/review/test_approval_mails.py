"""Who is written to about what waits for approval, and what no log is told."""

import datetime
from typing import Any

import pytest
from approving import draft_of
from django.core import mail
from django.utils import timezone

from news.models import NewsIndexPage
from newsroom.base.factories import UserFactory
from newsroom.base.models import User
from newsroom.home.roles import APPROVERS, WRITERS
from newsroom.publication.models import ReviewSettings, ReviewTaskState
from newsroom.publication.review.reminders import remind_approvers

HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def writer(index: NewsIndexPage) -> User:
    """Somebody who writes and publishes nothing."""
    user: User = UserFactory(roles=[WRITERS])
    return user


@pytest.fixture
def approver(index: NewsIndexPage) -> User:
    """Somebody who says yes to what others wrote."""
    user: User = UserFactory(roles=[APPROVERS], email="renaud@cities.example")
    return user


@pytest.fixture
def required(db: None) -> ReviewSettings:
    """A newsroom in which somebody else approves."""
    return ReviewSettings.objects.create(approval_required=True)


def test_approvers_are_reminded_once_of_what_waits_too_long(
    index: NewsIndexPage, required: ReviewSettings, writer: User, approver: User
) -> None:
    page = draft_of(index, writer)
    page.get_workflow().start(page, writer)
    assert remind_approvers() == 0
    late = timezone.now() + 25 * HOUR
    assert remind_approvers(late) == 1 and mail.outbox[-1].to == ["renaud@cities.example"]
    assert remind_approvers(late) == 0
    ReviewTaskState.objects.update(reminded_at=None)
    ReviewSettings.objects.update(reminder_hours=0)
    assert remind_approvers(late) == 0


def test_log_of_a_mail_that_failed_tells_no_title(
    index: NewsIndexPage,
    writer: User,
    approver: User,
    settings: Any,
    caplog: Any,
    django_capture_on_commit_callbacks: Any,
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.nowhere.EmailBackend"
    page = draft_of(index, writer, title="A secret until tomorrow")
    with django_capture_on_commit_callbacks(execute=True):
        page.get_workflow().start(page, writer)
        page.current_workflow_task_state.reject(user=approver)
    assert "was not sent" in caplog.text and "secret" not in caplog.text
