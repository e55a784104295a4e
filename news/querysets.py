"""Questions that listings, hubs, feeds and speaker pages ask about releases and quotes."""

from hashlib import sha256
from typing import Any, Self
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from wagtail.models.pages import PageManager

from news.choices import SignatoryOrder, SignatureState
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


class SignatoryQuerySet(QuerySet):
    """Signatures under open letters."""

    def under(self, letter_key: UUID) -> Self:
        """Those under one letter, in all its languages and in every state."""
        return self.filter(letter_key=letter_key)

    def released(self) -> Self:
        """What readers see: signatures that were looked at, under letters that are public."""
        edition: Any = self.model._meta.get_field("edition").related_model
        letters = manager_behind(edition, "release").released()
        public = letters.filter(translation_key=OuterRef("letter_key"))
        return self.filter(Exists(public), state=SignatureState.SHOWN)

    def in_reading_order(self, order: str) -> Self:
        """In an order that readers choose; those whom officers list stand first on their day."""
        first = {
            SignatoryOrder.LATEST: ["-signed_on"],
            SignatoryOrder.NAME: ["name_key"],
            SignatoryOrder.PLACE: ["place", "name_key"],
            SignatoryOrder.COUNTRY: ["country", "name_key"],
        }.get(SignatoryOrder(order), ["signed_on"])
        return self.order_by(*first, "rank", "pk")
