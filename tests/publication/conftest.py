"""What tests of publication begin with."""

import pytest

from newsroom.publication.lifting import scheduler


@pytest.fixture(autouse=True)
def connection_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """The scheduler's connection is here the test's, whose transaction must not end with a turn."""
    monkeypatch.setattr(scheduler, "close_old_connections", lambda: None)
