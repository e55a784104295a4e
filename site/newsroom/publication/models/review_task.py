from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Task, TaskState

from newsroom.publication.review.approval import has_right_to_approve, may_say_yes


class ReviewTaskState(TaskState):
    """One time that something was sent for approval."""

    #: Officers read it, and nobody else.
    is_for_readers = False

    reminded_at = models.DateTimeField(null=True, editable=False)


class ReviewTask(Task):
    """Somebody who has the right to approve, and who did not write it, looks at it: by permission and by no group."""

    #: Officers read it, and nobody else.
    is_for_readers = False

    task_state_class = ReviewTaskState

    class Meta:
        verbose_name = gettext_lazy("approval by somebody else")
        verbose_name_plural = gettext_lazy("approvals by somebody else")

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        """Whoever may approve edits it too."""
        return may_say_yes(obj, user)

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        """What is looked at is changed by nobody else meanwhile."""
        return not may_say_yes(obj, user)

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, str, bool]]:
        """Ask for changes, approve, approve with a comment."""
        if not may_say_yes(obj, user):
            return []
        return [
            ("reject", _("Ask for changes"), True),
            ("approve", _("Approve"), False),
            ("approve", _("Approve with a comment"), True),
        ]

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> QuerySet[TaskState]:
        """What waits for somebody's yes: what they sent themselves is no part of it."""
        if not has_right_to_approve(user):
            return TaskState.objects.none()
        waiting: QuerySet[TaskState] = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        return waiting.exclude(workflow_state__requested_by=user)

    @classmethod
    def get_description(cls) -> str:
        """What the page of workflows says of it."""
        return _("Whoever has the right to approve says yes, unless they wrote it themselves")
