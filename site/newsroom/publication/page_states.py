"""What lists of the CMS call the state of each page, in two queries however many rows they have, and the marks that
stand beside it: "Confidential" and "Restricted"."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from newsroom.publication.choices import LEFT, Manner
from newsroom.publication.models.embargo import Embargo
from newsroom.publication.models.life import Life
from newsroom.publication.models.restriction import Restriction
from newsroom.publication.models.withdrawal import Withdrawal

#: What a list reads with each page for its marks.
CONFIDENTIAL, RESTRICTED = "is_marked_confidential", "is_marked_restricted"


def with_marks(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Pages that know whether they are confidential or restricted, so that their marks take no query."""
    key = OuterRef("translation_key")
    confidential = Life.objects.filter(translation_key=key, is_confidential=True)
    restricted = Restriction.objects.in_force().filter(life__translation_key=key)
    return pages.annotate(**{CONFIDENTIAL: Exists(confidential), RESTRICTED: Exists(restricted)})


def marks_in_words(is_confidential: bool, is_restricted: bool) -> list[str]:
    """What stands beside the state of a page for those who may know of it."""
    marks = ((is_confidential, _("Confidential")), (is_restricted, _("Restricted")))
    return [words for holds, words in marks if holds]


def marks_of(page: Any) -> list[str]:
    """The marks of one page, or of one that was read `with_marks`."""
    facts: Mapping[str, Any] = vars(page)
    if CONFIDENTIAL in facts:
        return marks_in_words(facts[CONFIDENTIAL], facts[RESTRICTED])
    if not isinstance(page, Embargo):
        return []
    return marks_in_words(page.is_confidential, not page.live and page.is_restricted)


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

    @cached_property
    def marked(self) -> dict[UUID, list[str]]:
        """The marks of all drafts that have some, by their translation keys."""
        lives = Life.objects.annotate(restricted=Exists(Restriction.objects.in_force().filter(life=OuterRef("pk"))))
        rows = lives.exclude(is_confidential=False, restricted=False)
        found = rows.values_list("translation_key", "is_confidential", "restricted")
        return {key: marks_in_words(confidential, restricted) for key, confidential, restricted in found}

    def marks(self, page: Page) -> list[str]:
        """The marks of a page in a list, also of one read without its type."""
        return marks_of(page) if CONFIDENTIAL in vars(page) else self.marked.get(page.translation_key, [])

    def status(self, page: Page) -> Any:
        """The state of a page, also of one read without its type."""
        if not page.live and page.pk in self.left:
            return LEFT[Manner(self.left[page.pk])]
        if not page.live:
            vars(page).setdefault("withdrawal", None)
        if not hasattr(page, "_approved_schedule"):
            page._approved_schedule = str(page.pk) in self.scheduled
        return page.status_string
