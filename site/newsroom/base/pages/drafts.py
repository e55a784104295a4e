"""Pages as somebody is writing them."""

from typing import Any, TypeVar

PageT = TypeVar("PageT")


def draft_of(page: PageT) -> PageT:
    """Return the newest version of a page, as it would stand if it were published now."""
    written: Any = page
    draft: PageT = written.get_latest_revision_as_object()
    return draft
