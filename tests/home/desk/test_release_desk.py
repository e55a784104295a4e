"""The list of releases in the CMS: one row a release, what is next first."""

import datetime
import re
from io import BytesIO
from typing import Any

import pytest
from desk import a_translator, an_officer, ask
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from people import browser_of
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask

from news.choices import ReleaseKind
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import publish
from newsroom.home.desk.choices import DeskState, Turn
from newsroom.home.desk.forms import ReleaseListForm
from newsroom.home.desk.release_list import narrowed_releases, release_rows, releases_once
from newsroom.publication.choices import CorrectionKind, LifeState, Manner
from newsroom.publication.corrections.service import Note, correct
from newsroom.publication.withdrawals.service import take_off
from organisations.factories import OrganisationFactory

HOUR = datetime.timedelta(hours=1)


def scheduled(index: NewsIndexPage, title: str, until: datetime.datetime) -> ReleasePage:
    """A release that becomes public by itself."""
    page: ReleasePage = ReleasePageFactory(parent=index, title=title, live=False)
    page.embargoed_until = until
    page.save_revision().publish()
    return page


def listed(user: Any, **chosen: str) -> list[tuple[str, DeskState]]:
    """Headline and state of each row."""
    rows = release_rows(narrowed_releases(releases_once(user), chosen, user))
    return [(row.release.draft_title, row.state) for row in rows]


def test_what_is_next_comes_first(index: NewsIndexPage) -> None:
    now = timezone.now()
    ReleasePageFactory(parent=index, title="Public", live=True)
    ReleasePageFactory(parent=index, title="Undated", live=False)
    scheduled(index, "In two days", now + 48 * HOUR)
    scheduled(index, "Tomorrow", now + 24 * HOUR)
    wished: Any = ReleasePageFactory(parent=index, title="Wished for in an hour", live=False)
    wished.embargoed_until = now + HOUR
    wished.save()
    rows = release_rows(releases_once(an_officer()))
    assert [row.release.title for row in rows] == [
        "Wished for in an hour",
        "Tomorrow",
        "In two days",
        "Undated",
        "Public",
    ]
    assert [row.turn for row in rows] == [Turn.TO_COME] * 3 + [Turn.UNDATED, Turn.ON_RECORD]


def test_what_should_be_public_and_is_not_leads(index: NewsIndexPage) -> None:
    page = scheduled(index, "Should be public", timezone.now() + HOUR)
    scheduled(index, "Tomorrow", timezone.now() + 24 * HOUR)
    life = page.life
    life.embargoed_until = timezone.now() - HOUR
    life.save()
    assert listed(an_officer())[0] == ("Should be public", DeskState.HELD)


def test_release_in_many_languages_is_one_row_that_says_how_far_each_is(index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index, title="Night buses", live=False)
    ask(page, "fr", "ar")
    [row] = release_rows(releases_once(an_officer()))
    assert {cell.code: cell.progress for cell in row.languages} == {
        **dict.fromkeys(["es", "ru", "zh-hans", "fr", "ar"], "missing"),
        "en": "done",
    }
    assert row.release.pk == page.pk


def test_states_are_those_an_officer_speaks_of(index: NewsIndexPage) -> None:
    officer = an_officer()
    corrected: Any = ReleasePageFactory(parent=index, title="Corrected", live=True)
    corrected.title = "Corrected"
    corrected.subheadline = "It leaves at nine."
    corrected.save_revision()
    correct([Note(corrected, "at eight", "at nine", "A slip.")], CorrectionKind.FACTUAL, officer)
    gone: Any = ReleasePageFactory(parent=index, title="Withdrawn", live=True)
    take_off(gone, Manner.WITHDRAWN, {"en": "It was wrong."}, officer)
    submitted: Any = ReleasePageFactory(parent=index, title="Submitted", live=False)
    submitted.save_revision()
    a_workflow().start(submitted, officer)
    assert dict(listed(officer)) == {
        "Corrected": DeskState.CORRECTED,
        "Withdrawn": DeskState.WITHDRAWN,
        "Submitted": DeskState.REVIEW,
    }
    assert listed(officer, state="review") == [("Submitted", DeskState.REVIEW)]


def a_workflow() -> Workflow:
    """A workflow in which officers approve."""
    workflow = Workflow.objects.create(name="Approval")
    task = GroupApprovalTask.objects.create(name="Officers approve")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow


def test_list_is_narrowed_by_each_of_its_choices(index: NewsIndexPage) -> None:
    officer, basin = an_officer(), OrganisationFactory(name="River Basin Office")
    issued = datetime.datetime(2024, 6, 3, 9, tzinfo=datetime.UTC)
    old = ReleasePageFactory(
        parent=index, title="Cisterns", live=False, first_issued_at=issued, kind=ReleaseKind.SPEECH, hashtags=["Shade"]
    )
    publish(old)
    ReleasePageFactory(parent=index, title="Ferries", live=False, organisation=basin, owner=officer)
    reference = ReleasePage.objects.get(pk=old.pk).reference
    assert reference
    for chosen, found in (
        ({"words": "cist"}, "Cisterns"),
        ({"words": "2024"}, "Cisterns"),
        ({"words": reference[3:]}, "Cisterns"),
        ({"kind": "speech"}, "Cisterns"),
        ({"year": "2024"}, "Cisterns"),
        ({"hashtag": "shade"}, "Cisterns"),
        ({"state": LifeState.DRAFT.value}, "Ferries"),
        ({"organisation": str(basin.translation_key)}, "Ferries"),
        ({"author": str(officer.pk)}, "Ferries"),
    ):
        assert [title for title, _state in listed(officer, **chosen)] == [found], chosen
        name, value = next(iter(chosen.items()))
        assert ReleaseListForm(chosen).chosen == {name: value}, "the form offers it"
    assert len(listed(officer, lacking="fr")) == 2 and listed(officer, lacking="en") == []


def test_nonsense_narrows_nothing_and_breaks_nothing(index: NewsIndexPage) -> None:
    ReleasePageFactory(parent=index, title="Ferries", live=False)
    browser = browser_of(an_officer())
    for query in ("year=abc", "author=0", "organisation=x", "p=x", "kind=letter", "export=exe"):
        answer = browser.get(f"{reverse('releases_admin')}?{query}")
        assert answer.status_code == 200 and "Ferries" in answer.content.decode(), query
    assert "No release fits" in browser.get(f"{reverse('releases_admin')}?words=zzz").content.decode()


def test_list_is_there_as_a_table_for_an_office_program(index: NewsIndexPage) -> None:
    publish(ReleasePageFactory(parent=index, title="Ferries", live=False))
    answer = browser_of(an_officer()).get(f"{reverse('releases_admin')}?export=xlsx")
    sheet = load_workbook(BytesIO(answer.getvalue())).active
    assert sheet is not None
    heading, row = list(sheet.values)
    assert heading[2] == "Headline" and row[2] == "Ferries" and row[4] == "Public"


@pytest.mark.usefixtures("unsearched")
def test_list_asks_no_more_for_thirty_releases(index: NewsIndexPage) -> None:
    browser = browser_of(an_officer())

    def queries() -> int:
        browser.get(reverse("releases_admin"))
        with CaptureQueriesContext(connection) as captured:
            browser.get(reverse("releases_admin"))
        return len(captured)

    for page in ReleasePageFactory.create_batch(3, parent=index, live=False):
        ask(page, "fr")
    few = queries()
    for page in ReleasePageFactory.create_batch(27, parent=index, live=False):
        ask(page, "fr")
    assert queries() == few and few < 40


def test_new_release_is_one_step_away_for_who_may_write(index: NewsIndexPage) -> None:
    officer, translator = browser_of(an_officer()), browser_of(a_translator("fr"))
    assert officer.get(reverse("new_release")).url == f"/admin/pages/add/news/releasepage/{index.pk}/"
    assert reverse("new_release") in officer.get("/admin/").content.decode()
    assert translator.get(reverse("new_release")).status_code in (302, 403)
    assert reverse("new_release") not in translator.get("/admin/").content.decode()


def test_menu_has_nothing_about_wagtail(index: NewsIndexPage) -> None:
    html = browser_of(an_officer()).get("/admin/").content.decode()
    assert not re.search("What's new in Wagtail|Editor Guide|page-types-usage", html)
