"""What is on today: the front page of the CMS."""

import datetime
from typing import Any

import pytest
from desk import a_translator, an_officer, ask
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from people import browser_of
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowTask

from news.factories import ReleasePageFactory, text_block
from news.models import NewsIndexPage, QuoteClearance
from newsroom.base.factories import UserFactory
from newsroom.base.models import User
from newsroom.home.desk.today import TodayParts, today
from newsroom.home.roles import APPROVERS, OFFICERS
from newsroom.links.choices import LinkReason, LinkState
from newsroom.links.models import CheckedLink
from newsroom.links.service import note_links_of
from newsroom.publication.choices import Requirement
from newsroom.publication.models import Life, LifeLanguage, LiftFailure, UnapprovedPublication
from newsroom.publication.restrictions.service import set_restricted
from organisations.factories import MediaContactFactory
from organisations.models import MediaContact

HOUR = datetime.timedelta(hours=1)


def on_today(user: Any) -> TodayParts:
    """What the page says to somebody now."""
    return today(user, timezone.now())


def scheduled_release(index: NewsIndexPage, hours: int, **facts: Any) -> Any:
    """A release that becomes public by itself in so many hours."""
    page: Any = ReleasePageFactory(parent=index, live=False, **facts)
    page.embargoed_until = timezone.now() + hours * HOUR
    page.save_revision().publish()
    return page


def test_quiet_day_says_so(index: NewsIndexPage) -> None:
    assert on_today(an_officer()).is_quiet
    assert "Nothing waits for you" in browser_of(an_officer()).get("/admin/").content.decode()


def test_lift_that_failed_leads_with_the_reason(index: NewsIndexPage) -> None:
    page = scheduled_release(index, 1, title="Where journalists can work")
    page.life.embargoed_until = timezone.now() - HOUR
    page.life.save()
    LiftFailure.objects.create(life=page.life, note="expired", message="The contact has expired.")
    [line] = on_today(an_officer()).urgent
    assert line.is_late and "The contact has expired." in line.why and str(page.pk) in line.address
    assert on_today(an_officer()).scheduled == []


def test_what_is_late_leaves_what_comes_next_in_sight(index: NewsIndexPage) -> None:
    late = [scheduled_release(index, 1).life_id for _number in range(8)]
    Life.objects.filter(pk__in=late).update(embargoed_until=timezone.now() - HOUR)
    for hours in (5, 3, 4):
        scheduled_release(index, hours, title=f"In {hours} hours")
    parts = on_today(an_officer())
    assert [line.is_late for line in parts.urgent] == [True] * 6
    assert [line.title for line in parts.scheduled] == ["In 3 hours", "In 4 hours", "In 5 hours"]


def test_what_is_kept_from_somebody_takes_no_place_of_what_is_not(index: NewsIndexPage) -> None:
    keeper, other = an_officer(), an_officer()
    for hours in range(1, 8):
        set_restricted(scheduled_release(index, hours, title="Nobody’s business").life, True, keeper)
    for hours in (9, 10):
        scheduled_release(index, hours, title=f"In {hours} hours")
    assert [line.title for line in on_today(other).scheduled] == ["In 9 hours", "In 10 hours"]


def test_language_that_holds_all_others_is_named_before_the_hour(index: NewsIndexPage) -> None:
    page = scheduled_release(index, 24, title="Every stop in six cities")
    task = ask(page, "ar")[0]
    LifeLanguage.objects.update_or_create(
        life=page.life, locale=task.target_locale, defaults={"requirement": Requirement.REQUIRED}
    )
    parts = on_today(an_officer())
    assert "Arabic" in parts.urgent[0].why and "Arabic" in parts.scheduled[0].why
    page.life.embargoed_until = timezone.now() + 72 * HOUR
    page.life.save()
    assert on_today(an_officer()).urgent == [], "there is time yet"


def test_approval_is_asked_of_who_may_give_it_and_comes_back_to_who_asked(index: NewsIndexPage) -> None:
    writer, approver = an_officer(first_name="Inés", last_name="Calderón-Wu"), an_officer()
    page: Any = ReleasePageFactory(parent=index, title="After the second flood", live=False)
    page.save_revision(user=writer)
    workflow = Workflow.objects.create(name="Approval")
    task = GroupApprovalTask.objects.create(name="Officers approve")
    task.groups.set(approver.groups.filter(name=OFFICERS))
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    state = workflow.start(page, writer)
    [line] = on_today(approver).approvals
    assert line.title == "After the second flood" and "Inés Calderón-Wu" in line.note
    state.current_task_state.reject(user=approver, comment="Eight minutes at noon, or all day?")
    [line] = on_today(writer).urgent
    assert line.why == "Eight minutes at noon, or all day?" and on_today(approver).urgent == []


def test_quote_that_waits_for_its_speaker_stands_with_who_asked(index: NewsIndexPage) -> None:
    officer = an_officer()
    page: Any = ReleasePageFactory(parent=index, live=False, quotes=1)
    QuoteClearance.objects.create(
        quote_id=page.body[1].id,
        release=page,
        locale=page.locale,
        words="We act.",
        recipient_name="Lucía Fontenegra",
        recipient_email="lucia@ribera.example",
        sent_by=officer,
        expires_at=timezone.now() + HOUR,
        digest="0" * 64,
    )
    assert "Lucía Fontenegra" in on_today(officer).urgent[0].why
    assert on_today(an_officer()).urgent == []


def test_own_drafts_and_contacts_that_expire_are_there(index: NewsIndexPage) -> None:
    officer = an_officer()
    ReleasePageFactory(parent=index, title="Mine", live=False, owner=officer)
    ReleasePageFactory(parent=index, title="Another's", live=False)
    MediaContactFactory(name="Plaza Hall press room", valid_until=timezone.now().date())
    parts = on_today(officer)
    assert [line.title for line in parts.drafts] == ["Mine"]
    assert "Plaza Hall press room" in [contact.name for contact in parts.contacts]


def test_contact_that_expires_and_link_that_broke_are_one_click_away(index: NewsIndexPage) -> None:
    contact = MediaContactFactory(name="Plaza Hall press room", valid_until=timezone.now().date())
    page: Any = ReleasePageFactory(
        parent=index, body=[text_block('<p>See <a href="https://gone.example/">the study</a>.</p>')], contact=contact
    )
    note_links_of(Page.objects.filter(pk=page.pk).select_related("latest_revision"))
    browser = browser_of(an_officer())
    assert "the study" not in browser.get("/admin/").content.decode()
    CheckedLink.objects.update(state=LinkState.BROKEN, reason=LinkReason.NOT_FOUND)
    html = browser.get("/admin/").content.decode()
    assert "the study" in html and reverse("wagtailadmin_pages:edit", args=[page.pk]) in html
    assert reverse(MediaContact.snippet_viewset.get_url_name("edit"), args=[contact.pk]) in html
    assert on_today(an_officer()).links[0].link.address == "https://gone.example/"


def test_translator_has_their_own_page(index: NewsIndexPage) -> None:
    scheduled_release(index, 24, title="A secret until tomorrow")
    html = browser_of(a_translator("fr")).get("/admin/").content.decode()
    assert "A secret until tomorrow" not in html and "Your translations" in html
    assert "A secret until tomorrow" in browser_of(an_officer()).get("/admin/").content.decode()


#: What Wagtail's frame asks beside what is on: who asks and what they may, the menu, what they have locked.
FRAME = 14
MOST_OF_TODAY = 10


@pytest.mark.usefixtures("unsearched")
def test_front_page_asks_no_more_for_more(index: NewsIndexPage) -> None:
    officer = UserFactory(roles=[OFFICERS, APPROVERS])
    browser = browser_of(officer)
    writer, known = an_officer(), User.objects.get(pk=officer.pk)

    def fill(number: int) -> None:
        for each in range(number):
            page = scheduled_release(index, 24 + each)
            ask(page, "fr", due_at=timezone.now() + HOUR)
            late = scheduled_release(index, 1)
            Life.objects.filter(pk=late.life_id).update(embargoed_until=timezone.now() - HOUR)
            LiftFailure.objects.create(life=late.life, note="expired", message="The contact has expired.")
            linking = text_block('<p>See <a href="https://gone.example/">the study</a>.</p>')
            draft = ReleasePageFactory(parent=index, live=False, owner=officer, body=[linking])
            note_links_of([draft])
            set_restricted(draft.life, True, officer)
            sent: Any = ReleasePageFactory(parent=index, live=False, quotes=1)
            sent.save_revision(user=writer)
            sent.get_workflow().start(sent, writer)
            UnapprovedPublication.objects.create(life=ReleasePageFactory(parent=index).life, user=writer, reason="Fire")
        CheckedLink.objects.update(state=LinkState.BROKEN, reason=LinkReason.NOT_FOUND)

    def queries() -> list[str]:
        browser.get("/admin/")
        with CaptureQueriesContext(connection) as captured:
            browser.get("/admin/")
        return [query["sql"] for query in captured]

    fill(3)
    few = queries()
    parts = on_today(officer)
    assert all((parts.urgent, parts.approvals, parts.unapproved, parts.scheduled, parts.drafts, parts.links))
    fill(27)
    assert len(queries()) == len(few)
    on_today(known)  # what somebody may is asked by any page of the CMS
    with CaptureQueriesContext(connection) as own:
        on_today(known)
    assert len(own) <= MOST_OF_TODAY
    assert len(few) <= FRAME + MOST_OF_TODAY
