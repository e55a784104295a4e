"""Pages as somebody is writing them."""

from typing import Any, TypeVar

from wagtail.models import COMMENTS_RELATION_NAME

#: What Wagtail writes of drafts: it changes nothing that a stranger sees.
OF_DRAFTS = frozenset(
    {
        *("latest_revision", "latest_revision_created_at", "draft_title", "has_unpublished_changes", "live_revision"),
        COMMENTS_RELATION_NAME,
    }
)
PageT = TypeVar("PageT")


def draft_of(page: PageT) -> PageT:
    """Return the newest version of a page, as it would stand if it were published now."""
    written: Any = page
    draft: PageT = written.get_latest_revision_as_object()
    return draft
