"""What an organisation brings into a release: its own text and contact, and nothing that somebody has to choose."""

import datetime
import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from newsroom.base.factories import UserFactory
from newsroom.home.roles import OFFICERS
from organisations.factories import BoilerplateFactory, MediaContactFactory, OrganisationFactory
from organisations.models import Organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def council() -> Organisation:
    organisation: Organisation = OrganisationFactory(name="Tidal Council")
    return organisation


def brought(client: Client, organisation: Organisation) -> dict[str, Any]:
    client.force_login(UserFactory(roles=[OFFICERS]))
    answer = client.get(reverse("brought_by", args=[organisation.pk]))
    return {name: record["id"] for name, record in json.loads(answer.content).items()}


def test_plain_text_and_the_one_valid_contact_come_along(client: Client, council: Organisation) -> None:
    plain = BoilerplateFactory(organisation=council)
    BoilerplateFactory(organisation=council, variant="short")
    MediaContactFactory(organisation=council, valid_until=datetime.date(2020, 1, 1))
    contact = MediaContactFactory(organisation=council)
    MediaContactFactory()
    expected = {"boilerplate_links": str(plain.pk), "contact_links": str(contact.pk)}
    assert brought(client, council) == expected


def test_nothing_comes_that_somebody_has_to_choose(client: Client, council: Organisation) -> None:
    for variant in ("short", "long"):
        BoilerplateFactory(organisation=council, variant=variant)
        MediaContactFactory(organisation=council)
    assert brought(client, council) == {}


def test_strangers_are_told_nothing(client: Client, council: Organisation) -> None:
    address = reverse("brought_by", args=[council.pk])
    assert client.get(address).status_code == 302
    client.force_login(UserFactory())
    assert client.get(address).status_code in (302, 403)
