"""Questions that listings, hubs, feeds and speaker pages ask about releases and quotes."""

from hashlib import sha256
from typing import Any, Self

from django.db.models import Exists, OuterRef, ProtectedError, QuerySet
from wagtail.models.pages import PageManager

from newsroom.base.querysets import manager_behind
from newsroom.publication.querysets import EmbargoedPageQuerySet


class ReleaseQuerySet(EmbargoedPageQuerySet):
    """Releases, one page a language."""

    def newest_first(self) -> Self:
        """By the instant of release, the newest first."""
        return self.order_by("-life__released_at", "-pk")

    def for_listing(self) -> Self:
        """With what a row of a list needs and without the long texts."""
        return self.newest_first().select_related("locale", "life").defer("body", "notes_to_editors")


ReleaseManager = PageManager.from_queryset(ReleaseQuerySet)


class ReleaseLinkQuerySet(QuerySet):
    """Rows that tie a release to something."""

    def released(self) -> Self:
        """Rows of public releases."""
        return self.filter(Exists(manager_behind(self.model, "page").released().filter(pk=OuterRef("page_id"))))


class EditionQuerySet(QuerySet):
    """What was published, one row for each time."""

    def current(self) -> Self:
        """The last of each release."""
        return self.filter(self._is_last())

    def released(self) -> Self:
        """Those that readers can see: of public releases the last one, and those that stood until a correction."""
        stood = manager_behind(self.model, "corrections").filter(earlier=OuterRef("pk"))
        releases = manager_behind(self.model, "release").released()
        return self.filter(self._is_last() | Exists(stood), Exists(releases.filter(pk=OuterRef("release_id"))))

    def _is_last(self) -> Any:
        """That no later one of its release was issued."""
        later = self.model._default_manager.filter(release=OuterRef("release"), number__gt=OuterRef("number"))
        return ~Exists(later)


class QuoteClearanceQuerySet(QuerySet):
    """Questions to the offices of speakers."""

    def with_token(self, token: str) -> Self:
        """The one that a link opens, whether it is still valid or not."""
        return self.filter(digest=sha256(token.encode()).hexdigest())

    def revocable(self) -> Self:
        """Those whose link is not revoked yet."""
        return self.filter(revoked_at__isnull=True)


class QuoteQuerySet(QuerySet):
    """Recorded quotes, one row a language."""

    def released(self) -> Self:
        """Quotes that stand in a public release."""
        releases = manager_behind(self.model, "release").released()
        return self.filter(Exists(releases.filter(pk=OuterRef("release_id"))), withdrawn_at__isnull=True)

    def for_listing(self) -> Self:
        """Newest first, in the order of the release, with release, speaker and organisation at hand."""
        return self.select_related("release__locale", "release__life", "locale", "speaker", "organisation").order_by(
            "-release__life__released_at", "-release_id", "sort_order"
        )


class CorrectionQuerySet(QuerySet):
    """What was corrected in releases, one row a language."""

    def released(self) -> Self:
        """Those of public releases."""
        return self.filter(release__in=manager_behind(self.model, "release").released())

    def for_notice(self) -> Self:
        """The newest first."""
        return self.order_by("-corrected_at", "-pk")

    def delete(self) -> Any:
        """Raises ProtectedError: what was corrected stays on record."""
        rows: Any = self
        raise ProtectedError("Corrections are on record and cannot be deleted.", set(rows))
