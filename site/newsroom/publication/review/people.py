"""Whom a release waits for, and what they are to see of it."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import Q
from wagtail.models import Page, TaskState

from newsroom.base.models import User
from newsroom.publication.review.approval import APPROVE, may_say_yes


def approvers_of(page: Any) -> list[User]:
    """Those who may say yes to a page, by name; administrators only where nobody else may."""
    codename = APPROVE.rpartition(".")[2]
    right = Permission.objects.filter(content_type__app_label="publication", codename=codename)
    holders = User.objects.filter(is_active=True).order_by("last_name", "first_name", "pk")
    named = holders.filter(Q(groups__permissions__in=right) | Q(user_permissions__in=right)).distinct()
    found = [user for user in named if may_say_yes(page, user)]
    return found or [user for user in holders.filter(is_superuser=True) if may_say_yes(page, user)]


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
