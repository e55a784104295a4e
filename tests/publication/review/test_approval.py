"""From a draft to the yes of somebody else, through every door; and what went public without one."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from approving import draft_of, press
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from people import browser_of
from release_form import release_form
from wagtail.log_actions import LogContext
from wagtail.models import TaskState, WorkflowState

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory
from newsroom.base.models import User
from newsroom.home.desk.today import today
from newsroom.home.roles import APPROVERS, OFFICERS, WRITERS
from newsroom.publication.choices import LifeState
from newsroom.publication.gates import RefusedError
from newsroom.publication.lifting.lift import lift_due
from newsroom.publication.models import ReviewSettings, UnapprovedPublication
from newsroom.publication.review.people import approvers_of

HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def writer(index: NewsIndexPage) -> User:
    """Somebody who writes and publishes nothing."""
    user: User = UserFactory(roles=[WRITERS], first_name="Inés", last_name="Calderón-Wu", email="ines@cities.example")
    return user


@pytest.fixture
def officer(index: NewsIndexPage) -> User:
    """Somebody who writes and publishes."""
    user: User = UserFactory(roles=[OFFICERS], first_name="Halima", last_name="Okoth", email="halima@cities.example")
    return user


@pytest.fixture
def approver(index: NewsIndexPage) -> User:
    """Somebody who says yes to what others wrote."""
    names = {"first_name": "Renaud", "last_name": "Tisserand", "email": "renaud@cities.example"}
    user: User = UserFactory(roles=[APPROVERS], **names)
    return user


@pytest.fixture
def required(db: None) -> ReviewSettings:
    """A newsroom in which somebody else approves."""
    return ReviewSettings.objects.create(approval_required=True)


def by_button(user: User, page: ReleasePage) -> None:
    press(user, page, "action-publish")


def in_bulk(user: User, page: ReleasePage) -> None:
    browser_of(user).post(reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={page.pk}")


def by_api(user: User, page: ReleasePage) -> None:
    address = reverse("wagtailadmin_api:pages:action", args=[page.pk, "publish"])
    browser_of(user).post(address, "{}", content_type="application/json")


def by_code(user: User, page: ReleasePage) -> None:
    with pytest.raises(RefusedError), LogContext(user=user):
        page.get_latest_revision().publish(user=user, skip_permission_checks=True)


def by_nobody(user: User, page: ReleasePage) -> None:
    with pytest.raises(RefusedError):
        page.get_latest_revision().publish()


def by_schedule(user: User, page: ReleasePage) -> None:
    page.embargoed_until = timezone.now() + HOUR
    page.save()
    with pytest.raises(RefusedError), LogContext(user=user):
        page.get_latest_revision().publish(user=user, skip_permission_checks=True)
    with time_machine.travel(timezone.now() + 2 * HOUR):
        lift_due()
        call_command("publish_scheduled")


def by_workflow(user: User, page: ReleasePage) -> None:
    page.get_workflow().start(page, user)
    state = page.current_workflow_task_state
    browser_of(user).post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]))


DOORS = (by_button, in_bulk, by_api, by_code, by_nobody, by_schedule, by_workflow)


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
@pytest.mark.parametrize("roles", [[OFFICERS], [APPROVERS], []], ids=["officer", "approver", "administrator"])
def test_nobody_publishes_their_own_text_by_any_door(
    index: NewsIndexPage, required: ReviewSettings, door: Callable[[User, ReleasePage], None], roles: list[str]
) -> None:
    author = UserFactory(roles=roles, is_superuser=not roles)
    page = draft_of(index, author)
    door(author, page)
    page.refresh_from_db()
    assert not page.live and page.life.state == LifeState.DRAFT


def test_officers_publish_their_own_where_the_newsroom_asks_for_no_approval(
    index: NewsIndexPage, officer: User
) -> None:
    page = draft_of(index, officer)
    by_button(officer, page)
    assert page.live and not UnapprovedPublication.objects.exists()


def test_who_has_the_right_publishes_what_somebody_else_wrote(
    index: NewsIndexPage, required: ReviewSettings, officer: User, approver: User
) -> None:
    page = draft_of(index, officer)
    by_button(UserFactory(roles=[OFFICERS]), page)
    assert not page.live, "another officer has no right to approve"
    by_button(approver, page)
    assert page.live and not UnapprovedPublication.objects.exists()


def test_page_that_one_person_alone_wrote_is_theirs_whoever_began_it(
    index: NewsIndexPage, required: ReviewSettings, approver: User
) -> None:
    page = draft_of(index, approver)
    ReleasePage.objects.filter(pk=page.pk).update(owner=None)
    page.refresh_from_db()
    by_button(approver, page)
    assert not page.live


def test_from_the_writer_to_the_public_and_back_once(
    index: NewsIndexPage,
    required: ReviewSettings,
    writer: User,
    approver: User,
    django_capture_on_commit_callbacks: Any,
) -> None:
    page = draft_of(index, writer, title="After the second flood")
    by_button(writer, page)
    assert not page.live
    with django_capture_on_commit_callbacks(execute=True):
        press(writer, page, "action-submit")
    [letter] = mail.outbox
    assert letter.to == ["renaud@cities.example"] and "Inés Calderón-Wu" in letter.body
    address = reverse("review_page", args=[page.pk])
    assert address in letter.body
    [line] = today(approver, timezone.now()).approvals
    assert line.address == address and today(writer, timezone.now()).approvals == []
    desk = browser_of(approver)
    first = desk.get(address).content.decode()
    assert "all of it is new" in first and "Nobody is left on the landing." in first
    state = page.current_workflow_task_state
    answers = {
        name: reverse("wagtailadmin_pages:workflow_action", args=[page.pk, name, state.pk])
        for name in ("reject", "approve")
    }
    assert all(each in first for each in answers.values())
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(answers["reject"], {"comment": "Two metres, or more?"})
    assert mail.outbox[-1].to == [writer.email] and "Two metres, or more?" in mail.outbox[-1].body
    assert [line.why for line in today(writer, timezone.now()).urgent] == ["Two metres, or more?"]

    press(writer, page, "action-submit", subheadline="Two metres and ten")
    again = desk.get(address).content.decode()
    assert "all of it is new" not in again and "Two metres and ten" in again
    state = page.current_workflow_task_state
    desk.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]))
    page.refresh_from_db()
    assert page.live and page.subheadline == "Two metres and ten"
    assert not UnapprovedPublication.objects.exists()


def test_while_it_is_looked_at_only_who_may_approve_changes_it(
    index: NewsIndexPage, required: ReviewSettings, writer: User, approver: User
) -> None:
    page = draft_of(index, writer)
    press(writer, page, "action-submit")
    press(writer, page, "action-save", subheadline="One more thing")
    assert page.get_latest_revision_as_object().subheadline != "One more thing"
    approve = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    browser_of(approver).post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), release_form(page, subheadline="Edited", **approve)
    )
    page.refresh_from_db()
    assert page.live and page.subheadline == "Edited"


def test_a_yes_before_the_hour_schedules_and_the_button_says_so(
    index: NewsIndexPage, required: ReviewSettings, writer: User, approver: User
) -> None:
    page = draft_of(index, writer)
    page.embargoed_until = timezone.now() + HOUR
    page.save()
    page.save_revision(user=writer)
    page.get_workflow().start(page, writer)
    html = browser_of(approver).get(reverse("review_page", args=[page.pk])).content.decode()
    assert "Approve and schedule for" in html
    editor = browser_of(approver).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Approve and schedule for" in editor and 'name="action-publish"' not in editor
    state = page.current_workflow_task_state
    browser_of(approver).post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]))
    page.refresh_from_db()
    assert page.life.state == LifeState.SCHEDULED
    with time_machine.travel(timezone.now() + 2 * HOUR):
        lift_due()
    page.refresh_from_db()
    assert page.live


def test_the_editor_names_whom_it_goes_to(
    index: NewsIndexPage, required: ReviewSettings, writer: User, officer: User, approver: User
) -> None:
    page = draft_of(index, officer)
    html = browser_of(officer).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Send to Renaud Tisserand" in html and 'name="action-publish"' not in html
    assert html.index("Save draft") < html.index("Send to Renaud") < html.index("Publish without approval")
    assert approvers_of(page) == [approver]
    assert (
        "Publish without approval"
        not in browser_of(writer)
        .get(reverse("wagtailadmin_pages:edit", args=[draft_of(index, writer, slug="other").pk]))
        .content.decode()
    )
    new = browser_of(officer).get(reverse("wagtailadmin_pages:add", args=["news", "releasepage", index.pk]))
    assert 'name="action-publish"' not in new.content.decode() and "Send for approval" in new.content.decode()


def test_haste_needs_a_reason_and_stays_visible_until_somebody_else_says_yes(
    index: NewsIndexPage, required: ReviewSettings, officer: User, approver: User
) -> None:
    page = draft_of(index, officer, title="River rising")
    assert press(officer, page, "action-publish-unapproved").url == reverse("publish_unapproved", args=[page.pk])
    desk, address = browser_of(officer), reverse("publish_unapproved", args=[page.pk])
    desk.post(address, {"reason": " "})
    page.refresh_from_db()
    assert not page.live
    desk.post(address, {"reason": "River rising by night."})
    page.refresh_from_db()
    assert page.live
    [row] = UnapprovedPublication.objects.all()
    [line] = today(officer, timezone.now()).unapproved
    assert "River rising by night." in line.why and not line.sends_to
    [line] = today(approver, timezone.now()).unapproved
    for user in (officer, UserFactory(roles=[OFFICERS])):
        browser_of(user).post(line.sends_to)
        row.refresh_from_db()
        assert row.approved_at is None
    assert line.sends_to in browser_of(approver).get("/admin/").content.decode()
    browser_of(approver).post(line.sends_to)
    row.refresh_from_db()
    assert row.approved_by == approver and row.approved_by_name == "Renaud Tisserand"
    assert today(approver, timezone.now()).unapproved == []


def test_haste_is_for_who_may_publish(index: NewsIndexPage, required: ReviewSettings, writer: User) -> None:
    page = draft_of(index, writer)
    browser_of(writer).post(reverse("publish_unapproved", args=[page.pk]), {"reason": "Now!"})
    page.refresh_from_db()
    assert not page.live and not UnapprovedPublication.objects.exists()


def test_haste_is_not_offered_where_nobody_asks_for_approval(index: NewsIndexPage, officer: User) -> None:
    page = draft_of(index, officer)
    browser_of(officer).post(reverse("publish_unapproved", args=[page.pk]), {"reason": "Now!"})
    page.refresh_from_db()
    assert not page.live


def test_haste_under_an_embargo_schedules_and_the_reason_is_no_ticket_for_later(
    index: NewsIndexPage, required: ReviewSettings, officer: User
) -> None:
    page = draft_of(index, officer)
    page.embargoed_until = timezone.now() + HOUR
    page.save()
    page.save_revision(user=officer)
    browser_of(officer).post(reverse("publish_unapproved", args=[page.pk]), {"reason": "Nobody is in."})
    page.refresh_from_db()
    assert page.life.state == LifeState.SCHEDULED
    browser_of(officer).post(reverse("publication_embargo", args=[page.pk]), {"act": "call_off"})
    page.refresh_from_db()
    by_button(officer, page)
    assert page.life.state == LifeState.DRAFT


def test_what_is_public_and_what_is_translated_is_not_sent(index: NewsIndexPage, writer: User) -> None:
    page = ReleasePageFactory(parent=index, owner=writer)
    press(writer, page, "action-submit")
    assert not WorkflowState.objects.exists() and not TaskState.objects.exists()


def test_privacy_is_no_way_round(index: NewsIndexPage, required: ReviewSettings, officer: User, writer: User) -> None:
    page = draft_of(index, officer)
    for user in (officer, writer):
        browser_of(user).post(
            reverse("wagtailadmin_pages:set_privacy", args=[page.pk]), {"restriction_type": "password", "password": "x"}
        )
    assert not page.get_view_restrictions().exists()


def test_rights_beside_the_tree_are_asked_by_permission_and_by_no_name(index: NewsIndexPage) -> None:
    officer = UserFactory(roles=[OFFICERS])
    page = ReleasePageFactory(parent=index)
    tester = page.permissions_for_user(officer)
    assert tester.can_take_off() and tester.can_correct() and tester.can_unschedule()
    officer.groups.get().permissions.filter(codename__endswith="_life").delete()
    tester = page.permissions_for_user(User.objects.get(pk=officer.pk))
    assert not (tester.can_take_off() or tester.can_correct() or tester.can_unschedule())
    assert tester.can_publish()
    browser = Client()
    browser.force_login(officer)
    assert browser.get(reverse("correct_page", args=[page.pk])).status_code == 302
