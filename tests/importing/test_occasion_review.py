"""Events and calls in the CMS: what their paragraphs were taken for, another kind, the draft, who may make it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from desk import an_officer
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from people import browser_of
from wagtail.models import GroupPagePermission, PageLogEntry

from campaigns.models import CallIndexPage, CallPage, EventIndexPage, EventPage
from importing import parse
from importing.models import ImportedFile, ImportState
from importing.proposed_occasions import OccasionPart
from importing.review.occasions import assigned_occasion, choosable_parts
from importing.review.service import make_draft
from importing.understanding import parts_of_occasion
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory
from newsroom.home.models import HomePage
from organisations.factories import PersonFactory

FOLDER = Path(__file__).parent / "documents" / "occasions"


@pytest.fixture
def officer(newsroom: HomePage) -> Client:
    return browser_of(an_officer(first_name="Halima", last_name="Okoth"))


def bring(browser: Client, name: str) -> str:
    """Upload a document; the text of the page that follows."""
    sent = {"files": SimpleUploadedFile(name, (FOLDER / name).read_bytes())}
    return browser.post(reverse("imports"), sent, follow=True).content.decode()


def address() -> str:
    return reverse("import_review", args=[ImportedFile.objects.get().pk])


def sent_as_shown(browser: Client, **changes: str) -> Any:
    """Send the form of the review as it is shown, with changes."""
    shown = browser.get(address()).context
    data = {"seen": shown["seen"]} | {f"part-{row.number}": row.part.value for row in shown["rows"]}
    data |= {f"{row.number}-{each.name}": each.value for row in shown["rows"] for each in row.fields}
    data |= {f"same:{match.key}": str(match.chosen) for match in shown["matches"]}
    return browser.post(address(), data | changes, follow=True)


def read_as(browser: Client, kind: str) -> Any:
    """Have the document read again as another kind; the page that follows."""
    seen = browser.get(address()).context["seen"]
    return browser.post(address(), {"seen": seen, "action": "take", "taken_as": kind}, follow=True)


def user_who_may_add(*types: tuple[Any, Any]) -> Any:
    """Somebody who may enter the CMS and add pages below some lists and nothing else."""
    group = Group.objects.create(name="Only some")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for _page_type, index_type in types:
        for index in index_type.objects.all():
            GroupPagePermission.objects.create(
                group=group, page=index, permission=Permission.objects.get(codename="add_page")
            )
    user = UserFactory()
    user.groups.set([group])
    return user


def test_an_event_is_shown_by_its_parts_and_becomes_a_draft_event(officer: Client) -> None:
    html = bring(officer, "en_form.md")
    assert "Make the draft event" in html and "Guiding questions" in html
    assert "Naima Belhadri, Deputy Coordinator, Delta Office (to be confirmed)" in html
    rows = officer.get(address()).context["rows"]
    assert {row.part for row in rows} <= set(OccasionPart) and len(rows) == 38
    response = sent_as_shown(officer, action="draft")
    event = EventPage.objects.get()
    assert response.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[event.pk])
    assert response.status_code == 200 and not event.live and event.owner.first_name == "Halima"
    imported = ImportedFile.objects.get()
    assert (imported.state, imported.page.specific, imported.assignments) == (ImportState.DRAFTED, event, [])
    assert "en_form.md" in PageLogEntry.objects.get(action="importing.import").message
    assert event.title in officer.get(reverse("imports")).content.decode()


def test_a_call_becomes_a_draft_call_that_the_editor_opens(officer: Client) -> None:
    html = bring(officer, "en_call.txt")
    assert "Make the draft call" in html and "Open until 14 March 2031 · 17:00 · UTC" in html
    assert sent_as_shown(officer, action="draft").status_code == 200
    assert CallPage.objects.get().steps.count() == 4


def test_what_a_person_says_of_a_paragraph_holds(officer: Client) -> None:
    bring(officer, "en_form.md")
    rows = officer.get(address()).context["rows"]
    outcome = next(row.number for row in rows if row.source.text == "A working group of five towns")
    other = next(row.number for row in rows if row.source.text.startswith("Side event at"))
    sent_as_shown(officer, **{f"part-{outcome}": "themes", f"part-{other}": "title"})
    again = officer.get(address()).context["rows"]
    assert (again[outcome].part, again[other].part) == (OccasionPart.THEMES, OccasionPart.TITLE)
    assert [row.part for row in again].count(OccasionPart.TITLE) == 1
    sent_as_shown(officer, action="draft")
    event = EventPage.objects.get()
    assert event.title == "Side event at the Ninth Assembly of Confluent Cities"
    assert [block.value for block in event.themes] == ["A working group of five towns"]
    assert len(event.expected_outcomes) == 1 and "who plans the night ferries?" in event.description


def test_another_kind_is_chosen_and_the_document_is_understood_again(officer: Client) -> None:
    bring(officer, "en_form.md")
    html = read_as(officer, "release").content.decode()
    assert "Subheadline" in html and "Make the draft event" not in html
    assert ImportedFile.objects.get().proposal.kind == "press-release"  # type: ignore[union-attr]
    html = read_as(officer, "call").content.decode()
    assert "Make the draft call" in html and "Signatories" in html
    read_as(officer, "release")
    sent_as_shown(officer, action="draft")
    assert ReleasePage.objects.exists() and not EventPage.objects.exists()
    read_as(officer, "event")
    assert ImportedFile.objects.get().taken_as == "release"


def test_people_are_merged_with_those_who_are_there(officer: Client) -> None:
    known = PersonFactory(name="Wairimu Tendekka", slug="wairimu")
    bring(officer, "en_form.md")
    match = next(each for each in officer.get(address()).context["matches"] if each.name == "Wairimu Tendeka")
    assert [each.record for each in match.candidates] == [known] and match.chosen == "new"
    sent_as_shown(officer, **{f"same:{match.key}": str(known.pk), "action": "draft"})
    assert EventPage.objects.get().programme[0].value["speakers"][0]["person"] == known


RELEASES, EVENTS, CALLS = (ReleasePage, NewsIndexPage), (EventPage, EventIndexPage), (CallPage, CallIndexPage)


@pytest.mark.parametrize(
    ("types", "name", "kinds"),
    [([RELEASES], "en_form.md", ["release"]), ([EVENTS], "en_form.md", ["event"]), ([CALLS], "en_call.txt", ["call"])],
)
def test_each_kind_asks_the_right_to_add_it(
    newsroom: HomePage, types: Sequence[tuple[Any, Any]], name: str, kinds: list[str]
) -> None:
    user = user_who_may_add(*types)
    browser = browser_of(user)
    html = bring(browser, name)
    context = browser.get(address()).context
    assert context["kinds"] == kinds
    is_right = context["kind"] in kinds
    assert ("Make the draft" in html) is is_right
    response = sent_as_shown(browser, action="draft")
    assert response.status_code == (200 if is_right else 403) or response.redirect_chain
    assert (ImportedFile.objects.get().state == ImportState.DRAFTED) is is_right
    assert (EventPage.objects.count() + CallPage.objects.count() == 1) is is_right
    if not is_right:
        with pytest.raises(PermissionDenied):
            make_draft(ImportedFile.objects.get(), user)
        read_as(browser, "call")
        assert ImportedFile.objects.get().taken_as == ""


def test_whoever_may_add_nothing_sees_no_import(newsroom: HomePage) -> None:
    browser = browser_of(user_who_may_add())
    assert browser.get(reverse("imports")).status_code in (302, 403)


@pytest.mark.parametrize("name", ["en_form.md", "en_call.txt"])
def test_every_paragraph_stands_once_whatever_a_person_says(name: str) -> None:
    proposal = parse(FOLDER / name)
    guesses = parts_of_occasion(proposal)
    for number, guess in list(enumerate(guesses))[::9]:
        for part in choosable_parts(proposal):
            after = assigned_occasion(proposal, [{"paragraph": number, "part": part.value}])
            assert after.placement[number] == (part if part is not guess else guess)
            told = (after.to_json()["event"] or after.to_json()["call"])["sources"]
            assert sorted(n for source in told.values() for n in source) == list(range(len(proposal.paragraphs)))
