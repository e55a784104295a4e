"""People at the CMS, for the tests of the directory."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from newsroom.base.factories import UserFactory
from newsroom.home.models import HomePage
from newsroom.home.roles import OFFICERS, translators_of


def at_work(role: str) -> Client:
    """A browser in which somebody of a role is logged in."""
    user = UserFactory()
    user.groups.add(Group.objects.get(name=role))
    browser = Client()
    browser.force_login(user)
    return browser


@pytest.fixture
def officer(newsroom: HomePage) -> Client:
    """A communications officer."""
    return at_work(OFFICERS)


@pytest.fixture
def translator(newsroom: HomePage) -> Client:
    """A translator."""
    return at_work(translators_of("en"))
