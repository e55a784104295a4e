"""The buttons under the editor of what somebody approves: each names the person or the hour."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.action_menu import (
    ActionMenuItem,
    PublishMenuItem,
    SubmitForModerationMenuItem,
    WorkflowMenuItem,
)
from wagtail.locks import WorkflowLock

from newsroom.base.users import name_of
from newsroom.publication.embargoes.instants import instant_in_words
from newsroom.publication.review.approval import can_be_sent, is_approval_required
from newsroom.publication.review.people import only_approver_of

UNAPPROVED = "action-publish-unapproved"


class SendForApproval(SubmitForModerationMenuItem):
    """Sends a draft to whoever may say yes; where that is one person, it names them."""

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        # Wagtail's own reads the workflow for its words.
        context: dict[str, Any] = ActionMenuItem.get_context_data(self, parent_context)
        page = parent_context.get("page")
        person = only_approver_of(page) if page and page.pk else None
        words = _("Send to %(name)s") % {"name": name_of(person)} if person else _("Send for approval")
        return context | {"label": words}


class PublishUnapproved(ActionMenuItem):
    """Saves the draft and asks why it cannot wait for somebody else's yes."""

    name = UNAPPROVED
    label = gettext_lazy("Publish without approval …")
    icon_name = "warning"

    def is_shown(self, context: dict[str, Any]) -> bool:
        return may_go_unapproved(context["page"], context["request"].user)

    def get_url(self, context: dict[str, Any]) -> str | None:
        """Where nothing can be typed, there is nothing to save before."""
        return reverse("publish_unapproved", args=[context["page"].pk]) if context["locked_for_user"] else None


def may_go_unapproved(page: Any, user: Any) -> bool:
    """Whether somebody may publish a page that waits for a yes which they cannot give, and say why.

    What is locked because it is looked at may go; what a person has locked may not.
    """
    tester = page.permissions_for_user(user)
    lock = page.get_lock()
    is_free = lock is None or not lock.for_user(user) or isinstance(lock, WorkflowLock)
    return (
        tester.publishes and is_free and is_approval_required(user) and can_be_sent(page) and not tester.can_publish()
    )


def yes_in_words(page: Any) -> str:
    """What a yes does: it publishes, or schedules for an hour."""
    until = getattr(page, "embargoed_until", None)
    if until and page.life.is_held:
        return _("Approve and schedule for %(instant)s") % {"instant": instant_in_words(until)}
    return _("Approve and publish")


def name_the_next_step(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """In place of Wagtail's words: whom a draft goes to and what a yes does. What would be refused is not offered."""
    page, is_new = context.get("page"), context["view"] == "create"
    for number, item in enumerate(menu_items):
        if type(item) is SubmitForModerationMenuItem:
            menu_items[number] = SendForApproval(item.order)
        elif isinstance(item, WorkflowMenuItem) and item.name == "approve" and can_be_sent(page):
            words = yes_in_words(page)
            item.label = _("%(approve)s, with a comment") % {"approve": words} if item.launch_modal else words
    is_answered = any(isinstance(item, WorkflowMenuItem) and item.name == "approve" for item in menu_items)
    if is_answered or (is_new and context["parent_page"].has_workflow and is_approval_required(request.user)):
        menu_items[:] = [item for item in menu_items if not isinstance(item, PublishMenuItem)]
    item = PublishUnapproved(order=200)
    if page and context["view"] == "edit" and can_be_sent(page) and item.is_shown(context):
        menu_items.append(item)
