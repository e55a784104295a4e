"""The workflow by which drafts are approved; the one that Wagtail brings along is taken off."""

from collections.abc import Iterator

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Task, Workflow, WorkflowContentType, WorkflowPage, WorkflowState, WorkflowTask

from campaigns.models import CallIndexPage, EventIndexPage
from news.models import NewsIndexPage
from newsroom.publication.models import ReviewTask

APPROVAL = "Approval"
DEFAULT_WORKFLOW = "Moderators approval"
DEFAULT_GROUPS = ("Moderators", "Editors")


@transaction.atomic
def prepare_review() -> None:
    """Make the workflow for what is listed as releases, events and calls; a second call changes nothing.

    A list that has another workflow keeps it.
    """
    task = ReviewTask.objects.filter(active=True).first() or ReviewTask.objects.create(name=APPROVAL)
    link = WorkflowTask.objects.filter(task=task, workflow__active=True).select_related("workflow").first()
    workflow = link.workflow if link else Workflow.objects.create(name=APPROVAL)
    if link is None:
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    for model in (NewsIndexPage, EventIndexPage, CallIndexPage):
        for index in model.objects.all():
            WorkflowPage.objects.get_or_create(page=index, defaults={"workflow": workflow})


@transaction.atomic
def take_off_defaults() -> list[str]:
    """Takes off Wagtail's own workflow and groups where nobody uses them, and says what it did and what it left.

    Anybody who may change a page could submit it there, and lock it against those who publish. A second call says
    nothing and changes nothing.
    """
    return [*workflow_taken_off(), *groups_taken_off()]


def workflow_taken_off() -> Iterator[str]:
    """The workflow, unless something is under way in it."""
    workflows = Workflow.objects.filter(name=DEFAULT_WORKFLOW, active=True)
    under_way = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)
    for workflow in workflows:
        if WorkflowState.objects.filter(workflow=workflow, status__in=under_way).exists():
            yield f"The workflow “{workflow}” is left: something is under way in it."
            continue
        WorkflowPage.objects.filter(workflow=workflow).delete()
        WorkflowContentType.objects.filter(workflow=workflow).delete()
        Workflow.objects.filter(pk=workflow.pk).update(active=False)
        Task.objects.filter(name=DEFAULT_WORKFLOW).update(active=False)
        yield f"The workflow “{workflow}” is taken off."


def groups_taken_off() -> Iterator[str]:
    """The groups, unless somebody is in them."""
    for group in Group.objects.filter(name__in=DEFAULT_GROUPS).order_by("name"):
        if group.user_set.exists():
            yield f"The group “{group}” is left: somebody is in it."
        else:
            group.delete()
            yield f"The group “{group}” is taken off."
