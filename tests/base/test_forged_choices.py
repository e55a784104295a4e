"""A program sends for a row that it chose what no row is called: its field says so, whichever form it is."""

from typing import Any

import pytest
from django.test import Client
from joining_forms import call_form, event_form
from people import at_work
from release_form import release_form
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from campaigns.models import CallIndexPage, CallPage, EventIndexPage, EventPage
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from newsroom.base.pages.choosing import read_choices
from newsroom.home.models import HomePage
from newsroom.home.roles import OFFICERS
from organisations.models import Person

pytestmark = pytest.mark.django_db
NO_CHOICE = "Select a valid choice"
FORGED = (
    "abc",
    "1.5",
    "-1",
    "\x00",
    "é",
    "[]",
    "1 OR 1=1",
    "9" * 20,
    "9" * 5_000,
    "0" * 8 + "-0000" * 3 + "-" + "0" * 12,
)


def speakers(value: str) -> Any:
    """A programme of one session with a speaker who was made up."""
    nothing = {"count": "0"}
    speaker = {"person": value, "name": "", "role": "", "organisation": "", "confirmation": "", "minutes": ""}
    facts = {"title": "Welcome", "day": "", "starts": "", "minutes": "", "room": "", "description": rich_text("")}
    said = {"count": "1", "0": {"deleted": "", "order": "0", "type": "item", "id": "", "value": speaker}}
    return streamfield([("session", {**facts, "parallel": nothing, "speakers": said})])


def quoted(value: str) -> Any:
    """A text of one quote whose speaker was made up."""
    return streamfield([("quote", {"text": "We walk.", "speaker": value, "role": "", "occasion": ""})])


def field_of(name: str, value: str) -> dict[str, Any]:
    """What is sent for a field, for a row of a list ("meetings.event"), or for a block of a text."""
    if name == "programme":
        return {name: speakers(value)}
    if name == "body":
        return {name: quoted(value)}
    name, _dot, inside = name.partition(".")
    return {name: inline_formset([{inside: value}])} if inside else {name: value}


def said_at(form: Any, name: str) -> str:
    """What is said at a field or in the row of a list."""
    name, _dot, inside = name.partition(".")
    return str(form.formsets[name].errors if inside else form.errors.get(name, ""))


def saved_by_officer(address: str, form: Any) -> Any:
    """What the CMS answers to an officer."""
    browser: Client = at_work(OFFICERS)
    return browser.post(address, form)


@pytest.mark.parametrize("value", FORGED)
def test_a_chosen_page_that_is_none_is_said_at_its_field(newsroom: HomePage, value: str) -> None:
    calls = CallIndexPage.objects.get(locale__language_code="en")
    answer = saved_by_officer(
        f"/admin/pages/add/campaigns/callpage/{calls.pk}/",
        call_form(leads_to_event=value, image=value, meetings=inline_formset([{"event": value, "month": "2027-01"}])),
    )
    assert answer.status_code == 200 and not CallPage.objects.exists()
    form = answer.context["form"]
    assert sorted(form.errors) == ["image", "leads_to_event"]
    for name in ("leads_to_event", "image", "meetings.event"):
        assert NO_CHOICE in said_at(form, name), name
    assert 'value="Benches"' in answer.content.decode()


@pytest.mark.parametrize("name", ["organisation_links.organisation", "attachments.document", "signatories.person"])
def test_a_row_of_a_call_says_so(newsroom: HomePage, name: str) -> None:
    calls = CallIndexPage.objects.get(locale__language_code="en")
    form = call_form(**field_of(name, "abc"))
    answer = saved_by_officer(f"/admin/pages/add/campaigns/callpage/{calls.pk}/", form)
    assert answer.status_code == 200 and NO_CHOICE in said_at(answer.context["form"], name)


@pytest.mark.parametrize("value", ["abc", "9" * 20])
@pytest.mark.parametrize(
    "name", ["mandate_holder", "image", "release_links.release", "focal_points.contact", "programme"]
)
def test_an_event_says_so(newsroom: HomePage, name: str, value: str) -> None:
    events = EventIndexPage.objects.get(locale__language_code="en")
    form = event_form(**field_of(name, value))
    answer = saved_by_officer(f"/admin/pages/add/campaigns/eventpage/{events.pk}/", form)
    assert answer.status_code == 200 and not EventPage.objects.exists()
    assert name in answer.context["form"].errors or NO_CHOICE in said_at(answer.context["form"], name)
    assert NO_CHOICE in answer.content.decode()


@pytest.mark.parametrize(
    "name", ["issued_at_event", "image", "attachments.document", "participant_links.person", "body"]
)
def test_a_release_says_so(newsroom: HomePage, name: str) -> None:
    index = NewsIndexPage.objects.get(locale__language_code="en")
    page = ReleasePageFactory(parent=index, live=False)
    answer = saved_by_officer(f"/admin/pages/{page.pk}/edit/", release_form(page, **field_of(name, "abc")))
    assert answer.status_code == 200
    assert name in answer.context["form"].errors or NO_CHOICE in said_at(answer.context["form"], name)
    assert NO_CHOICE in answer.content.decode()


def test_a_record_says_so(newsroom: HomePage) -> None:
    form = nested_form_data({"name": "Ada Brook", "slug": "ada-brook", "portrait": "abc", "image": "abc"})
    answer = saved_by_officer("/admin/snippets/organisations/person/add/", form)
    assert answer.status_code == 200 and not Person.objects.exists()
    assert NO_CHOICE in answer.content.decode()


def test_an_upgrade_after_which_choosers_read_otherwise_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsroom.base.pages.choosing.BaseChooser", object)
    with pytest.raises(AttributeError):
        read_choices()
