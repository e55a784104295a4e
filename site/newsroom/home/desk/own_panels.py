"""Wagtail's panels of the front page and its report of locked pages, without what somebody may no longer know of.

They list what somebody wrote, locked or sent, and do not ask whether it is still theirs to see.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from wagtail.admin.ui.components import Component
from wagtail.admin.views.reports.locked_pages import LockedPagesView
from wagtail.models import Page

from newsroom.base.rights.sight import is_withheld, visible_pages

#: What the panels call their lists, and how a row of each names its page.
LISTS: dict[str, Callable[[Any], Any]] = {
    "locked_pages": lambda row: row,
    "last_edits": lambda row: row[1],
    "workflow_states": lambda row: row.content_object,
    "states": lambda row: row["obj"],
}


class WithinSight:
    """For a panel: rows about what is withheld are left out."""

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        context: dict[str, Any] = super().get_context_data(parent_context)  # type: ignore[misc]  # of the panel
        for name in LISTS.keys() & context.keys():
            context[name] = [row for row in context[name] if is_shown(user, LISTS[name](row))]
        return context


def is_shown(user: Any, thing: Any) -> bool:
    """Whether somebody may know of a page, or of whatever else a workflow is about."""
    return not (isinstance(thing, Page) and is_withheld(user, thing))


def within_sight(panel: Component) -> Component:
    """One of Wagtail's panels, showing what may be seen."""
    if not type(panel).__module__.startswith("wagtail."):
        return panel
    made: Component = type(type(panel).__name__, (WithinSight, type(panel)), {})()
    return made


class LockedPagesWithinSight(LockedPagesView):
    """Wagtail's report, in which somebody's own locks stand whatever they are on."""

    def get_queryset(self) -> QuerySet[Page]:
        """Those within sight."""
        return visible_pages(self.request.user, super().get_queryset())
