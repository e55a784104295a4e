"""Whom a release waits for, and what they are to see of it."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import Q, QuerySet
from wagtail.models import GroupApprovalTask, Page, TaskState

from newsroom.base.models import User
from newsroom.publication.models.review_task import ReviewTask
from newsroom.publication.review.approval import APPROVE, has_right_to_approve, may_say_yes


def approvers_of(page: Any) -> list[User]:
    """Those who may say yes to a page, by name; administrators only where nobody else may."""
    found = [user for user in holders_of_the_right() if may_say_yes(page, user)]
    administrators = User.objects.filter(is_active=True, is_superuser=True).order_by("last_name", "first_name", "pk")
    return found or [user for user in administrators if may_say_yes(page, user)]


def holders_of_the_right() -> QuerySet[User]:
    """Those whose groups let them approve what others wrote, by name; administrators are asked for nothing."""
    codename = APPROVE.rpartition(".")[2]
    right = Permission.objects.filter(content_type__app_label="publication", codename=codename)
    holders: QuerySet[User] = User.objects.filter(is_active=True).order_by("last_name", "first_name", "pk")
    return holders.filter(Q(groups__permissions__in=right) | Q(user_permissions__in=right)).distinct()


def waiting_for_yes(user: Any) -> QuerySet[TaskState]:
    """What waits for somebody's yes, by our task and by Wagtail's of a group: as Wagtail's `reviewable_by`, which asks
    for each task there is, within one query."""
    by_right = Q(task__in=ReviewTask.objects.values("pk")) & ~Q(workflow_state__requested_by=user)
    tasks = GroupApprovalTask.objects.all()
    if not user.is_superuser:
        tasks = tasks.filter(groups__in=user.groups.values("pk"))
    of_groups = Q(task__in=tasks.values("pk"))
    waiting: QuerySet[TaskState] = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task__active=True)
    return waiting.filter(by_right | of_groups if has_right_to_approve(user) else of_groups)


def only_approver_of(page: Any) -> User | None:
    """The one person who may say yes to a page, where there is one; of several nobody is asked whether they may."""
    few = list(holders_of_the_right()[:2])
    return few[0] if len(few) == 1 and may_say_yes(page, few[0]) else None


def version_seen(page: Page, state: TaskState) -> int | str | None:
    """The version that approvers know: what they sent back last, what readers see, or what was approved last.

    By its key, or "live"; None where nobody has seen any.
    """
    earlier = TaskState.objects.for_instance(page).exclude(pk=state.pk).order_by("-started_at", "-pk")
    returned = earlier.filter(workflow_state=state.workflow_state, status=TaskState.STATUS_REJECTED)
    if number := returned.values_list("revision", flat=True).first():
        return int(number)
    if page.live:
        return "live"
    approved = earlier.filter(status=TaskState.STATUS_APPROVED).values_list("revision", flat=True).first()
    return int(approved) if approved else None
