"""The buttons under the editor of what is public: each says what it does to the record."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import ActionMenuItem, PublishMenuItem

from newsroom.publication.changing import Amendment
from newsroom.publication.models.edition import RecordedInEditions

CORRECT = "action-correct"
#: The views that show the editor: with the draft, or with an earlier version of it.
EDITORS = ("edit", "revisions_revert")


class MinorChangeMenuItem(PublishMenuItem):
    """Publishes at once and silently: for a slip of the pen, and only in the history."""

    label = _("Publish as a minor change")
    template_name = "publication/admin/minor_change.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Its value tells it from a "Publish" that was pressed in an editor opened before the page was public."""
        context: dict[str, Any] = super().get_context_data(parent_context)
        return context | {"manner": Amendment.MINOR}


class CorrectionMenuItem(ActionMenuItem):
    """Saves the draft and asks what readers are told of the correction."""

    name = CORRECT
    label = _("Publish as a correction …")
    icon_name = "edit"


def choose_minor_or_major(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """For a page that is public, in place of "Publish": a correction or a minor change."""
    page = context.get("page")
    place = next((number for number, item in enumerate(menu_items) if type(item) is PublishMenuItem), None)
    if place is not None and isinstance(page, RecordedInEditions) and page.live and context["view"] in EDITORS:
        corrects = page.permissions_for_user(request.user).can_correct()
        menu_items[place : place + 1] = [*([CorrectionMenuItem()] if corrects else []), MinorChangeMenuItem()]
