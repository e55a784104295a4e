"""People at the CMS, for the tests of the directory."""

import pytest
from django.test import Client
from people import at_work

from newsroom.home.models import HomePage
from newsroom.home.roles import OFFICERS, translators_of


@pytest.fixture
def officer(newsroom: HomePage) -> Client:
    """A communications officer."""
    return at_work(OFFICERS)


@pytest.fixture
def translator(newsroom: HomePage) -> Client:
    """A translator."""
    return at_work(translators_of("en"))
