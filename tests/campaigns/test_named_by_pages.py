"""Whom events and calls name: public with the page, found, counted as used, and one after a merge."""

import datetime
import json
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from leaving_quietly import unpublish
from people import at_work
from wagtail.models import Revision

from campaigns.calls.factories import CallPageFactory
from campaigns.events.choices import OrganisationPart
from campaigns.factories import EventPageFactory
from campaigns.models import CallIndexPage, CallPage, EventFocalPoint, EventIndexPage, EventOrganisation, EventPage
from campaigns.models.calls.rows import CallFocalPoint, CallSignatory
from newsroom.base.factories import locale_of, publish
from newsroom.home.models import HomePage
from newsroom.home.roles import OFFICERS
from newsroom.publication.lifting.lift import lift_due
from organisations.factories import MediaContactFactory, OrganisationFactory, PersonFactory
from organisations.merging import merge
from organisations.models import MediaContact, Organisation, Person, RecordUse
from organisations.uses import uses_of

NOW = datetime.datetime(2027, 1, 10, 9, tzinfo=datetime.UTC)


@pytest.fixture
def calls(newsroom: HomePage) -> CallIndexPage:
    """The English list of calls."""
    return CallIndexPage.objects.get(locale__language_code="en")


def speaks(person: Person | None = None, **said: Any) -> dict[str, Any]:
    """Somebody in a session."""
    return {"person": person, "name": "", "role": "", "organisation": None, "confirmation": "", **said}


def event_naming(events: EventIndexPage, people: list[Person], bodies: list[Organisation], **parts: Any) -> EventPage:
    """An event that names a speaker, a moderator and one in a room beside, and organisations in every part."""
    speaker, moderator, beside = people
    organiser, partner, invited, mandated, spoken_for, focal, office = bodies
    sessions = [
        {
            "title": "Shade",
            "minutes": 20,
            "speakers": [speaks(speaker, organisation=spoken_for), speaks(moderator, is_moderator=True)],
            "parallel": [{"title": "Deltas", "speakers": [speaks(beside)]}],
        }
    ]
    live = parts.pop("live", True)
    event: EventPage = EventPageFactory(
        parent=events, organiser=organiser, sessions=sessions, mandate_holder=mandated, live=False, **parts
    )
    event.organisation_links.add(EventOrganisation(organisation=partner, part=OrganisationPart.PARTNER))
    event.focal_points.add(
        EventFocalPoint(name="Clémence Aubrac", organisation=focal, locale=event.locale),
        EventFocalPoint(contact=MediaContactFactory(name="Halima Okoth", organisation=office), locale=event.locale),
    )
    event.invitees = [("group", {"group": "Cities", "note": "", "organisations": [invited]})]
    event.save()
    if live:
        publish(event)
    return event


def call_naming(calls: CallIndexPage, people: list[Person], bodies: list[Organisation], **parts: Any) -> CallPage:
    """A call that a person signs for an organisation, and whose focal point is another of another."""
    live = parts.pop("live", True)
    call: CallPage = CallPageFactory(parent=calls, live=False, **parts)
    call.signatories.add(CallSignatory(person=people[0], organisation=bodies[0], locale=call.locale))
    call.focal_points.add(CallFocalPoint(person=people[1], organisation=bodies[1], locale=call.locale))
    call.save()
    if live:
        publish(call)
    return call


def addresses(people: list[Person], bodies: list[Organisation]) -> list[str]:
    """Where the pages of records are."""
    return [*(f"/en/people/{each.slug}/" for each in people), *(f"/en/organisations/{each.slug}/" for each in bodies)]


def answers(reader: Client, people: list[Person], bodies: list[Organisation]) -> set[int]:
    """How the pages of records answer."""
    return {reader.get(address).status_code for address in addresses(people, bodies)}


def found(reader: Client, word: str) -> set[str]:
    """The titles of what a search finds by a word."""
    return {str(hit.title) for hit in reader.get("/en/search/", {"q": word}).context["response"].hits}


def test_whom_an_event_names_becomes_public_with_it_and_leaves_with_it(events: EventIndexPage, reader: Client) -> None:
    people = [PersonFactory(name=f"Wairimu {name}") for name in ("Tendeka", "Osei", "Brandvik")]
    bodies = [OrganisationFactory(name=f"Joint Office {number}") for number in range(7)]
    above = OrganisationFactory(name="Joint Offices")
    bodies[6].parent = above
    bodies[0].parent = above
    for body in (bodies[0], bodies[6]):
        body.save()
    with time_machine.travel(NOW, tick=False):
        event = event_naming(events, people, bodies, live=False)
        event.save_revision()
        assert answers(reader, people, bodies) == {404}
        assert not Person.objects.released().exists() and not Organisation.objects.released().exists()
        publish(event)
        assert answers(reader, people, [*bodies[:6], above]) == {200}
        assert answers(reader, [], bodies[6:]) == {404}  # its contact alone is named
        assert MediaContact.objects.released().get().name == "Halima Okoth"
        assert set(Person.objects.released()) == set(people)
        assert any("Brandvik" in title for title in found(reader, "Brandvik"))
        assert any("Offices" in title for title in found(reader, "Offices"))
        for address in addresses(people, bodies[:1]):
            html = reader.get(address).content.decode()
            assert event.title in html and "Events and calls" in html
        html = reader.get(event.url).content.decode()
        assert all(f'href="{address}"' in html for address in addresses(people, bodies[:2]))
        unpublish(event)
        assert answers(reader, people, [*bodies, above]) == {404}
        assert not found(reader, "Brandvik")


def test_whom_a_call_names_becomes_public_with_it(calls: CallIndexPage, reader: Client) -> None:
    people = [PersonFactory(name=f"Wairimu {name}") for name in ("Tendeka", "Osei")]
    bodies = [OrganisationFactory(name=f"Joint Office {number}") for number in range(2)]
    call = call_naming(calls, people, bodies, live=False)
    assert answers(reader, people, bodies) == {404}
    publish(call)
    caller = call.organisation_links.get().organisation
    assert answers(reader, people, [*bodies, caller]) == {200}
    assert call.title in reader.get(f"/en/people/{people[0].slug}/").content.decode()
    assert any("Osei" in title for title in found(reader, "Osei"))


def test_nobody_is_public_before_an_embargo_ends(events: EventIndexPage, reader: Client) -> None:
    people, bodies = [PersonFactory() for _each in range(3)], [OrganisationFactory() for _each in range(7)]
    with time_machine.travel(NOW, tick=False):
        event_naming(events, people, bodies, embargoed_until=NOW + datetime.timedelta(hours=1))
        assert answers(reader, people, bodies) == {404}
    with time_machine.travel(NOW + datetime.timedelta(hours=2), tick=False):
        assert lift_due() == 1
        assert answers(reader, people, bodies[:6]) == {200}


def test_who_is_taken_out_of_a_public_event_is_public_no_more(events: EventIndexPage, reader: Client) -> None:
    people, bodies = [PersonFactory() for _each in range(3)], [OrganisationFactory() for _each in range(7)]
    event = event_naming(events, people, bodies)
    event.programme = []
    publish(event)
    assert answers(reader, people, [bodies[4]]) == {404}
    assert answers(reader, [], bodies[:3]) == {200}


def test_page_of_a_translation_names_for_all_languages(events: EventIndexPage, reader: Client) -> None:
    people, bodies = [PersonFactory() for _each in range(3)], [OrganisationFactory() for _each in range(7)]
    event = event_naming(events, people, bodies)
    html = reader.get(f"/fr/people/{people[0].slug}/").content.decode()
    assert event.title in html and 'lang="en"' in html


def test_event_and_call_count_as_uses_and_keep_records_from_deletion(
    events: EventIndexPage, calls: CallIndexPage
) -> None:
    officer = at_work(OFFICERS)
    people = [PersonFactory(name=f"Wairimu {number}") for number in range(3)]
    bodies = [OrganisationFactory() for _each in range(7)]
    event = event_naming(events, people, bodies, live=False, title="Rivers meet")
    call = call_naming(calls, people, bodies, title="Count the benches")
    for record in (people[0], bodies[0]):
        assert {use.title for use in uses_of(record).pages} == {"Rivers meet", "Count the benches"}
        name = f"wagtailsnippets_organisations_{record._meta.model_name}"
        answer = officer.post(reverse(f"{name}:delete", args=[record.pk]))
        assert answer.status_code == 409
        html = answer.content.decode()
        assert f"/admin/pages/{event.pk}/edit/" in html and f"/admin/pages/{call.pk}/edit/" in html
        (listed,) = (row for row in officer.get(reverse(f"{name}:list")).context["object_list"] if row.pk == record.pk)
        assert listed.use_count == 2
    parts = {str(part) for body in bodies for use in uses_of(body).pages for part in use.parts}
    assert parts == {
        *("Organiser or partner", "Holder of the mandate", "Invited", "Organisation of a speaker"),
        *("Focal point", "Signatory"),
    }


def test_uses_of_events_and_calls_can_be_noted_afterwards(events: EventIndexPage, calls: CallIndexPage) -> None:
    people, bodies = [PersonFactory() for _each in range(3)], [OrganisationFactory() for _each in range(7)]
    event_naming(events, people, bodies)
    call_naming(calls, people, bodies, live=False)
    names = ("page", "kind", "record", "part", "version")
    before = set(RecordUse.objects.values_list(*names))
    RecordUse.objects.all().delete()
    call_command("note_uses")
    assert before and set(RecordUse.objects.values_list(*names)) == before


def test_merge_goes_through_the_sessions_of_live_pages_and_drafts(events: EventIndexPage, reader: Client) -> None:
    kept, duplicate = PersonFactory(name="Wairimu Tendeka", slug="tendeka"), PersonFactory(slug="w-tendeka")
    office, double = OrganisationFactory(slug="office"), OrganisationFactory(slug="double")
    people, bodies = [duplicate, kept, duplicate], [double, office, double, double, double, double, office]
    event = event_naming(events, people, bodies)
    french = event.copy_for_translation(locale_of("fr"))
    event.title = "Shade, once more"
    later = {"title": "End", "speakers": [{"type": "item", "value": {**speaks(), "person": duplicate.pk}}]}
    event.programme = [*event.programme.raw_data, {"type": "session", "value": later}]
    event.save_revision()
    merge(kept, duplicate, None)
    merge(office, double, None)
    public = EventPage.objects.get(pk=event.pk)
    versions = (public, public.get_latest_revision_as_object(), EventPage.objects.get(pk=french.pk))
    for version in versions:
        sessions = [block.value for block in version.programme]
        rooms = [*sessions, *(room for session in sessions for room in session["parallel"])]
        speakers = [speaker for room in rooms for speaker in room["speakers"]]
        assert {speaker["person"] for speaker in speakers} - {None} == {kept}
        assert {speaker["organisation"] for speaker in speakers} <= {office, None}
        assert list(version.invitees[0].value["organisations"]) == [office]
        assert version.mandate_holder == office
        assert [link.organisation for link in version.organisation_links.all()] == [office]
    stored = json.dumps([revision.content for revision in Revision.objects.all()]).replace('\\"', '"')
    for name, number in (("person", duplicate.pk), ("organisation", double.pk), ("mandate_holder", double.pk)):
        assert f'"{name}": {number},' not in stored.replace("}", ",")
    assert not RecordUse.objects.of(duplicate).exists()
    assert reader.get("/en/people/w-tendeka/")["Location"] == "/en/people/tendeka/"
    assert "Shade" in reader.get("/en/people/tendeka/").content.decode()
    assert len(found(reader, "Tendeka")) >= 2  # she, and where she speaks


def test_merge_lists_a_signatory_of_a_call_once(calls: CallIndexPage) -> None:
    kept, duplicate = PersonFactory(slug="tendeka"), PersonFactory(slug="w-tendeka")
    office, other = OrganisationFactory(), OrganisationFactory()
    call = call_naming(calls, [kept, kept], [office, office])
    call.signatories.add(CallSignatory(person=duplicate, role="Mayor", organisation=other, locale=call.locale))
    call.focal_points.add(CallFocalPoint(person=duplicate, locale=call.locale))
    publish(call)
    call.save_revision()
    merge(kept, duplicate, None)
    public = CallPage.objects.get(pk=call.pk)
    for version in (public, public.get_latest_revision_as_object()):
        (row,) = version.signatories.all()
        assert (row.person, row.role, row.organisation) == (kept, "Mayor", office)
        assert [(each.person, each.name) for each in version.focal_points.all()] == [
            (None, "Clémence Aubrac"),
            (kept, ""),
        ]


def test_queries_of_a_speakers_page_do_not_grow_with_the_events(
    events: EventIndexPage, reader: Client, count_queries: Callable[[Callable[[], Any]], int]
) -> None:
    person, counts = PersonFactory(slug="tendeka"), []
    for number in (2, 6):
        for _count in range(number):
            EventPageFactory(parent=events, sessions=[{"title": "Shade", "speakers": [speaks(person)]}])
        counts.append(count_queries(lambda: reader.get("/en/people/tendeka/")))
    assert counts[0] == counts[1]
