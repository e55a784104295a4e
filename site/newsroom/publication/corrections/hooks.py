"""What the CMS asks of us about corrections: their page, their buttons, what the history says of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry, Page

from newsroom.publication.corrections.action_menu import CORRECT, choose_minor_or_major
from newsroom.publication.corrections.service import CORRECTED
from newsroom.publication.corrections.views import correct_page

hooks.register("construct_page_action_menu", choose_minor_or_major)


@hooks.register("register_admin_urls")
def correction_urls() -> list[URLPattern]:
    """The page on which readers are told what was wrong."""
    return [path("corrections/<int:pk>/", correct_page, name="correct_page")]


@hooks.register("after_edit_page")
def ask_for_the_correction(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The draft is saved; now what readers are told of it."""
    return redirect("correct_page", page.pk) if CORRECT in request.POST else None


@hooks.register("register_log_actions")
def correction_log_actions(actions: LogActionRegistry) -> None:
    """What the history of a page says when it was corrected."""

    @actions.register_action(CORRECTED)
    class CorrectionFormatter(LogFormatter):
        label = _("Correct")

        def format_message(self, log_entry: ModelLogEntry) -> str:
            return _("Corrected: %(reason)s") % {"reason": log_entry.data.get("reason", "")}
