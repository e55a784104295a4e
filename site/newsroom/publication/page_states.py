"""What lists of the CMS call the state of each page, in two queries however many rows they have."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property
from wagtail.models import Page, Revision

from newsroom.publication.choices import LEFT, Manner
from newsroom.publication.models.withdrawal import Withdrawal


class PageStates:
    """What has left and what is scheduled, as read once for an answer."""

    @classmethod
    def of(cls, request: HttpRequest) -> "PageStates":
        """Those kept with a request."""
        if not hasattr(request, "newsroom_page_states"):
            request.newsroom_page_states = cls()  # type: ignore[attr-defined]
        states: PageStates = request.newsroom_page_states  # type: ignore[attr-defined]
        return states

    @cached_property
    def left(self) -> dict[int, str]:
        """How each page left that is off now."""
        return dict(Withdrawal.objects.in_force().values_list("page_id", "manner"))

    @cached_property
    def scheduled(self) -> set[str]:
        """The pages that lift by themselves, by their keys as revisions have them."""
        return set(
            Revision.page_revisions.filter(approved_go_live_at__isnull=False).values_list("object_id", flat=True)
        )

    def status(self, page: Page) -> Any:
        """The state of a page, also of one read without its type."""
        if not page.live and page.pk in self.left:
            return LEFT[Manner(self.left[page.pk])]
        if not page.live:
            vars(page).setdefault("withdrawal", None)
        if not hasattr(page, "_approved_schedule"):
            page._approved_schedule = str(page.pk) in self.scheduled
        return page.status_string
