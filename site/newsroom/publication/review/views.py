"""Pages of the CMS about approval: what changed and the answer, haste with a reason, a yes afterwards."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin.views.pages.revisions import RevisionsCompareView
from wagtail.models import Page

from newsroom.base.models import NewsroomPage
from newsroom.base.users import name_of
from newsroom.publication.models import UnapprovedPublication
from newsroom.publication.review.action_menu import may_go_unapproved, yes_in_words
from newsroom.publication.review.approval import can_be_sent
from newsroom.publication.review.forms import UnapprovedForm
from newsroom.publication.review.people import version_seen
from newsroom.publication.review.unapproved import approve_afterwards, publish_unapproved


class ReviewView(RevisionsCompareView):
    """What changed since an approver saw it, and their answer; Wagtail's comparison, with Wagtail's actions below."""

    page_title = gettext_lazy("Review")
    template_name = "publication/admin/review.html"

    def setup(self, request: HttpRequest, pk: int) -> None:
        """Compare with the version that approvers know; where they know none, show the words."""
        super().setup(request, pk, "earliest", "latest")
        self.state = self.object.current_workflow_task_state
        self.seen = version_seen(self.object, self.state) if self.state else None
        self.revision_id_a = self.seen or "latest"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """To the editor where nothing waits any more."""
        if self.state is None:
            messages.warning(request, _("This does not wait for approval any more."))
            return redirect("wagtailadmin_pages:edit", self.object.pk)
        answer: HttpResponse = super().get(request)
        return answer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        draft = context["revision_b"]
        actions = self.state.task.specific.get_actions(self.object, self.request.user)
        passages = getattr(draft, "passages", None)
        return context | {
            "page": draft,
            "state": self.state,
            "sent_by": name_of(self.state.workflow_state.requested_by),
            "is_first": self.seen is None,
            "has_earlier": self.seen is None and self.object.revisions.exclude(pk=draft.latest_revision_id).exists(),
            "passages": passages() if self.seen is None and passages else (),
            "may_answer": bool(actions),
            "approve": yes_in_words(self.object),
            "comments": self.object.wagtail_admin_comments.filter(resolved_at=None).select_related("user"),
        }


def publish_without_approval(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks why something cannot wait, and publishes it or gives it its hour.

    Raises PermissionDenied for those who may not publish it, and for what can be published in the ordinary way.
    """
    page = get_object_or_404(Page, pk=pk).specific
    if not isinstance(page, NewsroomPage) or not can_be_sent(page) or not may_go_unapproved(page, request.user):
        raise PermissionDenied
    form = UnapprovedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        publish_unapproved(page, request.user, form.cleaned_data["reason"])
        words = _("“%(title)s” is published without approval. The desk shows it until somebody else has approved it.")
        messages.warning(request, words % {"title": page.draft_title})
        return redirect("wagtailadmin_pages:edit", pk)
    draft = page.get_latest_revision_as_object()
    context = {"page": draft, "form": form, "is_held": page.life.is_held, "until": page.embargoed_until}
    return render(request, "publication/admin/unapproved.html", context)


@require_POST
def approve_after_publication(request: HttpRequest, number: int) -> HttpResponse:
    """The yes of somebody else to what went public without one; one click. Raises RefusedError."""
    row = get_object_or_404(UnapprovedPublication.open(), pk=number)
    approve_afterwards(row, request.user)
    messages.success(request, _("Approved afterwards. The reason stays in the history of the page."))
    return redirect("wagtailadmin_home")
