"""An officer enters an event in the CMS: agenda and lists are pasted from its document."""

import datetime
import re
from typing import Any

import pytest
from django.test import Client
from invitations import agenda_of, document, table_of
from joining_forms import event_form
from wagtail.test.utils.form_data import inline_formset, streamfield

from campaigns.events.agenda import plain_words
from campaigns.factories import EventPageFactory
from campaigns.models import EventEarlierDate, EventIndexPage, EventPage
from newsroom.base.factories import UserFactory, publish
from newsroom.home.models import HomePage
from newsroom.home.roles import OFFICERS
from organisations.factories import OrganisationFactory


@pytest.fixture
def officer(client: Client, newsroom: HomePage) -> Client:
    """An officer who is logged in, in a zone of their own."""
    user = UserFactory(roles=[OFFICERS])
    client.force_login(user)
    return client


def add(officer: Client, parent: Any, **changes: Any) -> Any:
    """What the CMS answers to an event that is added below a page."""
    return officer.post(f"/admin/pages/add/campaigns/eventpage/{parent.pk}/", event_form(**changes))


@pytest.mark.parametrize("number", ["001", "002"])
def test_a_pasted_agenda_of_a_document_becomes_sessions(officer: Client, events: EventIndexPage, number: str) -> None:
    text = document(number)
    rows = agenda_of(text)
    pasted = table_of(text)
    points = "\n".join(line for line in text.splitlines() if line.startswith("- "))
    answer = add(officer, events, pasted_agenda=pasted, themes=streamfield([("point", points)]))
    assert answer.status_code == 302, answer.context["form"].errors
    event = EventPage.objects.get()
    draft = event.get_latest_revision_as_object()
    assert len(draft.programme) == len(rows)
    assert [str(block.value) for block in draft.themes] == [line[2:].rstrip(",") for line in points.splitlines()]
    for block, row in zip(draft.programme.raw_data, rows, strict=True):
        value = block["value"]
        people = [item["value"] for item in value["speakers"]]
        kept = " ".join([value["title"], value["description"], *(p["name"] + " " + p["role"] for p in people)])
        said = [word for cell in row.split("\t")[1:] for word in re.findall(r"\w+", plain_words(cell))]
        assert all(word in kept for word in said if not re.match(r"(?i)moderat|by$", word)), row
    lasts = sum(block["value"]["minutes"] for block in draft.programme.raw_data)
    assert lasts == {"001": 90, "002": 120}[number]


def test_a_publication_that_lacks_something_says_what_at_its_field(officer: Client, events: EventIndexPage) -> None:
    answer = add(officer, events, time_zone="", place="", **{"action-publish": "1"})
    errors = answer.context["form"].errors
    assert {"starts_on", "time_zone", "place"} <= set(errors)
    assert not EventPage.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"time_zone": "Europe/Berlin", "starts_on": "2027-03-28", "starts_time": "02:30"}, "starts_time"),
        ({"time_zone": "Europe/Berlin", "starts_on": "2026-10-25", "starts_time": "02:30"}, "starts_time"),
        ({"starts_on": "2027-03-09", "starts_time": "15:00", "ends_time": "14:00"}, "ends_time"),
        ({"starts_on": "2027-03-09", "ends_on": "2027-03-08"}, "ends_on"),
        ({"month": "2027-13"}, "month"),
    ],
)
def test_hours_that_no_clock_shows_are_refused_at_their_field(
    officer: Client, events: EventIndexPage, changes: dict[str, str], field: str
) -> None:
    answer = add(officer, events, **changes)
    assert field in answer.context["form"].errors


def test_hours_are_those_of_the_event_and_not_of_the_officer(officer: Client, events: EventIndexPage) -> None:
    desk = OrganisationFactory()
    organiser = inline_formset([{"organisation": desk.pk, "part": "organiser"}])
    answer = add(
        officer,
        events,
        starts_on="2027-03-09",
        starts_time="15:00",
        organisation_links=organiser,
        **{"action-publish": "1"},
    )
    assert answer.status_code == 302, (answer.context["form"].errors, answer.context["form"].formsets)
    event = EventPage.objects.get()
    assert event.live
    assert event.begins_at == datetime.datetime(2027, 3, 9, 12, tzinfo=datetime.UTC)


def test_the_date_that_readers_know_is_kept_when_an_event_is_moved(officer: Client, events: EventIndexPage) -> None:
    event = EventPageFactory(parent=events)
    link = event.organisation_links.get()
    kept = inline_formset([{"id": link.pk, "organisation": link.organisation_id, "part": "organiser"}], initial=1)
    form = event_form(
        title=event.title,
        slug=event.slug,
        status="moved",
        starts_on="2027-03-10",
        starts_time="15:00",
        organisation_links=kept,
    )
    answer = officer.post(f"/admin/pages/{event.pk}/edit/", form)
    assert answer.status_code == 302, answer.context["form"].errors
    draft = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()
    [earlier] = draft.earlier_dates.all()
    assert isinstance(earlier, EventEarlierDate)
    assert (earlier.starts_on, earlier.starts_time) == (datetime.date(2027, 3, 9), datetime.time(15))
    publish(draft)
    assert EventPage.objects.get(pk=event.pk).earlier_dates.count() == 1
