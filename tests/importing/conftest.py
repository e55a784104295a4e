"""Documents written for the tests, and ways to hand them to the importer."""

from collections.abc import Callable
from pathlib import Path

import pytest

from importing import Proposal, parse

DOCUMENTS = Path(__file__).parent / "documents"

ParseText = Callable[..., Proposal]


@pytest.fixture
def parse_text(tmp_path: Path) -> ParseText:
    """Parse a text as if it were the content of a file."""

    def parse_written(text: str, suffix: str = ".txt") -> Proposal:
        path = tmp_path / f"release{suffix}"
        path.write_text(text, encoding="utf-8")
        return parse(path)

    return parse_written


@pytest.fixture(scope="session")
def confluent() -> Proposal:
    """A whole release in plain text: three quotes, a list of participants, three boilerplates, three contacts."""
    return parse(DOCUMENTS / "confluent.txt")


@pytest.fixture(scope="session")
def confluencia() -> Proposal:
    """A whole release in Spanish, in Markdown with front matter."""
    return parse(DOCUMENTS / "confluencia.md")
