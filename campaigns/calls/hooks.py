"""What the CMS learns of calls: addresses, the right to see answers, and what its history says of who saw them."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter

from campaigns.answers.answer_lists import (
    DELETED,
    EXPORTED,
    SEEN,
    TAKEN,
    forms_within_sight,
    take_answer_file,
)

hooks.register("filter_form_submissions_for_user", forms_within_sight)


@hooks.register("register_admin_urls")
def answer_admin_urls() -> list[URLPattern]:
    """Where a file of an answer is taken."""
    return [path("calls/answers/files/<int:pk>/", take_answer_file, name="take_answer_file")]


@hooks.register("register_permissions")
def right_to_see_answers() -> QuerySet[Permission]:
    """A group is given it under Settings → Groups."""
    return Permission.objects.filter(content_type__app_label="campaigns", codename="see_answers")


@hooks.register("register_log_actions")
def log_looks_at_answers(actions: LogActionRegistry) -> None:
    """Lines of a call's history."""
    actions.register_action(SEEN, _("See answers"), _("Answers were looked at"))
    actions.register_action(TAKEN, _("Take a file of an answer"), _("A file of an answer was taken"))
    actions.register_action(DELETED, _("Delete answers"), _("Answers were deleted"))

    @actions.register_action(EXPORTED)
    class Exported(LogFormatter):
        label = _("Export answers")

        def format_message(self, log_entry: Any) -> str:
            return str(_("Answers were exported as %(format)s") % {"format": log_entry.data.get("format", "").upper()})
