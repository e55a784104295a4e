"""What waits for somebody's yes is asked within one query: it is what Wagtail finds by asking each task."""

from typing import Any

import pytest
from django.apps import apps
from wagtail.models import GroupApprovalTask, Task, TaskState, Workflow, WorkflowTask

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from newsroom.base.factories import UserFactory
from newsroom.home.roles import APPROVERS, OFFICERS
from newsroom.publication.models import ReviewTask
from newsroom.publication.review.people import waiting_for_yes


def test_no_other_kind_of_task_is_left_out() -> None:
    """A new kind has to be asked there too."""
    kinds = {model for model in apps.get_models() if issubclass(model, Task) and model is not Task}
    assert kinds == {ReviewTask, GroupApprovalTask}


@pytest.mark.parametrize("roles", [[OFFICERS], [APPROVERS], [OFFICERS, APPROVERS], []])
def test_it_is_what_wagtail_finds(index: NewsIndexPage, roles: list[str]) -> None:
    writer, other = UserFactory(roles=[OFFICERS]), UserFactory(roles=roles)
    for page in (ReleasePageFactory(parent=index, live=False) for _each in range(2)):
        page.save_revision(user=writer)
        workflow: Any = page.get_workflow()
        workflow.start(page, writer)
    of_group = GroupApprovalTask.objects.create(name="A group")
    of_group.groups.set(other.groups.all())
    second = Workflow.objects.create(name="Of a group")
    WorkflowTask.objects.create(workflow=second, task=of_group, sort_order=0)
    page = ReleasePageFactory(parent=index, live=False)
    page.save_revision(user=writer)
    second.start(page, writer)
    for user in (writer, other):
        assert set(waiting_for_yes(user)) == set(TaskState.objects.reviewable_by(user))
