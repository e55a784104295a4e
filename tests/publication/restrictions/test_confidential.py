"""What is confidential becomes public by no door, and what is to be looked at again is told of on its day."""

import datetime
from typing import Any

import pytest
import time_machine
from desk import an_officer, ask, signed
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from people import browser_of
from release_form import release_form

from campaigns.factories import EventPageFactory
from campaigns.models import EventIndexPage
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory
from newsroom.base.models import RuleSettings
from newsroom.base.rules.registry import rule_registry
from newsroom.home.desk.today import today
from newsroom.home.roles import APPROVERS, WRITERS
from newsroom.publication.choices import LifeState
from newsroom.publication.gates import RefusedError
from newsroom.publication.lifting.lift import lift_due
from newsroom.publication.models import LiftFailure, ReviewSettings
from newsroom.publication.review.days import remind_of_days, review_days_of_the_day
from newsroom.publication.review.facts import set_confidential, set_review_day
from newsroom.publication.review.unapproved import publish_unapproved

HOUR = datetime.timedelta(hours=1)
DAY = datetime.date(2027, 3, 1)


@pytest.fixture
def secret(index: NewsIndexPage) -> ReleasePage:
    """A confidential draft that lacks nothing."""
    page: ReleasePage = ReleasePageFactory(parent=index, live=False, title="The merger")
    page.save_revision()
    set_confidential(page.life, True)
    return ReleasePage.objects.get(pk=page.pk)


def edit(user: Any, page: ReleasePage, **typed: Any) -> Any:
    """The editor of a release; the page is as it stands afterwards."""
    answer = browser_of(user).post(reverse("wagtailadmin_pages:edit", args=[page.pk]), release_form(page, **typed))
    page.refresh_from_db()
    return answer


def test_no_door_publishes_what_is_confidential(secret: ReleasePage) -> None:
    officer, approver = an_officer(), UserFactory(roles=[APPROVERS])
    browser = browser_of(officer)
    answer = edit(officer, secret, **{"action-publish": "action-publish", "is_confidential": "on"})
    assert "take that off first" in answer.content.decode()
    answer = edit(officer, secret, **{"action-publish": "action-publish"})
    assert "take that off first" in answer.content.decode(), "an editor that was opened before it was set"
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={secret.pk}"
    assert "take that off first" in browser.get(bulk).content.decode()
    browser.post(bulk)
    address = reverse("wagtailadmin_api:pages:action", args=[secret.pk, "publish"])
    assert browser.post(address, "{}", content_type="application/json").status_code == 409
    with pytest.raises(RefusedError):
        secret.get_latest_revision().publish()
    secret.get_workflow().start(secret, officer)
    state = secret.current_workflow_task_state
    browser_of(approver).post(reverse("wagtailadmin_pages:workflow_action", args=[secret.pk, "approve", state.pk]))
    ReviewSettings.objects.create(approval_required=True)
    with pytest.raises(RefusedError):
        publish_unapproved(secret, officer, "It leaks already.")
    secret.refresh_from_db()
    assert not secret.live and secret.current_workflow_state


def test_neither_schedule_nor_lift_publishes_what_is_confidential(secret: ReleasePage) -> None:
    secret.embargoed_until = timezone.now() + HOUR
    secret.save()
    with pytest.raises(RefusedError):
        secret.get_latest_revision().publish()
    set_confidential(secret.life, False)
    secret.get_latest_revision().publish()
    set_confidential(secret.life, True)
    with time_machine.travel(timezone.now() + 2 * HOUR):
        lift_due()
        call_command("publish_scheduled")
    secret.refresh_from_db()
    assert not secret.live and secret.life.state == LifeState.SCHEDULED
    assert "confidential" in LiftFailure.objects.get().note


def test_it_holds_for_all_languages_and_for_events(secret: ReleasePage) -> None:
    set_confidential(secret.life, False)
    secret.get_latest_revision().publish()
    secret.refresh_from_db()
    (task,) = ask(secret, "fr")
    type(secret.life).objects.update(is_confidential=True)
    with pytest.raises(RefusedError):
        signed(task).target.get_latest_revision().publish()
    event = EventPageFactory(parent=EventIndexPage.objects.get(locale=secret.locale), live=False)
    set_confidential(event.life, True)
    with pytest.raises(RefusedError, match="confidential"):
        event.save_revision().publish()


def test_writer_sets_it_and_only_who_publishes_takes_it_off(index: NewsIndexPage) -> None:
    writer = UserFactory(roles=[WRITERS])
    page = ReleasePageFactory(parent=index, live=False, owner=writer)
    edit(writer, page, is_confidential="on")
    assert page.life.is_confidential
    edit(writer, page)
    assert page.life.is_confidential
    edit(an_officer(), page)
    assert not page.life.is_confidential


def test_what_is_public_cannot_be_made_confidential(index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index)
    assert "cannot be made confidential" in edit(an_officer(), page, is_confidential="on").content.decode()
    with pytest.raises(RefusedError):
        set_confidential(page.life, True)


def test_the_list_and_the_rules_say_it(secret: ReleasePage) -> None:
    assert "Confidential</span>" in browser_of(an_officer()).get(reverse("releases_admin")).content.decode()
    found = rule_registry.findings(secret_contents(secret), RuleSettings.current())
    assert found[0].rule.name == "confidential" and found[0].is_blocking


def secret_contents(page: ReleasePage) -> Any:
    """What the rules read of a release."""
    from news.rules.contents import contents_of

    return contents_of(page)


def test_day_to_look_again_is_kept_told_once_and_stands_on_today(index: NewsIndexPage) -> None:
    officer = an_officer(email="halima@cities.example")
    page = ReleasePageFactory(parent=index, owner=officer, title="Night buses")
    edit(officer, page, review_on="2027-03-01")
    assert page.life.review_on == DAY and page.live, "of what is public too, without publishing anything"
    assert remind_of_days(DAY - datetime.timedelta(days=1)) == 0
    with time_machine.travel(datetime.datetime(2027, 3, 1, 8, tzinfo=datetime.UTC)):
        assert not mail.outbox
        review_days_of_the_day.call()
        assert [letter.to for letter in mail.outbox] == [["halima@cities.example"]]
        assert "Night buses" in mail.outbox[0].subject and f"/pages/{page.pk}/edit/" in mail.outbox[0].body
        review_days_of_the_day.call()
        assert len(mail.outbox) == 1
        assert [line.title for line in today(officer, timezone.now()).again] == ["Night buses"]
        set_review_day(page.life, None)
        assert today(officer, timezone.now()).again == []
