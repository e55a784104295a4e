"""Names pasted from an invitation become rows; what nobody knows is said at its field, and nothing typed is lost."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from people import at_work
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from campaigns.calls.pasting import questions_in
from campaigns.events.agenda import KnownNames
from campaigns.models import CallIndexPage, CallPage, EventIndexPage, EventPage
from campaigns.pasted import PastedPerson, bodies_pasted, people_in
from newsroom.home.roles import OFFICERS
from organisations.factories import OrganisationFactory, PersonFactory

KNOWN = KnownNames({"esi amponsah-reyl": 1}, {"harbour office": 5, "harbour office, eastern desk": 6, "ferry union": 7})


def test_a_line_names_somebody_with_role_organisation_and_mailbox_in_any_order() -> None:
    text = (
        "- Ms. Esi Amponsah-Reyl, Head of Tides, Harbour Office, esi@harbour.example\r\nOleg <oleg@union.example>\n\n"
    )
    assert people_in(text, KNOWN) == [
        PastedPerson("Ms. Esi Amponsah-Reyl", 1, "Head of Tides", 5, "esi@harbour.example"),
        PastedPerson("Oleg", None, "", None, "oleg@union.example"),
    ]
    assert people_in("Oleg\tPilot\tSome Body", KNOWN) == [PastedPerson("Oleg", None, "Pilot, Some Body", None, "")]
    assert not people_in(" \n, ,\n", KNOWN)


def test_a_letter_is_signed_on_lines_of_their_own() -> None:
    text = "\n\nEsi Amponsah-Reyl  \nDirector, Tides  \nHarbour Office\n\n\n\nOleg Brandvik  \nChair\nFerry Union"
    assert people_in(text, KNOWN) == [
        PastedPerson("Esi Amponsah-Reyl", 1, "Director, Tides", 5, ""),
        PastedPerson("Oleg Brandvik", None, "Chair", 7, ""),
    ]


def test_organisations_are_those_of_the_directory_the_longest_name_first() -> None:
    assert bodies_pasted("Harbour Office, Eastern Desk\nFerry Union, harbour office\nFerry Union", KNOWN) == [
        6,
        7,
        5,
    ]
    with pytest.raises(ValidationError, match="Water Board"):
        bodies_pasted("Ferry Union\nWater Board", KNOWN)


def test_a_line_becomes_a_question_of_the_kind_that_it_says() -> None:
    text = (
        "1. City\nE-mail\nCourriel (facultatif)\nAvailable: yes / no\nSigned paper (file, optional)\nName (of the city)"
    )
    found = [(row.label, row.field_type, row.required, row.choices) for row in questions_in(text)]
    assert found == [
        ("City", "singleline", True, ""),
        ("E-mail", "email", True, ""),
        ("Courriel", "email", False, ""),
        ("Available", "radio", True, "yes\nno"),
        ("Signed paper", "file", False, ""),
        ("Name (of the city)", "singleline", True, ""),
    ]


EVENT_LISTS = (
    *("regions", "figures", "themes", "objectives", "expected_outcomes", "invitees", "preparation"),
    *("guiding_questions", "programme", "links", "footnotes"),
)
EVENT_TEXTS = ("mandate_task", "background", "concept_note", "objective", "description", "outcome")
EVENT_ROWS = ("organisation_links", "focal_points", "earlier_dates", "attachments", "release_links", "comments")


def save_event(events: EventIndexPage, **changes: Any) -> Any:
    """Send the form of a new event as an officer."""
    form = {
        **{"title": "Tides", "slug": "tides", "kind": "meeting", "status": "scheduled", "time_zone": "nairobi"},
        **{"place": "Nairobi", "hashtags": "", "original_language": "en", "starts_on": "2027-03-09"},
        **{name: streamfield([]) for name in EVENT_LISTS},
        **{name: rich_text("") for name in EVENT_TEXTS},
        **{name: inline_formset([]) for name in EVENT_ROWS},
        **changes,
    }
    address = reverse("wagtailadmin_pages:add", args=["campaigns", "eventpage", events.pk])
    return at_work(OFFICERS).post(address, nested_form_data(form))


@pytest.mark.django_db
def test_what_is_pasted_into_an_event_becomes_rows(events: EventIndexPage) -> None:
    office, union = OrganisationFactory(name="Harbour Office"), OrganisationFactory(name="Ferry Union")
    group = {"group": "- Mayors,\n- Pilots,", "note": "of the delta", "organisations": {"count": "0"}}
    answer = save_event(
        events,
        pasted_organisers="harbour office",
        pasted_partners="Ferry Union, Harbour Office",
        pasted_focal_points="Oleg Brandvik, Pilot, Ferry Union, oleg@union.example",
        invitees=streamfield([("group", group)]),
        **{"action-publish": "1"},
    )
    assert answer.status_code == 302, answer.context["form"].errors
    event = EventPage.objects.get(slug="tides")
    assert event.live and event.time_zone == "Africa/Nairobi"
    links = [(row.organisation, row.part) for row in event.organisation_links.all()]
    assert links == [(office, "organiser"), (union, "partner")]
    [point] = event.focal_points.all()
    assert (point.name, point.role, point.organisation, point.email) == (
        "Oleg Brandvik",
        "Pilot",
        union,
        "oleg@union.example",
    )
    assert [(each.value["group"], each.value["note"]) for each in event.invitees] == [
        ("Mayors", "of the delta"),
        ("Pilots", ""),
    ]


@pytest.mark.django_db
def test_an_organisation_that_nobody_knows_is_said_at_its_field(events: EventIndexPage) -> None:
    answer = save_event(events, pasted_partners="Water Board", time_zone="EAT")
    form = answer.context["form"]
    assert "Water Board" in str(form.errors["pasted_partners"])
    assert form["pasted_partners"].value() == "Water Board"
    session = {
        "title": "Tides",
        "day": "9999-12-31",
        "starts": "23:00",
        "minutes": "",
        "room": "",
        "description": "null",
    }
    lists = {"speakers": {"count": "0"}, "parallel": {"count": "0"}}
    far = {"starts_on": "9999-12-31", "pasted_focal_points": f"Oleg, {'r' * 301}"}
    answer = save_event(events, programme=streamfield([("session", session | lists)]), **far)
    assert {"starts_on", "programme", "pasted_focal_points"} <= set(answer.context["form"].errors)
    answer = save_event(events, time_zone="EAT")
    assert "There is no time zone of this name" in str(answer.context["form"].errors["time_zone"])
    assert not EventPage.objects.exists()


@pytest.mark.django_db
def test_what_is_pasted_into_a_call_is_looked_up_and_no_question_comes_twice(calls: CallIndexPage) -> None:
    OrganisationFactory(name="Harbour Office")
    esi = PersonFactory(name="Esi Amponsah-Reyl")
    lists = (
        *("organisation_links", "steps", "meetings", "audiences", "focal_points", "working_languages", "attachments"),
        *("signatories", "form_fields", "officers", "comments"),
    )
    form = {
        **{name: inline_formset([]) for name in lists},
        **{name: rich_text("") for name in ("why", "closing_words", "outcome")},
        **{"title": "Tides", "slug": "tides", "kind": "invitation", "time_zone": "Oslo", "hashtags": ""},
        **{"original_language": "en", "pasted_questions": "City\nE-mail", "pasted_focal_points": "Oleg, o@b.example"},
        **{"pasted_organisations": "Harbour Office", "pasted_signatories": "Esi Amponsah-Reyl\nMayor\nHarbour Office"},
    }
    address = reverse("wagtailadmin_pages:add", args=["campaigns", "callpage", calls.pk])
    twice = {**form, "pasted_questions": "City\ncity", "pasted_signatories": "Nobody Known, Mayor"}
    errors = at_work(OFFICERS).post(address, nested_form_data(twice)).context["form"].errors
    long = {**form, "pasted_steps": "x" * 1001, "pasted_questions": "y" * 300, "closes_on": "9999-12-31"}
    refused = at_work(OFFICERS).post(address, nested_form_data(long)).context["form"]
    assert {"pasted_steps", "pasted_questions", "closes_on"} <= set(refused.errors)
    assert refused["pasted_steps"].value() == "x" * 1001
    assert "already" in str(errors["pasted_questions"]) and "Nobody Known" in str(errors["pasted_signatories"])
    assert at_work(OFFICERS).post(address, nested_form_data(form)).status_code == 302
    draft = CallPage.objects.get(slug="tides").get_latest_revision_as_object()
    assert draft.time_zone == "Europe/Oslo"
    assert [(row.person, row.role, str(row.organisation)) for row in draft.signatories.all()] == [
        (esi, "Mayor", "Harbour Office")
    ]
    assert [row.clean_name for row in draft.form_fields.all()] == ["city", "e_mail"]
    assert draft.make_preview_request(preview_mode="open").status_code == 200
