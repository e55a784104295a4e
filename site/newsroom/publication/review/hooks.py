"""What the CMS asks of us about approval: its pages, its buttons, its setting, what the history says of it."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.contrib.settings.registry import register_setting
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry, Page

from newsroom.publication.models import Embargo, ReviewSettings
from newsroom.publication.models.embargo import STATES_OF_LOCK, WORKFLOW_STATES
from newsroom.publication.review.action_menu import UNAPPROVED, name_the_next_step
from newsroom.publication.review.unapproved import AFTERWARDS, WITHOUT_APPROVAL
from newsroom.publication.review.views import ReviewView, approve_after_publication, publish_without_approval

BEFORE_OTHERS = -1

register_setting(ReviewSettings, icon="clipboard-list")
hooks.register("construct_page_action_menu", name_the_next_step)


@hooks.register("register_admin_urls")
def review_urls() -> list[URLPattern]:
    """What changed and the answer; haste with a reason; a yes afterwards."""
    return [
        path("pages/<int:pk>/review/", ReviewView.as_view(), name="review_page"),
        path("pages/<int:pk>/without-approval/", publish_without_approval, name="publish_unapproved"),
        path("approval/<int:number>/afterwards/", approve_after_publication, name="approve_afterwards"),
    ]


@hooks.register("before_edit_page", order=BEFORE_OTHERS)
def read_the_workflow_once(request: HttpRequest, page: Page) -> None:
    """Each button of the editor asks which workflow a page is in, as its lock did: read it once to show it."""
    if request.method == "GET":
        facts = page.__dict__
        if STATES_OF_LOCK not in facts:
            facts[STATES_OF_LOCK] = list(page.workflow_states.active().select_related("current_task_state__task"))
        facts[WORKFLOW_STATES] = facts[STATES_OF_LOCK]


@hooks.register("before_edit_page", order=BEFORE_OTHERS)
def know_of_other_languages_once(request: HttpRequest, page: Page) -> None:
    """Several rules and buttons ask whether a page has other languages: the editor reads it once, as lists do."""
    if request.method == "GET" and isinstance(page, Embargo):
        others = Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)
        known = {"is_one_of_several": others.exists(), "code_of_locale": page.locale.language_code}
        page.__dict__.update(known, state_of_life=page.life.state)


@hooks.register("register_page_header_buttons")
def comparison_in_the_header(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """From a page in review to what changed in it, side by side."""
    if view_name == "edit" and page.current_workflow_task_state:
        yield Button(_("What has changed"), reverse("review_page", args=[page.pk]), icon_name="resubmit", priority=13)


@hooks.register("after_edit_page")
def ask_why_it_cannot_wait(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The draft is saved; now why nobody else approves it."""
    return redirect("publish_unapproved", page.pk) if UNAPPROVED in request.POST else None


@hooks.register("register_log_actions")
def review_log_actions(actions: LogActionRegistry) -> None:
    """What the history of a page says of approval."""
    actions.register_action(AFTERWARDS, _("Approve afterwards"), _("Approved after it was published"))

    @actions.register_action(WITHOUT_APPROVAL)
    class WithoutApprovalFormatter(LogFormatter):
        label = _("Publish without approval")

        def format_message(self, log_entry: ModelLogEntry) -> str:
            return _("Published without approval: %(reason)s") % {"reason": log_entry.data.get("reason", "")}
