"""A role is nobody's business before the day on which it begins."""

import datetime

import pytest
from django.core.management import call_command
from django.test import Client
from time_machine import travel

from news.factories import ReleasePageFactory, quote_block
from news.models import NewsIndexPage
from organisations.factories import OrganisationFactory, PersonFactory, RoleFactory
from organisations.models import Person

BEFORE, DAY = "2027-05-31T12:00:00Z", "2027-06-01T00:10:00Z"


@pytest.fixture
def speaker(index: NewsIndexPage) -> Person:
    """Somebody public who will be grandmaster."""
    with travel(BEFORE, tick=False):
        body = OrganisationFactory(name="Vexmoor Guild", slug="vexmoor-guild")
        person = PersonFactory(name="Kwabena Asiedu", slug="kwabena-asiedu")
        RoleFactory(person=person, title="Bellringer", started_on=datetime.date(2020, 1, 1))
        RoleFactory(
            person=person, title="Grandmaster", organisation=body, started_on=datetime.date(2027, 6, 1), sort_order=2
        )
        ReleasePageFactory(parent=index, organisation=body, body=[quote_block("We ring.", person)])
    return person


def pages_that_say(reader: Client, word: str) -> list[str]:
    """The addresses at which a stranger reads a word."""
    addresses = [
        "/en/people/kwabena-asiedu/",
        "/en/people/",
        "/en/organisations/vexmoor-guild/",
        f"/en/search/?q={word}",
        f"/en/search/completions/?q={word[:5]}",
    ]
    # The search says back what was asked for.
    said = {
        address: reader.get(address).content.decode().replace(f"“{word.lower()}”", "").replace(f'"{word.lower()}"', "")
        for address in addresses
    }
    return [address for address, html in said.items() if word in html]


def test_role_to_come_is_said_nowhere(speaker: Person, reader: Client) -> None:
    with travel(BEFORE, tick=False):
        assert pages_that_say(reader, "Bellringer")
        html = reader.get("/en/people/kwabena-asiedu/").content.decode()
        assert "Grandmaster" not in html
        assert "Grandmaster" not in reader.get("/en/organisations/vexmoor-guild/").content.decode()
        assert "Kwabena" not in reader.get("/en/search/?q=grandmaster").content.decode()


def test_role_is_public_on_its_day(speaker: Person, reader: Client) -> None:
    with travel(DAY, tick=False):
        assert "Grandmaster" in reader.get("/en/people/kwabena-asiedu/").content.decode()
        assert "Kwabena" not in reader.get("/en/search/?q=grandmaster").content.decode()
        call_command("reindex_roles")
        assert "Kwabena" in reader.get("/en/search/?q=grandmaster").content.decode()


def test_days_that_were_missed_are_made_up_for(speaker: Person, reader: Client) -> None:
    with travel("2027-06-04T00:10:00Z", tick=False):
        call_command("reindex_roles")
        assert "Kwabena" in reader.get("/en/search/?q=grandmaster").content.decode()
