"""What the tests of campaigns and events ask for."""

import tempfile
from pathlib import Path

import pytest
from hypothesis.configuration import set_hypothesis_home_dir

from campaigns.models import CallIndexPage, EventIndexPage
from newsroom.home.models import HomePage

set_hypothesis_home_dir(Path(tempfile.gettempdir()) / "newsroom-hypothesis")


@pytest.fixture
def events(newsroom: HomePage) -> EventIndexPage:
    """The English list of events."""
    return EventIndexPage.objects.get(locale__language_code="en")


@pytest.fixture
def calls(newsroom: HomePage) -> CallIndexPage:
    """The English list of calls."""
    return CallIndexPage.objects.get(locale__language_code="en")
