"""What the tests of campaigns and events ask for."""

import pytest

from campaigns.models import EventIndexPage
from newsroom.home.models import HomePage


@pytest.fixture
def events(newsroom: HomePage) -> EventIndexPage:
    """The English list of events."""
    return EventIndexPage.objects.get(locale__language_code="en")
