from typing import Any

import pytest

from campaigns.models import CallIndexPage


@pytest.fixture
def calls(newsroom: Any) -> CallIndexPage:
    """The English list of calls."""
    return CallIndexPage.objects.get(locale__language_code="en")
