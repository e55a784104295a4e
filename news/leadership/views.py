from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet

from news.leadership.service import marked_by, number_marked
from news.models.leadership import FormerLeadership

#: What the log calls it when releases are marked; the number stands with it.
MARKED = "news.leadership.marked"
#: So many headlines are shown before it is done.
EXAMPLES = 5


class ShowsBefore:
    """Says how many releases would be marked, until that is confirmed; logs the number."""

    request: Any
    get_context_data: Any

    def form_valid(self, form: Any) -> HttpResponse:
        """Shows what would follow first."""
        if "confirmed" not in self.request.POST:
            leadership = form.save(commit=False)
            sent = [(name, value) for name, value in self.request.POST.items() if name != "csrfmiddlewaretoken"]
            context = self.get_context_data(form=form) | {
                "leadership": leadership,
                "number": number_marked(leadership),
                "examples": marked_by(leadership).newest_first()[:EXAMPLES],
                "sent": sent,
            }
            return render(self.request, "news/leadership/before.html", context)
        answer: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        return answer

    def save_instance(self) -> FormerLeadership:
        """Save and log."""
        leadership: FormerLeadership = super().save_instance()  # type: ignore[misc]
        said = {
            "words": leadership.words,
            "last_day": leadership.last_day.isoformat(),
            "organisation": str(leadership.organisation or ""),
            "number": number_marked(leadership),
        }
        log(leadership, MARKED, user=self.request.user, data=said)
        return leadership


class MarkView(ShowsBefore, CreateView):
    """Marks what was issued under a leadership."""


class MarkOtherwiseView(ShowsBefore, EditView):
    """Marks it by another name or until another day."""


class LeadershipViewSet(SnippetViewSet):
    """Former leaderships in the CMS; deleting one takes its mark off all releases."""

    model = FormerLeadership
    icon = "history"
    add_to_settings_menu = True
    menu_label = _("Former leaderships")
    copy_view_enabled = False
    add_view_class = MarkView
    edit_view_class = MarkOtherwiseView
    list_display = ["__str__", "organisation", "last_day"]
