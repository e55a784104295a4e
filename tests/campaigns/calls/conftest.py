import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis.configuration import set_hypothesis_home_dir

from campaigns.models import CallIndexPage

set_hypothesis_home_dir(Path(tempfile.gettempdir()) / "newsroom-hypothesis")


@pytest.fixture
def calls(newsroom: Any) -> CallIndexPage:
    """The English list of calls."""
    return CallIndexPage.objects.get(locale__language_code="en")
