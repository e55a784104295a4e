"""Wagtail's own workflow and groups are taken off: whoever may change a page could lock it with them."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from people import at_work
from release_form import release_form
from wagtail.models import Page, Task, Workflow, WorkflowPage, WorkflowTask

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from newsroom.base.factories import UserFactory
from newsroom.home.roles import translators_of
from newsroom.home.workflows import prepare_review, take_off_defaults


@pytest.fixture
def workflow(index: NewsIndexPage) -> Workflow:
    """What Wagtail's migrations bring along."""
    for name in ("Moderators", "Editors"):
        Group.objects.get_or_create(name=name)
    workflow, _created = Workflow.objects.update_or_create(name="Moderators approval", defaults={"active": True})
    Task.objects.update_or_create(name="Moderators approval", defaults={"active": True})
    WorkflowPage.objects.get_or_create(page=Page.get_first_root_node(), defaults={"workflow": workflow})
    return workflow


def test_they_are_taken_off_once(workflow: Workflow) -> None:
    assert len(take_off_defaults()) == 3
    assert take_off_defaults() == []
    workflow.refresh_from_db()
    assert not workflow.active and not WorkflowPage.objects.filter(workflow=workflow).exists()
    assert not Group.objects.filter(name__in=("Moderators", "Editors")).exists()


def test_drafts_are_approved_by_one_workflow_however_often_it_is_prepared(index: NewsIndexPage) -> None:
    def prepared() -> list[int]:
        return [model.objects.count() for model in (Workflow, Task, WorkflowTask, WorkflowPage)]

    before = prepared()
    prepare_review()
    assert prepared() == before
    assert ReleasePageFactory(parent=index, live=False).get_workflow().name == "Approval"


def test_group_with_somebody_in_it_is_left(workflow: Workflow) -> None:
    UserFactory(roles=["Moderators"])
    assert any("Moderators" in line and "left" in line for line in take_off_defaults())
    assert list(Group.objects.filter(name__in=("Moderators", "Editors")).values_list("name", flat=True)) == [
        "Moderators"
    ]


def test_translator_locks_no_public_release(workflow: Workflow, index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index)
    data = release_form(page, **{"action-submit": "action-submit"})
    at_work(translators_of("en")).post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    page.refresh_from_db()
    assert page.current_workflow_state is None
    assert page.get_lock() is None
