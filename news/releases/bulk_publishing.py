"""Several pages are published at once only where nothing is lacking; what is lacking is said before."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.models import Page

from newsroom.base.pages.drafts import draft_of
from newsroom.base.rights.permissions import NewsroomPagePermissionTester
from newsroom.publication import chain
from newsroom.publication.embargoes.service import schedule_of
from newsroom.publication.gates import RefusedError

AFTER_WAGTAILS_OWN = 1


def what_keeps(page: Page) -> str:
    """Why a page cannot be published as it was drafted last, in words; empty where it can."""
    draft = draft_of(page.specific)
    try:
        if schedule_of(getattr(draft, "embargoed_until", None)):
            chain.take_steps(chain.ASKED_BEFORE_SCHEDULING, draft)
        else:
            draft.live = True
            chain.take_steps(chain.ASKED, draft)
    except RefusedError as refusal:
        return str(refusal)
    return ""


@hooks.register("register_bulk_action", order=AFTER_WAGTAILS_OWN)
class PublishWhatIsComplete(PublishBulkAction):
    """In the place of Wagtail's: lists what cannot be published with the reason, and publishes the others."""

    template_name = "news/admin/confirm_bulk_publish.html"

    def check_perm(self, page: Page) -> bool:
        """A lock that somebody set keeps a page here as it does in the editor."""
        tester = page.permissions_for_user(self.request.user)
        if isinstance(tester, NewsroomPagePermissionTester):
            return tester.can_publish_unopened()
        return bool(super().check_perm(page))

    def get_actionable_objects(self) -> tuple[list[Page], dict[str, Any]]:
        """Those that can be published; beside those without access, `kept`, each with what keeps it."""
        objects, others = super().get_actionable_objects()
        reasons = {page.pk: what_keeps(page) for page in objects}
        kept = [{"item": page, "reason": reasons[page.pk]} for page in objects if reasons[page.pk]]
        return [page for page in objects if not reasons[page.pk]], {**others, "kept": kept}

    def object_context(self, obj: Page) -> dict[str, Any]:
        """Below a list, which of its drafts would be in the way."""
        context: dict[str, Any] = super().object_context(obj)
        drafts = self._drafts_below([obj]) if context["draft_descendant_count"] else ()
        return context | {"kept": self._kept_among(drafts)}

    def prepare_action(self, objects: list[Page], objects_without_access: dict[str, Any]) -> HttpResponse | None:
        """Says what is left out. Where nothing can go, or a draft below cannot, back to the list that says why."""
        kept = objects_without_access["kept"]
        below = self._drafts_below(objects) if self.cleaned_form.cleaned_data["include_descendants"] else ()
        if (kept and not objects) or self._kept_among(below):
            return redirect(self.request.get_full_path())
        for each in kept:
            messages.warning(self.request, each["reason"])
        return None

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str | None:
        """What went public; beside it, what only awaits its hour now."""
        chosen = [page.pk for page in self.actionable_objects]
        waiting = Page.objects.filter(pk__in=chosen, live=False).count()
        if waiting:
            words = ngettext(
                "%(number)d page awaits the end of its embargo; nothing of it is public yet.",
                "%(number)d pages await the end of their embargo; nothing of them is public yet.",
                waiting,
            )
            messages.success(self.request, words % {"number": waiting})
        if waiting and waiting == num_parent_objects and not num_child_objects:
            return None
        words_of_wagtail: str = super().get_success_message(num_parent_objects - waiting, num_child_objects)
        return words_of_wagtail

    def _drafts_below(self, pages: Iterable[Page]) -> Iterable[Page]:
        """What "publish the drafts below too" would publish."""
        drafts = (page for parent in pages for page in parent.get_descendants().not_live().specific())
        return (page for page in drafts if self.check_perm(page))

    def _kept_among(self, pages: Iterable[Page]) -> list[dict[str, Any]]:
        """Those that cannot be published, each with the reason."""
        return [{"item": page, "reason": reason} for page in pages if (reason := what_keeps(page))]
